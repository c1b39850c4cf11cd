package io.tradeflow.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the tax of any supply. */
class TaxPropertiesTest {

    @Property(tries = 300)
    void linesAddUpToTheDocument(@ForAll("supplies") Supply supply) {
        TaxComputation tax = TaxRules.compute(supply, Places.RATES);

        assertThat(sum(tax.lines(), TaxComputation.Line::taxableValue)).isEqualByComparingTo(tax.taxableValue());
        assertThat(sum(tax.lines(), TaxComputation.Line::cgst)).isEqualByComparingTo(tax.cgst());
        assertThat(sum(tax.lines(), TaxComputation.Line::sgst)).isEqualByComparingTo(tax.sgst());
        assertThat(sum(tax.lines(), TaxComputation.Line::igst)).isEqualByComparingTo(tax.igst());
        assertThat(sum(tax.summary(), TaxComputation.RateSummary::taxableValue))
                .isEqualByComparingTo(tax.taxableValue());
        assertThat(sum(tax.summary(), row -> row.cgst().add(row.sgst()).add(row.igst())))
                .isEqualByComparingTo(tax.tax());
        assertThat(tax.total()).isEqualByComparingTo(tax.taxableValue().add(tax.tax()));
    }

    @Property(tries = 300)
    void halvesAreEqualAndHeadsExcludeEachOther(@ForAll("supplies") Supply supply) {
        TaxComputation tax = TaxRules.compute(supply, Places.RATES);

        assertThat(tax.cgst()).isEqualByComparingTo(tax.sgst());
        assertThat(tax.lines()).allSatisfy(line -> {
            assertThat(line.cgst()).isEqualByComparingTo(line.sgst()).isNotNegative();
            assertThat(line.igst()).isNotNegative();
            assertThat(tax.interState() ? line.cgst() : line.igst()).isZero();
        });
    }

    @Property(tries = 300)
    void theOrderOfLinesChangesNothing(@ForAll("supplies") Supply supply, @ForAll Random random) {
        List<Supply.Line> shuffled = new ArrayList<>(supply.lines());
        Collections.shuffle(shuffled, random);

        assertThat(TaxRules.compute(with(supply, shuffled), Places.RATES))
                .isEqualTo(TaxRules.compute(supply, Places.RATES));
    }

    @Property(tries = 300)
    void theRoundOffIsAtMostHalfARupee(@ForAll("supplies") Supply supply) {
        TaxComputation tax = TaxRules.compute(supply, Places.RATES);

        assertThat(tax.roundOff().abs()).isLessThanOrEqualTo(new BigDecimal("0.50"));
        assertThat(tax.grandTotal().stripTrailingZeros().scale()).isLessThanOrEqualTo(0);
        assertThat(tax.grandTotal()).isEqualByComparingTo(tax.total().add(tax.roundOff()));
    }

    @Property(tries = 300)
    void eachHeadIsWithinHalfAPaisaOfTheExactTaxPerRate(@ForAll("supplies") Supply supply) {
        TaxComputation tax = TaxRules.compute(supply, Places.RATES);
        BigDecimal exact = sum(
                tax.lines(), line -> line.taxableValue().multiply(line.rate()).movePointLeft(2));
        long rates =
                tax.lines().stream().map(TaxComputation.Line::rate).distinct().count();
        BigDecimal halfAPaisaPerHead =
                new BigDecimal("0.005").multiply(BigDecimal.valueOf(tax.interState() ? rates : 2 * rates));

        assertThat(tax.tax().subtract(exact).abs()).isLessThanOrEqualTo(halfAPaisaPerHead);
    }

    @Provide
    Arbitrary<Supply> supplies() {
        Arbitrary<List<Supply.Line>> lines = Combinators.combine(
                        Arbitraries.of("8413", "841320", "4819", "7403", "7102", "4901", "8711"),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal("9999999.99"))
                                .ofScale(2))
                .as((hsn, value) -> new Supply.Line(0, hsn, value))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(TaxPropertiesTest::numbered);
        return Combinators.combine(lines, Arbitraries.of(true, false))
                .as((numbered, interState) -> interState
                        ? Places.interState(numbered.toArray(Supply.Line[]::new))
                        : Places.intraState(numbered.toArray(Supply.Line[]::new)));
    }

    private static List<Supply.Line> numbered(List<Supply.Line> lines) {
        List<Supply.Line> numbered = new ArrayList<>();
        for (Supply.Line line : lines) {
            numbered.add(new Supply.Line(numbered.size() + 1, line.hsn(), line.taxableValue()));
        }
        return numbered;
    }

    private static Supply with(Supply supply, List<Supply.Line> lines) {
        return new Supply(
                supply.on(),
                supply.sellerStateCode(),
                supply.buyerKind(),
                supply.buyerGstin(),
                supply.billTo(),
                supply.shipTo(),
                supply.underLut(),
                lines);
    }

    private static <T> BigDecimal sum(List<T> rows, Function<T, BigDecimal> amount) {
        return rows.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
