package io.tradeflow.pricing;

import io.tradeflow.pricing.PriceRow.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Price rows in the database. */
@Repository
class PriceTable {

    private static final int BATCH = 500;

    private static final String CANDIDATES =
            """
            select price.id, price.level, price.owner, price.sku, product.unit,
                   price.from_quantity, price.unit_price, price.valid_from
            from price_row price join product using (sku)
            where sku = any (:skus)
              and price.currency = :currency
              and price.valid_from <= :day and (price.valid_until is null or price.valid_until >= :day)
              and (price.level = 'BASE'
                   or price.level = 'GROUP' and price.owner = :tier
                   or price.level = 'CUSTOMER' and price.owner = :buyer)
            """;

    private static final String SAVE =
            """
            insert into price_row (level, owner, sku, currency, from_quantity, unit_price, valid_from, valid_until)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint price_row_once do update set
                unit_price = excluded.unit_price, valid_until = excluded.valid_until
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PriceTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The rows that apply to the buyer on the day, of all tiers, by SKU: one round trip for all lines. */
    Map<String, List<CandidateRow>> candidates(PriceRequest request) {
        String[] skus =
                request.lines().stream().map(PriceRequest.Line::sku).distinct().toArray(String[]::new);
        return jdbc
                .sql(CANDIDATES)
                .param("skus", skus)
                .param("currency", request.currency())
                .param("day", request.on())
                .param("tier", request.priceTier())
                .param("buyer", request.buyerCode())
                .query((row, index) -> read(row))
                .stream()
                .collect(Collectors.groupingBy(CandidateRow::sku));
    }

    void saveAll(List<PriceRow> rows) {
        batches.batchUpdate(SAVE, rows, BATCH, (statement, row) -> {
            statement.setString(1, row.level().name());
            statement.setString(2, row.owner());
            statement.setString(3, row.sku());
            statement.setString(4, row.currency());
            statement.setBigDecimal(5, row.fromQuantity());
            statement.setBigDecimal(6, row.unitPrice());
            statement.setObject(7, row.validFrom());
            statement.setObject(8, row.validUntil());
        });
    }

    private static CandidateRow read(ResultSet row) throws SQLException {
        return new CandidateRow(
                row.getLong("id"),
                Level.valueOf(row.getString("level")),
                row.getString("owner"),
                row.getString("sku"),
                row.getString("unit"),
                row.getBigDecimal("from_quantity"),
                row.getBigDecimal("unit_price"),
                row.getObject("valid_from", LocalDate.class));
    }
}
