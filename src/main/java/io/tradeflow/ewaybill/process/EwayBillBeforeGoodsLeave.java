package io.tradeflow.ewaybill.process;

import io.tradeflow.dispatch.HandOver;
import io.tradeflow.dispatch.HandOverCondition;
import io.tradeflow.engine.Decisions;
import io.tradeflow.ewaybill.EwayBill;
import io.tradeflow.ewaybill.EwayBills;
import io.tradeflow.kernel.Problem.Violation;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Goods that need an e-way bill do not leave without its number, unless the table {@code eway-bill-step} lets the carrier make it. */
@Component
class EwayBillBeforeGoodsLeave implements HandOverCondition {

    private static final String CARRIER_MAKES_IT = "AFTER_HAND_OVER";

    private final EwayBills bills;
    private final Decisions decisions;

    EwayBillBeforeGoodsLeave(EwayBills bills, Decisions decisions) {
        this.bills = bills;
        this.decisions = decisions;
    }

    @Override
    public List<Violation> violations(String shipmentNumber, HandOver handOver) {
        return bills.asOfNow(shipmentNumber)
                .map(bill -> bills.atHandOver(bill, handOver, bill.isMissing() && !carrierMakesIt(bill, handOver)))
                .orElseGet(List::of);
    }

    private boolean carrierMakesIt(EwayBill bill, HandOver handOver) {
        Map<String, Object> facts = Map.of(
                "ewayBillNeeded",
                bill.needed(),
                "ewayBillMovement",
                bills.movement(bill.shipmentNumber()),
                "ewayBillMode",
                handOver.mode().name());
        return decisions.matching("eway-bill-step", facts).stream()
                .findFirst()
                .filter(rule -> CARRIER_MAKES_IT.equals(rule.outputs().get("ewayBillStep")))
                .isPresent();
    }
}
