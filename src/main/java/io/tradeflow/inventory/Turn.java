package io.tradeflow.inventory;

import java.time.LocalDate;

/** When an order is served, compared with others that wait for the same goods: higher priority first, then the older order, then the lower number. */
record Turn(int priority, LocalDate orderedOn, String orderNumber) {

    /** A deal without an order comes after all orders of its priority. */
    static Turn withoutOrder(int priority) {
        return new Turn(priority, LocalDate.of(9999, 12, 31), "");
    }
}
