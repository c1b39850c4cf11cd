package io.tradeflow.pricing;

import static io.tradeflow.pricing.PriceCases.DAY;
import static io.tradeflow.pricing.PriceCases.VALVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What is told before a price row is kept; each warning is held against what {@link PriceChoice} then does. */
class PriceShadowsTest {

    private final PriceShadows shadows =
            new PriceShadows(VALVE.categories(), buyer -> buyer.equals("AGRO") ? "RETAIL" : "TRADE", DAY);

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/pricing/shadows.psv", delimiter = '|')
    void theCase(String name, String added, String there, String told) {
        CandidateRow row = PriceCases.row(added);
        List<CandidateRow> others = PriceCases.rows(Objects.requireNonNullElse(there, ""));

        List<PriceShadow> found = shadows.of(
                row.row(),
                others.stream()
                        .map(other -> new PriceLists.Entry(other.id(), other.row()))
                        .toList());

        assertThat(found.stream()
                        .map(shadow -> shadow.kind() + " " + shadow.row())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(Objects.requireNonNullElse(told, ""));
        assertThat(found).allSatisfy(shadow -> assertThat(shadow.sentence()).contains(shadow.words()));
        found.forEach(shadow -> holds(shadow, row, others));
    }

    /** On any later day and at any quantity the hidden row does not win. */
    private static void holds(PriceShadow shadow, CandidateRow row, List<CandidateRow> others) {
        CandidateRow other = others.stream()
                .filter(candidate -> candidate.id() == shadow.row())
                .findFirst()
                .orElseThrow();
        CandidateRow hidden = shadow.kind() == PriceShadow.Kind.HIDES ? other : row;
        if (shadow.kind() == PriceShadow.Kind.DEARER) {
            return;
        }
        CandidateRow list = PriceCases.row("77 BASE VALVE = 100 since 2020-01-01");
        for (int days = 0; days < 800; days += 7) {
            for (String quantity : List.of("1", "10", "100")) {
                PriceChoice choice =
                        PriceCases.choice(List.of(list, row, other), new BigDecimal(quantity), DAY.plusDays(days));
                assertThat(choice.winner().map(offer -> offer.candidate().id()).orElseThrow())
                        .isNotEqualTo(hidden.id());
            }
        }
    }
}
