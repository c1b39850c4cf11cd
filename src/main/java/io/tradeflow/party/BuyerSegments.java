package io.tradeflow.party;

/** The segment of a buyer as of now, outside any deal; a deal keeps the one it began with. */
public interface BuyerSegments {

    /** @throws io.tradeflow.kernel.Problem not-found if there is no such buyer */
    BuyerSegment of(String buyerCode);
}
