package io.tradeflow.ewaybill;

import io.tradeflow.dispatch.HandOver;
import io.tradeflow.dispatch.HandedOver;
import io.tradeflow.dispatch.VehicleChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The number of the e-way bill may come with the hand-over; what is known of the transport, then or later, is its Part B. */
@Component
class EwayBillAtHandOver {

    private final EwayBills bills;

    EwayBillAtHandOver(EwayBills bills) {
        this.bills = bills;
    }

    @EventListener
    void on(HandedOver handedOver) {
        HandOver.Eway said = handedOver.handOver().eway();
        if (said.number() != null) {
            bills.keep(handedOver.by(), handedOver.shipmentNumber(), EwayBills.Recorded.with(handedOver.handOver()));
        } else if (said.waiver() != null) {
            bills.waive(handedOver.by(), handedOver.shipmentNumber(), said.waiver());
        } else {
            bills.partB(handedOver.shipmentNumber());
        }
    }

    /** Goods that left without a vehicle number have one now: the time of the e-way bill begins. */
    @EventListener
    void on(VehicleChanged changed) {
        bills.partB(changed.shipmentNumber());
    }
}
