package io.tradeflow.pricing;

import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.pricing.PriceRow.Level;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold for price rows before they are kept. */
class PriceRowRules {

    private static final int PRICE_DECIMALS = 4;
    private static final int QUANTITY_DECIMALS = 6;
    private static final BigDecimal NOTHING_LEFT = BigDecimal.valueOf(-100);
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(999);
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final Set<String> skus;
    private final Set<String> buyers;
    private final Set<String> categories;
    private final Map<String, String> agreements;

    /**
     * @param skus those of the catalogue among the rows'
     * @param buyers the codes of the buyers
     * @param categories those of the catalogue among the rows'
     * @param agreements buyer by number of those among the rows'
     */
    PriceRowRules(Set<String> skus, Set<String> buyers, Set<String> categories, Map<String, String> agreements) {
        this.skus = skus;
        this.buyers = buyers;
        this.categories = categories;
        this.agreements = agreements;
    }

    private record Key(
            Level level,
            String owner,
            String agreement,
            String sku,
            String category,
            String currency,
            BigDecimal fromQuantity,
            LocalDate validFrom,
            int priority) {

        static Key of(PriceRow row) {
            BigDecimal tier =
                    row.fromQuantity() == null ? null : row.fromQuantity().stripTrailingZeros();
            return new Key(
                    row.level(),
                    row.owner(),
                    row.agreement(),
                    row.sku(),
                    row.category(),
                    row.currency(),
                    tier,
                    row.validFrom(),
                    row.priority());
        }
    }

    /** What is wrong, by row and field: {@code rows[3].unitPrice}. */
    List<Violation> violations(List<PriceRow> rows) {
        List<Violation> found = new ArrayList<>();
        Set<Key> keys = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            String field = "rows[" + i + "]";
            check(rows.get(i), field + ".", found);
            if (!keys.add(Key.of(rows.get(i)))) {
                found.add(new Violation(field, "The same row stands above with another price"));
            }
        }
        return found;
    }

    static boolean isCurrency(String code) {
        return code != null && CURRENCIES.contains(code);
    }

    private void check(PriceRow row, String field, List<Violation> found) {
        checkOwner(row, field, found);
        checkScope(row, field, found);
        if (!isCurrency(row.currency())) {
            found.add(new Violation(field + "currency", "'" + row.currency() + "' is no ISO 4217 currency code"));
        }
        checkAmount(row.fromQuantity(), QUANTITY_DECIMALS, field + "fromQuantity", found);
        if (row.isFixed()) {
            checkAmount(row.unitPrice(), PRICE_DECIMALS, field + "unitPrice", found);
        } else {
            checkRule(row, field, found);
        }
        if (row.validFrom() == null) {
            found.add(new Violation(field + "validFrom", "is missing"));
        } else if (row.validUntil() != null && row.validUntil().isBefore(row.validFrom())) {
            found.add(new Violation(field + "validUntil", "lies before the first day"));
        }
    }

    private void checkScope(PriceRow row, String field, List<Violation> found) {
        if (row.sku() != null ? !skus.contains(row.sku()) : row.isFixed()) {
            found.add(new Violation(
                    field + "sku",
                    row.sku() == null
                            ? "is missing: a fixed price is for one SKU"
                            : "There is no product " + row.sku()));
        }
        if (row.category() != null && row.sku() != null) {
            found.add(new Violation(field + "category", "A row is for a SKU or for a category, not for both"));
        } else if (row.category() != null && !categories.contains(row.category())) {
            found.add(new Violation(field + "category", "There is no category " + row.category()));
        }
    }

    private void checkOwner(PriceRow row, String field, List<Violation> found) {
        if (row.level() == null) {
            found.add(new Violation(field + "level", "is missing"));
        } else if ((row.level() == Level.BASE) != (row.owner() == null)) {
            found.add(new Violation(
                    field + "owner",
                    row.level() == Level.BASE
                            ? "A base price has no owner"
                            : "is missing: a buyer code, price tier or channel"));
        } else if ((row.level() == Level.CUSTOMER || row.level() == Level.CONTRACT) && !buyers.contains(row.owner())) {
            found.add(new Violation(field + "owner", "There is no buyer " + row.owner()));
        }
        if (row.level() == Level.CONTRACT) {
            if (row.agreement() == null || !agreements.containsKey(row.agreement())) {
                found.add(new Violation(field + "agreement", "There is no price agreement " + row.agreement()));
            } else if (!agreements.get(row.agreement()).equals(row.owner())) {
                found.add(new Violation(field + "agreement", row.agreement() + " is with another buyer"));
            }
        } else if (row.agreement() != null) {
            found.add(new Violation(field + "agreement", "Only contract prices belong to an agreement"));
        }
    }

    private static void checkRule(PriceRow row, String field, List<Violation> found) {
        PriceRule rule = row.rule();
        if (row.unitPrice() != null) {
            found.add(new Violation(field + "unitPrice", "A row is a fixed price or a percentage, not both"));
        }
        if (row.level() == Level.BASE) {
            found.add(new Violation(
                    field + "rule", "A base price is a fixed price; percentages belong to the levels above"));
        }
        if (rule.percent() == null
                || rule.percent().compareTo(NOTHING_LEFT) <= 0
                || rule.percent().compareTo(MOST_PERCENT) > 0) {
            found.add(new Violation(field + "rule.percent", "lies above -100 and up to 999; -5 takes 5 % off"));
        } else if (rule.percent().stripTrailingZeros().scale() > QUANTITY_DECIMALS) {
            found.add(new Violation(field + "rule.percent", "has at most " + QUANTITY_DECIMALS + " decimals"));
        }
        if (rule.of() == null) {
            found.add(new Violation(field + "rule.of", "is missing: LIST or BELOW"));
        }
        if (rule.roundTo() != null) {
            checkAmount(rule.roundTo(), PRICE_DECIMALS, field + "rule.roundTo", found);
        }
        if (rule.surcharge() != null && rule.surcharge().stripTrailingZeros().scale() > PRICE_DECIMALS) {
            found.add(new Violation(field + "rule.surcharge", "has at most " + PRICE_DECIMALS + " decimals"));
        }
    }

    static void checkAmount(BigDecimal amount, int decimals, String field, List<Violation> found) {
        if (amount == null || amount.signum() <= 0) {
            found.add(new Violation(field, "is more than zero"));
        } else if (amount.stripTrailingZeros().scale() > decimals) {
            found.add(new Violation(field, "has at most " + decimals + " decimals"));
        }
    }
}
