package io.tradeflow.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.catalog.OrderQuantityRule.Check;
import io.tradeflow.kernel.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderQuantityRuleTest {

    @ParameterizedTest
    @CsvSource({
        // minimum, multiple, asked, proposals
        "10, 5, 10, ''",
        "10, 5, 15, ''",
        "10, 5, 9, 10",
        "10, 5, 0, 10",
        "10, 5, -5, 10",
        "10, 5, 12, 10|15",
        "10, 5, 14.999999, 10|15",
        "10, 5, 15.000001, 15|20",
        "7, 5, 10, ''",
        "7, 5, 7, 10",
        "7, 5, 3, 10",
        "7, 5, 9, 10",
        "7, 5, 11, 10|15",
        "0.5, 0.25, 0.6, 0.50|0.75",
        "0.5, 0.25, 0.75, ''",
        "1, 1, 3.5, 3|4",
        "20, 20, 100, ''"
    })
    void proposesTheNearestValidQuantities(
            BigDecimal minimum, BigDecimal multiple, BigDecimal asked, String proposals) {
        List<BigDecimal> expected = Arrays.stream(proposals.split("\\|"))
                .filter(text -> !text.isEmpty())
                .map(BigDecimal::new)
                .toList();

        Check check = OrderQuantityRule.check(product(minimum, multiple), asked);

        assertThat(check.valid()).isEqualTo(expected.isEmpty());
        assertThat(check.proposals())
                .usingElementComparator(BigDecimal::compareTo)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 5, 4, 'The minimum order is 10 MTR; nearest possible: 10 MTR'",
        "10, 5, 12, 'It is ordered in multiples of 5 MTR; nearest possible: 10 MTR or 15 MTR'",
        "10, 5, 0, 'The quantity is more than zero; nearest possible: 10 MTR'"
    })
    void saysWhatIsWrong(BigDecimal minimum, BigDecimal multiple, BigDecimal asked, String message) {
        assertThat(OrderQuantityRule.check(product(minimum, multiple), asked).message())
                .isEqualTo(message);
    }

    @Property
    void whatIsProposedIsValidAndNothingLiesBetween(
            @ForAll @BigRange(min = "0.01", max = "500") @Scale(2) BigDecimal minimum,
            @ForAll @BigRange(min = "0.01", max = "90") @Scale(2) BigDecimal multiple,
            @ForAll @BigRange(min = "0.01", max = "2000") @Scale(3) BigDecimal asked) {
        Product product = product(minimum, multiple);
        List<BigDecimal> proposals = OrderQuantityRule.check(product, asked).proposals();

        assertThat(proposals)
                .hasSizeLessThanOrEqualTo(2)
                .allMatch(proposal -> OrderQuantityRule.check(product, proposal).valid());
        if (proposals.size() == 2) {
            assertThat(asked).isBetween(proposals.get(0), proposals.get(1));
            assertThat(proposals.get(1).subtract(proposals.get(0))).isEqualByComparingTo(multiple);
        }
    }

    private static Product product(BigDecimal minimum, BigDecimal multiple) {
        return new Product(
                "HS-025",
                "Hose",
                "Hoses",
                "25 mm",
                null,
                "3917",
                "MTR",
                minimum,
                multiple,
                false,
                Money.of("46", "INR"),
                ProductStatus.ACTIVE,
                null);
    }
}
