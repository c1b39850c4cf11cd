package io.tradeflow.returns.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.returns.GoodsReturn;
import io.tradeflow.returns.Remedy;
import io.tradeflow.returns.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("recordRemedy")
@ProcessStep(
        label = "Record remedy",
        description =
                "Keeps what the buyer gets for goods the carrier could not deliver, and tells the buyer. Belongs into the transaction of the task.",
        inputs = {
            @ProcessStep.Variable(name = "returnNumber", description = "Number of the return"),
            @ProcessStep.Variable(name = "remedy", description = "REPLACEMENT or CREDIT"),
            @ProcessStep.Variable(name = "decisionNote", description = "A remark")
        },
        outcomes = {
            @ProcessStep.Variable(name = "reopensFulfilment", description = "Whether the goods are owed again"),
            @ProcessStep.Variable(name = "reopensBilling", description = "Whether a credit note is owed")
        })
class RecordRemedy implements JavaDelegate {

    private final Returns returns;
    private final TaskCompleter completer;

    RecordRemedy(Returns returns, TaskCompleter completer) {
        this.returns = returns;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        GoodsReturn decided = returns.decideRemedy(
                (String) execution.getVariable("returnNumber"),
                Remedy.valueOf((String) execution.getVariable("remedy")),
                (String) execution.getVariable("decisionNote"),
                completer.actor());
        execution.setVariable("reopensFulfilment", decided.reopensFulfilment());
        execution.setVariable("reopensBilling", decided.reopensBilling());
    }
}
