package io.tradeflow.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagingUnitTest {

    @ParameterizedTest
    @CsvSource({"12, 5, 60", "12, 0.5, 6", "0.25, 3, 0.75", "1000, 2, 2000", "0.000001, 1, 0.000001"})
    void convertsExactly(BigDecimal factor, BigDecimal packages, String base) {
        assertThat(new PackagingUnit("BOX", factor).toBase(packages).toPlainString())
                .isEqualTo(base);
    }

    @Test
    void whatWouldHaveToBeRoundedIsRefused() {
        Problem problem = catchThrowableOfType(Problem.class, () -> new PackagingUnit("BOX", new BigDecimal("0.001"))
                .toBase(new BigDecimal("0.0001")));
        assertThat(problem.slug()).isEqualTo("quantity-too-fine");
    }

    @Property
    void wholePackagesComeBackAsTheyWere(
            @ForAll @IntRange(min = 1, max = 1_000_000) int packages,
            @ForAll @BigRange(min = "0.001", max = "5000") @Scale(3) BigDecimal factor) {
        PackagingUnit unit = new PackagingUnit("BOX", factor);
        BigDecimal base = unit.toBase(BigDecimal.valueOf(packages));

        assertThat(base).isEqualByComparingTo(factor.multiply(BigDecimal.valueOf(packages)));
        assertThat(unit.wholePackages(base)).isEqualByComparingTo(BigDecimal.valueOf(packages));
    }

    @Property
    void twoAmountsComeToTheSameTogether(
            @ForAll @BigRange(min = "0.01", max = "900") @Scale(2) BigDecimal one,
            @ForAll @BigRange(min = "0.01", max = "900") @Scale(2) BigDecimal other,
            @ForAll @BigRange(min = "0.01", max = "900") @Scale(2) BigDecimal factor) {
        PackagingUnit unit = new PackagingUnit("BOX", factor);
        assertThat(unit.toBase(one).add(unit.toBase(other))).isEqualByComparingTo(unit.toBase(one.add(other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 | The minimum order is 24 NOS (2 BOX); nearest possible: 24 NOS (2 BOX)",
                "36 | ''",
                "30 | It is ordered in multiples of 12 NOS (1 BOX); nearest possible: 24 NOS (2 BOX) or 36 NOS (3 BOX)"
            })
    void theMinimumIsSpokenOfInBothUnits(BigDecimal base, String message) {
        Product product = new Product(
                "X",
                "X",
                "X",
                null,
                null,
                "8481",
                "NOS",
                new BigDecimal("24"),
                new BigDecimal("12"),
                false,
                Money.of("1", "INR"),
                ProductStatus.ACTIVE,
                null);
        assertThat(OrderQuantityRule.check(product, base, new PackagingUnit("BOX", new BigDecimal("12")))
                        .message())
                .isEqualTo(message);
    }
}
