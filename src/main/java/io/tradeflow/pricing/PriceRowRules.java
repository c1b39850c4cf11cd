package io.tradeflow.pricing;

import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.pricing.PriceRow.Level;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold for price rows before they are kept. */
class PriceRowRules {

    private static final int PRICE_DECIMALS = 4;
    private static final int QUANTITY_DECIMALS = 6;
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final Set<String> skus;
    private final Set<String> buyers;

    /**
     * @param skus those of the catalogue among the rows'
     * @param buyers the codes of the buyers
     */
    PriceRowRules(Set<String> skus, Set<String> buyers) {
        this.skus = skus;
        this.buyers = buyers;
    }

    private record Key(
            Level level, String owner, String sku, String currency, BigDecimal fromQuantity, LocalDate validFrom) {

        static Key of(PriceRow row) {
            BigDecimal tier =
                    row.fromQuantity() == null ? null : row.fromQuantity().stripTrailingZeros();
            return new Key(row.level(), row.owner(), row.sku(), row.currency(), tier, row.validFrom());
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

    private void check(PriceRow row, String field, List<Violation> found) {
        checkOwner(row, field, found);
        if (!skus.contains(row.sku())) {
            found.add(new Violation(field + "sku", "There is no product " + row.sku()));
        }
        if (!CURRENCIES.contains(row.currency() == null ? "" : row.currency())) {
            found.add(new Violation(field + "currency", "'" + row.currency() + "' is no ISO 4217 currency code"));
        }
        checkAmount(row.fromQuantity(), QUANTITY_DECIMALS, field + "fromQuantity", found);
        checkAmount(row.unitPrice(), PRICE_DECIMALS, field + "unitPrice", found);
        if (row.validFrom() == null) {
            found.add(new Violation(field + "validFrom", "is missing"));
        } else if (row.validUntil() != null && row.validUntil().isBefore(row.validFrom())) {
            found.add(new Violation(field + "validUntil", "lies before the first day"));
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
                            : "is missing: a buyer code or price tier"));
        } else if (row.level() == Level.CUSTOMER && !buyers.contains(row.owner())) {
            found.add(new Violation(field + "owner", "There is no buyer " + row.owner()));
        }
    }

    private static void checkAmount(BigDecimal amount, int decimals, String field, List<Violation> found) {
        if (amount == null || amount.signum() <= 0) {
            found.add(new Violation(field, "is more than zero"));
        } else if (amount.stripTrailingZeros().scale() > decimals) {
            found.add(new Violation(field, "has at most " + decimals + " decimals"));
        }
    }
}
