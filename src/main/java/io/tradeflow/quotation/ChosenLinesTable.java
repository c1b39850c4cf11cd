package io.tradeflow.quotation;

import io.tradeflow.kernel.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Acceptances of some lines, which wait until we have approved the revision made of them. */
@Component
class ChosenLinesTable {

    /** What is accepted once the revision is approved, and for whom. */
    record Waiting(Actor by, String poNumber, LocalDate poDate) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    ChosenLinesTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(StoredQuote chosen, Actor by, String poNumber, LocalDate poDate) {
        jdbc.sql(
                        """
                        insert into chosen_lines (quote_number, revision, content_hash, po_number, po_date, chosen_by,
                            chosen_by_id, buyer_code, staff_groups, chosen_at)
                        values (:number, :revision, :hash, :poNumber, :poDate, :name, :userId, :buyer, :groups, :now)""")
                .param("number", chosen.number)
                .param("revision", chosen.revision)
                .param("hash", chosen.contentHash)
                .param("poNumber", poNumber)
                .param("poDate", poDate)
                .param("name", by.name())
                .param("userId", by.userId())
                .param("buyer", by instanceof Actor.BuyerUser user ? user.buyerCode() : null)
                .param(
                        "groups",
                        by instanceof Actor.Staff staff ? staff.groups().toArray(String[]::new) : new String[0])
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** The acceptance that waits for exactly this content. */
    Optional<Waiting> waiting(StoredQuote quote) {
        return jdbc.sql(
                        """
                        select * from chosen_lines
                         where quote_number = :number and revision = :revision and content_hash = :hash
                           and outcome is null""")
                .param("number", quote.number)
                .param("revision", quote.revision)
                .param("hash", quote.contentHash)
                .query((row, n) ->
                        new Waiting(actor(row), row.getString("po_number"), row.getObject("po_date", LocalDate.class)))
                .optional();
    }

    void settle(StoredQuote quote, ChosenLines.Outcome outcome, String note) {
        jdbc.sql(
                        """
                        update chosen_lines set outcome = :outcome, outcome_note = left(:note, 500)
                         where quote_number = :number and revision = :revision and outcome is null""")
                .param("outcome", outcome.name())
                .param("note", note)
                .param("number", quote.number)
                .param("revision", quote.revision)
                .update();
    }

    /** Oldest first. */
    List<ChosenLines> of(String number) {
        return jdbc.sql("select * from chosen_lines where quote_number = :number order by revision")
                .param("number", number)
                .query((row, n) -> {
                    String outcome = row.getString("outcome");
                    return new ChosenLines(
                            number,
                            row.getInt("revision"),
                            row.getString("po_number"),
                            row.getObject("po_date", LocalDate.class),
                            row.getString("chosen_by"),
                            row.getObject("chosen_at", OffsetDateTime.class).toInstant(),
                            outcome == null ? null : ChosenLines.Outcome.valueOf(outcome),
                            row.getString("outcome_note"));
                })
                .list();
    }

    private static Actor actor(ResultSet row) throws SQLException {
        String userId = row.getString("chosen_by_id");
        String name = row.getString("chosen_by");
        String buyerCode = row.getString("buyer_code");
        if (buyerCode != null) {
            return new Actor.BuyerUser(userId, name, buyerCode);
        }
        return new Actor.Staff(
                userId, name, Set.of((String[]) row.getArray("staff_groups").getArray()));
    }
}
