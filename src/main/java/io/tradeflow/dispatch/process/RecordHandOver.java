package io.tradeflow.dispatch.process;

import io.tradeflow.dispatch.Consignments;
import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("recordHandOver")
@ProcessStep(
        label = "Record hand-over",
        description =
                "Keeps which carrier takes the shipment and how. Belongs into the transaction of the hand-over task.",
        inputs = {
            @ProcessStep.Variable(name = "shipmentNumber", description = "Number of the shipment"),
            @ProcessStep.Variable(name = "mode", description = "ROAD, RAIL, AIR or SHIP"),
            @ProcessStep.Variable(name = "carrier", description = "Who takes the goods"),
            @ProcessStep.Variable(name = "vehicleNumber", description = "Vehicle number, for road"),
            @ProcessStep.Variable(name = "transportDocumentNumber", description = "Number of the transport document"),
            @ProcessStep.Variable(
                    name = "transportDocumentOn",
                    description = "Its day; the day of the hand-over if not said"),
            @ProcessStep.Variable(name = "trackingNumber", description = "The carrier's tracking number, optional"),
            @ProcessStep.Variable(name = "freight", description = "PAID or TO_PAY; PAID where it is not said"),
            @ProcessStep.Variable(
                    name = "expectedOn",
                    description = "Day of arrival; the norm of the mode if not said"),
            @ProcessStep.Variable(
                    name = "ewayBillNumber",
                    description = "Number of the e-way bill, where the table wants it with the hand-over"),
            @ProcessStep.Variable(name = "ewayBillDistanceKm", description = "Distance as the portal took it"),
            @ProcessStep.Variable(name = "ewayBillWaiver", description = "Why none is needed, if there is no number"),
            @ProcessStep.Variable(
                    name = "transporterKm",
                    description = "How far to the transporter's place, if no vehicle is known yet")
        })
class RecordHandOver implements JavaDelegate {

    private final Consignments consignments;
    private final TaskCompleter completer;

    RecordHandOver(Consignments consignments, TaskCompleter completer) {
        this.consignments = consignments;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        consignments.recordHandOver(
                (String) execution.getVariable("shipmentNumber"),
                completer.actor(),
                HandOverForm.handOver(execution.getVariables()));
        execution.removeVariables(HandOverForm.NAMES);
    }
}
