package io.tradeflow.catalog;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Staff keep the catalogue: products with all that belongs to them. */
@Service
@Transactional
public class ProductChanges {

    private static final Set<String> KEEP_THE_CATALOGUE = Set.of("sales-managers", "directors");

    private final Categories categories;
    private final Products products;
    private final Variants variants;
    private final PackagingUnits units;
    private final Barcodes barcodes;

    ProductChanges(
            Categories categories, Products products, Variants variants, PackagingUnits units, Barcodes barcodes) {
        this.categories = categories;
        this.products = products;
        this.variants = variants;
        this.units = units;
        this.barcodes = barcodes;
    }

    /** Whether this actor changes products, media and who sees what. */
    public static boolean mayChange(Actor by) {
        return by instanceof Actor.Program
                || by instanceof Actor.Staff staff
                        && KEEP_THE_CATALOGUE.stream().anyMatch(staff::isIn);
    }

    static void requireMayChange(Actor by) {
        if (!mayChange(by)) {
            throw Problem.forbidden("catalogue-only", "The catalogue is kept by sales managers and directors");
        }
    }

    /** Adds the category or changes the one with this code. @throws Problem {@code catalogue-only}, {@code invalid-categories} */
    public void saveCategory(Actor by, Category category) {
        requireMayChange(by);
        categories.saveAll(List.of(category));
    }

    /**
     * Adds the product, or changes the one with this SKU.
     *
     * @param isNew then there must be none with this SKU yet
     * @throws Problem {@code catalogue-only}, {@code product-exists}, {@code unit-in-use}, {@code invalid-product} naming
     *     every wrong field, e.g. {@code hsn}, {@code packages[0].factor}
     */
    public void save(
            Actor by, Product product, boolean isNew, Map<String, String> attributes, List<PackagingUnit> packaging) {
        requireMayChange(by);
        Product before = product.sku() == null
                ? null
                : products.bySku(Set.of(product.sku())).get(product.sku());
        if (isNew && before != null) {
            throw Problem.invalid("product-exists", "sku", "There is a product " + product.sku() + " already");
        }
        if (!isNew && before == null) {
            throw Problem.notFound("product", product.sku());
        }
        if (before != null
                && before.status() != ProductStatus.DRAFT
                && !before.unit().equals(product.unit())) {
            throw Problem.invalid(
                    "unit-in-use",
                    "unit",
                    "Prices and stock are kept in " + before.unit() + "; enter a new product for another unit");
        }
        keep(product, attributes, packaging);
    }

    /** As the other {@code save}, with the barcodes the product has from now on. @throws Problem also {@code invalid-barcode} */
    public void save(
            Actor by,
            Product product,
            boolean isNew,
            Map<String, String> attributes,
            List<PackagingUnit> packaging,
            List<Barcode> barcodes) {
        save(by, product, isNew, attributes, packaging);
        this.barcodes.replace(by, product.sku(), barcodes);
    }

    /**
     * Adds the product or changes the one with this SKU, all of it or nothing.
     *
     * @param attributes null leaves them as they are, like {@code packaging}
     * @return whether it is new
     * @throws Problem as {@link #save}, naming every wrong field
     */
    public boolean put(Actor by, Product product, Map<String, String> attributes, List<PackagingUnit> packaging) {
        requireMayChange(by);
        boolean isNew = !products.bySku(Set.of(product.sku())).containsKey(product.sku());
        Map<String, String> values = attributes == null
                ? variants.of(List.of(product.sku())).getOrDefault(product.sku(), Map.of())
                : attributes;
        List<PackagingUnit> packages =
                packaging == null ? units.of(List.of(product.sku())).getOrDefault(product.sku(), List.of()) : packaging;
        save(by, product, isNew, values, packages);
        return isNew;
    }

    /** Fields are named as those of one product; what is wrong in several parts is said at once. */
    private void keep(Product product, Map<String, String> attributes, List<PackagingUnit> packaging) {
        List<Problem> wrong = new ArrayList<>();
        attempt(() -> Variants.check(attributes), wrong);
        attempt(() -> products.saveAll(List.of(product)), wrong);
        if (wrong.isEmpty()) {
            attempt(() -> units.save(product.sku(), packaging), wrong);
        }
        if (!wrong.isEmpty()) {
            List<Violation> violations = wrong.stream()
                    .flatMap(problem -> problem.violations().stream())
                    .map(violation -> new Violation(
                            violation.field().replace("products[0].", "").replace("units[", "packages["),
                            violation.message()))
                    .toList();
            throw Problem.invalid("invalid-product", "The product is not right", violations);
        }
        variants.save(product.sku(), attributes);
    }

    private static void attempt(Runnable step, List<Problem> wrong) {
        try {
            step.run();
        } catch (Problem problem) {
            wrong.add(problem);
        }
    }
}
