package io.tradeflow.catalog;

import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tree that products hang on. */
@Service
public class Categories {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");
    private static final int LONGEST_NAME = 100;

    private static final String SAVE =
            """
            insert into category (code, name, parent_code) values (:code, :name, :parent)
            on conflict (code) do update set name = excluded.name, parent_code = excluded.parent_code
            """;

    private final JdbcClient jdbc;

    Categories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All categories by code. */
    public List<Category> all() {
        return jdbc.sql("select code, name, parent_code as parent from category order by code")
                .query(Category.class)
                .list();
    }

    public Set<String> codes() {
        return jdbc.sql("select code from category").query(String.class).set();
    }

    /**
     * Adds these categories or changes those with the same code; a parent may stand anywhere among them. All or none.
     *
     * @throws Problem {@code invalid-categories} naming row and field, e.g. {@code categories[2].parent}
     */
    @Transactional
    public void saveAll(List<Category> categories) {
        List<Violation> violations = violations(categories);
        if (!violations.isEmpty()) {
            throw Problem.invalid("invalid-categories", "The categories are not right", violations);
        }
        // first without parents, so that a parent may stand below its children
        categories.forEach(category -> save(category, null));
        categories.stream()
                .filter(category -> category.parent() != null)
                .forEach(category -> save(category, category.parent()));
    }

    /** What is wrong with these as {@link #saveAll} names it; changes nothing. They are looked at together with those there are. */
    public List<Violation> violations(List<Category> categories) {
        return violations(categories, all().stream().collect(Collectors.toMap(Category::code, Function.identity())));
    }

    private void save(Category category, String parent) {
        jdbc.sql(SAVE)
                .param("code", category.code())
                .param("name", category.name().strip())
                .param("parent", parent)
                .update();
    }

    private static List<Violation> violations(List<Category> categories, Map<String, Category> known) {
        List<Violation> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Map<String, Category> tree = new LinkedHashMap<>(known);
        categories.forEach(category -> tree.put(category.code(), category));
        for (int i = 0; i < categories.size(); i++) {
            Category category = categories.get(i);
            String row = "categories[" + i + "].";
            if (category.code() == null || !CODE.matcher(category.code()).matches()) {
                found.add(new Violation(row + "code", "is made of capitals, digits and hyphens, at most 40"));
            } else if (!seen.add(category.code())) {
                found.add(new Violation(row + "code", category.code() + " stands in more than one row"));
            }
            if (category.name() == null
                    || category.name().isBlank()
                    || category.name().length() > LONGEST_NAME) {
                found.add(new Violation(row + "name", "has 1 to " + LONGEST_NAME + " characters"));
            }
            if (category.parent() != null && !tree.containsKey(category.parent())) {
                found.add(new Violation(row + "parent", "There is no category " + category.parent()));
            } else if (liesInItself(category, tree)) {
                found.add(new Violation(row + "parent", category.code() + " would lie within itself"));
            }
        }
        return found;
    }

    private static boolean liesInItself(Category category, Map<String, Category> tree) {
        Set<String> above = new HashSet<>();
        Category at = category;
        while (at != null && above.add(at.code())) {
            at = at.parent() == null ? null : tree.get(at.parent());
        }
        return at != null;
    }
}
