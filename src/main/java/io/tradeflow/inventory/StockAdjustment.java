package io.tradeflow.inventory;

import io.tradeflow.inventory.StockReason.Use;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Stock of a warehouse is corrected, held back, released or scrapped for one reason.
 *
 * @param reference makes it repeatable: the same reference is booked once
 * @param reasonCode one of the {@link StockReason}s
 * @param note what there is to say beside the reason, or null
 */
public record StockAdjustment(
        String reference, Kind kind, String warehouseCode, String reasonCode, String note, List<Line> lines) {

    /** What is done. */
    public enum Kind {
        /** More or less is on hand than the books have. */
        ADJUSTMENT,
        /** Goods are put into quarantine. */
        HOLD_BACK,
        /** Goods in quarantine may be used after all. */
        RELEASE,
        /** Goods in quarantine leave the books. */
        SCRAP;

        Use use(BigDecimal quantity) {
            return switch (this) {
                case ADJUSTMENT -> quantity.signum() > 0 ? Use.MORE : Use.LESS;
                case HOLD_BACK -> Use.HOLD_BACK;
                case RELEASE -> Use.RELEASE;
                case SCRAP -> Use.SCRAP;
            };
        }
    }

    /** @param quantity in the product's unit; of an adjustment with its sign, above zero otherwise */
    public record Line(String sku, String batch, BigDecimal quantity) {

        StockKey key() {
            return StockKey.of(sku, batch);
        }
    }

    /** One that is booked, with who and when. */
    public record Booked(StockAdjustment adjustment, String reason, String by, Instant at) {}
}
