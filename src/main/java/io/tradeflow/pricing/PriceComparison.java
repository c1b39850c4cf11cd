package io.tradeflow.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares price rows with those in the database, all in one round trip. */
@Repository
class PriceComparison {

    private static final String KNOWN =
            """
            select wanted.place, price.unit_price, price.valid_until
            from unnest(:levels, :owners, :skus, :currencies, :tiers, :days)
                with ordinality as wanted (level, owner, sku, currency, from_quantity, valid_from, place)
            join price_row price
                on price.sku = wanted.sku and price.currency = wanted.currency and price.level = wanted.level
                and price.owner is not distinct from wanted.owner and price.from_quantity = wanted.from_quantity
                and price.valid_from = wanted.valid_from
            """;

    private final JdbcClient jdbc;

    PriceComparison(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the rows. */
    List<PriceNovelty> compare(List<PriceRow> rows) {
        List<PriceNovelty> found = new ArrayList<>(Collections.nCopies(rows.size(), PriceNovelty.FRESH));
        jdbc.sql(KNOWN)
                .param("levels", column(rows, row -> row.level().name(), String[]::new))
                .param("owners", column(rows, PriceRow::owner, String[]::new))
                .param("skus", column(rows, PriceRow::sku, String[]::new))
                .param("currencies", column(rows, PriceRow::currency, String[]::new))
                .param("tiers", column(rows, PriceRow::fromQuantity, BigDecimal[]::new))
                .param("days", column(rows, PriceRow::validFrom, LocalDate[]::new))
                .query(known -> {
                    int place = known.getInt("place") - 1;
                    boolean same = known.getBigDecimal("unit_price")
                                            .compareTo(rows.get(place).unitPrice())
                                    == 0
                            && Objects.equals(
                                    known.getObject("valid_until", LocalDate.class),
                                    rows.get(place).validUntil());
                    found.set(place, same ? PriceNovelty.UNCHANGED : PriceNovelty.CHANGED);
                });
        return found;
    }

    private static <T> T[] column(
            List<PriceRow> rows, Function<PriceRow, T> cell, java.util.function.IntFunction<T[]> array) {
        return rows.stream().map(cell).toArray(array);
    }
}
