package io.tradeflow.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EqualPackagesTest {

    @ParameterizedTest
    @CsvSource({"1,0.001,4", "2,42.5,4", "3,10,100", "7,0.007,1", "3,100,12.5", "999,61.5,100"})
    void weightsAndQuantitiesAddUpAndNoPackageWeighsNothing(int packages, BigDecimal weight, BigDecimal quantity) {
        List<PackageEntry> entries = EqualPackages.of(packages, weight, Map.of(1, quantity, 4, new BigDecimal("7")));

        assertThat(entries).hasSize(packages);
        assertThat(entries.stream().map(PackageEntry::weightKg).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(weight);
        assertThat(entries).allSatisfy(entry -> assertThat(entry.weightKg()).isPositive());
        assertThat(sum(entries, 1)).isEqualByComparingTo(quantity);
        assertThat(sum(entries, 4)).isEqualByComparingTo("7");
    }

    @Test
    void piecesStayWhole() {
        List<PackageEntry> entries = EqualPackages.of(3, BigDecimal.ONE, Map.of(1, new BigDecimal("100.000000")));

        assertThat(entries.stream().map(entry -> entry.contents().get(1).intValueExact()))
                .containsExactly(34, 33, 33);
    }

    private static BigDecimal sum(List<PackageEntry> entries, int line) {
        return entries.stream()
                .map(entry -> entry.contents().getOrDefault(line, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
