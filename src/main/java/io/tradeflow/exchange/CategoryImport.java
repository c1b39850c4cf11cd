package io.tradeflow.exchange;

import io.tradeflow.catalog.Categories;
import io.tradeflow.catalog.Category;
import io.tradeflow.kernel.Problem.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The tree of the catalogue as a file. It is looked at whole, because a row may lie within any other. */
@Component
class CategoryImport implements ImportKind<Category> {

    private static final int MOST_ROWS = 20_000;

    private static final List<Column> COLUMNS = List.of(
            new Column("code", true, "Capitals, digits and hyphens, for example BALL-VALVES"),
            new Column("name", false, "As the catalogue shows it"),
            new Column("parent", false, "Code of the category it lies in; empty at the top"));

    private final Categories categories;

    CategoryImport(Categories categories) {
        this.categories = categories;
    }

    @Override
    public String code() {
        return "categories";
    }

    @Override
    public String label() {
        return "Categories";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Set<String> groups() {
        return ProductImport.KEEP_THE_CATALOGUE;
    }

    @Override
    public int mostRows() {
        return MOST_ROWS;
    }

    @Override
    public int rowsAtOnce() {
        return MOST_ROWS;
    }

    @Override
    public Function<CellReader, Category> reader() {
        return CategoryImport::read;
    }

    private static Category read(CellReader cells) {
        return new Category(cells.required("code"), cells.text("name"), cells.text("parent"));
    }

    @Override
    public List<Object> key(Category category) {
        return List.of(category.code());
    }

    @Override
    public Map<String, String> cells(Category category) {
        return new Cells()
                .put("code", category.code())
                .put("name", category.name())
                .put("parent", category.parent())
                .byColumn();
    }

    @Override
    public List<Category> known(List<Category> wanted) {
        Map<String, Category> there =
                categories.all().stream().collect(Collectors.toMap(Category::code, Function.identity()));
        return wanted.stream().map(category -> there.get(category.code())).toList();
    }

    @Override
    public List<Violation> violations(List<Category> wanted, ImportRun run) {
        return categories.violations(wanted);
    }

    @Override
    public void save(List<Category> wanted, ImportRun run) {
        categories.saveAll(wanted);
    }

    @Override
    public void forEach(Consumer<Category> reader) {
        categories.all().forEach(reader);
    }
}
