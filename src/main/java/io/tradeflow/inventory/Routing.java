package io.tradeflow.inventory;

/**
 * What the tables say about serving an order.
 *
 * @param preferredWarehouse code of the warehouse that is asked first among equals; null for none
 * @param mostShipments into how many shipments the order may be split at a time, at least one
 * @param priority 1 to 99, higher is served first where stock is short
 */
public record Routing(String preferredWarehouse, int mostShipments, int priority) {

    public static final int USUAL_PRIORITY = 50;

    /** The usual priority, as many shipments as it takes. */
    public static Routing from(String preferredWarehouse) {
        return new Routing(preferredWarehouse, Integer.MAX_VALUE, USUAL_PRIORITY);
    }
}
