package io.tradeflow.invoicing;

import io.tradeflow.document.DocumentKind;
import io.tradeflow.document.Documents;
import io.tradeflow.document.FrozenDocument;
import io.tradeflow.document.RegistrationPrint;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Parties;
import io.tradeflow.tax.AmountInWords;
import io.tradeflow.tax.TaxComputation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Credit and debit notes (CGST Act s. 34). They carry the place of supply, nature, heads, rates, currency and exchange rate of the invoices
 * they correct; where a bill was revised, those of its revised invoice. Their numbers stay in the series of the invoice, each kind counted by itself: {@code MH-2627-CN00001},
 * {@code MH-2627-DN00001}.
 */
@Service("taxNotes")
public class TaxNotes {

    private static final int ONLY_REVISION = 1;
    private static final int LONGEST_NUMBER = 16;

    private final NoteBook book;
    private final BilledSupplies supplies;
    private final SalesOrders orders;
    private final Parties parties;
    private final DocumentSeries series;
    private final Documents documents;
    private final NoteMail mail;
    private final ItcReversals reversals;
    private final ObjectProvider<OtherCredits> others;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaxNotes(
            NoteBook book,
            BilledSupplies supplies,
            SalesOrders orders,
            Parties parties,
            DocumentSeries series,
            Documents documents,
            NoteMail mail,
            ItcReversals reversals,
            ObjectProvider<OtherCredits> others,
            ApplicationEventPublisher events,
            Clock clock) {
        this.book = book;
        this.supplies = supplies;
        this.orders = orders;
        this.parties = parties;
        this.series = series;
        this.documents = documents;
        this.mail = mail;
        this.reversals = reversals;
        this.others = others;
        this.events = events;
        this.clock = clock;
    }

    /** Whether this actor credits and debits. */
    public boolean mayIssue(Actor by) {
        return by instanceof Actor.Program || by instanceof Actor.Staff person && person.isIn("finance");
    }

    /**
     * What the note would come to.
     *
     * @throws NoteNotPossible as {@link #issue(Actor, NoteRequest)}
     */
    @Transactional(readOnly = true, noRollbackFor = NoteNotPossible.class)
    public NotePreview preview(Actor by, NoteRequest request) {
        requireFinance(by);
        return NotePreview.of(content(request, null));
    }

    /**
     * What the note of a return would come to: what the return claims itself does not count as taken.
     *
     * @throws NoteNotPossible as {@link #issue(Actor, NoteRequest)}
     */
    @Transactional(readOnly = true, noRollbackFor = NoteNotPossible.class)
    public NotePreview preview(NoteRequest request, String returnNumber) {
        return NotePreview.of(content(request, returnNumber));
    }

    /**
     * Issues a note: tax, number (last, from a locked counter), snapshot. Publishes {@link NoteIssued}.
     *
     * @throws Problem {@code finance-only}, {@code invoice-date-before-series}
     * @throws NoteNotPossible {@code note-invalid}, {@code note-mixes-supplies}, {@code note-exceeds-invoice}, {@code note-empty}, with the
     *     path of each field; nothing is written then
     */
    @Transactional(noRollbackFor = NoteNotPossible.class)
    public TaxNote issue(Actor by, NoteRequest request) {
        requireFinance(by);
        book.lockInvoices(request.invoiceNumbers());
        return issue(by, content(request, null), null, null);
    }

    /**
     * As {@link #issue(Actor, NoteRequest)}, for a draft; a draft becomes one note, and repeating gives the same one.
     *
     * @throws NoteNotPossible besides, {@code note-not-as-drafted} where it would come to something else by now than what was approved
     */
    @Transactional(noRollbackFor = NoteNotPossible.class)
    TaxNote issue(NoteDraft draft) {
        book.lockInvoices(draft.request().invoiceNumbers());
        Optional<TaxNote> before = book.ofDraft(draft.number());
        if (before.isPresent()) {
            return before.get();
        }
        NoteContent content = content(draft.request(), draft.returnNumber());
        content.requireAsDrafted(draft.amount());
        return issue(new Actor.Program(draft.draftedBy()), content, draft.number(), draft.returnNumber());
    }

