package io.tradeflow.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the price rows that others would replace, all in one round trip. */
@Repository
class KnownPriceRows {

    private static final int AT_A_TIME = 1_000;

    private static final String KNOWN =
            """
            with wanted as (
                select level, owner, agreement, sku, category, currency, tier, priority,
                       cast(valid_from as date) as valid_from, place
                from unnest(:levels, :owners, :agreements, :skus, :categories, :currencies, :tiers, :priorities, :firstDays)
                    with ordinality as w (level, owner, agreement, sku, category, currency, tier, priority, valid_from, place))
            select place, known.* from wanted join price_row known on known.sku = wanted.sku and %1$s
            union all
            select place, known.* from wanted join price_row known on wanted.sku is null and known.sku is null and %1$s
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
    private final JdbcTemplate longAnswers;

    KnownPriceRows(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.longAnswers = new JdbcTemplate(database);
        longAnswers.setFetchSize(AT_A_TIME);
    }

    /** In the order of the rows; null where there is none. */
    List<PriceRow> of(List<PriceRow> rows) {
        List<PriceRow> found = new ArrayList<>(Collections.nCopies(rows.size(), null));
        jdbc.sql(KNOWN)
                .param("levels", text(rows, PriceRow::level))
                .param("owners", text(rows, PriceRow::owner))
                .param("agreements", text(rows, PriceRow::agreement))
                .param("skus", text(rows, PriceRow::sku))
                .param("categories", text(rows, PriceRow::category))
                .param("currencies", text(rows, PriceRow::currency))
                .param("tiers", column(rows, PriceRow::fromQuantity, BigDecimal[]::new))
                .param("priorities", column(rows, PriceRow::priority, Integer[]::new))
                .param("firstDays", text(rows, PriceRow::validFrom))
                .query(known -> {
                    found.set(known.getInt("place") - 1, PriceTable.row(known));
                });
        return found;
    }

    /** All rows there are; never all in memory where the caller is in a transaction. */
    void forEach(Consumer<PriceRow> reader) {
        longAnswers.query("select * from price_row order by id", row -> {
            reader.accept(PriceTable.row(row));
        });
    }

    int countWithoutBasePrice(String currency, LocalDate on) {
        return jdbc.sql(
                        """
                        select count(*) from product where status = 'ACTIVE' and not exists (
                            select 1 from price_row price where price.sku = product.sku and level = 'BASE'
                                and currency = :currency and valid_from <= :on and coalesce(valid_until, 'infinity') >= :on)
                        """)
                .param("currency", currency)
                .param("on", on)
                .query(Integer.class)
                .single();
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

    private static <T> T[] column(List<PriceRow> rows, Function<PriceRow, T> cell, IntFunction<T[]> array) {
        return rows.stream().map(cell).toArray(array);
    }
}
