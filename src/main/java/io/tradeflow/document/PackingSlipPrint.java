package io.tradeflow.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * All that a packing slip prints. It travels with the goods: no prices, no bins.
 *
 * @param number the shipment's number
 * @param dispatchFrom the warehouse
 * @param packages how many packages the shipment has
 * @param grossWeightKg null if it was not weighed
 * @param packingNote null if none
 * @param packedBy null if unknown
 * @param contents what is in which package, empty where nobody wrote it down
 */
public record PackingSlipPrint(
        String number,
        LocalDate packedOn,
        SellerPrint seller,
        PartyPrint dispatchFrom,
        PartyPrint billTo,
        PartyPrint shipTo,
        ReferencePrint reference,
        List<Line> lines,
        int packages,
        BigDecimal grossWeightKg,
        String packingNote,
        String packedBy,
        List<Package> contents) {

    public PackingSlipPrint {
        lines = List.copyOf(lines);
        contents = List.copyOf(contents);
        grossWeightKg = Figures.plain(grossWeightKg);
    }

    /** Goods of one batch; {@code batch} and {@code expiresOn} are null where the product has none. */
    public record Line(
            int lineNo,
            String sku,
            String description,
            String hsn,
            String batch,
            LocalDate expiresOn,
            BigDecimal quantity,
            String unit) {

        public Line {
            quantity = Figures.plain(quantity);
        }
    }

    /** A slip that does not say what is in which package. */
    public PackingSlipPrint(
            String number,
            LocalDate packedOn,
            SellerPrint seller,
            PartyPrint dispatchFrom,
            PartyPrint billTo,
            PartyPrint shipTo,
            ReferencePrint reference,
            List<Line> lines,
            int packages,
            BigDecimal grossWeightKg,
            String packingNote,
            String packedBy) {
        this(
                number,
                packedOn,
                seller,
                dispatchFrom,
                billTo,
                shipTo,
                reference,
                lines,
                packages,
                grossWeightKg,
                packingNote,
                packedBy,
                List.of());
    }

    /**
     * One package.
     *
     * @param label the number on it
     * @param kind "carton", "pallet" …
     * @param weightKg gross, null if it was not weighed alone
     */
    public record Package(int no, String label, String kind, BigDecimal weightKg, List<Content> contents) {

        public Package {
            weightKg = Figures.plain(weightKg);
            contents = List.copyOf(contents);
        }
    }

    /** Goods of one batch in a package; {@code batch} null for goods without one. */
    public record Content(String sku, String batch, BigDecimal quantity, String unit) {

        public Content {
            quantity = Figures.plain(quantity);
        }
    }
}
