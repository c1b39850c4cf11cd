package io.tradeflow.invoicing;

import io.tradeflow.document.BankPrint;
import io.tradeflow.document.ExportPrint;
import io.tradeflow.document.HsnPrint;
import io.tradeflow.document.Instalments;
import io.tradeflow.document.LinePrint;
import io.tradeflow.document.PartyPrint;
import io.tradeflow.document.ReferencePrint;
import io.tradeflow.document.SellerPrint;
import io.tradeflow.document.SupplyPrint;
import io.tradeflow.document.TaxInvoicePrint;
import io.tradeflow.document.TotalsPrint;
import io.tradeflow.inventory.Warehouse;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Letterhead;
import io.tradeflow.party.SellingCompany;
import io.tradeflow.quotation.LineShares;
import io.tradeflow.tax.AmountInWords;
import io.tradeflow.tax.GstState;
import io.tradeflow.tax.TaxComputation;
import io.tradeflow.tax.TaxPaper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an invoice prints: the particulars of CGST rule 46 and what trade practice adds. */
final class InvoicePaper {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    /** The words of CGST rule 46(s). */
    private static final String NOT_REGISTERED = "We hereby declare that though our aggregate turnover in any preceding"
            + " financial year from 2017-18 onwards is more than the aggregate turnover notified under sub-rule (4) of rule"
            + " 48, we are not required to prepare an invoice in terms of the provisions of the said sub-rule.";

    private static final String NO_CERTIFICATE =
            "Our certificate of registration under GST is not granted yet, so no GSTIN is stated and no tax"
                    + " is charged (CGST Act s. 32(1)). A revised invoice may follow it (s. 31(3)(a)).";

    private InvoicePaper() {}

    /** @param registers whether the company has to register invoices on that day (CGST rule 48(4)) */
    static TaxInvoicePrint of(String number, InvoiceContent content, boolean registers) {
        return of(number, content, registers, null);
    }

    /** @param dispatchedFrom null where the goods leave from the branch, or from several places */
    static TaxInvoicePrint of(String number, InvoiceContent content, boolean registers, Warehouse dispatchedFrom) {
        TaxComputation tax = content.tax();
        SalesOrder order = content.order();
        return new TaxInvoicePrint(
                title(content),
                number,
                content.issuedOn(),
                content.dueOn(),
                seller(content.seller(), content.branch(), content.issuedOn()),
                dispatchedFrom == null ? null : PartyPrint.of(dispatchedFrom.name(), dispatchedFrom.address(), null),
                billTo(order, content.buyer()),
                shipTo(order, content.buyer()),
                reference(content),
                new SupplyPrint(
                        tax.placeOfSupplyCode(),
                        tax.placeOfSupplyName(),
                        tax.nature(),
                        tax.reverseCharge(),
                        tax.endorsement()),
                export(content),
                order.currency(),
                lines(content),
                tax.summary().stream().map(InvoicePaper::hsnRow).toList(),
                totals(content),
                AmountInWords.of(Money.of(tax.grandTotal(), order.currency())),
                paymentTerms(content),
                bank(
                        content.branch().bankAccount(),
                        UpiPayment.of(
                                content.branch().bankAccount(), Money.of(tax.grandTotal(), order.currency()), number)),
                declarations(content, registers),
                null,
                content.paper().name(),
                Instalments.of(order.payment(), content.issuedOn(), total(content)));
    }

    private static String title(InvoiceContent content) {
        return switch (content.paper()) {
            case BILL_OF_SUPPLY -> "Bill of supply";
            case INVOICE_CUM_BILL_OF_SUPPLY -> "Invoice-cum-bill of supply";
            default -> isExport(content.tax()) ? "Export invoice" : "Tax invoice";
        };
    }

    private static boolean isExport(TaxComputation tax) {
        return GstState.OUTSIDE_INDIA.equals(tax.placeOfSupplyCode());
    }

    static SellerPrint seller(SellingCompany seller, Branch branch, LocalDate day) {
        return Letterhead.of(seller, branch, day);
    }

    private static PartyPrint billTo(SalesOrder order, Buyer buyer) {
        return PartyPrint.of(buyer.legalName(), order.billTo(), buyer.gstin())
                .reachedBy(buyer.contactName(), buyer.phone(), buyer.email());
    }

    private static PartyPrint shipTo(SalesOrder order, Buyer buyer) {
        return order.shipTo() == null || order.shipTo().equals(order.billTo())
                ? null
                : PartyPrint.of(buyer.legalName(), order.shipTo(), null);
    }

    private static ReferencePrint reference(InvoiceContent content) {
        SalesOrder order = content.order();
        return new ReferencePrint(
                order.dealNumber(),
                order.quoteNumber(),
                order.number(),
                String.join(", ", content.shipmentNumbers()),
                order.poNumber(),
                order.poDate());
    }

