package io.tradeflow.returns.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.fulfilment.QuantitiesByLine;
import io.tradeflow.returns.Arrivals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("recordReturnReceipt")
@ProcessStep(
        label = "Record return receipt",
        description = "Keeps what arrived of each line. Belongs into the transaction of the receiving task.",
        inputs = {
            @ProcessStep.Variable(name = "returnNumber", description = "Number of the return"),
            @ProcessStep.Variable(name = "warehouse", description = "Where the goods are"),
            @ProcessStep.Variable(name = "received", description = "Quantity by line, as JSON")
        },
        outcomes = @ProcessStep.Variable(name = "receiptOutcome", description = "ARRIVED or NOTHING"))
class RecordReturnReceipt implements JavaDelegate {

    private final Arrivals arrivals;
    private final TaskCompleter completer;

    RecordReturnReceipt(Arrivals arrivals, TaskCompleter completer) {
        this.arrivals = arrivals;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean arrived = arrivals.receive(
                (String) execution.getVariable("returnNumber"),
                (String) execution.getVariable("warehouse"),
                QuantitiesByLine.parse("received", execution.getVariable("received")),
                completer.actor());
        execution.setVariable("receiptOutcome", arrived ? "ARRIVED" : "NOTHING");
    }
}
