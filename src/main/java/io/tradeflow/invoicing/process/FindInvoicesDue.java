package io.tradeflow.invoicing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import io.tradeflow.invoicing.InvoiceSchedules;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("findInvoicesDue")
@ProcessStep(
        label = "Find invoices due",
        description = "Takes up the orders whose goods left on challans and are to be invoiced today.",
        inputs = {},
        outcomes = {
            @Variable(name = "invoiceRun", description = "The run they belong to"),
            @Variable(name = "invoicesDue", description = "How many orders")
        })
class FindInvoicesDue implements JavaDelegate {

    private final InvoiceSchedules schedules;

    FindInvoicesDue(InvoiceSchedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String run = execution.getProcessInstanceId();
        execution.setVariable("invoiceRun", run);
        execution.setVariable("invoicesDue", schedules.takeUp(run));
    }
}
