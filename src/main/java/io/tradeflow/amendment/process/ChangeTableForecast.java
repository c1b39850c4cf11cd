package io.tradeflow.amendment.process;

import io.tradeflow.amendment.ChangeFacts;
import io.tradeflow.amendment.ChangeForecast;
import io.tradeflow.approval.ApprovalNeed;
import java.util.List;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Asks the deployed table, as the process will. */
@Component
class ChangeTableForecast implements ChangeForecast {

    private static final String TABLE = "order-change-approval";

    private final DecisionService decisions;

    ChangeTableForecast(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<ApprovalNeed> needs(ChangeFacts facts) {
        return ChangeNeeds.of(decisions
                .evaluateDecisionTableByKey(TABLE, ChangeNeeds.variables(facts))
                .getResultList());
    }
}
