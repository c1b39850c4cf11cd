package io.tradeflow.einvoice;

import io.tradeflow.document.RegistrationPrint;
import io.tradeflow.einvoice.EInvoiceDocument.Abroad;
import io.tradeflow.einvoice.EInvoiceDocument.Corrected;
import io.tradeflow.einvoice.EInvoiceDocument.Item;
import io.tradeflow.einvoice.EInvoiceDocument.Party;
import io.tradeflow.einvoice.EInvoiceDocument.Payment;
import io.tradeflow.invoicing.NoteKind;
import io.tradeflow.invoicing.PlacesOfDispatch;
import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.invoicing.TaxNote;
import io.tradeflow.invoicing.TaxNotes;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.party.SellingCompany;
import io.tradeflow.tax.SupplyNature;
import io.tradeflow.tax.SupplyType;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes what the portal is told from issued tax documents. */
@Component
class EInvoiceDocuments {

    private static final int CENTS = 2;
    private static final int DECIMALS_OF_PRICE = 3;
    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private static final int MOST_OF_TERMS = 100;

    private final TaxInvoices invoices;
    private final TaxNotes notes;
    private final SalesOrders orders;
    private final Parties parties;
    private final PlacesOfDispatch places;
    private final WaysOut waysOut;
    private final Optional<PaidBefore> paidBefore;

    EInvoiceDocuments(
            TaxInvoices invoices,
            TaxNotes notes,
            SalesOrders orders,
            Parties parties,
            PlacesOfDispatch places,
            WaysOut waysOut,
            Optional<PaidBefore> paidBefore) {
        this.invoices = invoices;
        this.notes = notes;
        this.orders = orders;
        this.parties = parties;
        this.places = places;
        this.waysOut = waysOut;
        this.paidBefore = paidBefore;
    }

    /**
     * An issued document as far as registering it goes.
     *
     * @param document empty where the law wants no registration: consumers, and documents without a line that bears tax
     * @param shipmentNumbers whose goods it bills; none for a note
     */
    record Issued(
            Optional<EInvoiceDocument> document,
            String dealNumber,
            String orderNumber,
            String buyerCode,
            List<String> shipmentNumbers,
            Money grandTotal) {}

    /** @throws io.tradeflow.kernel.Problem not-found */
    Issued of(String type, String number) {
        return EInvoice.INVOICE.equals(type) ? ofInvoice(number) : ofNote(number);
    }

    /** The document prints its registration; gives the id of the printed one. */
    long print(EInvoice registered) {
        RegistrationPrint registration = Registrations.printed(registered);
        return EInvoice.INVOICE.equals(registered.documentType())
                ? invoices.printRegistration(registered.documentNumber(), registration)
                : notes.printRegistration(registered.documentNumber(), registration);
    }

    /** It bills nothing any more. */
    void cancel(Actor by, String type, String number) {
        if (EInvoice.INVOICE.equals(type)) {
            invoices.cancel(by, number);
        }
    }

    /** Number of a credit note over this invoice; empty where there is none. */
    Optional<String> creditNote(String invoiceNumber) {
        return notes.ofInvoice(invoiceNumber).stream()
                .filter(note -> note.kind() == NoteKind.CREDIT)
                .map(TaxNote::number)
                .findFirst();
    }

    /** A note that comes too late to change the tax is reported nowhere. */
    private Issued ofNote(String number) {
        TaxNote note = notes.note(number);
        Optional<SupplyType> supplyType =
                note.commercial() ? Optional.empty() : supplyType(note.tax(), note.buyerGstin() != null);
        return new Issued(
                supplyType.map(type -> ofNote(note, type)),
                note.dealNumber(),
                note.orderNumber(),
                note.buyerCode(),
                List.of(),
                note.grandTotal());
    }

    private Issued ofInvoice(String number) {
        TaxInvoice invoice = invoices.invoice(number);
        return new Issued(
                supplyType(invoice).map(supplyType -> ofInvoice(invoice, supplyType)),
                invoice.dealNumber(),
                invoice.orderNumber(),
                invoice.buyerCode(),
                invoice.shipmentNumbers(),
                invoice.grandTotal());
    }

