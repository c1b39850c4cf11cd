package io.tradeflow.einvoice;

import io.tradeflow.dispatch.HandOver;
import io.tradeflow.dispatch.HandOverCondition;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * An invoice that has to be registered and is not yet is no invoice (CGST rule 48(5)), so its goods stay. Where it is the first one, the process waits by
 * itself; this is for those that take the place of a cancelled one.
 */
@Component
@Order(0)
class RegistrationBeforeGoodsLeave implements HandOverCondition {

    private final Shipments shipments;
    private final TaxInvoices invoices;
    private final EInvoiceTable table;

    RegistrationBeforeGoodsLeave(Shipments shipments, TaxInvoices invoices, EInvoiceTable table) {
        this.shipments = shipments;
        this.invoices = invoices;
        this.table = table;
    }

    /** @throws Problem {@code invoice-not-registered} */
    @Override
    public List<Violation> violations(String shipmentNumber, HandOver handOver) {
        invoices.standingOfDeal(shipments.shipment(shipmentNumber).dealNumber()).stream()
                .filter(invoice -> invoice.covers(shipmentNumber))
                .map(TaxInvoice::number)
                .map(number -> table.ofDocument(EInvoice.INVOICE, number))
                .flatMap(Optional::stream)
                .filter(RegistrationBeforeGoodsLeave::isAwaited)
                .findFirst()
                .ifPresent(wanted -> {
                    throw Problem.conflict(
                            "invoice-not-registered",
                            "The invoice is not registered",
                            "Invoice " + wanted.documentNumber()
                                    + " has no invoice reference number yet, so the goods cannot leave with it: finance"
                                    + " registers it with the portal first");
                });
        return List.of();
    }

    private static boolean isAwaited(EInvoice wanted) {
        return switch (wanted.state()) {
            case WAITING, READY, PROBLEM -> true;
            case REGISTERED, CANCELLED, WAIVED -> false;
        };
    }
}
