package io.tradeflow.catalog;

import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.tax.Hsn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold for products before they are kept. */
class ProductRules {

    private static final Pattern SKU = Pattern.compile("[A-Z0-9][A-Z0-9./-]*");
    private static final int LONGEST_SKU = 40;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_FAMILY = 100;
    private static final int QUANTITY_DECIMALS = 6;
    private static final int WEIGHT_DECIMALS = 4;
    private static final BigDecimal MOST_WEIGHT = new BigDecimal("99999");

    private final Set<String> units;
    private final Set<String> categories;
    private final Set<String> successors;

    /**
     * @param units the unit quantity codes there are
     * @param categories the codes of the categories there are
     * @param successors the SKUs there are among those named as successors
     */
    ProductRules(Set<String> units, Set<String> categories, Set<String> successors) {
        this.units = units;
        this.categories = categories;
        this.successors = successors;
    }

    /** What is wrong, by row and field: {@code products[3].hsn}. */
    List<Violation> violations(List<Product> products) {
        List<Violation> found = new ArrayList<>();
        Set<String> skus = new HashSet<>();
        for (int i = 0; i < products.size(); i++) {
            Product product = products.get(i);
            String row = "products[" + i + "].";
            check(product, row, found);
            if (!skus.add(product.sku())) {
                found.add(new Violation(row + "sku", product.sku() + " stands in more than one row"));
            }
        }
        return found;
    }

    private void check(Product product, String row, List<Violation> found) {
        String sku = product.sku();
        if (sku == null || sku.length() > LONGEST_SKU || !SKU.matcher(sku).matches()) {
            found.add(new Violation(
                    row + "sku",
                    "'" + sku + "' is no SKU: at most " + LONGEST_SKU
                            + " capitals, digits, hyphens, dots and slashes"));
        }
        checkText(product.name(), LONGEST_NAME, row + "name", found);
        checkText(product.family(), LONGEST_FAMILY, row + "family", found);
        if (product.variant() != null && product.variant().length() > LONGEST_NAME) {
            found.add(new Violation(row + "variant", "has more than " + LONGEST_NAME + " characters"));
        }
        if (product.category() != null && !categories.contains(product.category())) {
            found.add(new Violation(row + "category", "There is no category " + product.category()));
        }
        if (!Hsn.isCode(product.hsn())) {
            found.add(new Violation(row + "hsn", "'" + product.hsn() + "' is no HSN code of 4, 6 or 8 digits"));
        }
        if (!units.contains(product.unit())) {
            found.add(new Violation(row + "unit", "'" + product.unit() + "' is no unit quantity code (UQC)"));
        }
        checkQuantity(product.minimumOrderQuantity(), row + "minimumOrderQuantity", found);
        checkQuantity(product.orderMultiple(), row + "orderMultiple", found);
        if (product.cost() == null || product.cost().isNegative()) {
            found.add(new Violation(row + "cost", "is missing or below zero"));
        }
        BigDecimal weight = product.grossWeightKg();
        if (weight != null && (weight.signum() <= 0 || weight.compareTo(MOST_WEIGHT) > 0)) {
            found.add(new Violation(row + "grossWeightKg", "is more than zero and at most " + MOST_WEIGHT + " kg"));
        } else if (weight != null && weight.stripTrailingZeros().scale() > WEIGHT_DECIMALS) {
            found.add(new Violation(row + "grossWeightKg", "has at most " + WEIGHT_DECIMALS + " decimals"));
        }
        checkStatus(product, row, found);
    }

    private void checkStatus(Product product, String row, List<Violation> found) {
        if (product.status() == null) {
            found.add(new Violation(row + "status", "is missing"));
        }
        String successor = product.successor();
        if (successor == null) {
            return;
        }
        if (product.status() != ProductStatus.DISCONTINUED) {
            found.add(new Violation(row + "successor", "Only a discontinued product has a successor"));
        } else if (successor.equals(product.sku())) {
            found.add(new Violation(row + "successor", "A product does not succeed itself"));
        } else if (!successors.contains(successor)) {
            found.add(new Violation(row + "successor", "There is no product " + successor));
        }
    }

    private static void checkText(String text, int longest, String field, List<Violation> found) {
        if (text == null || text.isBlank()) {
            found.add(new Violation(field, "is missing"));
        } else if (text.length() > longest) {
            found.add(new Violation(field, "has more than " + longest + " characters"));
        }
    }

    private static void checkQuantity(BigDecimal quantity, String field, List<Violation> found) {
        if (quantity == null || quantity.signum() <= 0) {
            found.add(new Violation(field, "is more than zero"));
        } else if (quantity.stripTrailingZeros().scale() > QUANTITY_DECIMALS) {
            found.add(new Violation(field, "has at most " + QUANTITY_DECIMALS + " decimals"));
        }
    }
}
