package io.tradeflow.catalog;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The precedence of the rules of who sees what, and that no way into the catalogue knows another. */
@MasterDataTest
class VisibilityTest {

    private static final String SKU = "VS-1";
    private static final CatalogueViewer ACME = new CatalogueViewer("ACME", "TRADE");

    @Autowired
    private Products products;

    @Autowired
    private Categories categories;

    @Autowired
    private Offerings offerings;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void fillTheCatalogue() {
        categories.saveAll(List.of(
                new Category("GOODS", "Goods", null),
                new Category("VALVES-X", "Valves", "GOODS"),
                new Category("BALL-X", "Ball valves", "VALVES-X")));
        products.saveAll(List.of(product(SKU, "BALL-X"), product("VS-2", null)));
    }

    /** A rule: scope (* whole catalogue, category or SKU), audience, + or -. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                      | true",
                "* everybody -                                           | false",
                "GOODS everybody -                                       | false",
                "VS-1 everybody -                                        | false",
                "VS-2 everybody -                                        | true",
                "* everybody -; GOODS everybody +                        | true",
                "* everybody +; GOODS everybody -                        | false",
                "GOODS everybody -; VALVES-X everybody +                 | true",
                "VALVES-X everybody +; BALL-X everybody -; GOODS everybody + | false",
                "BALL-X everybody -; VS-1 everybody +                    | true",
                "BALL-X everybody +; VS-1 everybody -                    | false",
                "VS-1 everybody +; VS-1 everybody -                      | false",
                "BALL-X everybody +; BALL-X everybody -                  | false",
                "VS-1 everybody -; BALL-X TRADE +                        | true",
                "VS-1 everybody -; * TRADE +                             | true",
                "VS-1 everybody -; BALL-X RETAIL +                       | false",
                "VS-1 TRADE -; GOODS ACME +                              | true",
                "VS-1 TRADE +; * ACME -                                  | false",
                "VS-1 TRADE +; VS-1 everybody -                          | true",
                "BALL-X TRADE -; VS-1 TRADE +                            | true",
                "VS-1 ACME +; BALL-X ACME -                              | true",
                "VS-1 ACME +; VS-1 ACME -                                | false",
                "VS-1 OTHERS -                                           | true",
                "* everybody -; VS-1 OTHERS +                            | false",
            })
    void theFirstRuleCountsOnEveryWayIn(String rules, boolean visible) {
        for (String rule : rules.split(";")) {
            if (!rule.isBlank()) {
                add(rule.strip().split(" "));
            }
        }

        assertThat(offerings.visible(ACME, List.of(SKU)).containsKey(SKU)).isEqualTo(visible);
        assertThat(offerings.find(ACME, SKU).isPresent()).isEqualTo(visible);
        for (String text : new String[] {"vs-1", "VS", "hydra vs-1", "hydar", "ydra", null}) {
            assertThat(offerings
                            .search(ACME, CatalogueQuery.shown(text, null, 0, 50))
                            .products())
                    .as("search for " + text)
                    .extracting(Product::sku)
                    .satisfies(found -> assertThat(found.contains(SKU)).isEqualTo(visible));
        }
        assertThat(offerings.siblings(ACME, product(SKU, null)))
                .extracting(Product::sku)
                .satisfies(found -> assertThat(found.contains(SKU)).isEqualTo(visible));
        assertThat(offerings
                        .search(ACME, CatalogueQuery.shown("hydra", null, 0, 50))
                        .facets())
                .extracting(CataloguePage.Facet::category)
                .satisfies(facets -> assertThat(facets.contains("BALL-X")).isEqualTo(visible));
        assertThat(offerings.categories(ACME))
                .extracting(Category::code)
                .satisfies(codes -> assertThat(codes.contains("BALL-X")).isEqualTo(visible));
        assertThat(offerings.find(CatalogueViewer.STAFF, SKU)).isPresent();
    }

    @Test
    void whatIsHiddenIsNotFoundLikeWhatIsNotThere() {
        add(SKU, "everybody", "-");

        Problem hidden = catchThrowableOfType(Problem.class, () -> offerings.product(ACME, SKU));
        Problem absent = catchThrowableOfType(Problem.class, () -> offerings.product(ACME, "VS-9"));

        assertThat(hidden.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(hidden.getMessage().replace(SKU, "VS-9")).isEqualTo(absent.getMessage());
        assertThat(hidden.slug()).isEqualTo(absent.slug());
    }

    private void add(String... rule) {
        boolean whole = "*".equals(rule[0]);
        boolean category = !whole && !rule[0].startsWith("VS-");
        String audience = "everybody".equals(rule[1])
                ? "EVERYBODY"
                : List.of("TRADE", "RETAIL").contains(rule[1]) ? "SEGMENT" : "COMPANY";
        jdbc.sql(
                        """
                        insert into catalog_rule (sku, category_code, audience, audience_code, allow)
                        values (:sku, :category, :audience, :code, :allow)""")
                .param("sku", whole || category ? null : rule[0])
                .param("category", category ? rule[0] : null)
                .param("audience", audience)
                .param("code", "EVERYBODY".equals(audience) ? null : rule[1])
                .param("allow", "+".equals(rule[2]))
                .update();
    }

    private static Product product(String sku, String category) {
        return new Product(
                sku,
                "Hydra valve",
                "Hydra",
                null,
                category,
                "8481",
                "NOS",
                BigDecimal.ONE,
                BigDecimal.ONE,
                false,
                Money.of("10", "INR"),
                ProductStatus.ACTIVE,
                null);
    }
}
