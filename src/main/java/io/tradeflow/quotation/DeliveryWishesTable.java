package io.tradeflow.quotation;

import io.tradeflow.kernel.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The delivery wishes of each quote's latest acceptance; they wait here while the acceptance waits. */
@Component
class DeliveryWishesTable {

    private static final AddressColumn ADDRESS = new AddressColumn();

    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryWishesTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In place of what was stated before. */
    void state(StoredQuote quote, DeliveryWishes wishes, Actor by) {
        jdbc.sql("delete from delivery_wishes where quote_number = :number")
                .param("number", quote.number)
                .update();
        if (wishes.equals(DeliveryWishes.NONE)) {
            return;
        }
        Incoterm incoterm = wishes.incoterm();
        jdbc.sql(
                        """
                        insert into delivery_wishes (quote_number, revision, shipping_policy, instructions, ship_to,
                            incoterm, incoterm_place, stated_by, stated_at)
                        values (:number, :revision, :policy, :instructions, cast(:shipTo as jsonb), :incoterm, :place, :by, :now)""")
                .param("number", quote.number)
                .param("revision", quote.revision)
                .param("policy", wishes.shippingPolicy().name())
                .param("instructions", wishes.instructions())
                .param("shipTo", wishes.shipTo() == null ? null : ADDRESS.convertToDatabaseColumn(wishes.shipTo()))
                .param("incoterm", incoterm == null ? null : incoterm.rule().name())
                .param("place", incoterm == null ? null : incoterm.place())
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
        wishes.requestedOn().forEach((lineNo, day) -> jdbc.sql(
                        "insert into delivery_wish_date (quote_number, line_no, requested_on) values (:number, :line, :day)")
                .param("number", quote.number)
                .param("line", lineNo)
                .param("day", day)
                .update());
    }

    Optional<DeliveryWishes.Stated> of(String number) {
        Map<Integer, LocalDate> days = new HashMap<>();
        jdbc.sql("select line_no, requested_on from delivery_wish_date where quote_number = :number")
                .param("number", number)
                .query((row, n) -> days.put(row.getInt("line_no"), row.getObject("requested_on", LocalDate.class)))
                .list();
        return jdbc.sql("select * from delivery_wishes where quote_number = :number")
                .param("number", number)
                .query((row, n) -> new DeliveryWishes.Stated(row.getInt("revision"), wishes(row, days)))
                .optional();
    }

    private static DeliveryWishes wishes(ResultSet row, Map<Integer, LocalDate> days) throws SQLException {
        String shipTo = row.getString("ship_to");
        String rule = row.getString("incoterm");
        return new DeliveryWishes(
                ShippingPolicy.valueOf(row.getString("shipping_policy")),
                days,
                row.getString("instructions"),
                shipTo == null ? null : ADDRESS.convertToEntityAttribute(shipTo),
                rule == null ? null : new Incoterm(Incoterm.Rule.valueOf(rule), row.getString("incoterm_place")));
    }
}
