package io.tradeflow.engine;

import java.util.List;

/** The groups of staff that models offer tasks to, each with the queue its people see in Tasklist. */
enum StaffGroup {
    SALES_DESK(
            "sales-desk",
            "Sales desk",
            "Quotes to price and rework",
            "#2f6f9f",
            "inquiry-to-invoice",
            "quotation",
            "return"),
    SALES_MANAGERS("sales-managers", "Sales managers", "Quotes to approve", "#8a5a14", "approval"),
    DIRECTORS("directors", "Directors", "Approvals for directors", "#7a2e4d", "approval"),
    OPERATIONS("operations", "Operations", "Books to repair", "#3f4a56", "stock-reconciliation"),
    STOCK_PLANNERS(
            "stock-planners",
            "Stock planners",
            "Shortages to decide",
            "#9a3b26",
            "order-fulfilment",
            "shipment",
            "shortage",
            "production",
            "approval"),
    WAREHOUSE("warehouse", "Warehouse", "Warehouse work", "#2f6b4f", "shipment", "consignment", "return"),
    QUALITY("quality", "Quality", "Goods to inspect", "#4a5f8c", "shipment", "return"),
    FINANCE("finance", "Finance", "Finance work", "#5b4a8c", "invoicing", "collection", "return", "approval");

    private final String id;
    private final String label;
    private final String queue;
    private final String colour;
    private final List<String> processKeys;

    StaffGroup(String id, String label, String queue, String colour, String... processKeys) {
        this.id = id;
        this.label = label;
        this.queue = queue;
        this.colour = colour;
        this.processKeys = List.of(processKeys);
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }

    /** Name of the filter in Tasklist. */
    String queue() {
        return queue;
    }

    String colour() {
        return colour;
    }

    /** The models whose diagram and history the group may look at. */
    List<String> processKeys() {
        return processKeys;
    }

    /** Whether all it does in Tasklist is to approve. */
    boolean isApproving() {
        return processKeys.equals(List.of("approval"));
    }
}