    private TaxNote issue(Actor by, NoteContent content, String draftNumber, String returnNumber) {
        SalesOrder order = orders.order(content.invoice().orderNumber());
        LocalDate dueOn = content.kind() == NoteKind.DEBIT ? order.payment().dueOn(content.issuedOn()) : null;
        String of = book.seriesOf(content.invoice().number());
        long serial = series.next(content.kind().code(), content.invoice().sellerGstin(), of, content.issuedOn());
        String number = number(content.kind(), of, FinancialYear.of(content.issuedOn()), serial);
        TaxNote unprinted = content.note(number, returnNumber, dueOn, 0);
        FrozenDocument frozen = documents.freeze(
                content.kind() == NoteKind.CREDIT ? DocumentKind.CREDIT_NOTE : DocumentKind.DEBIT_NOTE,
                number,
                ONLY_REVISION,
                order.dealNumber(),
                order.buyerCode(),
                NotePaper.of(unprinted, order, parties.seller(), parties.branch(unprinted.branchCode())));
        TaxNote note = content.note(number, returnNumber, dueOn, frozen.id());
        book.add(note, draftNumber, of, serial, by.name());
        tell(note, by);
        return note;
    }

    /**
     * As many digits of serial as there is room for. Where the serial outgrows it, as the 10,000th note of a year does in a series of four letters, the second
     * hyphen makes room: {@code ABCD-2627CN10000}.
     *
     * @throws NoteNotPossible {@code note-series-full} where that is not enough either, at 100,000 notes
     */
    static String number(NoteKind kind, String series, FinancialYear year, long serial) {
        String head = series + "-" + year.code() + "-" + kind.mark();
        int digits = Math.min(5, LONGEST_NUMBER - head.length());
        String number = head + ("%0" + digits + "d").formatted(serial);
        String closer = series + "-" + year.code() + kind.mark() + serial;
        if (Math.min(number.length(), closer.length()) > LONGEST_NUMBER) {
            throw new NoteNotPossible(
                    "note-series-full",
                    "Series " + series + " has no number left for a "
                            + kind.title().toLowerCase(java.util.Locale.ROOT)
                            + " this financial year: CGST rule 53 allows 16 characters. Give the branch another invoice series",
                    List.of());
        }
        return new DocumentNumber(number.length() <= LONGEST_NUMBER ? number : closer).value();
    }

    private NoteContent content(NoteRequest request, String returnNumber) {
        Map<String, TaxInvoice> found = new HashMap<>();
        Map<String, EarlierNotes> earlier = new HashMap<>();
        for (String number : request.invoiceNumbers()) {
            supplies.standing(number).ifPresent(invoice -> {
                found.put(number, invoice);
                earlier.put(number, over(invoice, returnNumber));
            });
        }
        return NoteContents.of(request, found, earlier, LocalDate.now(clock));
    }

    /** The credit notes over the invoice, and what is credited besides. */
    private EarlierNotes over(TaxInvoice invoice, String returnNumber) {
        return book.over(invoice)
                .and(
                        invoice,
                        others.stream()
                                .flatMap(known -> known.of(invoice.number(), returnNumber).stream())
                                .map(other -> invoice.revision() == null ? other : other.taxedAs(invoice))
                                .toList());
    }

    private static void requireFinance(Actor by) {
        if (!(by instanceof Actor.Program || by instanceof Actor.Staff person && person.isIn("finance"))) {
            throw Problem.forbidden("finance-only", "Credit and debit notes are issued by finance");
        }
    }

    /** The lines of the deal's invoices with what neither notes nor claims of returns have taken of them, for finance. */
    @Transactional(readOnly = true)
    public List<CreditableLine> creditable(Actor by, String dealNumber) {
        requireFinance(by);
        return supplies.ofDeal(dealNumber).stream()
                .flatMap(invoice -> {
                    EarlierNotes earlier = over(invoice, null);
                    return IntStream.range(0, invoice.lines().size()).mapToObj(at -> creditable(invoice, at, earlier));
                })
                .toList();
    }

    private static CreditableLine creditable(TaxInvoice invoice, int at, EarlierNotes earlier) {
        TaxInvoice.Line line = invoice.lines().get(at);
        TaxComputation.Line taxed = invoice.tax().lines().get(at);
        return new CreditableLine(
                invoice.number(),
                invoice.revision() == null ? null : invoice.revision().number(),
                invoice.issuedOn(),
                line.lineNo(),
                line.sku(),
                line.description(),
                line.quantity(),
                line.unitPrice(),
                Money.of(taxed.taxableValue(), invoice.currency()),
                new Quantity(earlier.left(line), line.quantity().unit()),
                Money.of(earlier.left(taxed), invoice.currency()));
    }

