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
        String packedBy) {

    public PackingSlipPrint {
        lines = List.copyOf(lines);
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
}
