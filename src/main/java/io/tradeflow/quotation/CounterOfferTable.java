package io.tradeflow.quotation;

import io.tradeflow.kernel.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The counter-offers that were made. */
@Component
class CounterOfferTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    CounterOfferTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(StoredQuote quote, Actor by, CounterOfferDraft offer) {
        long id = jdbc.sql(
                        """
                        insert into counter_offer (quote_number, revision, message, offered_at, offered_by, offered_by_id)
                        values (:number, :revision, :message, :now, :name, :userId) returning id""")
                .param("number", quote.number)
                .param("revision", quote.revision)
                .param("message", QuoteTexts.changed(offer.message(), null))
                .param("now", OffsetDateTime.now(clock))
                .param("name", by.name())
                .param("userId", by.userId())
                .query(Long.class)
                .single();
        offer.lines().forEach(line -> insert(id, line));
    }

    private void insert(long id, CounterOfferDraft.Line line) {
        jdbc.sql(
                        """
                        insert into counter_offer_line
                            (counter_offer_id, line_no, quantity, unit_price, needed_by, leave_out, note)
                        values (:id, :lineNo, :quantity, :unitPrice, :neededBy, :leaveOut, :note)""")
                .param("id", id)
                .param("lineNo", line.lineNo())
                .param("quantity", line.quantity())
                .param("unitPrice", line.unitPrice())
                .param("neededBy", line.neededBy())
                .param("leaveOut", line.leaveOut())
                .param("note", QuoteTexts.changed(line.note(), null))
                .update();
    }

    /** How the sales desk answers a line; the last word counts. */
    void answer(String number, int revision, int lineNo, CounterOffer.Answer answer, String note, Actor by) {
        jdbc.sql(
                        """
                        update counter_offer_line l
                           set answer = :answer, answer_note = :note, answered_by = :by, answered_at = :now
                          from counter_offer o
                         where o.id = l.counter_offer_id and o.quote_number = :number and o.revision = :revision
                           and l.line_no = :lineNo""")
                .param("answer", answer.name())
                .param("note", QuoteTexts.changed(note, null))
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .param("number", number)
                .param("revision", revision)
                .param("lineNo", lineNo)
                .update();
    }

    /** Oldest first. */
    List<CounterOffer> of(String number) {
        Map<Integer, CounterOffer> heads = new LinkedHashMap<>();
        Map<Integer, List<CounterOffer.Line>> lines = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select o.revision, o.message, o.offered_at, o.offered_by, l.line_no, l.quantity, l.unit_price,
                               l.needed_by, l.leave_out, l.note, l.answer, l.answer_note, l.answered_by
                          from counter_offer o left join counter_offer_line l on l.counter_offer_id = o.id
                         where o.quote_number = :number order by o.revision, l.line_no""")
                .param("number", number)
                .query((row, n) -> {
                    int revision = row.getInt("revision");
                    heads.putIfAbsent(revision, head(number, row));
                    List<CounterOffer.Line> ofRevision = lines.computeIfAbsent(revision, r -> new ArrayList<>());
                    if (row.getObject("line_no") != null) {
                        ofRevision.add(line(row));
                    }
                    return revision;
                })
                .list();
        return heads.values().stream()
                .map(head -> new CounterOffer(
                        number,
                        head.revision(),
                        head.message(),
                        head.offeredAt(),
                        head.offeredBy(),
                        lines.get(head.revision())))
                .toList();
    }

    private static CounterOffer head(String number, ResultSet row) throws SQLException {
        return new CounterOffer(
                number,
                row.getInt("revision"),
                row.getString("message"),
                row.getObject("offered_at", OffsetDateTime.class).toInstant(),
                row.getString("offered_by"),
                List.of());
    }

    private static CounterOffer.Line line(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        return new CounterOffer.Line(
                row.getInt("line_no"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("unit_price"),
                row.getObject("needed_by", java.time.LocalDate.class),
                row.getBoolean("leave_out"),
                row.getString("note"),
                answer == null ? null : CounterOffer.Answer.valueOf(answer),
                row.getString("answer_note"),
                row.getString("answered_by"));
    }
}
