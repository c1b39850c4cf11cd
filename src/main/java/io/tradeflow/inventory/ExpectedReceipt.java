package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Goods of one product that are to come to a warehouse. Quantities in the product's unit.
 *
 * @param reference number on the paper that announces them: purchase order, production request, transfer
 * @param received what of them has come in; may be more than was announced
 * @param firstExpectedOn the day first named
 */
public record ExpectedReceipt(
        long id,
        String reference,
        String warehouseCode,
        String sku,
        BigDecimal quantity,
        BigDecimal received,
        LocalDate expectedOn,
        LocalDate firstExpectedOn,
        Source source,
        Status status) {

    /** Where the goods come from. */
    public enum Source {
        PURCHASE,
        PRODUCTION,
        TRANSFER
    }

    public enum Status {
        OPEN,
        RECEIVED,
        /** The rest does not come. */
        CANCELLED
    }

    /** What still has to come. */
    public BigDecimal open() {
        return status == Status.OPEN ? quantity.subtract(received) : BigDecimal.ZERO;
    }

    /** Whether it should have been there before this day. */
    public boolean isLate(LocalDate today) {
        return status == Status.OPEN && expectedOn.isBefore(today);
    }

    /** Without what will never come. */
    ExpectedReceipt less(BigDecimal lost) {
        return new ExpectedReceipt(
                id,
                reference,
                warehouseCode,
                sku,
                quantity.subtract(lost),
                received,
                expectedOn,
                firstExpectedOn,
                source,
                status);
    }

    ExpectedGoods goods() {
        return new ExpectedGoods(reference, warehouseCode, sku, quantity, expectedOn, source);
    }
}
