package io.tradeflow.quotation.process;

import io.tradeflow.quotation.MaterialFields;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks material-change.dmn, each version of it once for each part of a quote. What it does not answer is material. */
@Component
class MaterialTable implements MaterialFields {

    private static final String TABLE = "material-change";

    private final ObjectProvider<DecisionService> decisions;
    private final ObjectProvider<RepositoryService> repository;
    private final Map<String, Map<String, Boolean>> answersByVersion = new ConcurrentHashMap<>();

    /** Both are looked up late: the engine starts with the steps, which price quotes. */
    MaterialTable(ObjectProvider<DecisionService> decisions, ObjectProvider<RepositoryService> repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    @Override
    public boolean isMaterial(String field) {
        String version = repository
                .getObject()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(TABLE)
                .latestVersion()
                .singleResult()
                .getId();
        return answersByVersion
                .computeIfAbsent(version, id -> new ConcurrentHashMap<>())
                .computeIfAbsent(field, name -> decide(version, name));
    }

    private boolean decide(String version, String field) {
        DmnDecisionResult answer = decisions
                .getObject()
                .evaluateDecisionById(version)
                .variables(Map.of("field", field))
                .evaluate();
        return answer.isEmpty() || !Boolean.FALSE.equals(answer.getFirstResult().get("material"));
    }
}