    /** As the tax decision said when the invoice was issued; the invoice keeps its nature and the buyer's GSTIN. */
    static Optional<SupplyType> supplyType(TaxInvoice invoice) {
        return supplyType(invoice.tax(), invoice.buyerGstin() != null);
    }

    private static Optional<SupplyType> supplyType(TaxComputation tax, boolean registered) {
        boolean taxed = tax.lines().stream().anyMatch(line -> line.treatment().bearsTax());
        return taxed
                ? tax.supplyNature()
                        .filter(nature -> nature != SupplyNature.BY_SEZ_UNIT)
                        .flatMap(nature -> SupplyType.of(nature, registered))
                : Optional.empty();
    }

    private EInvoiceDocument ofNote(TaxNote note, SupplyType supplyType) {
        SellingCompany seller = parties.seller();
        Buyer buyer = parties.buyer(note.buyerCode());
        SalesOrder order = orders.order(note.orderNumber());
        TaxComputation tax = note.taxInRupees();
        boolean export = supplyType == SupplyType.EXPWP || supplyType == SupplyType.EXPWOP;
        return new EInvoiceDocument(
                note.kind().code(),
                note.number(),
                note.issuedOn(),
                supplyType,
                tax.reverseCharge(),
                seller(seller, parties.branch(note.branchCode()), note.sellerGstin()),
                buyer(buyer, note.buyerGstin(), note.buyerName(), order),
                tax.placeOfSupplyCode(),
                null,
                null,
                noteItems(note),
                note.invoices().stream()
                        .map(original -> new Corrected(original.quotedNumber(), original.quotedOn()))
                        .toList(),
                order.poNumber(),
                order.poDate(),
                export ? abroad(note.currency(), note.grandTotal().toDocumentScale(), order, WayOut.UNKNOWN) : null,
                null,
                tax.roundOff(),
                tax.grandTotal());
    }

    private static Party seller(SellingCompany seller, Branch branch, String gstin) {
        return new Party(
                gstin, seller.legalName(), seller.tradeName(), branch.address(), seller.phone(), seller.email());
    }

    private static Party buyer(Buyer buyer, String gstin, String name, SalesOrder order) {
        return new Party(gstin, name, buyer.tradeName(), order.billTo(), buyer.phone(), buyer.email());
    }

    /** What a line of a note comes to is its amount; its quantity is zero where only the value changes. */
    private static List<Item> noteItems(TaxNote note) {
        List<Item> items = new ArrayList<>();
        for (int index = 0; index < note.lines().size(); index++) {
            TaxNote.Line line = note.lines().get(index);
            TaxComputation.Line tax = note.taxInRupees().lines().get(index);
            items.add(new Item(
                    line.lineNo(),
                    line.description(),
                    line.hsn(),
                    line.quantity().value(),
                    line.unit(),
                    line.unitPrice().amount().multiply(note.exchangeRate()),
                    tax.taxableValue(),
                    BigDecimal.ZERO.setScale(CENTS),
                    tax.taxableValue(),
                    tax.treatment(),
                    tax.rate(),
                    tax.igst(),
                    tax.cgst(),
                    tax.sgst()));
        }
        return items;
    }

    private EInvoiceDocument ofInvoice(TaxInvoice invoice, SupplyType supplyType) {
        SellingCompany seller = parties.seller();
        Branch branch = parties.branch(invoice.branchCode());
        Buyer buyer = parties.buyer(invoice.buyerCode());
        SalesOrder order = orders.order(invoice.orderNumber());
        TaxComputation tax = invoice.taxInRupees();
        boolean export = supplyType == SupplyType.EXPWP || supplyType == SupplyType.EXPWOP;
        WayOut wayOut = export ? waysOut.of(invoice) : WayOut.UNKNOWN;
        return new EInvoiceDocument(
                EInvoice.INVOICE,
                invoice.number(),
                invoice.issuedOn(),
                supplyType,
                tax.reverseCharge(),
                seller(seller, branch, invoice.sellerGstin()),
                buyer(buyer, invoice.buyerGstin(), invoice.buyerName(), order),
                tax.placeOfSupplyCode(),
                places.of(invoice).orElse(null),
                export ? wayOut.place() : shipTo(order),
                items(invoice),
                List.of(),
                order.poNumber(),
                order.poDate(),
                export ? abroad(invoice.currency(), invoice.grandTotal().toDocumentScale(), order, wayOut) : null,
                payment(invoice, branch, order.payment()),
                tax.roundOff(),
                tax.grandTotal());
    }

