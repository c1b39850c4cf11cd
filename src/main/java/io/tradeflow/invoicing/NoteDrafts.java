package io.tradeflow.invoicing;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.notification.MailDraft;
import io.tradeflow.notification.Mails;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Credit and debit notes on their way to being issued: drafted, let pass by whom the table says, issued or turned down. */
@Service("noteDrafts")
public class NoteDrafts {

    private static final int LONGEST_NOTE = 500;
    private static final int LISTED_MONTHS = 3;

    private final NoteDraftTable table;
    private final TaxNotes notes;
    private final Mails mails;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NoteDrafts(NoteDraftTable table, TaxNotes notes, Mails mails, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.notes = notes;
        this.mails = mails;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Finance asks for a note. Publishes {@link NoteDrafted}; where nobody has to approve it, the note is issued when this returns.
     *
     * @throws Problem as {@link TaxNotes#preview}
     */
    @Transactional
    public NoteDraft draft(Actor by, NoteRequest request) {
        NoteDraft draft = drafted(by, request, null);
        events.publishEvent(new NoteDrafted(draft.number(), draft.dealNumber()));
        return draft(draft.number());
    }

    /**
     * A note that credits a return, whose process lets it pass and has it issued.
     *
     * @throws Problem as {@link TaxNotes#preview}
     */
    @Transactional(noRollbackFor = NoteNotPossible.class)
    public NoteDraft draftForReturn(Actor by, NoteRequest request, String returnNumber) {
        return drafted(by, request, returnNumber);
    }

    private NoteDraft drafted(Actor by, NoteRequest request, String returnNumber) {
        NotePreview preview = returnNumber == null ? notes.preview(by, request) : notes.preview(request, returnNumber);
        return draft(table.insert(request, preview, returnNumber, by));
    }

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public NoteDraft draft(String number) {
        return table.find(number).orElseThrow(() -> Problem.notFound("draft", number));
    }

    /** For staff. @throws Problem not-found */
    @Transactional(readOnly = true)
    public NoteDraft draft(Actor by, String number) {
        return table.find(number)
                .filter(draft -> !(by instanceof Actor.BuyerUser))
                .orElseThrow(() -> Problem.notFound("draft", number));
    }

    /** The deal's drafts, for staff. */
    @Transactional(readOnly = true)
    public List<NoteDraft> ofDeal(String dealNumber) {
        return table.ofDeal(dealNumber);
    }

    /** What waits for a decision or was turned down of late, the latest first. */
    @Transactional(readOnly = true)
    public List<NoteDraft> unissued() {
        return table.unissuedSince(LocalDate.now(clock).minusMonths(LISTED_MONTHS));
    }

    /** What the draft would come to now; empty where the invoices do not allow it any more. */
    @Transactional(readOnly = true)
    public Optional<NotePreview> preview(NoteDraft draft) {
        try {
            return Optional.of(notes.preview(draft.request(), draft.returnNumber()));
        } catch (NoteNotPossible notAnyMore) {
            return Optional.empty();
        }
    }

    /**
     * Whether this person may decide so.
     *
     * @throws Problem {@code own-draft}, {@code reason-missing}, {@code invalid-note}
     */
    @Transactional(readOnly = true)
    public void checkDecision(Actor by, String number, boolean approves, String note) {
        if (draft(number).draftedById().equals(by.userId())) {
            throw Problem.forbidden("own-draft", "A note is approved by somebody else than who drafted it");
        }
        if (!approves && (note == null || note.isBlank())) {
            throw Problem.invalid("reason-missing", "noteDecisionNote", "Say why it is refused; finance is told");
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Problem.invalid("invalid-note", "noteDecisionNote", "At most " + LONGEST_NOTE + " characters");
        }
    }

    /** Keeps the decision. May be repeated: the first one counts. */
    @Transactional
    public void decide(String number, boolean approves, String note, Actor by) {
        NoteDraft draft = table.lock(number).orElseThrow(() -> Problem.notFound("draft", number));
        if (draft.status() != NoteDraft.Status.DRAFTED) {
            return;
        }
        table.decided(number, approves ? NoteDraft.Status.APPROVED : NoteDraft.Status.REFUSED, by, note);
        tell(draft, (approves ? " is approved" : " is refused: " + note), by);
    }

    /**
     * Issues the note of a draft. May be repeated: a draft becomes one note.
     *
     * @throws NoteNotPossible where the invoices do not allow it any more, or it would come to something else than was drafted, as where its bill was revised
     *     meanwhile; nothing is written then
     */
    @Transactional(noRollbackFor = NoteNotPossible.class)
    public TaxNote issue(String number) {
        NoteDraft draft = table.lock(number).orElseThrow(() -> Problem.notFound("draft", number));
        TaxNote note = notes.issue(draft);
        if (draft.status() != NoteDraft.Status.ISSUED) {
            table.issued(number, note.number());
        }
        return note;
    }

    /** The invoices do not allow the note any more. */
    @Transactional
    public void giveUp(String number, String reason) {
        NoteDraft draft = table.lock(number).orElseThrow(() -> Problem.notFound("draft", number));
        if (draft.status().isOpen()) {
            table.decided(number, NoteDraft.Status.GIVEN_UP, Actor.PROGRAM, reason);
            tell(draft, " cannot be issued any more: " + reason, Actor.PROGRAM);
        }
    }

    /** Who may decide about a draft is reminded, but not who drafted it. May be repeated. */
    @Transactional
    public void remindApprover(String number, String email) {
        NoteDraft draft = draft(number);
        mails.queue(new MailDraft(
                "note-reminder:" + number + ":" + email,
                draft.dealNumber(),
                email,
                "Reminder: " + draft.kind().title() + " " + number + " waits for approval",
                "Nobody has decided yet about the "
                        + draft.kind().title().toLowerCase(Locale.ROOT) + " for " + draft.buyerName() + " over "
                        + draft.amount() + " (" + draft.reason().label() + "), drafted by " + draft.draftedBy()
                        + ".\n\nIt is in Tasklist under \"Notes to approve\".\n",
                List.of()));
    }

    /** Tells who drafted it that it is not issued, and why. May be repeated. */
    @Transactional
    public void tellNotIssued(String number, String email) {
        NoteDraft draft = draft(number);
        mails.queue(new MailDraft(
                "note-not-issued:" + number,
                draft.dealNumber(),
                email,
                draft.kind().title() + " " + number + " is not issued",
                "The " + draft.kind().title().toLowerCase(Locale.ROOT) + " you drafted for " + draft.buyerName()
                        + " over "
                        + draft.amount() + " (" + draft.reason().label() + ") is not issued.\n\n" + draft.decidedBy()
                        + ": "
                        + draft.decisionNote() + "\n\nIt is on the page of deal " + draft.dealNumber() + ".\n",
                List.of()));
    }

    private void tell(NoteDraft draft, String what, Actor by) {
        events.publishEvent(DealProgress.internal(
                draft.dealNumber(),
                "The draft " + draft.number() + " of a " + draft.kind().title().toLowerCase(Locale.ROOT) + " over "
                        + draft.amount() + what,
                draft.number(),
                by));
    }
}
