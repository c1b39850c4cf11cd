package io.tradeflow.demo;

import io.tradeflow.catalog.CatalogueRule;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.ProductStatus;
import io.tradeflow.inventory.Bin;
import io.tradeflow.inventory.StockReceipt;
import io.tradeflow.inventory.WarehouseDistances;
import io.tradeflow.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The shapes of the files that say what the demo sells and has. */
final class DemoGoods {

    private DemoGoods() {}

    /** A line of {@code products.csv}; the cost is in the company's currency. */
    record ProductLine(
            String sku,
            String name,
            String family,
            String variant,
            String category,
            String hsn,
            String unit,
            BigDecimal minimumOrderQuantity,
            BigDecimal orderMultiple,
            boolean batchTracked,
            BigDecimal cost,
            BigDecimal grossWeightKg,
            ProductStatus status,
            String successor) {

        Product toProduct(String currency) {
            return new Product(
                    sku,
                    name,
                    family,
                    variant,
                    category,
                    hsn,
                    unit,
                    minimumOrderQuantity,
                    orderMultiple,
                    batchTracked,
                    Money.of(cost, currency),
                    status == null ? ProductStatus.ACTIVE : status,
                    successor,
                    grossWeightKg);
        }
    }

    /** A line of {@code product-attributes.csv}. */
    record AttributeLine(String sku, String axis, String value) {}

    /** A line of {@code product-units.csv}. */
    record UnitLine(String sku, String unit, BigDecimal factor) {}

    /** A line of {@code catalogue-rules.csv}. */
    record RuleLine(
            String sku,
            String category,
            CatalogueRule.Audience audience,
            String audienceCode,
            boolean allow,
            String note) {

        CatalogueRule toRule() {
            return new CatalogueRule(null, sku, category, audience, audienceCode, allow, note);
        }
    }

    /** A line of {@code bins.csv}. */
    record BinLine(String warehouse, String code, String zone, int pickSequence) {

        Bin toBin() {
            return new Bin(warehouse, code, zone, pickSequence);
        }
    }

    /** A line of {@code warehouse-distances.csv}. */
    record DistanceLine(String warehouse, String pinPrefix, BigDecimal km) {

        WarehouseDistances.Distance toDistance() {
            return new WarehouseDistances.Distance(warehouse, pinPrefix, km);
        }
    }

    /**
     * A line of {@code stock.csv}. Ages count in months from the day of loading, so that the demo's goods do not expire with
     * the file.
     */
    record StockLine(
            String warehouse,
            String sku,
            String batch,
            Integer madeMonthsAgo,
            Integer expiresInMonths,
            String bin,
            BigDecimal quantity) {

        StockReceipt.Line toReceiptLine(LocalDate today) {
            return new StockReceipt.Line(
                    sku,
                    batch,
                    madeMonthsAgo == null ? null : today.minusMonths(madeMonthsAgo),
                    expiresInMonths == null ? null : today.plusMonths(expiresInMonths),
                    bin,
                    quantity);
        }
    }
}
