package io.tradeflow.models;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** Asks the decision tables of {@code processes/}, without a process engine. */
final class Tables {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private Tables() {}

    /** Exactly one rule must answer: getSingleResult refuses several, and none would be null. */
    static Map<String, Object> decide(String table, Map<String, Object> facts) {
        return table(table, facts).getSingleResult();
    }

    /** The same of one of several tables in a file. */
    static Map<String, Object> decide(String file, String decision, Map<String, Object> facts) {
        return table(file, decision, facts).getSingleResult();
    }

    static DmnDecisionResult table(String table, Map<String, Object> facts) {
        return table(table, table.split("/")[1], facts);
    }

    private static DmnDecisionResult table(String table, String decision, Map<String, Object> facts) {
        try (InputStream model = Tables.class.getResourceAsStream("/processes/" + table + ".dmn")) {
            return ENGINE.evaluateDecision(ENGINE.parseDecision(decision, model), facts);
        } catch (IOException e) {
            throw new AssertionError("Cannot read " + table, e);
        }
    }

    static Map<String, Object> facts(Object... namesAndValues) {
        Map<String, Object> facts = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return facts;
    }
}
