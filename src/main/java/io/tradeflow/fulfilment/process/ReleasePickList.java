package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.fulfilment.InspectionFacts;
import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.ordering.OrderHolds;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("releasePickList")
@ProcessStep(
        label = "Release pick list",
        description = "Gives the shipment's pick list, with batch and bin of every line, to its warehouse.",
        inputs = @ProcessStep.Variable(name = "shipmentNumber", description = "Number of the shipment"),
        outcomes = {
            @ProcessStep.Variable(name = "warehouseCode", description = "Warehouse the shipment leaves from"),
            @ProcessStep.Variable(
                    name = "shipmentKind",
                    description = "SALE, or REPLACEMENT, which is not billed again"),
            @ProcessStep.Variable(name = "segment", description = "Segment of the buyer"),
            @ProcessStep.Variable(name = "packing", description = "How goods for this buyer are packed"),
            @ProcessStep.Variable(name = "categories", description = "Categories of the goods, with commas"),
            @ProcessStep.Variable(name = "batchTracked", description = "Whether some of the goods are kept by batch"),
            @ProcessStep.Variable(name = "orderNet", description = "Value of the order before tax, in its currency")
        },
        errors =
                @ProcessStep.Error(
                        code = "ORDER_HELD",
                        description = "The order is on hold: somebody has to release it first"))
class ReleasePickList implements JavaDelegate {

    private static final String ORDER_HELD = "ORDER_HELD";

    private final Shipments shipments;
    private final InspectionFacts inspections;
    private final OrderHolds holds;

    ReleasePickList(Shipments shipments, InspectionFacts inspections, OrderHolds holds) {
        this.shipments = shipments;
        this.inspections = inspections;
        this.holds = holds;
    }

    /** Models from before pick lists waited for held orders have no way for that. */
    private static boolean knowsHolds(DelegateExecution execution) {
        return execution.getBpmnModelInstance().getModelElementById("OrderIsHeld") != null;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = (String) execution.getVariable("shipmentNumber");
        boolean held = holds.isHeldNow(shipments.shipment(number).orderNumber());
        if (held && knowsHolds(execution)) {
            throw new BpmnError(ORDER_HELD, "The order is held");
        }
        Shipment shipment = shipments.releasePickList(number);
        execution.setVariable("warehouseCode", shipment.warehouseCode());
        execution.setVariable("shipmentKind", shipments.kind(shipment.number()).name());
        InspectionFacts.Facts facts = inspections.of(shipment);
        execution.setVariable("segment", facts.segment());
        execution.setVariable("packing", facts.packing());
        execution.setVariable("categories", facts.categories());
        execution.setVariable("batchTracked", facts.batchTracked());
        execution.setVariable("orderNet", facts.orderNet());
    }
}
