package io.tradeflow.amendment.process;

import io.tradeflow.amendment.OrderChanges;
import io.tradeflow.engine.ProcessStep;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("requestChangeApprovals")
@ProcessStep(
        label = "Request approvals of the change",
        description = "Asks for the approvals that the decision table demands, bound to exactly this change.",
        inputs = {
            @ProcessStep.Variable(name = "changeNumber", description = "Number of the change"),
            @ProcessStep.Variable(name = "changeApprovals", description = "Result of order-change-approval.dmn")
        })
class RequestChangeApprovals implements JavaDelegate {

    private final OrderChanges changes;

    RequestChangeApprovals(OrderChanges changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> rows = (List<Map<String, Object>>) execution.getVariable("changeApprovals");
        changes.requestApprovals((String) execution.getVariable("changeNumber"), ChangeNeeds.of(rows));
    }
}
