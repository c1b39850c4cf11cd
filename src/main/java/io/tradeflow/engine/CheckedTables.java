package io.tradeflow.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/** Refuses a version of a table whose answers a room cannot use, whichever way it is published; the message names the rule. */
class CheckedTables implements DmnTransformListener {

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"|(-?\\d+(?:\\.\\d+)?)");

    private final Supplier<List<TableCheck>> checks;

    CheckedTables(Supplier<List<TableCheck>> checks) {
        this.checks = checks;
    }

    @Override
    public void transformDecision(Decision decision, DmnDecision dmnDecision) {
        if (decision.getExpression() instanceof DecisionTable table) {
            checks.get().stream()
                    .filter(check -> check.table().equals(decision.getId()))
                    .forEach(check -> check(check, decision, table));
        }
    }

    private static void check(TableCheck check, Decision decision, DecisionTable table) {
        List<Output> columns = List.copyOf(table.getOutputs());
        int number = 0;
        for (Rule rule : table.getRules()) {
            number++;
            try {
                check.check(literals(columns, List.copyOf(rule.getOutputEntries())));
            } catch (IllegalArgumentException wrong) {
                throw new ProcessEngineException(
                        "The table " + decision.getName() + " cannot be published, rule " + number + ": "
                                + wrong.getMessage(),
                        wrong);
            }
        }
    }

    private static Map<String, String> literals(List<Output> columns, List<OutputEntry> entries) {
        Map<String, String> literals = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Matcher literal = LITERAL.matcher(entries.get(i).getTextContent().strip());
            if (literal.matches()) {
                literals.put(columns.get(i).getName(), literal.group(1) == null ? literal.group(2) : literal.group(1));
            }
        }
        return literals;
    }

    @Override
    public void transformDecisionTableInput(
            Input input, org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl into) {
        // only whole tables are looked at
    }

    @Override
    public void transformDecisionTableOutput(
            Output output, org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl into) {
        // only whole tables are looked at
    }

    @Override
    public void transformDecisionTableRule(Rule rule, org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl into) {
        // only whole tables are looked at
    }

    @Override
    public void transformDecisionRequirementsGraph(
            Definitions definitions, org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph graph) {
        // only whole tables are looked at
    }
}
