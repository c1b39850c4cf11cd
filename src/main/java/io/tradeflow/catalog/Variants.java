package io.tradeflow.catalog;

import io.tradeflow.kernel.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What tells the variants of a product apart: their values on the axes of size, material … */
@Service
public class Variants {

    private static final int MOST_AXES = 8;
    private static final int LONGEST_AXIS = 40;
    private static final int LONGEST_VALUE = 100;

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private record Row(String sku, String axis, String value) {}

    private final JdbcClient jdbc;
    private final Offerings offerings;

    Variants(JdbcClient jdbc, Offerings offerings) {
        this.jdbc = jdbc;
        this.offerings = offerings;
    }

    /** The variants the viewer may see, this product among them; numbers within values sort as numbers. */
    @Transactional(readOnly = true)
    public VariantTable table(CatalogueViewer viewer, Product product) {
        List<Product> siblings = offerings.siblings(viewer, product);
        Map<String, Map<String, String>> values =
                of(siblings.stream().map(Product::sku).toList());
        Set<String> axes = new LinkedHashSet<>();
        values.values().forEach(ofProduct -> axes.addAll(ofProduct.keySet()));
        List<Variant> variants = siblings.stream()
                .map(sibling -> new Variant(sibling, values.getOrDefault(sibling.sku(), Map.of())))
                .sorted(byValues(axes))
                .toList();
        return new VariantTable(List.copyOf(axes), variants);
    }

    /** Values by axis of each of these products, in the order of the axes. */
    @Transactional(readOnly = true)
    public Map<String, Map<String, String>> of(Collection<String> skus) {
        return jdbc
                .sql("select sku, axis, value from product_attribute where sku = any (:skus) order by sku, position")
                .param("skus", skus.toArray(String[]::new))
                .query(Row.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Row::sku,
                        Collectors.toMap(Row::axis, Row::value, (first, second) -> first, LinkedHashMap::new)));
    }

    /**
     * The values of a product from now on, in the order of the map.
     *
     * @throws Problem {@code invalid-attributes}
     */
    @Transactional
    public void save(String sku, Map<String, String> values) {
        check(values);
        jdbc.sql("delete from product_attribute where sku = :sku")
                .param("sku", sku)
                .update();
        int position = 1;
        for (Map.Entry<String, String> value : values.entrySet()) {
            jdbc.sql("insert into product_attribute values (:sku, :position, :axis, :value)")
                    .param("sku", sku)
                    .param("position", position++)
                    .param("axis", value.getKey().strip())
                    .param("value", value.getValue().strip())
                    .update();
        }
    }

    /** @throws Problem {@code invalid-attributes} */
    static void check(Map<String, String> values) {
        if (values.size() > MOST_AXES) {
            throw Problem.invalid("invalid-attributes", "attributes", "has at most " + MOST_AXES + " axes");
        }
        values.forEach((axis, value) -> {
            if (axis.isBlank() || axis.length() > LONGEST_AXIS) {
                throw Problem.invalid("invalid-attributes", "attributes", "An axis has 1 to 40 characters");
            }
            if (value == null || value.isBlank() || value.length() > LONGEST_VALUE) {
                throw Problem.invalid("invalid-attributes", "attributes", axis + " has 1 to 100 characters");
            }
        });
    }

    private static Comparator<Variant> byValues(Set<String> axes) {
        Comparator<Variant> order = (one, other) -> 0;
        for (String axis : new ArrayList<>(axes)) {
            order = order.thenComparing(variant -> sortable(variant.values().getOrDefault(axis, "")));
        }
        return order.thenComparing(variant -> variant.product().sku());
    }

    /** "DN 25" before "DN 100", "0.5 HP" before "10 HP". */
    private static String sortable(String value) {
        return DIGITS.matcher(value)
                .replaceAll(digits -> "0".repeat(Math.max(0, 8 - digits.group().length())) + digits.group());
    }
}
