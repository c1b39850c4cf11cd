package io.tradeflow.quotation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Which deal was begun with which quote's lines. */
@Repository
class OriginTable {

    private static final String READ =
            """
            select deal_number, kind, from_deal, from_quote, from_revision, begun_at, begun_by,
                deal.buyer_code, source.buyer_code as from_buyer_code
            from deal_origin join deal on deal.number = deal_number join deal source on source.number = from_deal""";

    private final JdbcClient jdbc;

    OriginTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String dealNumber, QuoteCopy.Kind kind, StoredQuote from, Instant at, String by) {
        jdbc.sql("insert into deal_origin values (:deal, :kind, :fromDeal, :fromQuote, :fromRevision, :at, :by)")
                .param("deal", dealNumber)
                .param("kind", kind.name())
                .param("fromDeal", from.dealNumber)
                .param("fromQuote", from.number)
                .param("fromRevision", from.revision)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    Optional<QuoteCopy> of(String dealNumber) {
        return read(jdbc.sql(READ + " where deal_number = :deal").param("deal", dealNumber)).stream()
                .findFirst();
    }

    /** The deals begun with quotes of this deal, oldest first. */
    List<QuoteCopy> from(String dealNumber) {
        return read(jdbc.sql(READ + " where from_deal = :deal order by begun_at, deal_number")
                .param("deal", dealNumber));
    }

    private static List<QuoteCopy> read(StatementSpec statement) {
        return statement
                .query((row, index) -> new QuoteCopy(
                        row.getString("deal_number"),
                        QuoteCopy.Kind.valueOf(row.getString("kind")),
                        row.getString("from_deal"),
                        row.getString("from_quote"),
                        row.getInt("from_revision"),
                        row.getString("buyer_code"),
                        row.getString("from_buyer_code"),
                        row.getTimestamp("begun_at").toInstant(),
                        row.getString("begun_by")))
                .list();
    }
}