    /** Renders the PDF. May be repeated. */
    @Transactional
    public void render(String noteNumber) {
        documents.render(note(noteNumber).documentId());
    }

    /**
     * The note prints its registration with the portal from now on: its document is frozen again with it. May be repeated.
     *
     * @return id of that document
     */
    @Transactional
    public long printRegistration(String noteNumber, RegistrationPrint registration) {
        DocumentKind kind =
                note(noteNumber).kind() == NoteKind.CREDIT ? DocumentKind.CREDIT_NOTE : DocumentKind.DEBIT_NOTE;
        return documents
                .freezeWith(kind, noteNumber, "registration", registration)
                .id();
    }

    /** Queues the mail with the PDF, which asks a registered buyer to reverse the input tax credit. May be repeated. */
    @Transactional
    public void send(String noteNumber) {
        TaxNote note = note(noteNumber);
        mail.queue(note);
        if (NotePaper.asksForReversal(note)) {
            reversals.asked(noteNumber);
        }
    }

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public TaxNote note(String number) {
        return book.find(number).orElseThrow(() -> Problem.notFound("note", number));
    }

    /** Whether a registered buyer may have to reverse input tax credit for this note. @throws Problem not-found */
    @Transactional(readOnly = true)
    public boolean asksForReversal(String number) {
        return NotePaper.asksForReversal(note(number));
    }

    /** As this actor may see it. @throws Problem not-found */
    @Transactional(readOnly = true)
    public TaxNote note(Actor by, String number) {
        return book.find(number).filter(note -> maySee(by, note)).orElseThrow(() -> Problem.notFound("note", number));
    }

    /** The deal's notes in the order they were issued. */
    @Transactional(readOnly = true)
    public List<TaxNote> ofDeal(String dealNumber) {
        return book.ofDeal(dealNumber);
    }

    /** The deal's notes this actor may see. */
    @Transactional(readOnly = true)
    public List<TaxNote> ofDeal(Actor by, String dealNumber) {
        return book.ofDeal(dealNumber).stream().filter(note -> maySee(by, note)).toList();
    }

    /** The notes over this invoice, in the order they were issued. */
    @Transactional(readOnly = true)
    public List<TaxNote> ofInvoice(String invoiceNumber) {
        return book.ofInvoice(invoiceNumber);
    }

    /** The notes that credit this return. */
    @Transactional(readOnly = true)
    public List<TaxNote> ofReturn(String returnNumber) {
        return book.ofReturn(returnNumber);
    }

    /** The notes issued last, latest first; for staff. */
    @Transactional(readOnly = true)
    public List<TaxNote> latest() {
        return book.latest().stream().collect(Collectors.collectingAndThen(Collectors.toList(), notes -> {
            java.util.Collections.reverse(notes);
            return notes;
        }));
    }

    private void tell(TaxNote note, Actor by) {
        events.publishEvent(new NoteIssued(
                note.number(),
                note.kind(),
                note.dealNumber(),
                note.orderNumber(),
                note.buyerCode(),
                note.buyerName(),
                note.issuedOn(),
                note.dueOn(),
                note.invoices().stream()
                        .map(of -> new NoteIssued.OfInvoice(
                                of.number(),
                                of.total(),
                                of.revised() == null
                                        ? null
                                        : new NoteIssued.Revised(of.revised().number(), note.taxOf(of))))
                        .toList()));
        events.publishEvent(DealProgress.noted(
                note.dealNumber(),
                note.title() + " " + note.number() + " over " + note.currency() + " "
                        + AmountInWords.grouped(note.grandTotal()) + " issued for "
                        + note.invoices().stream()
                                .map(of -> (of.revised() == null ? "invoice " : "revised invoice ") + of.quotedNumber())
                                .collect(Collectors.joining(", ")),
                note.number(),
                by));
    }

    private static boolean maySee(Actor by, TaxNote note) {
        return !(by instanceof Actor.BuyerUser buyer) || buyer.buyerCode().equals(note.buyerCode());
    }
}
