package io.tradeflow.invoicing;

import io.tradeflow.document.ReferencePrint;
import io.tradeflow.document.TotalsPrint;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.quotation.Quote;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a proforma invoice says of a quote or an order.
 *
 * @param taxedOn the day whose rates the agreed totals are computed with
 * @param advance zero where none is asked for, or none is agreed yet
 */
record ProformaSource(
        ProformaInvoice.MadeFor madeFor,
        String number,
        int revision,
        ReferencePrint reference,
        String buyerCode,
        String branchCode,
        Address billTo,
        Address shipTo,
        String currency,
        LocalDate taxedOn,
        LocalDate validUntil,
        List<Line> lines,
        Extras extras,
        Money advance,
        String advancePercent,
        String paymentTerms,
        String deliveryTerms,
        List<String> terms) {

    /** @param taxable what is taxed: net with the shares of discount and charges */
    record Line(
            int lineNo,
            String sku,
            String description,
            String note,
            String hsn,
            Quantity quantity,
            Money unitPrice,
            BigDecimal net,
            BigDecimal taxable) {}

    /** Discount on the whole and charges. */
    record Extras(
            BigDecimal discount,
            BigDecimal discountPercent,
            BigDecimal freight,
            BigDecimal packing,
            BigDecimal insurance) {}

    static ProformaSource of(Quote quote) {
        return new ProformaSource(
                ProformaInvoice.MadeFor.QUOTE,
                quote.number(),
                quote.revision(),
                new ReferencePrint(quote.dealNumber(), quote.number(), null, null, quote.poNumber(), quote.poDate()),
                quote.buyerCode(),
                quote.branchCode(),
                quote.billTo(),
                quote.shipTo(),
                quote.currency(),
                quote.quotedOn(),
                quote.validUntil(),
                quote.firmLines().stream()
                        .map(line -> new Line(
                                line.lineNo(),
                                line.sku(),
                                line.description(),
                                line.note(),
                                line.hsn(),
                                line.quantity(),
                                line.unitPrice(),
                                line.net().toDocumentScale(),
                                line.taxableValue().toDocumentScale()))
                        .toList(),
                new Extras(
                        quote.documentDiscount().documentDiscount(),
                        quote.documentDiscount().discountPercent(),
                        quote.charges().freight(),
                        quote.charges().packing(),
                        quote.charges().insurance()),
                Money.zero(quote.currency()),
                null,
                quote.paymentTerms() == null ? null : quote.paymentTerms().allWords(),
                quote.conditions().incoterms(),
                paragraphs(quote.terms()));
    }

    static ProformaSource of(SalesOrder order) {
        return new ProformaSource(
                ProformaInvoice.MadeFor.ORDER,
                order.number(),
                order.revision(),
                new ReferencePrint(
                        order.dealNumber(),
                        order.quoteNumber(),
                        order.number(),
                        null,
                        order.poNumber(),
                        order.poDate()),
                order.buyerCode(),
                order.branchCode(),
                order.billTo(),
                order.shipTo(),
                order.currency(),
                order.taxedOn(),
                null,
                order.lines().stream()
                        .map(line -> new Line(
                                line.lineNo(),
                                line.sku(),
                                line.description(),
                                line.note(),
                                line.hsn(),
                                line.ordered(),
                                line.unitPrice(),
                                line.net().toDocumentScale(),
                                line.taxableValue().toDocumentScale()))
                        .toList(),
                new Extras(
                        order.extras().documentDiscount().amount(),
                        null,
                        order.extras().freight().amount(),
                        order.extras().packing().amount(),
                        order.extras().insurance().amount()),
                order.advance(),
                order.advancePercent().value().stripTrailingZeros().toPlainString(),
                order.payment().words(),
                order.delivery().incoterm() == null
                        ? null
                        : order.delivery().incoterm().words(),
                paragraphs(order.terms()));
    }

    /** What is to be paid on it, of a total of that much. */
    Money asked(Money total) {
        return advance.isPositive() ? advance : total;
    }

    TotalsPrint totals(TaxComputation tax) {
        return new TotalsPrint(
                null,
                null,
                lines.stream().map(Line::net).reduce(BigDecimal.ZERO, BigDecimal::add),
                extras.discount(),
                extras.discountPercent(),
                extras.freight(),
                extras.packing(),
                extras.insurance(),
                tax.taxableValue(),
                tax.cgst(),
                tax.sgst(),
                tax.igst(),
                tax.tax(),
                tax.roundOff(),
                tax.grandTotal());
    }

    private static List<String> paragraphs(String text) {
        return text == null
                ? List.of()
                : text.lines().filter(line -> !line.isBlank()).toList();
    }
}
