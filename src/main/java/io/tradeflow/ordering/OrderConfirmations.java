package io.tradeflow.ordering;

import io.tradeflow.document.DocumentKind;
import io.tradeflow.document.Documents;
import io.tradeflow.document.FrozenDocument;
import io.tradeflow.party.Parties;
import io.tradeflow.quotation.PublicAddress;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The confirmation of each revision of an order, frozen as it was when the revision took effect. */
@Component
class OrderConfirmations {

    private final Documents documents;
    private final OrderTax tax;
    private final Parties parties;
    private final PublicAddress address;
    private final ObjectProvider<ArrivalDays> arrivals;
    private final Clock clock;

    OrderConfirmations(
            Documents documents,
            OrderTax tax,
            Parties parties,
            PublicAddress address,
            ObjectProvider<ArrivalDays> arrivals,
            Clock clock) {
        this.documents = documents;
        this.tax = tax;
        this.parties = parties;
        this.address = address;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /**
     * Freezes what the order's present revision prints; the PDF is made when it is first read or mailed. May be repeated.
     *
     * @param changes what is different from the revision before, in sentences; empty for the first
     */
    FrozenDocument freeze(SalesOrder order, List<String> changes) {
        return documents.freeze(
                DocumentKind.ORDER_CONFIRMATION,
                order.number(),
                order.revision(),
                order.dealNumber(),
                order.buyerCode(),
                OrderPaper.of(
                        order,
                        tax.of(order),
                        parties.seller(),
                        parties.branch(order.branchCode()),
                        parties.buyer(order.buyerCode()),
                        LocalDate.now(clock),
                        arrivals.stream()
                                .findFirst()
                                .map(days -> days.of(order.number()))
                                .orElse(Map.of()),
                        changes,
                        address.ofDeal(order.dealNumber())));
    }
}
