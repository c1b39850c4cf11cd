package io.tradeflow.ewaybill.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.ewaybill.EwayBills;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("recordEwayBill")
@ProcessStep(
        label = "Record e-way bill",
        description =
                "Keeps the number of the e-way bill, or why the goods go without one. Belongs into the transaction"
                        + " of the task.",
        inputs = {
            @ProcessStep.Variable(name = "shipmentNumber", description = "Number of the shipment"),
            @ProcessStep.Variable(name = "ewayBillNumber", description = "Twelve digits, as the portal gave them"),
            @ProcessStep.Variable(name = "ewayBillGeneratedAt", description = "When it was made; now if not said"),
            @ProcessStep.Variable(name = "ewayBillDistanceKm", description = "Distance as the portal took it"),
            @ProcessStep.Variable(name = "ewayBillWaiver", description = "Why none is needed, if there is no number")
        })
class RecordEwayBill implements JavaDelegate {

    private final EwayBills bills;
    private final TaskCompleter completer;

    RecordEwayBill(EwayBills bills, TaskCompleter completer) {
        this.bills = bills;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<String, Object> fields = execution.getVariables();
        String shipment = (String) execution.getVariable("shipmentNumber");
        String waiver = EwayBillFields.waiver(fields);
        if (waiver == null) {
            bills.record(completer.actor(), shipment, EwayBillFields.recorded(fields));
        } else {
            bills.waive(completer.actor(), shipment, waiver);
        }
        execution.removeVariables(EwayBillFields.NAMES);
    }
}
