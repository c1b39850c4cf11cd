package io.tradeflow.fulfilment;

import java.math.BigDecimal;
import java.util.Map;

/** A package as it is kept; {@code contents} by line of the shipment. Weight and size may be null until it is closed. */
record PackageEntry(
        int packageNo,
        Shipment.PackageKind kind,
        BigDecimal weightKg,
        Shipment.Size size,
        Map<Integer, BigDecimal> contents) {}
