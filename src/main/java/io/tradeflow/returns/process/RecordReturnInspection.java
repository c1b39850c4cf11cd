package io.tradeflow.returns.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.returns.Arrivals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("recordReturnInspection")
@ProcessStep(
        label = "Record return inspection",
        description =
                "Books the goods into stock, into quarantine or off the books. Belongs into the transaction of the inspection task.",
        inputs = {
            @ProcessStep.Variable(name = "returnNumber", description = "Number of the return"),
            @ProcessStep.Variable(
                    name = "restock",
                    description = "Quantity by line that goes back into stock, as JSON"),
            @ProcessStep.Variable(name = "quarantine", description = "Quantity by line that is held back"),
            @ProcessStep.Variable(name = "scrap", description = "Quantity by line that is scrapped"),
            @ProcessStep.Variable(name = "note", description = "What is wrong with the goods")
        })
class RecordReturnInspection implements JavaDelegate {

    private final Arrivals arrivals;
    private final TaskCompleter completer;

    RecordReturnInspection(Arrivals arrivals, TaskCompleter completer) {
        this.arrivals = arrivals;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        arrivals.inspect(
                (String) execution.getVariable("returnNumber"),
                InspectReturnForm.placed(execution.getVariables()),
                (String) execution.getVariable("note"),
                completer.actor());
    }
}
