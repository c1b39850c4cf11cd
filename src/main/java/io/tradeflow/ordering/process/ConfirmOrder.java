package io.tradeflow.ordering.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.ordering.OrderFacts;
import io.tradeflow.ordering.OrderHolds;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes the order out of the accepted quote. */
@Component("confirmOrder")
@ProcessStep(
        label = "Confirm order",
        description =
                "Makes the order out of the accepted quote, once, and queues the confirmation mail. Payment terms that the quote states stand; the variables count where it states none.",
        inputs = {
            @ProcessStep.Variable(name = "quoteNumber", description = "Number of the accepted quote"),
            @ProcessStep.Variable(
                    name = "advancePercent",
                    description = "Part of the total due in advance, in percent"),
            @ProcessStep.Variable(name = "creditDays", description = "Days from the invoice to the last instalment"),
            @ProcessStep.Variable(
                    name = "instalments",
                    description = "Such as 40 % at 30 days; 60 % at 60 days; null for all at once"),
            @ProcessStep.Variable(name = "dueDay", description = "Such as end of month; null for the day itself"),
            @ProcessStep.Variable(name = "earlyDiscount", description = "Such as 2 % within 10 days; null for none")
        },
        outcomes = {
            @ProcessStep.Variable(name = "orderNumber", description = "Number of the order"),
            @ProcessStep.Variable(name = "advanceRequired", description = "Whether an advance is due"),
            @ProcessStep.Variable(name = "shipToState", description = "GST state code the goods go to"),
            @ProcessStep.Variable(name = "orderValue", description = "Grand total in the order's currency"),
            @ProcessStep.Variable(name = "holdValue", description = "Net total in rupees; empty if a rate is missing"),
            @ProcessStep.Variable(name = "firstOrder", description = "Whether the buyer has no other order"),
            @ProcessStep.Variable(name = "overdue", description = "What the buyer owes past its due date"),
            @ProcessStep.Variable(name = "exportMode", description = "NONE, UNDER_LUT or WITHOUT_LUT")
        })
class ConfirmOrder implements JavaDelegate {

    private final SalesOrders orders;
    private final OrderHolds holds;

    ConfirmOrder(SalesOrders orders, OrderHolds holds) {
        this.orders = orders;
        this.holds = holds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SalesOrder order = orders.confirm(
                (String) execution.getVariable("quoteNumber"),
                PaymentTerms.answered(execution::getVariable)
                        .orElseThrow(() -> new IllegalStateException("The process has no payment terms")));
        execution.setVariable("orderNumber", order.number());
        execution.setVariable("advanceRequired", order.advance().isPositive());
        execution.setVariable("shipToState", order.shipTo().stateCode());
        execution.setVariable("orderValue", order.grandTotal().amount().doubleValue());
        OrderFacts facts = holds.facts(order.number());
        execution.setVariable(
                "holdValue", facts.value() == null ? null : facts.value().doubleValue());
        execution.setVariable("firstOrder", facts.firstOrder());
        execution.setVariable("overdue", facts.overdue().doubleValue());
        execution.setVariable("exportMode", facts.exportMode());
    }
}
