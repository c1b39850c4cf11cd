package io.tradeflow.engine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricDecisionInputInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Service;

/** What decision tables have answered in deals, as far as the history reaches back. */
@Service
public class TakenDecisions {

    private final HistoryService history;
    private final Decisions decisions;

    TakenDecisions(HistoryService history, Decisions decisions) {
        this.history = history;
        this.decisions = decisions;
    }

    /** @param inputs by their label in the table */
    public record Taken(
            String dealNumber,
            Instant at,
            Map<String, Object> inputs,
            Map<String, Object> outputs,
            List<Decisions.MatchedRule> rules,
            int tableVersion) {}

    /** The answers of this table in the process of the deal, latest first. */
    public List<Taken> of(String dealNumber, String key) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(dealNumber).list().stream()
                .map(HistoricProcessInstance::getId)
                .flatMap(instance -> history
                        .createHistoricDecisionInstanceQuery()
                        .decisionDefinitionKey(key)
                        .processInstanceId(instance)
                        .includeInputs()
                        .includeOutputs()
                        .orderByEvaluationTime()
                        .desc()
                        .list()
                        .stream())
                .map(taken -> taken(dealNumber, taken))
                .toList();
    }

    private Taken taken(String dealNumber, HistoricDecisionInstance taken) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        for (HistoricDecisionInputInstance input : taken.getInputs()) {
            inputs.put(input.getClauseName(), input.getValue());
        }
        Map<String, Object> outputs = new LinkedHashMap<>();
        for (HistoricDecisionOutputInstance output : taken.getOutputs()) {
            outputs.put(output.getVariableName(), output.getValue());
        }
        String table = taken.getDecisionDefinitionId();
        List<Decisions.MatchedRule> rules = taken.getOutputs().stream()
                .map(HistoricDecisionOutputInstance::getRuleId)
                .distinct()
                .map(rule -> decisions.rule(table, rule))
                .toList();
        return new Taken(
                dealNumber,
                taken.getEvaluationTime().toInstant(),
                inputs,
                outputs,
                rules,
                decisions.version(table).version());
    }
}
