package io.tradeflow.inquiry.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.inquiry.Handling;
import io.tradeflow.inquiry.Inquiries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the segment decision said with the inquiry. */
@Component("assignSegment")
@ProcessStep(
        label = "Assign segment",
        description =
                "Keeps the segment, the price tier and how such buyers are handled, as the decision table found them, with the inquiry and the deal.",
        inputs = {
            @ProcessStep.Variable(name = "inquiryNumber", description = "Number of the inquiry"),
            @ProcessStep.Variable(name = "segment", description = "Segment of the buyer"),
            @ProcessStep.Variable(name = "priceTier", description = "Price list group the lines are priced with"),
            @ProcessStep.Variable(name = "replyHours", description = "Within how many hours the sales desk answers"),
            @ProcessStep.Variable(name = "approvalLane", description = "USUAL or EXPORT"),
            @ProcessStep.Variable(name = "packing", description = "How the goods are packed"),
            @ProcessStep.Variable(name = "documents", description = "Papers that go with the goods")
        })
class AssignSegment implements JavaDelegate {

    private final Inquiries inquiries;

    AssignSegment(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        inquiries.assignSegment(
                (String) execution.getVariable("inquiryNumber"),
                (String) execution.getVariable("segment"),
                (String) execution.getVariable("priceTier"),
                new Handling(
                        (Integer) execution.getVariable("replyHours"),
                        (String) execution.getVariable("approvalLane"),
                        (String) execution.getVariable("packing"),
                        (String) execution.getVariable("documents")));
    }
}
