package io.tradeflow.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.tax.PricedSupply.Bearing;
import io.tradeflow.tax.PricedSupply.Charges;
import io.tradeflow.tax.PricedSupply.Item;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    @Property(tries = 300)
    void aNoteOfEverythingBringsEachHeadToZero(@ForAll("supplies") Supply supply) {
        TaxComputation invoice = TaxRules.compute(supply, Places.RATES);
        if (invoice.taxableValue().signum() == 0) {
            return;
        }

        assertNothingIsLeft(invoice, List.of(NoteTax.credit(invoice, List.of(), values(invoice))));
    }

    @Property(tries = 300)
    void notesOverPartsBringEachHeadToZeroToo(@ForAll("supplies") Supply supply, @ForAll Random random) {
        TaxComputation invoice = TaxRules.compute(supply, Places.RATES);
        List<TaxComputation> notes = new ArrayList<>();
        Map<Integer, BigDecimal> left = values(invoice);
        while (left.values().stream().anyMatch(value -> value.signum() > 0)) {
            Map<Integer, BigDecimal> part = new HashMap<>();
            left.replaceAll((lineNo, value) -> {
                BigDecimal taken = notes.size() > 3
                        ? value
                        : value.multiply(BigDecimal.valueOf(random.nextInt(101)))
                                .movePointLeft(2)
                                .setScale(2, RoundingMode.UP)
                                .min(value);
                part.put(lineNo, taken);
                return value.subtract(taken);
            });
            if (part.values().stream().anyMatch(value -> value.signum() > 0)) {
                TaxComputation note = NoteTax.credit(invoice, notes, part);
                assertThat(note.lines()).allSatisfy(line -> {
                    assertThat(line.cgst()).isEqualByComparingTo(line.sgst()).isNotNegative();
                    assertThat(line.igst()).isNotNegative();
                });
                notes.add(note);
            }
        }
        if (!notes.isEmpty()) {
            assertNothingIsLeft(invoice, notes);
        }
    }

    @Property(tries = 300)
    void aDocumentAddsUpFromItsLines(@ForAll("priced") PricedSupply priced) {
        TaxedSupply taxed = TaxedSupply.of(priced, Places.RATES);

        assertThat(sum(taxed.lines(), ValuedLine::discountShare)).isEqualByComparingTo(priced.discount());
        assertThat(sum(taxed.lines(), ValuedLine::freightShare))
                .isEqualByComparingTo(priced.charges().freight());
        assertThat(sum(taxed.lines(), ValuedLine::packingShare))
                .isEqualByComparingTo(priced.charges().packing());
        assertThat(sum(taxed.lines(), ValuedLine::value)
                        .add(
                                priced.pricesIncludeTax()
                                        ? BigDecimal.ZERO
                                        : taxed.tax().taxCharged()))
                .isEqualByComparingTo(taxed.total());
        assertThat(sum(taxed.tax().lines(), TaxComputation.Line::taxableValue))
                .isEqualByComparingTo(taxed.tax().taxableValue());
        assertThat(sum(taxed.tax().lines(), TaxComputation.Line::tax))
                .isEqualByComparingTo(taxed.tax().tax());
        assertThat(taxed.lines()).allSatisfy(line -> assertThat(line.value()).isNotNegative());
    }

    @Property(tries = 300)
    void aDocumentsHalvesAreEqualAndItsRoundOffIsSmall(@ForAll("priced") PricedSupply priced) {
        TaxedSupply taxed = TaxedSupply.of(priced, Places.RATES);
        long rates = taxed.tax().lines().stream()
                .map(TaxComputation.Line::rate)
                .distinct()
                .count();

        assertThat(taxed.tax().cgst()).isEqualByComparingTo(taxed.tax().sgst());
        assertThat(taxed.tax().lines())
                .allSatisfy(line -> assertThat(line.cgst()).isEqualByComparingTo(line.sgst()));
        assertThat(taxed.roundOff().abs()).isLessThanOrEqualTo(new BigDecimal("0.50"));
        assertThat(taxed.grandTotal().stripTrailingZeros().scale()).isLessThanOrEqualTo(0);
        assertThat(taxed.residue().abs())
                .isLessThanOrEqualTo(new BigDecimal("0.015").multiply(BigDecimal.valueOf(rates)));
    }

    @Property(tries = 300)
    void theOrderOfADocumentsLinesChangesNothing(@ForAll("priced") PricedSupply priced, @ForAll Random random) {
        List<Item> shuffled = new ArrayList<>(priced.items());
        Collections.shuffle(shuffled, random);
        PricedSupply other = new PricedSupply(
                priced.circumstances(),
                shuffled,
                priced.discount(),
                priced.charges(),
                priced.pricesIncludeTax(),
                priced.others(),
                priced.collected(),
                priced.rounding());

        assertThat(TaxedSupply.of(other, Places.RATES)).isEqualTo(TaxedSupply.of(priced, Places.RATES));
    }

    @Property(tries = 300)
    void whatIsComputedPassesTheCheck(@ForAll("supplies") Supply supply) {
        assertThat(TaxCheck.of(supply, TaxRules.compute(supply, Places.RATES))).isEmpty();
    }

    @Provide
    Arbitrary<PricedSupply> priced() {
        Arbitrary<List<Item>> items = Combinators.combine(
                        Arbitraries.of("8413", "841320", "4819", "7403", "7102", "4901", "8711"),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ONE, new BigDecimal("999.999"))
                                .ofScale(3),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal("99999.999"))
                                .ofScale(3))
                .as((hsn, quantity, price) -> new Item(0, hsn, quantity, price))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(TaxPropertiesTest::numberedItems);
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("9999.99"))
                .ofScale(2);
        return Combinators.combine(
                        items,
                        amounts,
                        amounts,
                        amounts,
                        Arbitraries.of(Bearing.values()),
                        Arbitraries.of(true, false),
                        Arbitraries.of("INTRA", "INTER", "EXPORT", "EXPORT_PAID", "SEZ_PAID", "CONSUMER"))
                .as((lines, discount, freight, packing, bearing, included, situation) -> {
                    BigDecimal net = sum(lines, Item::net);
                    PricedSupply priced = new PricedSupply(Situations.named(situation), lines)
                            .discountedBy(discount.min(net))
                            .charging(new Charges(freight, packing, BigDecimal.ZERO.setScale(2), bearing));
                    return included ? priced.taxIncluded() : priced;
                });
    }

    private static List<Item> numberedItems(List<Item> items) {
        List<Item> numbered = new ArrayList<>();
        items.forEach(
                item -> numbered.add(new Item(numbered.size() + 1, item.hsn(), item.quantity(), item.unitPrice())));
        return numbered;
    }

    private static Map<Integer, BigDecimal> values(TaxComputation invoice) {
        return invoice.lines().stream()
                .collect(Collectors.toMap(TaxComputation.Line::lineNo, TaxComputation.Line::taxableValue));
    }

    private static void assertNothingIsLeft(TaxComputation invoice, List<TaxComputation> notes) {
        assertThat(sum(notes, TaxComputation::taxableValue)).isEqualByComparingTo(invoice.taxableValue());
        assertThat(sum(notes, TaxComputation::cgst)).isEqualByComparingTo(invoice.cgst());
        assertThat(sum(notes, TaxComputation::sgst)).isEqualByComparingTo(invoice.sgst());
        assertThat(sum(notes, TaxComputation::igst)).isEqualByComparingTo(invoice.igst());
        assertThat(sum(notes, TaxComputation::grandTotal)).isEqualByComparingTo(invoice.grandTotal());
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
