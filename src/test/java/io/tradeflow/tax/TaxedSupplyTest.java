package io.tradeflow.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.kernel.Problem;
import io.tradeflow.tax.PricedSupply.Bearing;
import io.tradeflow.tax.PricedSupply.Charges;
import io.tradeflow.tax.PricedSupply.Collected;
import io.tradeflow.tax.PricedSupply.Item;
import io.tradeflow.tax.PricedSupply.OtherCharge;
import io.tradeflow.tax.PricedSupply.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TaxedSupplyTest {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvFileSource(resources = "/tax/documents.psv", delimiter = '|')
    void valuesTaxesAndRounds(
            String source,
            String situation,
            String lines,
            BigDecimal discount,
            String charges,
            Bearing bearing,
            BigDecimal other,
            BigDecimal tcs,
            String rounding,
            String values,
            BigDecimal cgst,
            BigDecimal igst,
            BigDecimal total,
            BigDecimal roundOff,
            BigDecimal grandTotal) {
        List<BigDecimal> charged = Situations.amounts(charges);
        PricedSupply priced = new PricedSupply(Situations.named(situation), items(lines))
                .discountedBy(discount)
                .charging(new Charges(charged.get(0), charged.get(1), charged.get(2), bearing))
                .rounded(
                        switch (rounding) {
                            case "HEADS" -> new Rounding(true, true);
                            case "NONE" -> Rounding.NONE;
                            default -> Rounding.USUAL;
                        });
        if (other.signum() > 0) {
            priced = priced.plus(List.of(new OtherCharge("Test certificate fee paid for the buyer", other)));
        }
        if (tcs.signum() > 0) {
            priced = priced.collecting(new Collected(tcs, "Income-tax Act s. 206C(1)"));
        }

        TaxedSupply taxed = TaxedSupply.of(priced, Places.RATES);

        assertThat(taxed.tax().lines())
                .extracting(TaxComputation.Line::taxableValue)
                .containsExactlyElementsOf(Situations.amounts(values));
        assertThat(taxed.tax().cgst()).isEqualByComparingTo(cgst);
        assertThat(taxed.tax().sgst()).isEqualByComparingTo(cgst);
        assertThat(taxed.tax().igst()).isEqualByComparingTo(igst);
        assertThat(taxed.total()).isEqualByComparingTo(total);
        assertThat(taxed.roundOff()).isEqualByComparingTo(roundOff);
        assertThat(taxed.grandTotal()).isEqualByComparingTo(grandTotal);
        assertThat(taxed.reasons()).allSatisfy(reason -> {
            assertThat(reason.code()).matches("[a-z-]+");
            assertThat(reason.text()).isNotBlank();
            assertThat(reason.source()).isNotBlank();
        });
    }

    @ParameterizedTest(name = "{0}: {3} at HSN {2} -> {4} and {5}, {6}, residue {7}")
    @CsvFileSource(resources = "/tax/tax-included.psv", delimiter = '|')
    void takesTheTaxOutOfPricesThatIncludeIt(
            String source,
            String situation,
            String hsn,
            String prices,
            BigDecimal value,
            BigDecimal cgst,
            BigDecimal igst,
            BigDecimal residue) {
        List<Item> items = new ArrayList<>();
        Situations.amounts(prices).forEach(price -> items.add(new Item(items.size() + 1, hsn, BigDecimal.ONE, price)));

        TaxedSupply taxed =
                TaxedSupply.of(new PricedSupply(Situations.named(situation), items).taxIncluded(), Places.RATES);

        assertThat(taxed.tax().taxableValue()).isEqualByComparingTo(value);
        assertThat(taxed.tax().cgst()).isEqualByComparingTo(cgst);
        assertThat(taxed.tax().sgst()).isEqualByComparingTo(cgst);
        assertThat(taxed.tax().igst()).isEqualByComparingTo(igst);
        assertThat(taxed.residue()).isEqualByComparingTo(residue);
        assertThat(taxed.total())
                .as("the buyer pays the price")
                .isEqualByComparingTo(Situations.amounts(prices).stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void taxesALineAtTheRateFixedBefore() {
        AppliedRate before = new AppliedRate(TaxTreatment.TAXABLE, BigDecimal.valueOf(28), "Invoice PN-2526-000017");
        Item item = new Item(1, "8408", BigDecimal.ONE, BigDecimal.valueOf(100), BigDecimal.ZERO, before);

        TaxedSupply taxed = TaxedSupply.of(new PricedSupply(Situations.named("INTRA"), List.of(item)), Places.RATES);

        assertThat(taxed.tax().cgst()).isEqualByComparingTo("14.00");
        assertThat(taxed.reasons())
                .contains(new Reason("rate-fixed", "HSN 8408: 28 % as before", "Invoice PN-2526-000017"));
    }

    @Test
    void saysWhyOfEverything() {
        TaxedSupply taxed = TaxedSupply.of(
                new PricedSupply(Situations.named("REVERSE"), items("8413 1@100.40-1; 4901 1@10"))
                        .discountedBy(BigDecimal.ONE)
                        .charging(new Charges(BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.ZERO, Bearing.ALL_LINES))
                        .collecting(new Collected(BigDecimal.ONE, "Income-tax Act s. 206C(1)")),
                Places.RATES);

        assertThat(taxed.reasons())
                .extracting(Reason::code)
                .containsExactly(
                        "place-delivery",
                        "nature-intra-state",
                        "reverse-charge",
                        "rate-of-goods",
                        "rate-of-goods",
                        "discount",
                        "charges",
                        "collected-at-source",
                        "round-off");
        assertThat(taxed.tax().taxCharged()).isZero();
        assertThat(taxed.tax().valueOf(TaxTreatment.NIL)).isEqualByComparingTo("10.82");
    }

    @Test
    void refusesWhatMakesNoSenseAndNamesEachField() {
        PricedSupply priced = new PricedSupply(
                        Situations.named("REVERSE"),
                        List.of(
                                new Item(1, "8413", BigDecimal.ONE, BigDecimal.TEN, BigDecimal.valueOf(11), null),
                                new Item(1, "8413", BigDecimal.ONE, BigDecimal.valueOf(-1))))
                .discountedBy(BigDecimal.valueOf(-5))
                .taxIncluded();

        assertThatThrownBy(() -> TaxedSupply.of(priced, Places.RATES))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.slug()).isEqualTo("supply-invalid");
                    assertThat(problem.violations())
                            .extracting(Problem.Violation::field)
                            .containsExactly(
                                    "lines[0].discount",
                                    "lines[1].lineNo",
                                    "lines[1].unitPrice",
                                    "discount",
                                    "pricesIncludeTax");
                });
    }

    @Test
    void refusesADiscountAboveTheGoods() {
        PricedSupply priced =
                new PricedSupply(Situations.named("INTRA"), items("8413 1@100")).discountedBy(new BigDecimal("100.01"));

        assertThatThrownBy(() -> TaxedSupply.of(priced, Places.RATES))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Problem.Violation::field)
                        .containsExactly("discount"));
    }

    /** Lines as "HSN quantity@price-discount" with semicolons between. */
    private static List<Item> items(String text) {
        List<Item> items = new ArrayList<>();
        for (String line : text.split("; ")) {
            String[] parts = line.split("[ @-]");
            items.add(new Item(
                    items.size() + 1,
                    parts[0],
                    new BigDecimal(parts[1]),
                    new BigDecimal(parts[2]),
                    parts.length > 3 ? new BigDecimal(parts[3]) : BigDecimal.ZERO,
                    null));
        }
        return items;
    }
}