    /** What exports, supplies to a special economic zone and invoices in foreign currency say besides; else null. */
    private static ExportPrint export(InvoiceContent content) {
        TaxComputation rupees = content.taxInRupees();
        boolean foreign = content.customsRate() != null;
        if (rupees.endorsement() == null && !foreign) {
            return null;
        }
        SellingCompany.LetterOfUndertaking undertaking = content.undertaking();
        return new ExportPrint(
                undertaking == null ? null : undertaking.arn(),
                undertaking == null ? null : undertaking.validFrom(),
                undertaking == null ? null : undertaking.validUntil(),
                isExport(rupees) ? countryOf(content.order()) : null,
                isExport(rupees) ? content.terms().portOfLoading() : null,
                isExport(rupees) ? content.terms().portOfDischarge() : null,
                content.terms().deliveryTerms(),
                foreign ? content.customsRate().rate() : null,
                foreign ? rateFrom(content) : null,
                foreign ? rupees.taxableValue() : null,
                foreign ? rupees.igst() : null,
                foreign ? rupees.grandTotal() : null);
    }

    private static String rateFrom(InvoiceContent content) {
        return content.customsRate().source() + ", from "
                + DAY.format(content.customsRate().validFrom());
    }

    private static String countryOf(SalesOrder order) {
        Address destination = order.shipTo() == null ? order.billTo() : order.shipTo();
        return new Locale("", destination.country()).getDisplayCountry(Locale.ENGLISH);
    }

    /** Each with the taxable value down to it, for the carry-over of long invoices. */
    private static List<LinePrint> lines(InvoiceContent content) {
        List<LinePrint> lines = new ArrayList<>();
        BigDecimal running = BigDecimal.ZERO;
        for (int index = 0; index < content.lines().size(); index++) {
            TaxComputation.Line tax = content.tax().lines().get(index);
            running = running.add(tax.taxableValue());
            lines.add(line(content.lines().get(index), tax).carrying(running));
        }
        return lines;
    }

    private static LinePrint line(TaxInvoice.Line line, TaxComputation.Line tax) {
        return new LinePrint(
                line.lineNo(),
                line.sku(),
                line.description(),
                line.batches(),
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
                line.shares().equals(LineShares.NONE) ? null : line.net().toDocumentScale(),
                null);
    }

    private static HsnPrint hsnRow(TaxComputation.RateSummary row) {
        return new HsnPrint(row.hsn(), row.taxableValue(), row.rate(), row.cgst(), row.sgst(), row.igst());
    }

    private static TotalsPrint totals(InvoiceContent content) {
        TaxComputation tax = content.tax();
        BigDecimal notShown = null;
        BigDecimal goods = content.lines().stream()
                .map(line -> line.net().toDocumentScale())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        LineShares shares =
                content.lines().stream().map(TaxInvoice.Line::shares).reduce(LineShares.NONE, LineShares::plus);
        return new TotalsPrint(
                notShown,
                notShown,
                goods,
                shares.discountShare(),
                null,
                shares.freightShare(),
                shares.packingShare(),
                shares.insuranceShare(),
                tax.taxableValue(),
                tax.cgst(),
                tax.sgst(),
                tax.igst(),
                tax.tax(),
                tax.roundOff(),
                tax.grandTotal());
    }

    private static String paymentTerms(InvoiceContent content) {
        PaymentTerms payment = content.order().payment();
        String document = isBill(content) ? "this bill" : "invoice";
        String due = payment.inInstalments()
                ? payment.invoiceWords(document)
                : payment.creditDays() == 0 && payment.dueDayText() == null
                        ? "Due on receipt of " + (isBill(content) ? "this bill" : "the invoice")
                        : payment.invoiceWords(document) + ", due on " + DAY.format(content.dueOn());
        PaymentTerms.EarlyDiscount early = payment.discount();
        return early == null
                ? due
                : due
                        + "; %s less, %s %s, if all of it is paid by %s"
                                .formatted(
                                        early.percent(),
                                        content.order().currency(),
                                        AmountInWords.grouped(early.of(total(content))),
                                        DAY.format(early.until(content.issuedOn())));
    }

    private static Money total(InvoiceContent content) {
        return Money.of(content.tax().grandTotal(), content.order().currency());
    }

    private static boolean isBill(InvoiceContent content) {
        return content.paper() == TaxPaper.BILL_OF_SUPPLY;
    }

    /** Rule 46(s) asks for a sentence of its own on invoices that are not registered by a company that registers its others. */
    private static List<String> declarations(InvoiceContent content, boolean registers) {
        String correct = "We declare that this " + (isBill(content) ? "bill of supply" : "invoice")
                + " shows the actual price of the goods described and that all particulars are true and correct.";
        boolean unregistered =
                !isBill(content) && content.decision().supplyType().isEmpty();
        if (!content.branch().isCertifiedOn(content.issuedOn())) {
            return List.of(correct, NO_CERTIFICATE);
        }
        return registers && unregistered ? List.of(correct, NOT_REGISTERED) : List.of(correct);
    }

    static BankPrint bank(Branch.BankAccount account, String upiPayment) {
        return account == null
                ? null
                : new BankPrint(
                        account.accountName(),
                        account.bank(),
                        account.accountNumber(),
                        account.ifsc(),
                        null,
                        account.upiId(),
                        upiPayment);
    }
}
