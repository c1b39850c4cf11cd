package io.tradeflow.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tradeflow.MasterDataTest;
import io.tradeflow.catalog.OrderQuantityRule;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.ProductStatus;
import io.tradeflow.catalog.Products;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.BusinessCategory;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.party.TaxRegistration;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.ttddyy.dsproxy.QueryCountHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Minimum, multiple and order minimum, field by field from the nearest agreement, case by case. */
@MasterDataTest
class OrderTermsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Autowired
    private OrderTerms terms;

    @Autowired
    private Products products;

    @Autowired
    private Parties parties;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/pricing/order-terms.psv", delimiter = '|')
    void theCase(
            String name,
            String agreed,
            String buyer,
            String tier,
            LocalDate day,
            BigDecimal quantity,
            BigDecimal minimum,
            BigDecimal multiple,
            BigDecimal orderMinimum,
            String wrong) {
        Product valve = product("VALVE");
        products.saveAll(List.of(valve, product("PUMP")));
        parties.save(buyer("AGRO"));
        parties.save(buyer("OTHER"));
        PriceCases.terms(Objects.requireNonNullElse(agreed, "")).forEach(row -> terms.save(Actor.PROGRAM, row));

        OrderTerms.Agreed counts =
                terms.agreed(buyer, tier, Objects.requireNonNullElse(day, DAY), Set.of("VALVE", "PUMP"));

        assertThat(counts.adjusted(valve).minimumOrderQuantity()).isEqualByComparingTo(minimum);
        assertThat(counts.adjusted(valve).orderMultiple()).isEqualByComparingTo(multiple);
        if (orderMinimum == null) {
            assertThat(counts.orderMinimum("INR")).isEmpty();
        } else {
            assertThat(counts.orderMinimum("INR").orElseThrow()).isEqualByComparingTo(orderMinimum);
        }
        OrderQuantityRule.Check check = counts.check(valve, quantity);
        assertThat(check.message()).isEqualTo(Objects.requireNonNullElse(wrong, ""));
        assertThat(check.valid()).isEqualTo(wrong == null);
        assertThat(check.proposals()).as("what is proposed is valid itself").allSatisfy(proposal -> assertThat(
                        counts.check(valve, proposal).valid())
                .isTrue());
    }

    @Test
    void oneRoundTripForAllProducts() {
        QueryCountHolder.clear();

        terms.agreed("AGRO", "RETAIL", DAY, Set.of("A", "B", "C", "D", "E"));

        assertThat(QueryCountHolder.getGrandTotal().getTotal()).isEqualTo(1);
    }

    @Test
    void namesAllThatIsWrongAndKeepsNothing() {
        OrderTermsRow row = new OrderTermsRow(
                null,
                OrderTermsRow.Level.BASE,
                "AGRO",
                "NO-SUCH",
                BigDecimal.ZERO,
                null,
                new BigDecimal("10"),
                "RUP",
                DAY,
                DAY.minusDays(1));

        Problem problem = catchThrowableOfType(Problem.class, () -> terms.save(Actor.PROGRAM, row));

        assertThat(problem.slug()).isEqualTo("invalid-order-terms");
        assertThat(problem.violations())
                .extracting(Problem.Violation::field)
                .contains("owner", "sku", "minimumQuantity", "currency", "validUntil");
        assertThat(terms.all()).isEmpty();
    }

    private static Product product(String sku) {
        return new Product(
                sku,
                sku,
                "Family",
                null,
                null,
                "8481",
                "NOS",
                new BigDecimal("4"),
                new BigDecimal("2"),
                false,
                Money.of("1", "INR"),
                ProductStatus.ACTIVE,
                null);
    }

    private static Buyer buyer(String code) {
        Address pune = new Address("Gat 118", null, "Pune", "27", null, "412207", "IN");
        return new Buyer(
                code,
                code,
                null,
                BusinessCategory.RETAIL_CHAIN,
                TaxRegistration.UNREGISTERED,
                null,
                pune,
                null,
                null,
                "INR",
                0,
                "Priya",
                "priya@agro.example",
                null);
    }
}
