package io.tradeflow.returns.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.returns.GoodsReturn;
import io.tradeflow.returns.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("recordReturnDecision")
@ProcessStep(
        label = "Record return decision",
        description =
                "Approves or refuses the return; the buyer is told of a refusal. Belongs into the transaction of the approval task.",
        inputs = {
            @ProcessStep.Variable(name = "returnNumber", description = "Number of the return"),
            @ProcessStep.Variable(name = "decision", description = "APPROVED or REFUSED"),
            @ProcessStep.Variable(name = "decisionNote", description = "Why it is refused")
        },
        outcomes = @ProcessStep.Variable(name = "returnApproved", description = "Whether it is approved"))
class RecordReturnDecision implements JavaDelegate {

    private final Returns returns;
    private final TaskCompleter completer;

    RecordReturnDecision(Returns returns, TaskCompleter completer) {
        this.returns = returns;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        GoodsReturn decided = returns.decide(
                (String) execution.getVariable("returnNumber"),
                "APPROVED".equals(execution.getVariable("decision")),
                (String) execution.getVariable("decisionNote"),
                completer.actor());
        execution.setVariable("returnApproved", decided.status() == GoodsReturn.Status.APPROVED);
    }
}
