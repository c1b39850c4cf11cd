package io.tradeflow.dispatch.process;

import io.tradeflow.dispatch.Consignments;
import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.StaffDirectory;
import io.tradeflow.kernel.Actor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.identity.Authentication;
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
            @ProcessStep.Variable(name = "trackingNumber", description = "The carrier's tracking number, optional")
        })
class RecordHandOver implements JavaDelegate {

    private final Consignments consignments;
    private final StaffDirectory staff;

    RecordHandOver(Consignments consignments, StaffDirectory staff) {
        this.consignments = consignments;
        this.staff = staff;
    }

    @Override
    public void execute(DelegateExecution execution) {
        consignments.recordHandOver(
                (String) execution.getVariable("shipmentNumber"),
                handedOverBy(execution),
                HandOverForm.handOver(execution.getVariables()));
    }

    /** Who completes the task in whose transaction this runs; the program itself where nobody is signed in. */
    private Actor handedOverBy(DelegateExecution execution) {
        Authentication signedIn =
                execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        if (signedIn == null || signedIn.getUserId() == null) {
            return Actor.PROGRAM;
        }
        return staff.find(signedIn.getUserId()).map(Actor.class::cast).orElse(Actor.PROGRAM);
    }
}
