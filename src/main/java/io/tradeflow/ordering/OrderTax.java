package io.tradeflow.ordering;

import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.tax.Gst;
import io.tradeflow.tax.Supply;
import io.tradeflow.tax.TaxComputation;
import org.springframework.stereotype.Component;

/** The GST of an order as it stands, at the rates of the day it is taxed on. */
@Component
class OrderTax {

    private final Gst gst;
    private final Parties parties;

    OrderTax(Gst gst, Parties parties) {
        this.gst = gst;
        this.parties = parties;
    }

    /** @throws io.tradeflow.kernel.Problem {@code tax-rate-missing} */
    TaxComputation of(SalesOrder order) {
        Buyer buyer = parties.buyer(order.buyerCode());
        Branch branch = parties.branch(order.branchCode());
        return gst.compute(Supply.of(
                order.taxedOn(),
                parties.seller(),
                branch,
                buyer,
                order.billTo(),
                order.shipTo(),
                order.currency(),
                order.lines().stream()
                        .map(line -> new Supply.Line(
                                line.lineNo(), line.hsn(), line.taxableValue().toDocumentScale()))
                        .toList()));
    }
}
