package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Goods on their way from one warehouse to another; under way they are in no warehouse.
 *
 * @param reference makes sending repeatable
 * @param supply whether the branches have different GSTINs: then it is a supply that needs a tax invoice (CGST Act, schedule I)
 */
public record StockTransfer(
        String number,
        String reference,
        String fromWarehouse,
        String toWarehouse,
        Status status,
        boolean supply,
        LocalDate expectedOn,
        String note,
        String sentBy,
        Instant sentAt,
        List<Line> lines) {

    public enum Status {
        SENT,
        /** All is accounted for: it arrived or is lost. */
        RECEIVED
    }

    /** @param batch empty for goods without one; {@code lossReason} null while nothing is lost */
    public record Line(
            int lineNo,
            String sku,
            String batch,
            LocalDate expiresOn,
            BigDecimal quantity,
            BigDecimal received,
            BigDecimal lost,
            String lossReason) {

        public BigDecimal underWay() {
            return quantity.subtract(received).subtract(lost);
        }
    }

    /** What somebody wants to send. */
    public record Draft(
            String reference,
            String fromWarehouse,
            String toWarehouse,
            LocalDate expectedOn,
            String note,
            List<Goods> goods) {}

    /** @param batch null or empty for goods without one */
    public record Goods(String sku, String batch, BigDecimal quantity) {

        StockKey key() {
            return StockKey.of(sku, batch);
        }
    }

    /** What has arrived of it, or is known to be lost. {@code reference} is booked once. */
    public record Arrival(String reference, List<ArrivedLine> lines) {}

    /** @param reasonCode why some of it is lost, null if nothing is */
    public record ArrivedLine(int lineNo, BigDecimal received, BigDecimal lost, String reasonCode, String bin) {}
}
