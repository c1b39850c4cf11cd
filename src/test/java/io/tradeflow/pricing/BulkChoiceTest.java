package io.tradeflow.pricing;

import static io.tradeflow.pricing.PriceCases.DAY;
import static io.tradeflow.pricing.PriceCases.bands;
import static io.tradeflow.pricing.PriceCases.goods;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The discount on whole orders, case by case: which band is granted, and why each other is not. */
class BulkChoiceTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/pricing/bulk.psv", delimiter = '|')
    void theCase(
            String name, String bands, String goods, LocalDate day, BigDecimal percent, Long winner, String others) {
        BulkDiscount discount = new BulkChoice(goods(goods), Objects.requireNonNullElse(day, DAY))
                .of(bands(Objects.requireNonNullElse(bands, "")));

        assertThat(discount.percent().value()).isEqualByComparingTo(percent);
        assertThat(discount.row()).isEqualTo(winner);
        assertThat(discount.isGranted()).isEqualTo(winner != null);
        assertThat(discount.reason()).startsWith(winner == null ? "No band" : discount.percent() + " bulk discount");
        assertThat(discount.others().stream().map(other -> other.row() + " " + other.why()))
                .as("every other band and why it is not granted")
                .containsExactlyElementsOf(others == null ? List.of() : Arrays.asList(others.split("; (?=\\d)")));
    }
}
