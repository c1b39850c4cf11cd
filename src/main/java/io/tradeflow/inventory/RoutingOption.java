package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.util.List;

/**
 * A way to serve what is open that was compared.
 *
 * @param warehouses codes, one shipment each
 * @param cost of all its shipments together
 * @param servedPercent part of what is open that it serves, with two decimals
 * @param reason why it was taken or not
 */
public record RoutingOption(
        List<String> warehouses, BigDecimal cost, BigDecimal servedPercent, boolean chosen, String reason) {}
