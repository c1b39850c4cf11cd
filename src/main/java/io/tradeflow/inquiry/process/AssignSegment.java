package io.tradeflow.inquiry.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.inquiry.Inquiries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the segment decision said with the inquiry. */
@Component("assignSegment")
@ProcessStep(
        label = "Assign segment",
        description = "Keeps the segment and price tier that the decision table found with the inquiry and the deal.",
        inputs = {
            @ProcessStep.Variable(name = "inquiryNumber", description = "Number of the inquiry"),
            @ProcessStep.Variable(name = "segment", description = "Segment of the buyer"),
            @ProcessStep.Variable(name = "priceTier", description = "Price list group the lines are priced with")
        })
class AssignSegment implements JavaDelegate {

    private final Inquiries inquiries;

    AssignSegment(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        inquiries.assignSegment(
                (String) execution.getVariable("inquiryNumber"), (String) execution.getVariable("segment"), (String)
                        execution.getVariable("priceTier"));
    }
}
