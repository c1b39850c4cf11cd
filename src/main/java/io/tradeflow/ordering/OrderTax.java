package io.tradeflow.ordering;

import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.party.SellingCompany;
import io.tradeflow.party.TaxRegistration;
import io.tradeflow.tax.Gst;
import io.tradeflow.tax.Supply;
import io.tradeflow.tax.TaxComputation;
import java.time.LocalDate;
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
        return gst.compute(new Supply(
                order.taxedOn(),
                branch.address().stateCode(),
                kindOf(buyer.taxRegistration()),
                buyer.gstin(),
                order.billTo(),
                order.shipTo(),
                isUnderLut(parties.seller().letterOfUndertaking(), order.taxedOn()),
                order.currency(),
                order.lines().stream()
                        .map(line -> new Supply.Line(
                                line.lineNo(), line.hsn(), line.taxableValue().toDocumentScale()))
                        .toList()));
    }

    private static Supply.BuyerKind kindOf(TaxRegistration registration) {
        return switch (registration) {
            case REGULAR, COMPOSITION -> Supply.BuyerKind.REGISTERED;
            case SEZ -> Supply.BuyerKind.SEZ;
            case UNREGISTERED -> Supply.BuyerKind.UNREGISTERED;
            case OVERSEAS -> Supply.BuyerKind.OVERSEAS;
        };
    }

    private static boolean isUnderLut(SellingCompany.LetterOfUndertaking lut, LocalDate on) {
        return lut != null && !on.isBefore(lut.validFrom()) && !on.isAfter(lut.validUntil());
    }
}
