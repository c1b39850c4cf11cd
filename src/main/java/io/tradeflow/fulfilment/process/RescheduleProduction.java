package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.fulfilment.ProductionRequests;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("rescheduleProduction")
@ProcessStep(
        label = "Record new date",
        description =
                "Keeps the day the plant names now and tells the buyers that wait. Belongs into the transaction of the task.",
        inputs = {
            @ProcessStep.Variable(name = "productionNumber", description = "Number of the production request"),
            @ProcessStep.Variable(name = "newDate", description = "The day the plant expects now")
        })
class RescheduleProduction implements JavaDelegate {

    private final ProductionRequests production;
    private final TaskCompleter completer;

    RescheduleProduction(ProductionRequests production, TaskCompleter completer) {
        this.production = production;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        production.reschedule(
                completer.actor(), (String) execution.getVariable("productionNumber"), LocalDate.parse((String)
                        execution.getVariable("newDate")));
    }
}
