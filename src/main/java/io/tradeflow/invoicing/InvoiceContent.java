package io.tradeflow.invoicing;

import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.kernel.Money;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.SellingCompany;
import io.tradeflow.tax.CustomsRate;
import io.tradeflow.tax.TaxComputation;
import io.tradeflow.tax.TaxDecision;
import io.tradeflow.tax.TaxPaper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * All of an invoice or bill of supply but its number.
 *
 * @param customsRate null for an invoice in INR
 */
record InvoiceContent(
        LocalDate issuedOn,
        SellingCompany seller,
        Branch branch,
        Buyer buyer,
        SalesOrder order,
        List<Shipment> shipments,
        List<TaxInvoice.Line> lines,
        CustomsRate customsRate,
        TaxComputation tax,
        TaxComputation taxInRupees,
        TaxPaper paper,
        TaxDecision decision,
        InvoiceTerms terms) {

    InvoiceContent {
        shipments = List.copyOf(shipments);
        lines = List.copyOf(lines);
    }

    List<String> shipmentNumbers() {
        return shipments.stream().map(Shipment::number).sorted().toList();
    }

    /** When the last of it is due. */
    LocalDate dueOn() {
        return order.payment().dueOn(issuedOn);
    }

    private BigDecimal exchangeRate() {
        return customsRate == null ? BigDecimal.ONE : customsRate.rate();
    }

    /** The letter of undertaking where the supply rests on it, else null. */
    SellingCompany.LetterOfUndertaking undertaking() {
        boolean untaxedZeroRated = tax.endorsement() != null && tax.tax().signum() == 0;
        return untaxedZeroRated ? seller.letterOfUndertaking() : null;
    }

    /** The invoice under its number. */
    TaxInvoice invoice(String number, long documentId) {
        return new TaxInvoice(
                number,
                order.dealNumber(),
                order.number(),
                shipments.size() == 1 ? shipments.get(0).number() : null,
                order.buyerCode(),
                buyer.legalName(),
                buyer.gstin(),
                branch.code(),
                branch.gstin(),
                issuedOn,
                dueOn(),
                order.currency(),
                exchangeRate(),
                tax,
                taxInRupees,
                Money.of(tax.grandTotal(), order.currency()),
                lines,
                documentId,
                paper,
                paper == TaxPaper.BILL_OF_SUPPLY ? null : decision.supplyType().orElse(null),
                terms.placeOverride(),
                shipmentNumbers(),
                false,
                null);
    }
}
