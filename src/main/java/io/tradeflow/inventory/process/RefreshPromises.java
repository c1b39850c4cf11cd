package io.tradeflow.inventory.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.inventory.Promises;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("refreshPromises")
@ProcessStep(
        label = "Refresh promises",
        description =
                "Works out anew when goods arrive for orders that wait for products of which something else is to come now.",
        outcomes = @ProcessStep.Variable(name = "morePromisesDue", description = "Whether more may be due"))
class RefreshPromises implements JavaDelegate {

    private final Promises promises;

    RefreshPromises(Promises promises) {
        this.promises = promises;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("morePromisesDue", promises.refreshDue());
    }
}
