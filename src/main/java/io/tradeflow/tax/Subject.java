package io.tradeflow.tax;

/** What is supplied, as far as the place of supply depends on it. */
public enum Subject {
    /** Goods that are sent or fetched. */
    GOODS,
    /** Goods that change hands where they are. */
    GOODS_NOT_MOVED,
    /** Goods installed or assembled on a site. */
    GOODS_INSTALLED,
    SERVICES,
    /** Services on land or buildings. */
    SERVICES_ON_PROPERTY;

    boolean isService() {
        return this == SERVICES || this == SERVICES_ON_PROPERTY;
    }
}
