package io.tradeflow.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tradeflow.kernel.Problem;
import io.tradeflow.tax.Supply.BuyerKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TaxDecisionTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/tax/decisions.psv", delimiter = '|', nullValues = "-")
    void decides(
            String source,
            Supplier supplier,
            String supplierGstin,
            BuyerKind buyer,
            String gstin,
            String billed,
            String shipped,
            Subject subject,
            String site,
            boolean underLut,
            boolean reverse,
            String place,
            String rule,
            SupplyNature nature,
            Heads heads,
            SupplyType type,
            boolean eInvoiced) {
        SupplyTerms terms =
                SupplyTerms.ORDINARY.by(supplier).from(supplierGstin).of(subject, Situations.address(site));
        Supply supply = new Supply(
                        Places.TODAY,
                        "27",
                        buyer,
                        gstin,
                        Situations.address(billed),
                        Situations.address(shipped),
                        underLut,
                        List.of())
                .on(reverse ? terms.underReverseCharge() : terms);

        TaxDecision decision = TaxDecision.of(supply);

        assertThat(decision.place().state().code()).isEqualTo(place);
        assertThat(decision.place().reason().code()).isEqualTo(rule);
        assertThat(decision.nature()).isEqualTo(nature);
        assertThat(decision.nature().heads()).isEqualTo(heads);
        assertThat(decision.supplyType().orElse(null)).isEqualTo(type);
        assertThat(decision.eInvoiced()).isEqualTo(eInvoiced);
        assertThat(decision.reverseCharge()).isEqualTo(reverse);
        assertThat(decision.reasons()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(reason -> assertThat(reason.source())
                .contains("Act s. "));
        assertThat(decision.reasons()).extracting(Reason::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0} -> {5}")
    @CsvFileSource(resources = "/tax/place-choices.psv", delimiter = '|')
    void letsSomebodyChooseWhereTheLawLeavesAChoice(
            String source, String billed, String shipped, String chosen, String why, String placeOrSlug) {
        Problem refused = catchThrowableOfType(Problem.class, () -> {
            Supply supply = Places.supply(
                            BuyerKind.REGISTERED,
                            "24AAQCA8719H1ZC",
                            Places.in(billed),
                            Situations.address(shipped),
                            false)
                    .on(SupplyTerms.ORDINARY.at(new PlaceOverride(chosen, why, "asha")));
            PlaceOfSupply place = TaxDecision.of(supply).place();
            assertThat(place.state().code()).isEqualTo(placeOrSlug);
            assertThat(place.reason().code()).isEqualTo("place-override");
            assertThat(place.reason().text()).contains("asha", why);
        });

        if (refused != null) {
            assertThat(refused.slug()).isEqualTo(placeOrSlug);
        }
    }

    @ParameterizedTest(name = "{0}: {1} {2} -> {3}")
    @CsvFileSource(resources = "/tax/papers.psv", delimiter = '|')
    void saysOnWhichPaper(String source, String situation, String treatments, String papers) {
        TaxDecision decision = TaxDecision.of(Situations.named(situation));

        assertThat(decision.papers(Arrays.stream(treatments.split(" "))
                        .map(TaxTreatment::valueOf)
                        .toList()))
                .extracting(Enum::name)
                .containsExactly(papers.split(" "));
    }

    @ParameterizedTest(name = "{0}: {3} on {2}")
    @CsvFileSource(resources = "/tax/limits.psv", delimiter = '|')
    void knowsTheLimitsOfTheDay(String source, TaxLimit limit, LocalDate day, BigDecimal amount, boolean above) {
        assertThat(limit.isExceededBy(amount, day)).isEqualTo(above);
    }

    @Test
    void aConsumersLargeInvoiceIsThatBetweenStates() {
        BigDecimal large = new BigDecimal("100000.01");
        Supply consumer = Situations.named("CONSUMER");
        Supply elsewhere =
                new Supply(Places.TODAY, "27", BuyerKind.UNREGISTERED, null, Places.in("24"), null, false, List.of());

        assertThat(TaxDecision.of(elsewhere).isLargeToConsumer(Places.TODAY, large))
                .isTrue();
        assertThat(TaxDecision.of(elsewhere).isLargeToConsumer(Places.TODAY, new BigDecimal("100000.00")))
                .isFalse();
        assertThat(TaxDecision.of(consumer).isLargeToConsumer(Places.TODAY, large))
                .isFalse();
        assertThat(TaxDecision.of(Situations.named("INTER")).isLargeToConsumer(Places.TODAY, large))
                .isFalse();
    }

    @Test
    void aConsumerCannotOweTheTax() {
        assertThatThrownBy(() -> TaxDecision.of(Situations.named("REVERSE_CONSUMER")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("reverse-charge-without-gstin"));
    }

    @Test
    void aUnionTerritorySaysSo() {
        Supply chandigarh =
                new Supply(Places.TODAY, "04", BuyerKind.UNREGISTERED, null, Places.in("04"), null, false, List.of());

        assertThat(TaxDecision.of(chandigarh).reasons())
                .extracting(Reason::code)
                .containsExactly("place-unregistered-address", "nature-intra-state", "union-territory-tax");
    }

    @Test
    void documentsReadBackKnowTheirNature() {
        for (SupplyNature nature : SupplyNature.values()) {
            assertThat(SupplyNature.labelled(nature.label())).contains(nature);
        }
    }

    /** Columns of issued documents: nature 80 characters, reason 300. */
    @Test
    void whatDocumentsKeepFitsIn() {
        String longest = Arrays.stream(PlaceRule.values())
                .map(rule -> rule.reason().toString())
                .max(java.util.Comparator.comparingInt(String::length))
                .orElseThrow();
        String chosen = TaxDecision.of(
                        Places.supply(BuyerKind.REGISTERED, "24AAQCA8719H1ZC", Places.in("24"), Places.in("29"), false)
                                .on(SupplyTerms.ORDINARY.at(new PlaceOverride("29", "w".repeat(80), "u".repeat(100)))))
                .place()
                .reason()
                .toString();
        for (SupplyNature nature : SupplyNature.values()) {
            assertThat(chosen + "; " + nature.section()).hasSizeLessThanOrEqualTo(300);
            assertThat(nature.label().length()).isLessThanOrEqualTo(80);
            assertThat(longest + "; " + nature.section()).hasSizeLessThanOrEqualTo(300);
        }
    }
}
