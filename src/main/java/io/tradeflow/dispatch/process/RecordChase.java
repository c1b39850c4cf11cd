package io.tradeflow.dispatch.process;

import io.tradeflow.dispatch.Tracking;
import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("recordChase")
@ProcessStep(
        label = "Record chase",
        description = "Keeps what was found out about an overdue consignment: a new day, or how it ended. Belongs into"
                + " the transaction of the task.",
        inputs = {
            @ProcessStep.Variable(name = "shipmentNumber", description = "Number of the shipment"),
            @ProcessStep.Variable(name = "chaseOutcome", description = "WAIT, DELIVERED, REFUSED or LOST"),
            @ProcessStep.Variable(name = "expectedOn", description = "The new day, when it is waited for"),
            @ProcessStep.Variable(name = "receivedBy", description = "Who has received the goods, when delivered"),
            @ProcessStep.Variable(name = "chaseNote", description = "What the carrier says")
        })
class RecordChase implements JavaDelegate {

    private final Tracking tracking;
    private final TaskCompleter completer;

    RecordChase(Tracking tracking, TaskCompleter completer) {
        this.tracking = tracking;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<String, Object> fields = execution.getVariables();
        String shipment = (String) execution.getVariable("shipmentNumber");
        if (ChaseFields.isWaiting(fields)) {
            tracking.expect(
                    completer.actor(), shipment, ChaseFields.until(fields), ChaseFields.text(fields, ChaseFields.NOTE));
        } else {
            tracking.settle(completer.actor(), shipment, ChaseFields.report(fields));
        }
        // what was said once is not said again with the next chase
        execution.removeVariables(ChaseFields.NAMES);
    }
}
