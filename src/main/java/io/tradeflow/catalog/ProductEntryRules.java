package io.tradeflow.catalog;

import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold for all that is entered with a product, beyond the product itself. */
class ProductEntryRules {

    private static final int DIGITS_BEFORE_THE_POINT = 13;
    private static final int WEIGHT_DIGITS = 8;
    private static final int WEIGHT_DECIMALS = 4;

    private final Set<String> units;
    private final Map<String, Product> before;

    /**
     * @param units the unit quantity codes there are
     * @param before the products as they are, by SKU
     */
    ProductEntryRules(Set<String> units, Map<String, Product> before) {
        this.units = units;
        this.before = before;
    }

    List<Violation> violations(List<ProductEntry> entries) {
        List<Violation> found = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            check(entries.get(i), "products[" + i + "].", found);
        }
        return found;
    }

    private void check(ProductEntry entry, String row, List<Violation> found) {
        Product product = entry.product();
        checkUnit(product, row, found);
        checkSize(product.minimumOrderQuantity(), row + "minimumOrderQuantity", found);
        checkSize(product.orderMultiple(), row + "orderMultiple", found);
        checkSize(product.cost() == null ? null : product.cost().amount(), row + "cost", found);
        BigDecimal weight = entry.grossWeightKg();
        if (weight != null
                && (weight.signum() <= 0
                        || weight.stripTrailingZeros().scale() > WEIGHT_DECIMALS
                        || digitsBeforeThePoint(weight) > WEIGHT_DIGITS)) {
            found.add(new Violation(row + "grossWeightKg", "is more than zero with at most 4 decimals"));
        }
        try {
            Variants.check(entry.attributes());
        } catch (Problem problem) {
            found.add(new Violation(row + "attributes", problem.getMessage()));
        }
        entry.packaging().forEach(unit -> checkPackage(unit, product, row + "packaging", found));
        if (entry.packaging().stream().map(PackagingUnit::unit).distinct().count()
                < entry.packaging().size()) {
            found.add(new Violation(row + "packaging", "names a unit twice"));
        }
    }

    /** Prices and stock of what was ever sold are kept in its unit. */
    private void checkUnit(Product product, String row, List<Violation> found) {
        Product known = before.get(product.sku());
        if (known != null
                && known.status() != ProductStatus.DRAFT
                && !known.unit().equals(product.unit())) {
            found.add(new Violation(
                    row + "unit",
                    "Prices and stock are kept in " + known.unit() + "; enter a new product for another unit"));
        }
    }

    private void checkPackage(PackagingUnit unit, Product product, String field, List<Violation> found) {
        if (!units.contains(unit.unit())) {
            found.add(new Violation(field, "'" + unit.unit() + "' is no unit quantity code (UQC)"));
        } else if (unit.unit().equals(product.unit())) {
            found.add(new Violation(field, unit.unit() + " is the product's own unit"));
        }
        if (!PackagingUnits.isFactor(unit.factor()) || digitsBeforeThePoint(unit.factor()) > DIGITS_BEFORE_THE_POINT) {
            found.add(new Violation(
                    field, "One " + unit.unit() + " holds more than zero, not one, with at most 6 decimals"));
        }
    }

    private static void checkSize(BigDecimal number, String field, List<Violation> found) {
        if (number != null && digitsBeforeThePoint(number) > DIGITS_BEFORE_THE_POINT) {
            found.add(new Violation(field, "has more than " + DIGITS_BEFORE_THE_POINT + " digits before the point"));
        }
    }

    private static int digitsBeforeThePoint(BigDecimal number) {
        return number.precision() - number.scale();
    }
}
