package io.tradeflow.party;

/** What kind of business a buyer is; with the tax registration it decides the segment (customer-segment.dmn). */
public enum BusinessCategory {
    D2C_BRAND,
    EXPORTER,
    MANUFACTURER,
    WHOLESALER,
    DISTRIBUTOR,
    RETAIL_CHAIN,
    INSTITUTION
}
