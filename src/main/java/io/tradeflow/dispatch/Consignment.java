package io.tradeflow.dispatch;

import java.time.Instant;

/** A shipment in the carrier's hands. {@code mode} ROAD, RAIL, AIR or SHIP. */
public record Consignment(
        String shipmentNumber,
        String dealNumber,
        String orderNumber,
        HandOver handOver,
        String handedOverBy,
        Instant handedOverAt) {}
