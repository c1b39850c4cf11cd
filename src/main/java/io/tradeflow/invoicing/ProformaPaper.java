package io.tradeflow.invoicing;

import io.tradeflow.document.LinePrint;
import io.tradeflow.document.PartyPrint;
import io.tradeflow.document.ProformaPrint;
import io.tradeflow.document.SupplyPrint;
import io.tradeflow.kernel.Money;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.SellingCompany;
import io.tradeflow.tax.AmountInWords;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a proforma invoice prints. */
final class ProformaPaper {

    private ProformaPaper() {}

    static ProformaPrint of(
            String number,
            LocalDate issuedOn,
            ProformaSource source,
            TaxComputation tax,
            SellingCompany seller,
            Branch branch,
            Buyer buyer) {
        Money total = Money.of(tax.grandTotal(), source.currency());
        boolean advance = source.advance().isPositive();
        return new ProformaPrint(
                number,
                issuedOn,
                source.validUntil(),
                InvoicePaper.seller(seller, branch, issuedOn),
                PartyPrint.of(buyer.legalName(), source.billTo(), buyer.gstin())
                        .reachedBy(buyer.contactName(), buyer.phone(), buyer.email()),
                source.shipTo() == null || source.shipTo().equals(source.billTo())
                        ? null
                        : PartyPrint.of(buyer.legalName(), source.shipTo(), null),
                source.reference(),
                new SupplyPrint(
                        tax.placeOfSupplyCode(),
                        tax.placeOfSupplyName(),
                        tax.nature(),
                        tax.reverseCharge(),
                        tax.endorsement()),
                source.currency(),
                lines(source, tax),
                source.totals(tax),
                AmountInWords.of(total),
                advance ? source.advance().amount() : null,
                advance ? source.advancePercent() : null,
                source.paymentTerms(),
                source.deliveryTerms(),
                source.terms(),
                InvoicePaper.bank(
                        branch.bankAccount(), UpiPayment.of(branch.bankAccount(), source.asked(total), number)));
    }

    /** Each with the taxable value down to it, for the carry-over. */
    private static List<LinePrint> lines(ProformaSource source, TaxComputation tax) {
        List<LinePrint> lines = new ArrayList<>();
        BigDecimal running = BigDecimal.ZERO;
        for (int index = 0; index < source.lines().size(); index++) {
            TaxComputation.Line taxed = tax.lines().get(index);
            running = running.add(taxed.taxableValue());
            lines.add(line(source.lines().get(index), taxed).carrying(running));
        }
        return lines;
    }

    private static LinePrint line(ProformaSource.Line line, TaxComputation.Line tax) {
        return new LinePrint(
                line.lineNo(),
                line.sku(),
                line.description(),
                line.note(),
                line.hsn(),
                line.quantity().value(),
                line.quantity().unit(),
                null,
                null,
                line.unitPrice().amount(),
                tax.taxableValue(),
                tax.rate(),
                tax.cgst(),
                tax.sgst(),
                tax.igst(),
                line.net().compareTo(tax.taxableValue()) == 0 ? null : line.net(),
                null);
    }
}
