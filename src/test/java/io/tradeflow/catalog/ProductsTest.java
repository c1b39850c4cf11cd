package io.tradeflow.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tradeflow.MasterDataTest;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@MasterDataTest
class ProductsTest {

    @Autowired
    private Products products;

    @Autowired
    private Offerings offerings;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void fillTheCatalogue() {
        products.saveAll(List.of(
                product("BV-025-SS", "Ball valve", "Ball valves", "DN 25, stainless steel", true),
                product("BV-050-BR", "Ball valve", "Ball valves", "DN 50, brass", true),
                product("GV-050-CI", "Gate valve", "Gate valves", "DN 50, cast iron", true),
                product("CP-010-CI", "Monobloc centrifugal pump", "Centrifugal pumps", "1 HP", true),
                product("CP-99", "Old pump", "Centrifugal pumps", null, false)));
    }

    @ParameterizedTest
    @CsvSource({
        "BV-025-SS, BV-025-SS",
        "bv-0, BV-025-SS|BV-050-BR",
        "brass valve, BV-050-BR",
        "VALVE dn 50, BV-050-BR|GV-050-CI",
        "centrifugel pump, CP-010-CI",
        "old pump, ''",
        "100%, ''",
        "_V, BV-050-BR|GV-050-CI|BV-025-SS",
        "vlave brass, BV-050-BR",
        "\\, ''"
    })
    void findsByWordsAndForgivesTypingErrors(String text, String found) {
        assertThat(String.join("|", skus(found(text)))).isEqualTo(found);
    }

    @Test
    void listsAllActiveProductsPageByPage() {
        assertThat(skus(found("", 0))).containsExactly("BV-025-SS", "BV-050-BR", "CP-010-CI");
        assertThat(skus(found(null, 1))).containsExactly("GV-050-CI");
    }

    @Test
    void findsThoseThatExist() {
        assertThat(products.bySku(List.of("BV-025-SS", "CP-99", "NOTHING"))).containsOnlyKeys("BV-025-SS", "CP-99");
        assertThat(products.bySku(List.of())).isEmpty();
        assertThat(products.product("CP-99").active()).isFalse();
        assertThat(catchThrowableOfType(Problem.class, () -> products.product("NOTHING"))
                        .kind())
                .isEqualTo(Problem.Kind.NOT_FOUND);
    }

    @Test
    void savingAgainChanges() {
        products.saveAll(List.of(product("BV-025-SS", "Ball valve, three-piece", "Ball valves", null, true)));

        assertThat(products.product("BV-025-SS").description()).isEqualTo("Ball valve, three-piece");
        assertThat(skus(found("three-piece"))).containsExactly("BV-025-SS");
    }

    @Test
    void namesRowAndFieldAndKeepsNothing() {
        Product wrong = new Product(
                "bv 1",
                " ",
                "Ball valves",
                null,
                "GATES",
                "84818",
                "EACH",
                BigDecimal.ZERO,
                new BigDecimal("-1"),
                false,
                Money.of("-1", "INR"),
                ProductStatus.ACTIVE,
                "BV 9");

        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> products.saveAll(List.of(
                        product("NEW-1", "New", "New", null, true),
                        wrong,
                        product("NEW-1", "New", "New", null, true))));

        assertThat(problem.slug()).isEqualTo("invalid-products");
        assertThat(problem.violations())
                .extracting(Problem.Violation::field)
                .containsExactlyInAnyOrder(
                        "products[1].sku",
                        "products[1].name",
                        "products[1].category",
                        "products[1].hsn",
                        "products[1].unit",
                        "products[1].minimumOrderQuantity",
                        "products[1].orderMultiple",
                        "products[1].cost",
                        "products[1].successor",
                        "products[2].sku");
        assertThat(products.bySku(List.of("NEW-1"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hsn = '84818'", "unit = 'XYZ'", "minimum_order_quantity = 0", "order_multiple = 0"})
    void theDatabaseAlsoRefuses(String change) {
        assertThatThrownBy(() -> jdbc.sql("update product set " + change).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private List<Product> found(String text) {
        return offerings
                .search(CatalogueViewer.STAFF, CatalogueQuery.orderable(text, 0, 10))
                .products();
    }

    private List<Product> found(String text, int page) {
        return offerings
                .search(CatalogueViewer.STAFF, CatalogueQuery.orderable(text, page, 3))
                .products();
    }

    private static List<String> skus(List<Product> found) {
        return found.stream().map(Product::sku).toList();
    }

    private static Product product(String sku, String name, String family, String variant, boolean active) {
        return new Product(
                sku,
                name,
                family,
                variant,
                null,
                "84818030",
                "NOS",
                BigDecimal.ONE,
                BigDecimal.ONE,
                false,
                Money.of("720", "INR"),
                active ? ProductStatus.ACTIVE : ProductStatus.BLOCKED,
                null);
    }
}
