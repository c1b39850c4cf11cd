package io.tradeflow.ordering.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.ordering.DealEndings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends a cancelled deal. */
@Component("cancelDeal")
@ProcessStep(
        label = "Cancel deal",
        description = "Makes sure that quote and order of the cancelled deal are cancelled, too.",
        inputs = @ProcessStep.Variable(name = "inquiryNumber", description = "Number of the deal"))
class CancelDeal implements JavaDelegate {

    private final DealEndings endings;

    CancelDeal(DealEndings endings) {
        this.endings = endings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        endings.ensureCancelled((String) execution.getVariable("inquiryNumber"));
    }
}
