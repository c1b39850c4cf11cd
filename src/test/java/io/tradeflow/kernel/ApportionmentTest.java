package io.tradeflow.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares add up to the amount, to the paisa, and never turn a line round. */
class ApportionmentTest {

    @ParameterizedTest(name = "{0} over {1} (else {2}) is {3}")
    @CsvSource({
        "100.00, 1 1 1,                '',     33.33 33.33 33.34",
        "100.00, 1000 2000 3000,       '',     16.67 33.33 50.00",
        "-100.00, 1 1 1,               '',     -33.33 -33.33 -33.34",
        "0.00, 10 20,                  '',     0.00 0.00",
        "7.50, 100,                    '',     7.50",
        "0.01, 500 500 500,            '',     0.00 0.00 0.01",
        "0.02, 10 10 10,               '',     0.01 0.01 0.00",
        "90.00, 0 0,                   1 2,    30.00 60.00",
        "90.00, 0 0,                   0 0,    0.00 90.00",
        "0.10, 100 100 100 100 0,      '',     0.03 0.03 0.03 0.01 0.00",
        "50.00, 10.00 20.00 0.00,      '',     16.67 33.33 0.00",
        "10.00, 3.33 3.33 3.34,        '',     3.33 3.33 3.34"
    })
    void splits(String amount, String weights, String otherwise, String shares) {
        assertThat(Apportionment.of(new BigDecimal(amount), list(weights), list(otherwise)))
                .containsExactlyElementsOf(list(shares));
    }

    @Test
    void nothing_can_be_split_over_no_lines() {
        assertThat(Apportionment.of(BigDecimal.ZERO, List.of(), List.of())).isEmpty();
        assertThatThrownBy(() -> Apportionment.of(BigDecimal.ONE, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 500)
    void sharesAddUpToTheAmount(
            @ForAll @IntRange(min = -10_000_000, max = 10_000_000) int paise, @ForAll("nets") List<BigDecimal> nets) {
        BigDecimal amount = BigDecimal.valueOf(paise, 2);
        List<BigDecimal> shares = Apportionment.of(amount, nets, nets);

        assertThat(sum(shares)).isEqualByComparingTo(amount);
        assertThat(shares).allSatisfy(share -> assertThat(share.signum() * amount.signum())
                .isNotNegative());
    }

    @Property(tries = 500)
    void aDiscountTakesFromNoLineMoreThanItCosts(
            @ForAll("nets") List<BigDecimal> nets, @ForAll @IntRange(min = 0, max = 10_000) int permyriad) {
        BigDecimal discount =
                sum(nets).multiply(BigDecimal.valueOf(permyriad, 4)).setScale(2, java.math.RoundingMode.HALF_UP);
        List<BigDecimal> shares = Apportionment.of(discount, nets, nets);

        assertThat(sum(shares)).isEqualByComparingTo(discount);
        for (int i = 0; i < nets.size(); i++) {
            assertThat(shares.get(i)).isBetween(BigDecimal.ZERO, nets.get(i));
        }
    }

    /** Each line's share is its part rounded, whatever the order; only the lines at the end differ, which bear the remainder. */
    @Property(tries = 300)
    void theOrderOfLinesMovesTheRemainderOnly(
            @ForAll("wholeNets") List<BigDecimal> nets, @ForAll Random random, @ForAll @IntRange(max = 99) int paise) {
        BigDecimal amount = BigDecimal.valueOf(10_000L * nets.size() + paise, 2);
        List<BigDecimal> shuffled = new ArrayList<>(nets);
        Collections.shuffle(shuffled, random);

        assertThat(exceptLast(shuffled, amount)).allSatisfy((net, share) -> assertThat(share)
                .isEqualByComparingTo(amount.multiply(net).divide(sum(nets), 2, java.math.RoundingMode.HALF_UP)));
    }

    @Property(tries = 500)
    void partsAddUpToTheShare(@ForAll @IntRange(max = 1_000_000) int paise, @ForAll("parts") List<BigDecimal> parts) {
        BigDecimal share = BigDecimal.valueOf(paise, 2);
        BigDecimal whole = sum(parts);
        BigDecimal done = BigDecimal.ZERO;
        BigDecimal taken = BigDecimal.ZERO;
        for (BigDecimal part : parts) {
            done = done.add(part);
            BigDecimal now = Apportionment.due(share, done, whole).subtract(taken);
            assertThat(now).isNotNegative();
            taken = taken.add(now);
        }
        assertThat(taken).isEqualByComparingTo(share);
    }

    @Provide
    Arbitrary<List<BigDecimal>> nets() {
        return Arbitraries.integers()
                .between(0, 5_000_000)
                .map(paise -> BigDecimal.valueOf(paise, 2))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .filter(nets -> sum(nets).signum() > 0);
    }

    @Provide
    Arbitrary<List<BigDecimal>> wholeNets() {
        return Arbitraries.integers()
                .between(100, 1_000)
                .map(rupees -> BigDecimal.valueOf(rupees).setScale(2))
                .list()
                .ofMinSize(2)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<BigDecimal>> parts() {
        return Arbitraries.integers()
                .between(1, 500)
                .map(BigDecimal::valueOf)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static java.util.Map<BigDecimal, BigDecimal> exceptLast(List<BigDecimal> nets, BigDecimal amount) {
        List<BigDecimal> shares = Apportionment.of(amount, nets, nets);
        return java.util.stream.IntStream.range(0, nets.size() - 1)
                .boxed()
                .collect(Collectors.toMap(nets::get, shares::get, (one, same) -> {
                    assertThat(one).isEqualByComparingTo(same);
                    return one;
                }));
    }

    private static List<BigDecimal> list(String figures) {
        return figures.isBlank()
                ? List.of()
                : Arrays.stream(figures.trim().split(" ")).map(BigDecimal::new).toList();
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
