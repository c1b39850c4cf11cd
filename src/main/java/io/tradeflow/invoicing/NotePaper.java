package io.tradeflow.invoicing;

import io.tradeflow.document.ExportPrint;
import io.tradeflow.document.LinePrint;
import io.tradeflow.document.NotePrint;
import io.tradeflow.document.PartyPrint;
import io.tradeflow.document.ReferencePrint;
import io.tradeflow.document.SellerPrint;
import io.tradeflow.document.SupplyPrint;
import io.tradeflow.document.TotalsPrint;
import io.tradeflow.kernel.Money;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.party.Branch;
import io.tradeflow.party.SellingCompany;
import io.tradeflow.tax.AmountInWords;
import io.tradeflow.tax.NoteTax;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a credit or debit note prints: the particulars of CGST rule 53(1A). */
final class NotePaper {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final String RUPEE = "INR";

    private NotePaper() {}

    static NotePrint of(TaxNote note, SalesOrder order, SellingCompany seller, Branch branch) {
        TaxComputation tax = note.tax();
        return new NotePrint(
                note.title(),
                note.number(),
                note.issuedOn(),
                note.dueOn(),
                SellerPrint.of(
                        seller.legalName(),
                        seller.tradeName(),
                        branch.address(),
                        branch.isCertifiedOn(note.issuedOn()) ? note.sellerGstin() : null,
                        seller.pan(),
                        seller.cin(),
                        seller.iec(),
                        seller.phone(),
                        seller.email(),
                        seller.website()),
                PartyPrint.of(note.buyerName(), order.billTo(), note.buyerGstin()),
                deliveredTo(note, order),
                new ReferencePrint(note.dealNumber(), null, note.orderNumber(), null, order.poNumber(), order.poDate()),
                new SupplyPrint(
                        tax.placeOfSupplyCode(),
                        tax.placeOfSupplyName(),
                        tax.nature(),
                        tax.reverseCharge(),
                        tax.endorsement()),
                inRupees(note),
                note.currency(),
                note.invoices().stream()
                        .map(of -> new NotePrint.Original(
                                of.quotedNumber(), of.quotedOn(), of.total().amount()))
                        .toList(),
                lines(note),
                totals(tax),
                AmountInWords.of(note.grandTotal()),
                note.reason().label(),
                note.remark(),
                declarations(note),
                null);
    }

    /** Rule 53(1A)(f) wants the address of delivery where the recipient is not registered. */
    private static PartyPrint deliveredTo(TaxNote note, SalesOrder order) {
        return note.buyerGstin() != null
                        || order.shipTo() == null
                        || order.shipTo().equals(order.billTo())
                ? null
                : PartyPrint.of(note.buyerName(), order.shipTo(), null);
    }

    private static ExportPrint inRupees(TaxNote note) {
        if (note.currency().equals(RUPEE)) {
            return null;
        }
        TaxComputation rupees = note.taxInRupees();
        return new ExportPrint(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                note.exchangeRate(),
                null,
                rupees.taxableValue(),
                rupees.igst(),
                rupees.grandTotal());
    }

    private static List<LinePrint> lines(TaxNote note) {
        List<LinePrint> lines = new ArrayList<>();
        BigDecimal running = BigDecimal.ZERO;
        for (int at = 0; at < note.lines().size(); at++) {
            TaxNote.Line line = note.lines().get(at);
            TaxComputation.Line tax = note.tax().lines().get(at);
            running = running.add(tax.taxableValue());
            lines.add(new LinePrint(
                            line.lineNo(),
                            line.sku(),
                            line.description(),
                            note.quotedNumber(line) + ", line " + line.invoiceLineNo(),
                            line.hsn(),
                            line.quantity().value(),
                            line.unit(),
                            null,
                            null,
                            line.unitPrice().amount(),
                            tax.taxableValue(),
                            tax.rate(),
                            tax.cgst(),
                            tax.sgst(),
                            tax.igst())
                    .carrying(running));
        }
        return lines;
    }

    private static TotalsPrint totals(TaxComputation tax) {
        return new TotalsPrint(
                null,
                null,
                tax.taxableValue(),
                tax.cgst(),
                tax.sgst(),
                tax.igst(),
                tax.tax(),
                tax.roundOff(),
                tax.grandTotal());
    }

    private static List<String> declarations(TaxNote note) {
        if (note.commercial()) {
            return List.of("Commercial " + note.title().toLowerCase(Locale.ROOT)
                    + " without GST: the time in which the tax of "
                    + (note.invoices().size() == 1 ? "this invoice" : "these invoices") + " can be changed ended on "
                    + DAY.format(NoteTax.lastDay(note.invoices().get(0).issuedOn()))
                    + ". The tax charged stays as invoiced, and so does the input tax credit.");
        }
        if (asksForReversal(note)) {
            return List.of("Please reverse the input tax credit of "
                    + amount(note.taxInRupees().tax())
                    + " if you have taken it, and accept this note in your Invoice Management System: our tax falls only"
                    + " when you have (CGST Act s. 34(2)).");
        }
        return List.of();
    }

    /** Whether the buyer may have taken credit for the tax this note takes back. */
    static boolean asksForReversal(TaxNote note) {
        return note.kind() == NoteKind.CREDIT
                && note.buyerGstin() != null
                && note.taxInRupees().tax().signum() > 0;
    }

    private static String amount(BigDecimal rupees) {
        return "₹ " + AmountInWords.grouped(Money.of(rupees, RUPEE));
    }
}
