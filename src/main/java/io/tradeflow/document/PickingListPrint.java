package io.tradeflow.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * All that a picking list prints: where the goods of a shipment lie, in the order in which a picker walks. It stays in the house.
 *
 * @param number the shipment's number, in print and as barcode
 * @param releasedOn the day the list went to the warehouse
 * @param warehouse where is picked
 * @param consignee for whom
 * @param packing how goods for this buyer are packed, null if nothing special
 * @param lines by zone, bin, SKU and batch
 */
public record PickingListPrint(
        String number,
        LocalDate releasedOn,
        SellerPrint seller,
        String warehouse,
        PartyPrint consignee,
        ReferencePrint reference,
        String packing,
        List<Line> lines) {

    public PickingListPrint {
        lines = List.copyOf(lines);
    }

    /**
     * Goods of one batch in one bin.
     *
     * @param zone part of the warehouse the bin is in, null if bins have none
     * @param batch null for goods without one
     */
    public record Line(
            int lineNo,
            String zone,
            String bin,
            String sku,
            String description,
            String batch,
            LocalDate expiresOn,
            BigDecimal quantity,
            String unit) {

        public Line {
            quantity = Figures.plain(quantity);
        }
    }
}
