package io.tradeflow.pricing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Floors and bulk discounts in the database. */
@Repository
class PricePolicyTable {

    private final JdbcClient jdbc;

    PricePolicyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The floors that may count for these products: one round trip. */
    List<Floor> floors(Collection<PricedProduct> products, String currency, LocalDate on) {
        return jdbc.sql(
                        """
                        select * from price_floor
                        where currency = :currency and valid_from <= :on and (valid_until is null or valid_until >= :on)
                          and (sku = any (:skus) or sku is null and (category_code is null or category_code = any (:categories)))
                        """)
                .param("currency", currency)
                .param("on", on)
                .param("skus", products.stream().map(PricedProduct::sku).toArray(String[]::new))
                .param(
                        "categories",
                        products.stream()
                                .flatMap(product -> product.categories().stream())
                                .distinct()
                                .toArray(String[]::new))
                .query(PricePolicyTable::floor)
                .list();
    }

    List<Floor> floors() {
        return jdbc.sql("select * from price_floor order by sku nulls last, category_code nulls last, valid_from")
                .query(PricePolicyTable::floor)
                .list();
    }

    long save(Floor floor) {
        return jdbc.sql(
                        """
                        insert into price_floor (sku, category_code, currency, amount, over_cost, valid_from, valid_until)
                        values (:sku, :category, :currency, :amount, :overCost, :from, :until)
                        on conflict on constraint price_floor_once do update set
                            amount = excluded.amount, over_cost = excluded.over_cost, valid_until = excluded.valid_until
                        returning id""")
                .param("sku", floor.sku())
                .param("category", floor.category())
                .param("currency", floor.currency())
                .param("amount", floor.amount())
                .param("overCost", floor.overCost())
                .param("from", floor.validFrom())
                .param("until", floor.validUntil())
                .query(Long.class)
                .single();
    }

    /** Those of the tier and of everybody, the ones that ended long ago left out. */
    List<BulkBand> bands(String priceTier, String currency, LocalDate endedSince) {
        return jdbc.sql(
                        """
                        select * from bulk_discount
                        where currency = :currency and (price_tier is null or price_tier = :tier)
                          and (valid_until is null or valid_until >= :since)""")
                .param("currency", currency)
                .param("tier", priceTier)
                .param("since", endedSince)
                .query(PricePolicyTable::band)
                .list();
    }

    List<BulkBand> bands() {
        return jdbc.sql("select * from bulk_discount order by price_tier nulls last, currency, measure, from_amount")
                .query(PricePolicyTable::band)
                .list();
    }

    long save(BulkBand band) {
        return jdbc.sql(
                        """
                        insert into bulk_discount
                            (price_tier, currency, measure, unit, from_amount, percent, valid_from, valid_until)
                        values (:tier, :currency, :measure, :unit, :fromAmount, :percent, :from, :until)
                        on conflict on constraint bulk_discount_once do update set
                            percent = excluded.percent, valid_until = excluded.valid_until
                        returning id""")
                .param("tier", band.priceTier())
                .param("currency", band.currency())
                .param("measure", band.measure().name())
                .param("unit", band.unit())
                .param("fromAmount", band.fromAmount())
                .param("percent", band.percent())
                .param("from", band.validFrom())
                .param("until", band.validUntil())
                .query(Long.class)
                .single();
    }

    /** Ends a floor, band, price row or agreed order terms; gives whether there is such a row. */
    boolean end(String table, long id, LocalDate lastDay) {
        return jdbc.sql("update " + table + " set valid_until = :last where id = :id and valid_from <= :last")
                        .param("last", lastDay)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Floor floor(ResultSet row, int index) throws SQLException {
        return new Floor(
                row.getLong("id"),
                row.getString("sku"),
                row.getString("category_code"),
                row.getString("currency"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("over_cost"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }

    private static BulkBand band(ResultSet row, int index) throws SQLException {
        return new BulkBand(
                row.getLong("id"),
                row.getString("price_tier"),
                row.getString("currency"),
                BulkBand.Measure.valueOf(row.getString("measure")),
                row.getString("unit"),
                row.getBigDecimal("from_amount"),
                row.getBigDecimal("percent"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }
}
