package io.tradeflow.quotation.process;

import io.tradeflow.quotation.ApprovalForecast;
import io.tradeflow.quotation.QuoteFacts;
import java.util.List;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Asks the deployed table of required approvals, as the process will. */
@Component
class TableForecast implements ApprovalForecast {

    private static final String TABLE = "required-approvals";

    private final DecisionService decisions;

    TableForecast(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<String> kinds(QuoteFacts facts) {
        return decisions.evaluateDecisionTableByKey(TABLE, FactVariables.of(facts)).getResultList().stream()
                .map(row -> String.valueOf(row.get("kind")))
                .distinct()
                .toList();
    }
}
