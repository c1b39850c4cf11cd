package io.tradeflow.ewaybill;

import io.tradeflow.dispatch.HandOver;
import io.tradeflow.dispatch.HandOverCondition;
import io.tradeflow.dispatch.HandedOver;
import io.tradeflow.kernel.Problem.Violation;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The number of the e-way bill may come with the hand-over; the vehicle that comes with it is its Part B. */
@Component
class EwayBillAtHandOver implements HandOverCondition {

    private final EwayBills bills;

    EwayBillAtHandOver(EwayBills bills) {
        this.bills = bills;
    }

    @Override
    public List<Violation> violations(String shipmentNumber, HandOver handOver) {
        return handOver.ewayBillNumber() == null ? List.of() : bills.violations(shipmentNumber, recorded(handOver));
    }

    @EventListener
    void on(HandedOver handedOver) {
        if (handedOver.handOver().ewayBillNumber() != null) {
            bills.keep(handedOver.by(), handedOver.shipmentNumber(), recorded(handedOver.handOver()));
        } else {
            bills.partB(handedOver.shipmentNumber());
        }
    }

    private static EwayBills.Recorded recorded(HandOver handOver) {
        return new EwayBills.Recorded(handOver.ewayBillNumber(), null, null, false, true);
    }
}
