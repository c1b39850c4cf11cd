package io.tradeflow.pricing;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What bringing the goods costs, in the currency of the document, two decimals, before tax.
 *
 * @param zone where the goods go, as the decision sees it
 */
public record Charges(String zone, Charge freight, Charge packing, Charge insurance) {

    public enum PaidBy {
        /** Added to the document. */
        BUYER,
        /** Borne by the seller; the document shows it as included. */
        SELLER,
        /** The buyer pays the carrier; the document carries no amount. */
        CARRIER_TO_COLLECT
    }

    /** @param reason the rule in words */
    public record Charge(BigDecimal amount, PaidBy paidBy, String reason) {

        /** What the document adds for it. */
        public BigDecimal charged() {
            return paidBy == PaidBy.BUYER ? amount : BigDecimal.ZERO.setScale(2);
        }
    }

    public List<Charge> all() {
        return List.of(freight, packing, insurance);
    }

    /** What the document adds for all three. */
    public BigDecimal charged() {
        return Stream.of(freight, packing, insurance).map(Charge::charged).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
