package io.tradeflow.inventory;

import java.math.BigDecimal;

/**
 * How well a warehouse suits an order.
 *
 * @param eligible whether the order may be served from it at all
 * @param cost of one shipment from there, in the company's currency, for comparison only
 * @param km by road to where the goods go; null where nobody has measured
 * @param reason the note of the rule that says so
 */
public record WarehouseSuit(String warehouseCode, boolean eligible, BigDecimal cost, BigDecimal km, String reason) {}
