package io.tradeflow.ordering.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.ordering.DealEndings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends a deal without an order. */
@Component("closeDealLost")
@ProcessStep(
        label = "Close deal as lost",
        description = "Marks the deal as lost, with what became of the quote.",
        inputs = {
            @ProcessStep.Variable(name = "inquiryNumber", description = "Number of the deal"),
            @ProcessStep.Variable(name = "quoteOutcome", description = "DECLINED, EXPIRED or WITHDRAWN")
        })
class CloseDealLost implements JavaDelegate {

    private final DealEndings endings;

    CloseDealLost(DealEndings endings) {
        this.endings = endings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        endings.lost((String) execution.getVariable("inquiryNumber"), (String) execution.getVariable("quoteOutcome"));
    }
}
