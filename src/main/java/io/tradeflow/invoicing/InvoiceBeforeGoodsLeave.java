package io.tradeflow.invoicing;

import io.tradeflow.dispatch.HandOver;
import io.tradeflow.dispatch.HandOverCondition;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Goods whose invoice was cancelled do not leave before another one bills them (CGST Act s. 31(1)). A lot leaves with a challan that quotes the
 * invoice of the whole (rule 55(5)), so it waits for that one.
 */
@Component
@Order(0)
class InvoiceBeforeGoodsLeave implements HandOverCondition {

    private final Shipments shipments;
    private final InvoiceBook book;
    private final ShipmentBilling billing;

    InvoiceBeforeGoodsLeave(Shipments shipments, InvoiceBook book, ShipmentBilling billing) {
        this.shipments = shipments;
        this.book = book;
        this.billing = billing;
    }

    /** @throws Problem {@code invoice-cancelled} */
    @Override
    public List<Violation> violations(String shipmentNumber, HandOver handOver) {
        List<String> unbilled =
                book.toBillAgain(shipments.shipment(shipmentNumber).orderNumber());
        boolean lot = billing.of(shipmentNumber)
                .filter(row -> row.schedule() == InvoiceSchedule.LOTS)
                .isPresent();
        for (String of : unbilled) {
            if (lot || of.equals(shipmentNumber)) {
                throw Problem.conflict(
                        "invoice-cancelled",
                        "The invoice is cancelled",
                        "Invoice " + book.lastCancelled(of) + " of shipment " + of
                                + " was cancelled and nothing bills its goods: they stay until finance has issued another"
                                + " invoice (task \"Issue another invoice\")");
            }
        }
        return List.of();
    }
}
