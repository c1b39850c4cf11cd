package io.tradeflow.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What the journeys order: ten lines each, taken in turn from a larger part of the catalogue that was received in plenty. */
class Goods {

    private static final int LINES = 10;
    private static final int KINDS = 40;
    private static final String PLENTY = "1000000";

    private final List<Map<String, Object>> orderable;
    private final AtomicInteger next = new AtomicInteger();

    private Goods(List<Map<String, Object>> orderable) {
        this.orderable = orderable;
    }

    /** Chooses and receives the goods over the API, in the warehouse the buyer is served from. */
    static Goods receive(Http warehouse) {
        List<Map<String, Object>> orderable = new ArrayList<>();
        List<Map<String, Object>> received = new ArrayList<>();
        for (JsonNode product : warehouse.get("/products?size=200")) {
            if (!product.path("batchTracked").asBoolean() && orderable.size() < KINDS) {
                String sku = product.path("sku").asText();
                orderable.add(Map.of("sku", sku, "quantity", fewOf(product)));
                received.add(Map.of("sku", sku, "bin", "RCV-01", "quantity", new BigDecimal(PLENTY)));
            }
        }
        if (orderable.size() < KINDS) {
            throw new IllegalStateException("The catalogue has only " + orderable.size() + " goods without batches");
        }
        warehouse.post(
                "/stock-receipts",
                Map.of("reference", "BENCH-" + UUID.randomUUID(), "warehouseCode", "PUN", "lines", received),
                201);
        return new Goods(orderable);
    }

    private static BigDecimal fewOf(JsonNode product) {
        BigDecimal least = product.path("minimumOrderQuantity").decimalValue();
        return least.add(product.path("orderMultiple").decimalValue());
    }

    /** The lines of the next inquiry. */
    List<Map<String, Object>> lines() {
        int from = Math.floorMod(next.getAndIncrement() * 3, KINDS);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            lines.add(orderable.get((from + i) % KINDS));
        }
        return lines;
    }
}
