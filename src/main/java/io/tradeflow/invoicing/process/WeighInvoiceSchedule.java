package io.tradeflow.invoicing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import io.tradeflow.invoicing.InvoiceSchedules;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("weighInvoiceSchedule")
@ProcessStep(
        label = "Weigh invoice schedule",
        description = "Finds what decides when a shipment is invoiced.",
        inputs = @Variable(name = "shipmentNumber", description = "The packed shipment"),
        outcomes = {
            @Variable(name = "invoiceSegment", description = "The buyer's segment"),
            @Variable(name = "invoiceMovement", description = "EXPORT or INLAND"),
            @Variable(name = "invoiceWish", description = "What was agreed for the order, or NONE")
        })
class WeighInvoiceSchedule implements JavaDelegate {

    private final InvoiceSchedules schedules;

    WeighInvoiceSchedule(InvoiceSchedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        InvoiceSchedules.Facts facts = schedules.facts((String) execution.getVariable("shipmentNumber"));
        if (execution.getProcessBusinessKey() == null) {
            execution.setProcessBusinessKey(facts.dealNumber());
        }
        execution.setVariable("invoiceSegment", facts.segment());
        execution.setVariable("invoiceMovement", facts.movement());
        execution.setVariable("invoiceWish", facts.wish());
    }
}
