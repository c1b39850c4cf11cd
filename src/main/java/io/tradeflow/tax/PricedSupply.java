package io.tradeflow.tax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A document to be valued and taxed: lines at their prices, what is taken off and put on the whole of it, and how it is rounded. All in the
 * currency of the supply.
 *
 * @param circumstances who supplies to whom and where; its own lines are not looked at
 * @param discount on the whole, before tax
 * @param pricesIncludeTax whether prices, discount and charges include the tax
 * @param others what is charged after tax and bears none
 * @param collected income-tax collected at source; null if there is none
 */
public record PricedSupply(
        Supply circumstances,
        List<Item> items,
        BigDecimal discount,
        Charges charges,
        boolean pricesIncludeTax,
        List<OtherCharge> others,
        Collected collected,
        Rounding rounding) {

    private static final int CENTS = 2;
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(CENTS);

    public PricedSupply {
        items = List.copyOf(items);
        others = List.copyOf(others);
    }

    /** Lines at prices before tax, and nothing else. */
    public PricedSupply(Supply circumstances, List<Item> items) {
        this(circumstances, items, NOTHING, Charges.NONE, false, List.of(), null, Rounding.USUAL);
    }

    /**
     * A line.
     *
     * @param discount on this line, an amount
     * @param given a rate fixed before, or null for that of the day
     */
    public record Item(
            int lineNo, String hsn, BigDecimal quantity, BigDecimal unitPrice, BigDecimal discount, AppliedRate given) {

        public Item(int lineNo, String hsn, BigDecimal quantity, BigDecimal unitPrice) {
            this(lineNo, hsn, quantity, unitPrice, NOTHING, null);
        }

        BigDecimal gross() {
            return quantity.multiply(unitPrice);
        }

        /** Rounded once, half up. */
        BigDecimal net() {
            return gross().subtract(discount).setScale(CENTS, RoundingMode.HALF_UP);
        }
    }

    /** Which lines bear freight, packing and insurance. */
    public enum Bearing {
        /** All, by their value: each is taxed with the goods it goes with. */
        ALL_LINES,
        /** Those with the highest rate, the cautious reading where rates are mixed. */
        HIGHEST_RATE
    }

    /** What the supplier charges for bringing the goods, before tax; two decimals each. */
    public record Charges(BigDecimal freight, BigDecimal packing, BigDecimal insurance, Bearing bearing) {

        public static final Charges NONE = new Charges(NOTHING, NOTHING, NOTHING, Bearing.ALL_LINES);

        /** Borne by all lines. */
        public Charges(BigDecimal freight, BigDecimal packing, BigDecimal insurance) {
            this(freight, packing, insurance, Bearing.ALL_LINES);
        }

        BigDecimal sum() {
            return freight.add(packing).add(insurance);
        }
    }

    /** Something charged after tax, such as a pure reimbursement. */
    public record OtherCharge(String name, BigDecimal amount) {}

    /**
     * Income-tax collected at source on value and tax together.
     *
     * @param percent of the invoice
     * @param source section it is collected under
     */
    public record Collected(BigDecimal percent, String source) {

        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

        OtherCharge on(BigDecimal invoiced) {
            return new OtherCharge(
                    "TCS " + percent.toPlainString() + " %",
                    invoiced.multiply(percent).divide(HUNDRED, CENTS, RoundingMode.HALF_UP));
        }
    }

    /**
     * @param headsToRupee whether each head is rounded to the rupee, as some read section 170
     * @param totalToRupee whether the total is; in INR only
     */
    public record Rounding(boolean headsToRupee, boolean totalToRupee) {

        public static final Rounding USUAL = new Rounding(false, true);
        public static final Rounding NONE = new Rounding(false, false);
    }

    public PricedSupply discountedBy(BigDecimal amount) {
        return new PricedSupply(circumstances, items, amount, charges, pricesIncludeTax, others, collected, rounding);
    }

    public PricedSupply charging(Charges other) {
        return new PricedSupply(circumstances, items, discount, other, pricesIncludeTax, others, collected, rounding);
    }

    public PricedSupply taxIncluded() {
        return new PricedSupply(circumstances, items, discount, charges, true, others, collected, rounding);
    }

    public PricedSupply plus(List<OtherCharge> after) {
        return new PricedSupply(circumstances, items, discount, charges, pricesIncludeTax, after, collected, rounding);
    }

    public PricedSupply collecting(Collected other) {
        return new PricedSupply(circumstances, items, discount, charges, pricesIncludeTax, others, other, rounding);
    }

    public PricedSupply rounded(Rounding other) {
        return new PricedSupply(circumstances, items, discount, charges, pricesIncludeTax, others, collected, other);
    }
}
