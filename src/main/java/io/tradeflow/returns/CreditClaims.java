package io.tradeflow.returns;

import io.tradeflow.invoicing.BilledSupplies;
import io.tradeflow.invoicing.NoteDraft;
import io.tradeflow.invoicing.NoteDrafts;
import io.tradeflow.invoicing.NoteIssued;
import io.tradeflow.invoicing.NoteNotPossible;
import io.tradeflow.invoicing.NotePreview;
import io.tradeflow.invoicing.NoteReason;
import io.tradeflow.invoicing.NoteRequest;
import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.invoicing.TaxNote;
import io.tradeflow.invoicing.TaxNotes;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Apportionment;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is to be credited for returned goods: lines and quantities of the invoices they were billed with, and what they come to. A claim is
 * no debt: what the buyer owes changes when the credit note exists.
 */
@Service
@Transactional
public class CreditClaims {

    private final Returns returns;
    private final BilledSupplies supplies;
    private final TaxNotes notes;
    private final NoteDrafts drafts;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CreditClaims(
            Returns returns,
            BilledSupplies supplies,
            TaxNotes notes,
            NoteDrafts drafts,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.returns = returns;
        this.supplies = supplies;
        this.notes = notes;
        this.drafts = drafts;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * So much of an invoice line.
     *
     * @param invoice with the figures of its revised invoice, where there is one
     * @param line as it was billed first: a revised invoice has lost what notes before it took, and lines they took whole
     */
    private record Part(TaxInvoice invoice, TaxInvoice.Line line, BigDecimal quantity) {

        NoteRequest.Line wanted() {
            return NoteRequest.Line.ofQuantity(invoice.number(), line.lineNo(), quantity);
        }

        Part plus(BigDecimal more) {
            return new Part(invoice, line, quantity.add(more));
        }

        /** Its part of what the line was invoiced with; by the bill where its revised invoice has not that many of the goods. */
        TaxComputation.Line asInvoiced(TaxInvoice issued) {
            return of(invoice).or(() -> of(issued)).orElseThrow();
        }

        private Optional<TaxComputation.Line> of(TaxInvoice paper) {
            return paper.lines().stream()
                    .filter(of -> of.lineNo() == line.lineNo()
                            && of.quantity().value().compareTo(quantity) >= 0)
                    .findFirst()
                    .map(of -> part(paper.tax(), of.quantity().value()));
        }

        private TaxComputation.Line part(TaxComputation tax, BigDecimal all) {
            TaxComputation.Line whole = tax.lines().stream()
                    .filter(of -> of.lineNo() == line.lineNo())
                    .findFirst()
                    .orElseThrow();
            return new TaxComputation.Line(
                    whole.lineNo(),
                    whole.hsn(),
                    whole.treatment(),
                    Apportionment.due(whole.taxableValue(), quantity, all),
                    whole.rate(),
                    Apportionment.due(whole.cgst(), quantity, all),
                    Apportionment.due(whole.sgst(), quantity, all),
                    Apportionment.due(whole.igst(), quantity, all));
        }

        /** One note corrects invoices of which all this is the same. */
        String noteKey() {
            return String.join(
                    " ",
                    invoice.sellerGstin(),
                    FinancialYear.of(invoice.issuedOn()).code(),
                    invoice.tax().placeOfSupplyCode(),
                    invoice.tax().nature(),
                    invoice.exchangeRate().toPlainString());
        }
    }

    /**
     * Claims what the return's goods were billed with: from the invoice of their shipment first, for a replacement from the order's other
     * invoices. Claims and credit notes on an invoice line together never exceed it. May be repeated.
     *
     * @throws Problem {@code nothing-to-credit} where not all of it was invoiced
     */
    public List<CreditClaim> claim(String returnNumber) {
        GoodsReturn goods = returns.locked(returnNumber);
        if (!goods.reopensBilling() || !ofReturn(returnNumber).isEmpty()) {
            return ofReturn(returnNumber);
        }
        lock(goods);
        List<TaxInvoice> ofDeal = supplies.ofDeal(goods.dealNumber());
        Map<String, Map<Integer, BigDecimal>> byShipment = new TreeMap<>();
        goods.lines().forEach(line -> byShipment
                .computeIfAbsent(line.shipmentNumber(), shipment -> new TreeMap<>())
                .merge(line.orderLineNo(), goods.counting(line), BigDecimal::add));
        Map<String, Part> parts = new TreeMap<>();
        byShipment.forEach((shipment, quantities) ->
                quantities.forEach((orderLine, quantity) -> take(parts, ofDeal, shipment, orderLine, quantity)));
        byNote(parts.values()).forEach(together -> insert(goods, together));
        return ofReturn(returnNumber);
    }

    /** Claims of one order are made and credited one after the other. */
    void lock(GoodsReturn goods) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('credit-claims:' || :order, 0))")
                .param("order", goods.orderNumber())
                .query((row, index) -> index)
                .single();
    }

    private void take(
            Map<String, Part> parts, List<TaxInvoice> ofDeal, String shipment, int orderLine, BigDecimal quantity) {
        BigDecimal uncredited = take(parts, ofDeal, shipment, orderLine, quantity, this::left);
        // what finance had credited by hand is claimed all the same: a person says by which note
        BigDecimal uninvoiced = take(parts, ofDeal, shipment, orderLine, uncredited, this::unclaimed);
        if (uninvoiced.signum() > 0) {
            throw Problem.conflict(
                    "nothing-to-credit",
                    "Nothing to credit",
                    "Of order line " + orderLine + " "
                            + uninvoiced.stripTrailingZeros().toPlainString()
                            + " more would be credited than was invoiced");
        }
    }

    /** @return what there was not enough for */
    private BigDecimal take(
            Map<String, Part> parts,
            List<TaxInvoice> ofDeal,
            String shipment,
            int orderLine,
            BigDecimal quantity,
            BiFunction<TaxInvoice, TaxInvoice.Line, BigDecimal> leftOf) {
        BigDecimal left = quantity;
        List<TaxInvoice> itsOwnFirst = ofDeal.stream()
                .sorted(Comparator.comparing((TaxInvoice invoice) -> !invoice.covers(shipment)))
                .toList();
        for (TaxInvoice invoice : itsOwnFirst) {
            for (TaxInvoice.Line line : asIssued(invoice).lines()) {
                if (line.orderLineNo() == orderLine && left.signum() > 0) {
                    String key = invoice.number() + " " + line.lineNo();
                    Part before = parts.getOrDefault(key, new Part(invoice, line, BigDecimal.ZERO));
                    BigDecimal free = leftOf.apply(invoice, line).subtract(before.quantity());
                    BigDecimal taken = left.min(free);
                    if (taken.signum() > 0) {
                        parts.put(key, before.plus(taken));
                        left = left.subtract(taken);
                    }
                }
            }
        }
        return left;
    }

    private TaxInvoice asIssued(TaxInvoice invoice) {
        return invoice.revision() == null ? invoice : supplies.asIssued(invoice.number());
    }

    /** What no return has claimed of the line as billed, whether credited or not. */
    private BigDecimal unclaimed(TaxInvoice invoice, TaxInvoice.Line line) {
        return line.quantity()
                .value()
                .subtract(jdbc.sql("select coalesce(sum(quantity), 0) from credit_claim"
                                + " where invoice_number = :invoice and invoice_line_no = :line")
                        .param("invoice", invoice.number())
                        .param("line", line.lineNo())
                        .query(BigDecimal.class)
                        .single());
    }

    /** What neither a claim nor a credit note has taken of the line as billed, be it before or after a revision. */
    private BigDecimal left(TaxInvoice invoice, TaxInvoice.Line line) {
        BigDecimal claimed = jdbc.sql("select coalesce(sum(quantity), 0) from credit_claim"
                        + " where invoice_number = :invoice and invoice_line_no = :line and not is_note")
                .param("invoice", invoice.number())
                .param("line", line.lineNo())
                .query(BigDecimal.class)
                .single();
        BigDecimal credited = notes.ofInvoice(invoice.number()).stream()
                .flatMap(note -> note.lines().stream())
                .filter(of -> of.invoiceNumber().equals(invoice.number()) && of.invoiceLineNo() == line.lineNo())
                .map(of -> of.quantity().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return line.quantity().value().subtract(claimed).subtract(credited);
    }

    private static List<List<Part>> byNote(Iterable<Part> parts) {
        Map<String, List<Part>> together = new TreeMap<>();
        parts.forEach(part -> together.computeIfAbsent(part.noteKey(), key -> new ArrayList<>())
                .add(part));
        return List.copyOf(together.values());
    }

    /** With what a note over these parts would come to. */
    private void insert(GoodsReturn goods, List<Part> parts) {
        Optional<NotePreview> preview = preview(goods, parts);
        for (Part part : parts) {
            TaxComputation.Line tax = preview.map(known -> taxOf(
                            known.lines(),
                            known.tax(),
                            part.invoice().number(),
                            part.line().lineNo()))
                    .orElseGet(() -> part.asInvoiced(asIssued(part.invoice())));
            jdbc.sql(
                            """
                            insert into credit_claim (return_number, deal_number, order_number, buyer_code, invoice_number,
                                invoice_line_no, order_line_no, sku, description, quantity, unit, currency, taxable_value,
                                cgst, sgst, igst)
                            values (:return, :deal, :order, :buyer, :invoice, :line, :orderLine, :sku, :description,
                                :quantity, :unit, :currency, :taxable, :cgst, :sgst, :igst)""")
                    .param("return", goods.number())
                    .param("deal", goods.dealNumber())
                    .param("order", goods.orderNumber())
                    .param("buyer", goods.buyerCode())
                    .param("invoice", part.invoice().number())
                    .param("line", part.line().lineNo())
                    .param("orderLine", part.line().orderLineNo())
                    .param("sku", part.line().sku())
                    .param("description", part.line().description())
                    .param("quantity", part.quantity())
                    .param("unit", part.line().quantity().unit())
                    .param("currency", part.invoice().currency())
                    .param("taxable", tax.taxableValue())
                    .param("cgst", tax.cgst())
                    .param("sgst", tax.sgst())
                    .param("igst", tax.igst())
                    .update();
        }
    }

    /** Empty where other notes have taken what is claimed. */
    private Optional<NotePreview> preview(GoodsReturn goods, List<Part> parts) {
        try {
            return Optional.of(notes.preview(request(goods, parts), goods.number()));
        } catch (NoteNotPossible taken) {
            return Optional.empty();
        }
    }

    private static TaxComputation.Line taxOf(
            List<TaxNote.Line> lines, TaxComputation tax, String invoiceNumber, int invoiceLineNo) {
        int at = 0;
        while (!lines.get(at).invoiceNumber().equals(invoiceNumber)
                || lines.get(at).invoiceLineNo() != invoiceLineNo) {
            at++;
        }
        return tax.lines().get(at);
    }

    private static NoteRequest request(GoodsReturn goods, List<Part> parts) {
        return new NoteRequest(
                goods.kind() == ReturnKind.LOST_IN_TRANSIT ? NoteReason.QUANTITY_SHORT : NoteReason.GOODS_RETURNED,
                "Return " + goods.number() + ": " + goods.kind().label(),
                parts.stream().map(Part::wanted).toList());
    }

    /** What of the return waits for its credit note, each list for a note of its own. */
    private List<List<Part>> open(String returnNumber) {
        List<Part> parts = new ArrayList<>();
        Map<String, TaxInvoice> byNumber = new TreeMap<>();
        for (CreditClaim claim : ofReturn(returnNumber)) {
            if (claim.creditNoteNumber() == null) {
                TaxInvoice invoice = byNumber.computeIfAbsent(claim.invoiceNumber(), supplies::supply);
                TaxInvoice.Line line = asIssued(invoice).lines().stream()
                        .filter(of -> of.lineNo() == claim.invoiceLineNo())
                        .findFirst()
                        .orElseThrow();
                parts.add(new Part(invoice, line, claim.quantity().value()));
            }
        }
        return byNote(parts);
    }

    /**
     * Whether the return's claims could be credited now.
     *
     * @throws Problem as {@link TaxNotes#preview}, where other notes have taken what is claimed
     */
    @Transactional(readOnly = true)
    public void checkCreditable(String returnNumber) {
        GoodsReturn goods = returns.goodsReturn(returnNumber);
        open(returnNumber).forEach(together -> notes.preview(request(goods, together), returnNumber));
    }

    /** A draft of a credit note over what one note can take of the return's claims. */
    public NoteDraft draft(Actor by, String returnNumber) {
        GoodsReturn goods = returns.locked(returnNumber);
        List<Part> next = open(returnNumber).stream()
                .findFirst()
                .orElseThrow(() -> Problem.conflict(
                        "nothing-to-credit", "Nothing to credit", "All of return " + returnNumber + " is credited"));
        return drafts.draftForReturn(by, request(goods, next), returnNumber);
    }

    /** Whether more than one note is needed for what is not credited yet. */
    @Transactional(readOnly = true)
    public boolean needsAnother(String returnNumber) {
        return open(returnNumber).size() > 1;
    }

    /** Whether something of the return still waits for its credit note. */
    @Transactional(readOnly = true)
    public boolean isOpen(String returnNumber) {
        return !open(returnNumber).isEmpty();
    }

    /** Finance lets the credit wait; the reason is for staff. */
    public void held(String returnNumber, String reason, Actor by) {
        events.publishEvent(DealProgress.internal(
                returns.goodsReturn(returnNumber).dealNumber(),
                "The credit for return " + returnNumber + " is held: " + reason,
                returnNumber,
                by));
    }

    /** The credit note of a return is in the book. */
    @EventListener
    public void on(NoteIssued event) {
        TaxNote note = notes.note(event.noteNumber());
        if (note.returnNumber() == null) {
            return;
        }
        for (TaxNote.Line line : note.lines()) {
            TaxComputation.Line tax = taxOf(note.lines(), note.tax(), line.invoiceNumber(), line.invoiceLineNo());
            jdbc.sql(
                            """
                            update credit_claim set credit_note_number = :note, is_note = true, credited_by = :by,
                                credited_at = :now, taxable_value = :taxable, cgst = :cgst, sgst = :sgst, igst = :igst
                            where return_number = :return and invoice_number = :invoice and invoice_line_no = :line
                                and credit_note_number is null""")
                    .param("note", note.number())
                    .param("by", Actor.PROGRAM.name())
                    .param("now", OffsetDateTime.now(clock))
                    .param("taxable", tax.taxableValue())
                    .param("cgst", tax.cgst())
                    .param("sgst", tax.sgst())
                    .param("igst", tax.igst())
                    .param("return", note.returnNumber())
                    .param("invoice", line.invoiceNumber())
                    .param("line", line.invoiceLineNo())
                    .update();
        }
        events.publishEvent(DealProgress.noted(
                note.dealNumber(),
                "Credit note " + note.number() + " for return " + note.returnNumber(),
                note.returnNumber(),
                Actor.PROGRAM));
    }

    /** For returns that began before credit notes were issued here. @throws Problem {@code credit-note-number-missing} */
    public void checkCreditNote(String creditNoteNumber) {
        if (creditNoteNumber == null || !creditNoteNumber.matches("[A-Za-z0-9/-]{1,16}")) {
            throw Problem.invalid(
                    "credit-note-number-missing",
                    "creditNoteNumber",
                    "Enter the credit note's number: at most 16 letters, digits, hyphens and slashes");
        }
    }

    /** A credit note that was issued elsewhere exists. May be repeated: the first number counts. */
    public void credited(String returnNumber, String creditNoteNumber, Actor by) {
        checkCreditNote(creditNoteNumber);
        int credited = jdbc.sql(
                        """
                        update credit_claim set credit_note_number = :note, credited_by = :by, credited_at = :now
                        where return_number = :return and credit_note_number is null""")
                .param("note", creditNoteNumber)
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .param("return", returnNumber)
                .update();
        if (credited > 0) {
            events.publishEvent(DealProgress.noted(
                    returns.goodsReturn(returnNumber).dealNumber(),
                    "Credit note " + creditNoteNumber + " for return " + returnNumber,
                    returnNumber,
                    by));
        }
    }

    @Transactional(readOnly = true)
    public List<CreditClaim> ofReturn(String returnNumber) {
        return select("return_number = :key", returnNumber);
    }

    @Transactional(readOnly = true)
    public List<CreditClaim> ofDeal(String dealNumber) {
        return select("deal_number = :key", dealNumber);
    }

    private List<CreditClaim> select(String condition, String key) {
        return jdbc.sql("select * from credit_claim where " + condition
                        + " order by invoice_number, invoice_line_no, id")
                .param("key", key)
                .query((row, index) -> claim(row))
                .list();
    }

    private static CreditClaim claim(ResultSet row) throws SQLException {
        return new CreditClaim(
                row.getString("return_number"),
                row.getString("deal_number"),
                row.getString("buyer_code"),
                row.getString("invoice_number"),
                row.getInt("invoice_line_no"),
                row.getInt("order_line_no"),
                row.getString("sku"),
                row.getString("description"),
                new Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                row.getString("currency"),
                row.getBigDecimal("taxable_value"),
                row.getBigDecimal("cgst"),
                row.getBigDecimal("sgst"),
                row.getBigDecimal("igst"),
                row.getString("credit_note_number"),
                row.getBoolean("is_note"));
    }
}
