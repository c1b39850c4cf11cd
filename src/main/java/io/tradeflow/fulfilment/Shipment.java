package io.tradeflow.fulfilment;

import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Goods of one order leaving one warehouse together. */
public record Shipment(
        String number,
        String dealNumber,
        String orderNumber,
        String buyerCode,
        String buyerName,
        String warehouseCode,
        String branchCode,
        Status status,
        int packages,
        BigDecimal grossWeightKg,
        String packingNote,
        List<Line> lines) {

    /** A replacement stands for goods that are invoiced already: it leaves with a delivery challan and is not billed again. */
    public enum Kind {
        SALE,
        REPLACEMENT
    }

    public enum Status {
        PLANNED,
        PICKING,
        PICKED,
        INSPECTED,
        PACKED,
        DISPATCHED,
        CANCELLED;

        /** As people say it: "being picked". */
        public String label() {
            return this == PICKING ? "being picked" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** One batch of one order line; {@code quantity} is what goes on: planned, then picked, then accepted. */
    public record Line(
            int lineNo,
            long allocationId,
            int orderLineNo,
            String sku,
            String description,
            String hsn,
            String batch,
            LocalDate expiresOn,
            String bin,
            Quantity planned,
            Quantity quantity) {}

    /**
     * One package as it goes to the carrier.
     *
     * @param label 18 digits for the barcode, in the form of an SSCC; unique in the house
     * @param weightKg gross
     * @param size null where it was not measured
     */
    public record Package(
            int packageNo, String label, PackageKind kind, BigDecimal weightKg, Size size, List<Content> contents) {}

    /** What a package is. */
    public enum PackageKind {
        /** Of no particular kind. */
        PACKAGE,
        CARTON,
        CRATE,
        PALLET,
        DRUM,
        BAG,
        BUNDLE;

        /** As people say it: "carton". */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Outer measures of a package in centimetres. */
    public record Size(BigDecimal lengthCm, BigDecimal widthCm, BigDecimal heightCm) {}

    /** How much of a line, that is of one batch, is in a package; {@code batch} is empty for goods without one. */
    public record Content(
            int lineNo, String sku, String description, String batch, LocalDate expiresOn, Quantity quantity) {}
}
