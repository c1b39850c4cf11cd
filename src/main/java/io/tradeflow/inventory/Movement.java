package io.tradeflow.inventory;

import java.math.BigDecimal;

/**
 * One change of a balance with why it came about: a row of the ledger. Quantities in the product's unit, signed.
 *
 * @param reference number of the receipt or shipment, or null
 * @param reason required where goods shrink, are held back or were counted
 */
record Movement(
        long balanceId,
        Kind kind,
        BigDecimal onHand,
        BigDecimal allocated,
        BigDecimal held,
        String orderNumber,
        Integer orderLineNo,
        String reference,
        String reason) {

    enum Kind {
        RECEIPT,
        ALLOCATION,
        RELEASE,
        SHORT_PICK,
        QUARANTINE,
        DISPATCH,
        /** What a count found more or less than the books had. */
        COUNT
    }

    private static final BigDecimal NONE = BigDecimal.ZERO;

    static Movement receipt(long balanceId, BigDecimal quantity, String reference) {
        return new Movement(balanceId, Kind.RECEIPT, quantity, NONE, NONE, null, null, reference, null);
    }

    /** @param difference what was found less what the books had */
    static Movement count(long balanceId, BigDecimal difference, String reference, String reason) {
        return new Movement(balanceId, Kind.COUNT, difference, NONE, NONE, null, null, reference, reason);
    }

    static Movement allocation(Fefo.Take take, String orderNumber) {
        return new Movement(
                take.balanceId(),
                Kind.ALLOCATION,
                NONE,
                take.quantity(),
                NONE,
                orderNumber,
                take.orderLineNo(),
                null,
                null);
    }

    static Movement release(AllocationRow row) {
        return row.moved(Kind.RELEASE, NONE, row.quantity().negate(), NONE, null);
    }

    /** The missing goods leave the books, and their promise with them. */
    static Movement shortPick(AllocationRow row, BigDecimal missing, String reason) {
        return row.moved(Kind.SHORT_PICK, missing.negate(), missing.negate(), NONE, reason);
    }

    /** The rejected goods stay on hand but are held back, and their promise ends. */
    static Movement quarantine(AllocationRow row, BigDecimal rejected, String reason) {
        return row.moved(Kind.QUARANTINE, NONE, rejected.negate(), rejected, reason);
    }

    static Movement dispatch(AllocationRow row) {
        return row.moved(Kind.DISPATCH, row.quantity().negate(), row.quantity().negate(), NONE, null);
    }
}
