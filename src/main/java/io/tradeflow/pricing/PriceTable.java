package io.tradeflow.pricing;

import io.tradeflow.kernel.Money;
import io.tradeflow.pricing.PriceRow.Level;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Price rows in the database. */
@Repository
class PriceTable {

    private static final int BATCH = 500;

    private static final String PRODUCTS =
            """
            with recursive wanted as (
                select sku, unit, cost, cost_currency, gross_weight_kg, category_code from product where sku = any (:skus)
            ), above (leaf, code, distance) as (
                select distinct category_code, category_code, 0 from wanted where category_code is not null
                union all
                select leaf, category.parent_code, distance + 1
                from above join category using (code) where category.parent_code is not null
            )
            select sku, unit, cost, cost_currency, gross_weight_kg, path.codes
            from wanted left join (select leaf, array_agg(code order by distance) as codes from above group by leaf) path
                on path.leaf = wanted.category_code
            """;

    /** Also rows that ended lately or start soon: a trace says why they do not count. */
    private static final String CANDIDATES =
            """
            select price.*, null as agreement_title, null::date as agreement_from, null::date as agreement_until
            from price_row price
            where sku = any (:skus) and %1$s and level <> 'CONTRACT'
            union all
            select price.*, null, null, null
            from price_row price
            where sku is null and (category_code is null or category_code = any (:categories)) and %1$s
              and level <> 'CONTRACT'
            union all
            select price.*, agreement.title, agreement.valid_from, agreement.valid_until
            from price_row price join price_agreement agreement
                on agreement.number = price.agreement and agreement.buyer_code = :buyer
            where level = 'CONTRACT' and owner = :buyer and currency = :currency
              and (sku = any (:skus) or sku is null and (category_code is null or category_code = any (:categories)))
              and price.valid_from <= :soon and (price.valid_until is null or price.valid_until >= :lately)
            """
                    .formatted(
                            """
                            currency = :currency
                              and valid_from <= :soon and (valid_until is null or valid_until >= :lately)
                              and (level = 'BASE' or (level, owner) in
                                   (('CUSTOMER', :buyer), ('GROUP', :tier), ('CHANNEL', :channel)))""");

    private static final int LATELY_DAYS = 366;
    private static final int SOON_DAYS = 92;

    private static final String SAVE =
            """
            insert into price_row (level, owner, agreement, sku, category_code, currency, from_quantity, unit_price,
                percent, percent_of, round_to, surcharge, valid_from, valid_until, priority)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint price_row_once do update set
                unit_price = excluded.unit_price, percent = excluded.percent, percent_of = excluded.percent_of,
                round_to = excluded.round_to, surcharge = excluded.surcharge, valid_until = excluded.valid_until
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PriceTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Those of the SKUs that exist, with their categories up the tree: one round trip. */
    Map<String, PricedProduct> products(Collection<String> skus) {
        return jdbc
                .sql(PRODUCTS)
                .param("skus", skus.toArray(String[]::new))
                .query((row, index) -> product(row))
                .list()
                .stream()
                .collect(Collectors.toMap(PricedProduct::sku, Function.identity()));
    }

    /** The rows that may count for the buyer, of all tiers, for all these products: one round trip. */
    CandidateRows candidates(PriceRequest request, Collection<PricedProduct> products) {
        return new CandidateRows(jdbc.sql(CANDIDATES)
                .param("skus", products.stream().map(PricedProduct::sku).toArray(String[]::new))
                .param(
                        "categories",
                        products.stream()
                                .flatMap(product -> product.categories().stream())
                                .distinct()
                                .toArray(String[]::new))
                .param("currency", request.currency())
                .param("soon", request.on().plusDays(SOON_DAYS))
                .param("lately", request.on().minusDays(LATELY_DAYS))
                .param("tier", request.priceTier())
                .param("channel", request.channel())
                .param("buyer", request.buyerCode())
                .query((row, index) -> candidate(row))
                .list());
    }

    void saveAll(List<PriceRow> rows) {
        batches.batchUpdate(SAVE, rows, BATCH, (statement, row) -> {
            PriceRule rule = row.rule();
            statement.setString(1, row.level().name());
            statement.setString(2, row.owner());
            statement.setString(3, row.agreement());
            statement.setString(4, row.sku());
            statement.setString(5, row.category());
            statement.setString(6, row.currency());
            statement.setBigDecimal(7, row.fromQuantity());
            statement.setBigDecimal(8, row.unitPrice());
            statement.setBigDecimal(9, rule == null ? null : rule.percent());
            statement.setString(10, rule == null ? null : rule.of().name());
            statement.setBigDecimal(11, rule == null ? null : rule.roundTo());
            statement.setBigDecimal(12, rule == null ? null : rule.surcharge());
            statement.setObject(13, row.validFrom());
            statement.setObject(14, row.validUntil());
            statement.setInt(15, row.priority());
        });
    }

    /** Those of the rows' categories that exist. */
    Set<String> categories(Collection<PriceRow> rows) {
        String[] codes = rows.stream()
                .map(PriceRow::category)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        return codes.length == 0
                ? Set.of()
                : jdbc.sql("select code from category where code = any (:codes)")
                        .param("codes", codes)
                        .query(String.class)
                        .set();
    }

    /** The buyers of those of the rows' agreements that exist, by number. */
    Map<String, String> agreements(Collection<PriceRow> rows) {
        String[] numbers = rows.stream()
                .map(PriceRow::agreement)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        return numbers.length == 0
                ? Map.of()
                : jdbc
                        .sql("select number, buyer_code from price_agreement where number = any (:numbers)")
                        .param("numbers", numbers)
                        .query((row, index) -> Map.entry(row.getString(1), row.getString(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static PriceRow row(ResultSet row) throws SQLException {
        String of = row.getString("percent_of");
        return new PriceRow(
                Level.valueOf(row.getString("level")),
                row.getString("owner"),
                row.getString("agreement"),
                row.getString("sku"),
                row.getString("category_code"),
                row.getString("currency"),
                row.getBigDecimal("from_quantity"),
                row.getBigDecimal("unit_price"),
                of == null
                        ? null
                        : new PriceRule(
                                row.getBigDecimal("percent"),
                                PriceRule.Of.valueOf(of),
                                row.getBigDecimal("round_to"),
                                row.getBigDecimal("surcharge")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getInt("priority"));
    }

    private static CandidateRow candidate(ResultSet result) throws SQLException {
        PriceRow row = row(result);
        PriceAgreement agreement = row.agreement() == null
                ? null
                : new PriceAgreement(
                        row.agreement(),
                        row.owner(),
                        result.getString("agreement_title"),
                        result.getObject("agreement_from", LocalDate.class),
                        result.getObject("agreement_until", LocalDate.class));
        return new CandidateRow(result.getLong("id"), row, agreement);
    }

    private static PricedProduct product(ResultSet row) throws SQLException {
        Array codes = row.getArray("codes");
        return new PricedProduct(
                row.getString("sku"),
                row.getString("unit"),
                codes == null ? List.of() : Arrays.asList((String[]) codes.getArray()),
                Money.of(row.getBigDecimal("cost"), row.getString("cost_currency")),
                row.getBigDecimal("gross_weight_kg"));
    }
}
