package io.tradeflow.amendment;

import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.quotation.LineShares;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What invoices have taken of an order's lines; that is settled and no change touches it. */
@Component
class InvoicedLines {

    private final TaxInvoices invoices;

    InvoicedLines(TaxInvoices invoices) {
        this.invoices = invoices;
    }

    record Taken(BigDecimal quantity, BigDecimal net, LineShares shares) {

        static final Taken NOTHING = new Taken(BigDecimal.ZERO, BigDecimal.ZERO, LineShares.NONE);

        Taken plus(Taken other) {
            return new Taken(quantity.add(other.quantity), net.add(other.net), shares.plus(other.shares));
        }
    }

    /** By order line. */
    Map<Integer, Taken> of(String dealNumber, String orderNumber) {
        Map<Integer, Taken> taken = new HashMap<>();
        invoices.standingOfDeal(dealNumber).stream()
                .filter(invoice -> invoice.orderNumber().equals(orderNumber))
                .flatMap(invoice -> invoice.lines().stream())
                .forEach(line -> taken.merge(
                        line.orderLineNo(),
                        new Taken(line.quantity().value(), line.net().amount(), line.shares()),
                        Taken::plus));
        return taken;
    }
}
