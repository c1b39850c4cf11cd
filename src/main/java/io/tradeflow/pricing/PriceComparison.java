package io.tradeflow.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares price rows with those in the database, all in one round trip. */
@Repository
class PriceComparison {

    private static final String KNOWN =
            """
            with wanted as (
                select level, owner, agreement, sku, category, currency, tier, price, percent, percent_of, round_to, surcharge,
                       priority, cast(valid_from as date) as valid_from, cast(valid_until as date) as valid_until, place
                from unnest(:levels, :owners, :agreements, :skus, :categories, :currencies, :tiers, :prices, :percents,
                            :starts, :steps, :surcharges, :priorities, :firstDays, :lastDays)
                    with ordinality as w (level, owner, agreement, sku, category, currency, tier, price, percent, percent_of,
                                          round_to, surcharge, priority, valid_from, valid_until, place))
            select place, (known.unit_price, known.percent, known.percent_of, known.round_to, known.surcharge, known.valid_until)
                is not distinct from (price, wanted.percent, wanted.percent_of, wanted.round_to, wanted.surcharge,
                                      wanted.valid_until) as same
            from wanted join price_row known on known.sku = wanted.sku and %1$s
            union all
            select place, (known.percent, known.percent_of, known.round_to, known.surcharge, known.valid_until)
                is not distinct from (wanted.percent, wanted.percent_of, wanted.round_to, wanted.surcharge,
                                      wanted.valid_until)
            from wanted join price_row known on wanted.sku is null and known.sku is null and %1$s
            """
                    .formatted(
                            """
                            known.level = wanted.level and known.currency = wanted.currency
                                and known.owner is not distinct from wanted.owner
                                and known.agreement is not distinct from wanted.agreement
                                and known.category_code is not distinct from wanted.category
                                and known.from_quantity = wanted.tier and known.valid_from = wanted.valid_from
                                and known.priority = wanted.priority""");

    private final JdbcClient jdbc;

    PriceComparison(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the rows. */
    List<PriceNovelty> compare(List<PriceRow> rows) {
        List<PriceNovelty> found = new ArrayList<>(Collections.nCopies(rows.size(), PriceNovelty.FRESH));
        jdbc.sql(KNOWN)
                .param("levels", text(rows, row -> row.level().name()))
                .param("owners", text(rows, PriceRow::owner))
                .param("agreements", text(rows, PriceRow::agreement))
                .param("skus", text(rows, PriceRow::sku))
                .param("categories", text(rows, PriceRow::category))
                .param("currencies", text(rows, PriceRow::currency))
                .param("tiers", column(rows, PriceRow::fromQuantity, BigDecimal[]::new))
                .param("prices", column(rows, PriceRow::unitPrice, BigDecimal[]::new))
                .param("percents", ruled(rows, PriceRule::percent, BigDecimal[]::new))
                .param("starts", ruled(rows, rule -> rule.of().name(), String[]::new))
                .param("steps", ruled(rows, PriceRule::roundTo, BigDecimal[]::new))
                .param("surcharges", ruled(rows, PriceRule::surcharge, BigDecimal[]::new))
                .param("priorities", column(rows, PriceRow::priority, Integer[]::new))
                .param("firstDays", text(rows, PriceRow::validFrom))
                .param("lastDays", text(rows, PriceRow::validUntil))
                .query(known -> {
                    found.set(
                            known.getInt("place") - 1,
                            known.getBoolean("same") ? PriceNovelty.UNCHANGED : PriceNovelty.CHANGED);
                });
        return found;
    }

    /** Days go as text, because the driver takes no arrays of them. */
    private static String[] text(List<PriceRow> rows, Function<PriceRow, Object> cell) {
        return column(
                rows,
                row -> {
                    Object value = cell.apply(row);
                    return value == null ? null : value.toString();
                },
                String[]::new);
    }

    private static <T> T[] ruled(List<PriceRow> rows, Function<PriceRule, T> cell, IntFunction<T[]> array) {
        return column(rows, row -> row.rule() == null ? null : cell.apply(row.rule()), array);
    }

    private static <T> T[] column(List<PriceRow> rows, Function<PriceRow, T> cell, IntFunction<T[]> array) {
        return rows.stream().map(cell).toArray(array);
    }
}
