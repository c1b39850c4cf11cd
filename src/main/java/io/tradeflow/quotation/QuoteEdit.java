package io.tradeflow.quotation;

import io.tradeflow.kernel.Address;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What the sales desk changes on a draft, all at once or nothing. Null leaves as it is; an empty text takes away.
 *
 * @param version of the draft that was looked at; null does without the check
 * @param anew whether all lines take what the price lists say now, except prices set by hand
 * @param order line numbers in their new order; the lines are numbered anew
 */
public record QuoteEdit(
        Integer version,
        List<LineChange> lines,
        List<NewLine> added,
        List<Integer> removed,
        List<Integer> order,
        Conditions conditions,
        Amounts amounts,
        boolean anew) {

    public QuoteEdit {
        lines = lines == null ? List.of() : List.copyOf(lines);
        added = added == null ? List.of() : List.copyOf(added);
        removed = removed == null ? List.of() : List.copyOf(removed);
        order = order == null ? List.of() : List.copyOf(order);
    }

    public QuoteEdit(
            Integer version,
            List<LineChange> lines,
            List<NewLine> added,
            List<Integer> removed,
            List<Integer> order,
            Conditions conditions,
            Amounts amounts) {
        this(version, lines, added, removed, order, conditions, amounts, false);
    }

    /** What has to be worked out again after this change. */
    Anew due() {
        if (anew) {
            return Anew.EVERYTHING;
        }
        boolean goods = !added.isEmpty() || !removed.isEmpty() || lines.stream().anyMatch(LineChange::changesGoods);
        if (goods || amounts != null && amounts.fromTable().contains(Amounts.DISCOUNT)) {
            return Anew.AMOUNTS;
        }
        boolean elsewhere = conditions != null && (conditions.shipTo() != null || conditions.shipToAsBuyer());
        return elsewhere || amounts != null && amounts.changesCharges() ? Anew.CHARGES : Anew.NOTHING;
    }

    /** Everything at today's price lists. */
    public static QuoteEdit repricing(Integer version) {
        return new QuoteEdit(version, null, null, null, null, null, null, true);
    }

    public record NewLine(String sku, BigDecimal quantity) {}

    /** {@code template} puts its validity, terms and notes on the draft before the rest. {@code shipToAsBuyer} undoes a choice. */
    public record Conditions(
            String template,
            LocalDate validUntil,
            String terms,
            String incoterms,
            String shippingTerms,
            String paymentTerms,
            String note,
            String internalNote,
            Address shipTo,
            boolean shipToAsBuyer) {}

    /**
     * At most one kind of discount; zero takes it away.
     *
     * @param fromTable what is no longer set by hand: freight, packing, insurance as the table of charges says, and the discount as the
     *     bulk discounts say
     */
    public record Amounts(
            BigDecimal discountPercent,
            BigDecimal discountAmount,
            BigDecimal freight,
            BigDecimal packing,
            BigDecimal insurance,
            Set<String> fromTable) {

        static final String DISCOUNT = "discount";
        static final Set<String> TABLED = Set.of(DISCOUNT, "freight", "packing", "insurance");

        public Amounts {
            fromTable = fromTable == null ? Set.of() : Set.copyOf(fromTable);
        }

        /** Another discount is another value of the goods, by which charges are decided. */
        boolean changesCharges() {
            return discountPercent != null || discountAmount != null || !fromTable.isEmpty();
        }
    }

    public static QuoteEdit line(Integer version, LineChange change) {
        return new QuoteEdit(version, List.of(change), null, null, null, null, null);
    }

    public static QuoteEdit conditions(Integer version, Conditions conditions) {
        return new QuoteEdit(version, null, null, null, null, conditions, null);
    }

    public static QuoteEdit amounts(Integer version, Amounts amounts) {
        return new QuoteEdit(version, null, null, null, null, null, amounts);
    }
}
