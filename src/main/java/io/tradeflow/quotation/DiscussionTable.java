package io.tradeflow.quotation;

import io.tradeflow.kernel.Actor;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages about quotes. They are added, never changed. */
@Component
class DiscussionTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    DiscussionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long insert(StoredQuote quote, Integer lineNo, QuoteMessage.Side side, Actor by, String text) {
        return jdbc.sql(
                        """
                        insert into quote_message
                            (quote_number, revision, line_no, side, author, author_id, text, said_at)
                        values (:number, :revision, :lineNo, :side, :author, :authorId, :text, :now) returning id""")
                .param("number", quote.number)
                .param("revision", quote.revision)
                .param("lineNo", lineNo)
                .param("side", side.name())
                .param("author", by.name())
                .param("authorId", by.userId())
                .param("text", text)
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    /** Oldest first. */
    List<QuoteMessage> of(String number) {
        return jdbc.sql(
                        """
                        select id, revision, line_no, side, author, text, said_at
                          from quote_message where quote_number = :number order by id""")
                .param("number", number)
                .query((row, n) -> new QuoteMessage(
                        row.getLong("id"),
                        number,
                        row.getInt("revision"),
                        row.getObject("line_no", Integer.class),
                        QuoteMessage.Side.valueOf(row.getString("side")),
                        row.getString("author"),
                        row.getString("text"),
                        row.getObject("said_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
