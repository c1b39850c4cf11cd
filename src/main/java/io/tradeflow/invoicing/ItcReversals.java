package io.tradeflow.invoicing;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reversal of input tax credit by the buyers of credit notes. Since 1 October 2025 the supplier's tax falls only when a registered buyer
 * has reversed it (CGST Act s. 34(2), notification 16/2025 central tax). Entries are dated and never changed; the last one counts.
 */
@Service("itcReversals")
public class ItcReversals {

    private static final int LONGEST_REMARK = 500;

    private final NoteBook book;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ItcReversals(NoteBook book, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.book = book;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** How it stands now. */
    @Transactional(readOnly = true)
    public ItcStatus status(String noteNumber) {
        List<ItcEntry> entries = entries(noteNumber);
        return entries.isEmpty()
                ? ItcStatus.NOT_ASKED
                : entries.get(entries.size() - 1).status();
    }

    /** All entries of a note, the first one first. */
    @Transactional(readOnly = true)
    public List<ItcEntry> entries(String noteNumber) {
        return jdbc.sql("select e.*, n.number from tax_note_itc e join tax_note n on n.id = e.note_id"
                        + " where n.number = :number order by e.id")
                .param("number", noteNumber)
                .query((row, index) -> new ItcEntry(
                        row.getString("number"),
                        ItcStatus.valueOf(row.getString("status")),
                        row.getObject("on_date", LocalDate.class),
                        row.getString("remark"),
                        row.getString("recorded_by")))
                .list();
    }

    /** How all notes stand that have an entry, by number. */
    @Transactional(readOnly = true)
    public Map<String, ItcStatus> statuses() {
        Map<String, ItcStatus> statuses = new HashMap<>();
        jdbc.sql(
                        "select distinct on (e.note_id) n.number, e.status from tax_note_itc e join tax_note n on n.id = e.note_id"
                                + " order by e.note_id, e.id desc")
                .query(row -> {
                    statuses.put(row.getString("number"), ItcStatus.valueOf(row.getString("status")));
                });
        return statuses;
    }

    /** The buyer was asked; a second time changes nothing. */
    void asked(String noteNumber) {
        if (entries(noteNumber).isEmpty()) {
            add(noteNumber, ItcStatus.ASKED, LocalDate.now(clock), null, Actor.PROGRAM);
        }
    }

    /**
     * Records how it stands: the buyer's own declaration, or anything finance knows.
     *
     * @param on the day it was so
     * @throws Problem {@code itc-not-yours}, {@code itc-invalid} naming each field, {@code itc-not-due} for a note without tax to reverse,
     *     not-found
     */
    @Transactional
    public ItcEntry record(Actor by, String noteNumber, ItcStatus status, LocalDate on, String remark) {
        TaxNote note = book.find(noteNumber)
                .filter(found -> !(by instanceof Actor.BuyerUser buyer)
                        || buyer.buyerCode().equals(found.buyerCode()))
                .orElseThrow(() -> Problem.notFound("note", noteNumber));
        if (!(by instanceof Actor.BuyerUser || by instanceof Actor.Staff person && person.isIn("finance"))) {
            throw Problem.forbidden(
                    "itc-not-yours", "The reversal of input tax credit is recorded by finance and the buyer");
        }
        if (!NotePaper.asksForReversal(note)) {
            throw Problem.conflict(
                    "itc-not-due",
                    "Nothing to reverse",
                    "Note " + noteNumber + " takes back no tax of a registered buyer");
        }
        book.lockInvoices(List.of(note.invoices().get(0).number()));
        check(by, note, status, on, remark);
        String said = remark == null || remark.isBlank() ? null : remark.strip();
        add(noteNumber, status, on, said, by);
        events.publishEvent(DealProgress.noted(
                note.dealNumber(),
                "Input tax credit of " + noteNumber + ": " + status.label().toLowerCase(java.util.Locale.ROOT),
                noteNumber,
                by));
        return new ItcEntry(noteNumber, status, on, said, by.name());
    }

    private void check(Actor by, TaxNote note, ItcStatus status, LocalDate on, String remark) {
        List<Violation> wrong = new ArrayList<>();
        if (status == null || status == ItcStatus.NOT_ASKED) {
            wrong.add(new Violation("status", "Say how it stands: asked, declared, accepted or refused"));
        } else if (by instanceof Actor.BuyerUser && status != ItcStatus.DECLARED) {
            wrong.add(new Violation(
                    "status", "A buyer declares that the credit is reversed; for anything else please write to us"));
        } else if (status(note.number()) == ItcStatus.ACCEPTED && status != ItcStatus.REFUSED) {
            wrong.add(new Violation("status", "It is accepted already"));
        }
        if (on == null || on.isAfter(LocalDate.now(clock)) || on.isBefore(note.issuedOn())) {
            wrong.add(new Violation("on", "A day from " + note.issuedOn() + ", the day of the note, to today"));
        }
        if (status == ItcStatus.REFUSED && (remark == null || remark.isBlank())) {
            wrong.add(new Violation("remark", "Say why it was refused"));
        }
        if (remark != null && remark.strip().length() > LONGEST_REMARK) {
            wrong.add(new Violation("remark", "At most " + LONGEST_REMARK + " characters"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("itc-invalid", "The reversal cannot be recorded like this", wrong);
        }
    }

    private void add(String noteNumber, ItcStatus status, LocalDate on, String remark, Actor by) {
        jdbc.sql(
                        """
                        insert into tax_note_itc (note_id, status, on_date, remark, recorded_by, recorded_at)
                        select n.id, :status, :on, :remark, :by, :now from tax_note n where n.number = :number""")
                .param("number", noteNumber)
                .param("status", status.name())
                .param("on", on)
                .param("remark", remark)
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
