package io.tradeflow.inventory;

import java.math.BigDecimal;

/**
 * One change of a balance with why it came about: a row of the ledger. Quantities in the product's unit, signed.
 *
 * @param reference number of the receipt, shipment or deal, or null
 * @param reason required where goods shrink, are held back or were counted
 */
record Movement(
        long balanceId,
        Kind kind,
        Change change,
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
        COUNT,
        /** Kept for a deal for a while. */
        HOLD,
        /** The deal has its allocation, or its time is over. */
        HOLD_END,
        /** More or less on hand for a reason other than a count. */
        ADJUSTMENT,
        /** Goods held back may be used after all. */
        QUARANTINE_END,
        /** Goods held back leave the books. */
        SCRAP,
        TRANSFER_OUT,
        TRANSFER_IN,
        /** Goods came back from a buyer. */
        RETURN
    }

    /** What becomes more or less: each number of the balance with its sign. */
    record Change(BigDecimal onHand, BigDecimal allocated, BigDecimal held, BigDecimal quarantined) {

        private static final BigDecimal NONE = BigDecimal.ZERO;

        static Change onHand(BigDecimal quantity) {
            return new Change(quantity, NONE, NONE, NONE);
        }

        static Change allocated(BigDecimal quantity) {
            return new Change(NONE, quantity, NONE, NONE);
        }

        static Change held(BigDecimal quantity) {
            return new Change(NONE, NONE, quantity, NONE);
        }

        static Change quarantined(BigDecimal quantity) {
            return new Change(NONE, NONE, NONE, quantity);
        }

        /** Goods leave that were promised. */
        static Change promisedGoodsLeave(BigDecimal quantity) {
            return new Change(quantity.negate(), quantity.negate(), NONE, NONE);
        }

        static Change heldBackGoodsLeave(BigDecimal quantity) {
            return new Change(quantity.negate(), NONE, NONE, quantity.negate());
        }

        /** Goods that were promised are held back. */
        static Change promisedGoodsHeldBack(BigDecimal quantity) {
            return new Change(NONE, quantity.negate(), NONE, quantity);
        }
    }

    static Movement receipt(long balanceId, BigDecimal quantity, String reference) {
        return new Movement(balanceId, Kind.RECEIPT, Change.onHand(quantity), null, null, reference, null);
    }

    /** @param difference what was found less what the books had */
    static Movement count(long balanceId, BigDecimal difference, String reference, String reason) {
        return new Movement(balanceId, Kind.COUNT, Change.onHand(difference), null, null, reference, reason);
    }

    static Movement allocation(Fefo.Take take, String orderNumber) {
        return new Movement(
                take.balanceId(),
                Kind.ALLOCATION,
                Change.allocated(take.quantity()),
                orderNumber,
                take.orderLineNo(),
                null,
                null);
    }

    static Movement release(AllocationRow row) {
        return row.moved(Kind.RELEASE, Change.allocated(row.quantity().negate()), null);
    }

    /** The missing goods leave the books, and their promise with them. */
    static Movement shortPick(AllocationRow row, BigDecimal missing, String reason) {
        return row.moved(Kind.SHORT_PICK, Change.promisedGoodsLeave(missing), reason);
    }

    /** The rejected goods stay on hand but are held back, and their promise ends. */
    static Movement quarantine(AllocationRow row, BigDecimal rejected, String reason) {
        return row.moved(Kind.QUARANTINE, Change.promisedGoodsHeldBack(rejected), reason);
    }

    static Movement dispatch(AllocationRow row) {
        return row.moved(Kind.DISPATCH, Change.promisedGoodsLeave(row.quantity()), null);
    }

    static Movement hold(long balanceId, BigDecimal quantity, String dealNumber) {
        return new Movement(balanceId, Kind.HOLD, Change.held(quantity), null, null, dealNumber, null);
    }

    static Movement holdEnd(long balanceId, BigDecimal quantity, String dealNumber) {
        return new Movement(balanceId, Kind.HOLD_END, Change.held(quantity.negate()), null, null, dealNumber, null);
    }

    /** @param difference more or less on hand */
    static Movement adjustment(long balanceId, BigDecimal difference, String reference, String reason) {
        return new Movement(balanceId, Kind.ADJUSTMENT, Change.onHand(difference), null, null, reference, reason);
    }

    static Movement heldBack(long balanceId, BigDecimal quantity, String reference, String reason) {
        return new Movement(balanceId, Kind.QUARANTINE, Change.quarantined(quantity), null, null, reference, reason);
    }

    static Movement quarantineEnd(long balanceId, BigDecimal quantity, String reference, String reason) {
        return new Movement(
                balanceId, Kind.QUARANTINE_END, Change.quarantined(quantity.negate()), null, null, reference, reason);
    }

    static Movement scrap(long balanceId, BigDecimal quantity, String reference, String reason) {
        return new Movement(balanceId, Kind.SCRAP, Change.heldBackGoodsLeave(quantity), null, null, reference, reason);
    }

    static Movement transferOut(long balanceId, BigDecimal quantity, String number) {
        return new Movement(balanceId, Kind.TRANSFER_OUT, Change.onHand(quantity.negate()), null, null, number, null);
    }

    static Movement transferIn(long balanceId, BigDecimal quantity, String number) {
        return new Movement(balanceId, Kind.TRANSFER_IN, Change.onHand(quantity), null, null, number, null);
    }
}
