package io.tradeflow.invoicing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import io.tradeflow.invoicing.InvoiceSchedule;
import io.tradeflow.invoicing.InvoiceSchedules;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("chooseInvoicePaper")
@ProcessStep(
        label = "Choose paper",
        description = "Settles whether a shipment leaves with its invoice or before it, on a challan. May be repeated.",
        inputs = {
            @Variable(name = "shipmentNumber", description = "The packed shipment"),
            @Variable(name = "invoiceSchedule", description = "What the table decided"),
            @Variable(name = "invoiceDue", description = "true where a run issues what waits")
        },
        outcomes = @Variable(name = "leavesWith", description = "INVOICE or CHALLAN"))
class ChooseInvoicePaper implements JavaDelegate {

    private final InvoiceSchedules schedules;

    ChooseInvoicePaper(InvoiceSchedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean due = Boolean.TRUE.equals(execution.getVariable("invoiceDue"));
        boolean onChallan = !due
                && schedules.leavesOnChallan(
                        (String) execution.getVariable("shipmentNumber"),
                        InvoiceSchedule.valueOf((String) execution.getVariable("invoiceSchedule")));
        execution.setVariable("leavesWith", onChallan ? "CHALLAN" : "INVOICE");
    }
}
