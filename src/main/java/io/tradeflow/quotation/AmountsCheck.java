package io.tradeflow.quotation;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.util.List;

/** What the discount on the whole and the charges must keep to. */
final class AmountsCheck {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PERCENT_DECIMALS = 6;

    private AmountsCheck() {}

    static void check(QuoteEdit.Amounts amounts, List<Violation> violations) {
        if (amounts.discountPercent() != null && amounts.discountAmount() != null) {
            violations.add(new Violation("discountAmount", "Give the discount as a percentage or as an amount"));
        }
        if (amounts.discountPercent() != null && !isPercent(amounts.discountPercent())) {
            violations.add(new Violation("discountPercent", "A discount lies between 0 and below 100 %"));
        }
        amount("discountAmount", amounts.discountAmount(), violations);
        amount("freight", amounts.freight(), violations);
        amount("packing", amounts.packing(), violations);
        amount("insurance", amounts.insurance(), violations);
        if (!QuoteEdit.Amounts.TABLED.containsAll(amounts.fromTable())) {
            violations.add(new Violation("fromTable", "By table there are discount, freight, packing and insurance"));
        }
    }

    static boolean isPercent(BigDecimal percent) {
        return percent.signum() >= 0
                && percent.compareTo(HUNDRED) < 0
                && percent.stripTrailingZeros().scale() <= PERCENT_DECIMALS;
    }

    private static void amount(String field, BigDecimal amount, List<Violation> violations) {
        if (amount != null
                && (amount.signum() < 0 || amount.stripTrailingZeros().scale() > Money.DOCUMENT_SCALE)) {
            violations.add(new Violation(field, "An amount is not negative and has at most two decimals"));
        }
    }
}
