package io.tradeflow.screen;

import io.tradeflow.catalog.CataloguePage.Facet;
import io.tradeflow.catalog.Category;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Categories as an indented list, with how many matches of a search lie in and below each. */
public record CategoryTree(List<Row> rows) {

    /** @param matches null where nothing was searched for */
    public record Row(String code, String name, int depth, Integer matches) {}

    /** @param facets of a search; null where there was none */
    public static CategoryTree of(List<Category> categories, List<Facet> facets) {
        Map<String, Integer> direct =
                facets == null ? null : facets.stream().collect(Collectors.toMap(Facet::category, Facet::matches));
        List<Row> rows = new ArrayList<>();
        addBelow(null, 0, categories, direct, rows);
        return new CategoryTree(rows);
    }

    private static void addBelow(
            String parent, int depth, List<Category> categories, Map<String, Integer> direct, List<Row> rows) {
        categories.stream()
                .filter(category -> Objects.equals(category.parent(), parent))
                .sorted(Comparator.comparing(Category::name))
                .forEach(category -> {
                    Integer matches = direct == null ? null : matches(category.code(), categories, direct);
                    if (matches == null || matches > 0) {
                        rows.add(new Row(category.code(), category.name(), depth, matches));
                        addBelow(category.code(), depth + 1, categories, direct, rows);
                    }
                });
    }

    private static int matches(String code, List<Category> categories, Map<String, Integer> direct) {
        return direct.getOrDefault(code, 0)
                + categories.stream()
                        .filter(category -> code.equals(category.parent()))
                        .mapToInt(category -> matches(category.code(), categories, direct))
                        .sum();
    }
}