    private static Address shipTo(SalesOrder order) {
        Address to = order.shipTo();
        return to == null || to.equals(order.billTo()) || !to.isInIndia() ? null : to;
    }

    private static Abroad abroad(String currency, BigDecimal total, SalesOrder order, WayOut wayOut) {
        Address destination = order.shipTo() == null ? order.billTo() : order.shipTo();
        Address foreign = destination.isInIndia() ? order.billTo() : destination;
        return new Abroad(
                currency, total, foreign.country(), wayOut.port(), wayOut.shippingBill(), wayOut.shippingBillOn());
    }

    private Payment payment(TaxInvoice invoice, Branch branch, PaymentTerms terms) {
        Branch.BankAccount account = branch.bankAccount();
        BigDecimal total = invoice.taxInRupees().grandTotal();
        BigDecimal paid = paidInRupees(invoice, total);
        int days = (int) Math.max(0, ChronoUnit.DAYS.between(invoice.issuedOn(), invoice.dueOn()));
        return new Payment(
                account == null ? null : account.accountName(),
                account == null ? null : account.accountNumber(),
                account == null ? null : account.ifsc(),
                due(terms, days, invoice.dueOn()),
                days,
                paid,
                total.subtract(paid));
    }

    /** In as many characters as the portal takes; instalments are spelled out on the invoice itself. */
    private static String due(PaymentTerms terms, int days, LocalDate dueOn) {
        if (terms.inInstalments()) {
            String words = terms.invoiceWords("invoice");
            return words.length() <= MOST_OF_TERMS ? words : "In instalments, the last by " + DUE.format(dueOn);
        }
        return days == 0 ? "Due on receipt" : "Within " + days + " days, by " + DUE.format(dueOn);
    }

    /** At the invoice's rate; all of it where nothing is left to pay. */
    private BigDecimal paidInRupees(TaxInvoice invoice, BigDecimal total) {
        BigDecimal paid =
                paidBefore.map(known -> known.of(invoice.number()).amount()).orElse(BigDecimal.ZERO);
        return paid.compareTo(invoice.grandTotal().amount()) >= 0
                ? total
                : paid.multiply(invoice.exchangeRate())
                        .setScale(CENTS, RoundingMode.HALF_UP)
                        .min(total);
    }

    private static List<Item> items(TaxInvoice invoice) {
        List<Item> items = new ArrayList<>();
        for (int index = 0; index < invoice.lines().size(); index++) {
            items.add(item(
                    invoice.lines().get(index), invoice.taxInRupees().lines().get(index), invoice.exchangeRate()));
        }
        return items;
    }

    /**
     * The portal wants the taxable value to be amount less discount. So what the line bears of freight, packing and insurance is part of the
     * amount, and its share of the document's discount is the discount. The price is the printed one where no charges are in the amount.
     */
    private static Item item(TaxInvoice.Line line, TaxComputation.Line tax, BigDecimal exchangeRate) {
        BigDecimal discount =
                line.shares().discountShare().multiply(exchangeRate).setScale(CENTS, RoundingMode.HALF_UP);
        BigDecimal gross = tax.taxableValue().add(discount);
        BigDecimal quantity = line.quantity().value();
        BigDecimal unitPrice = line.shares().charges().signum() == 0 || quantity.signum() == 0
                ? line.unitPrice().amount().multiply(exchangeRate)
                : gross.divide(quantity, DECIMALS_OF_PRICE, RoundingMode.HALF_UP);
        return new Item(
                line.lineNo(),
                line.description(),
                line.hsn(),
                quantity,
                line.quantity().unit(),
                unitPrice,
                gross,
                discount,
                tax.taxableValue(),
                tax.treatment(),
                tax.rate(),
                tax.igst(),
                tax.cgst(),
                tax.sgst());
    }
}
