package io.tradeflow.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradeflow.MasterDataTest;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.ProductStatus;
import io.tradeflow.catalog.Products;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@MasterDataTest
class ProductsResourceTest {

    private static final Actor ASHA = new Actor.Staff("asha", "Asha Nair", Set.of("sales-desk"));
    private static final Actor PRIYA = new Actor.BuyerUser("priya@agro.example", "Priya", "AGRO");

    @Autowired
    private ProductsResource resource;

    @Autowired
    private Products products;

    @BeforeEach
    void fillTheCatalogue() {
        products.saveAll(List.of(product("HS-025", true), product("HS-032", true), product("HS-OLD", false)));
    }

    @Test
    void buyersDoNotLearnTheCost() throws Exception {
        ObjectMapper json = new ObjectMapper();

        assertThat(json.writeValueAsString(resource.search(PRIYA, "hose", null, 0, 50)))
                .contains("HS-025")
                .doesNotContain("cost", "46.50");
        assertThat(json.writeValueAsString(resource.product(PRIYA, "HS-025"))).doesNotContain("cost", "46.50");
        assertThat(json.writeValueAsString(resource.product(ASHA, "HS-025")))
                .contains("\"cost\":{\"amount\":46.50,\"currency\":\"INR\"}");
    }

    @Test
    void whatIsNoLongerSoldOnlyStaffFind() {
        assertThat(resource.product(ASHA, "HS-OLD").active()).isFalse();
        assertThat(catchThrowableOfType(Problem.class, () -> resource.product(PRIYA, "HS-OLD"))
                        .kind())
                .isEqualTo(Problem.Kind.NOT_FOUND);
    }

    @Test
    void pagesThroughTheCatalogue() {
        assertThat(resource.search(PRIYA, null, null, 0, 1))
                .extracting(ProductJson::sku)
                .containsExactly("HS-025");
        assertThat(resource.search(PRIYA, null, null, 1, 1))
                .extracting(ProductJson::sku)
                .containsExactly("HS-032");
        assertThat(resource.search(PRIYA, null, null, 2, 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, 10, page", "0, 0, size", "0, 201, size", "2147483647, 200, page"})
    void pagesHaveLimits(int page, int size, String field) {
        assertThat(catchThrowableOfType(Problem.class, () -> resource.search(ASHA, null, null, page, size))
                        .violations())
                .extracting(Problem.Violation::field)
                .containsExactly(field);
    }

    private static Product product(String sku, boolean active) {
        return new Product(
                sku,
                "Hose",
                "Hoses",
                null,
                null,
                "3917",
                "MTR",
                BigDecimal.TEN,
                new BigDecimal("5"),
                false,
                Money.of("46.50", "INR"),
                active ? ProductStatus.ACTIVE : ProductStatus.BLOCKED,
                null);
    }
}
