package io.tradeflow.pricing;

import static io.tradeflow.pricing.PriceCases.DAY;
import static io.tradeflow.pricing.PriceCases.choice;
import static io.tradeflow.pricing.PriceCases.floors;
import static io.tradeflow.pricing.PriceCases.price;
import static io.tradeflow.pricing.PriceCases.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradeflow.pricing.PriceTrace.Step;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The published order of precedence, case by case: which row wins, what it comes to, and what the trace says of each that lost. */
class PriceChoiceTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/pricing/cases.psv", delimiter = '|')
    void theCase(
            String name,
            String rows,
            String floors,
            BigDecimal quantity,
            LocalDate day,
            BigDecimal expected,
            long winner,
            String losers,
            String belowFloor) {
        List<CandidateRow> all = rows(rows);
        LinePrice price = price(
                all, floors(Objects.requireNonNullElse(floors, "")), quantity, Objects.requireNonNullElse(day, DAY));

        assertThat(price.unitPrice().amount()).isEqualByComparingTo(expected);
        assertThat(price.belowFloor()).isEqualTo("yes".equals(belowFloor));
        PriceTrace trace = price.trace();
        assertThat(trace.winner().row()).isEqualTo(winner);
        assertThat(trace.winner().words()).isEqualTo(price.reason());
        assertThat(trace.steps().get(trace.steps().size() - 1).price()).isEqualByComparingTo(expected);
        assertThat(trace.steps().stream()
                        .skip(1)
                        .map(Step::change)
                        .reduce(trace.steps().get(0).price(), BigDecimal::add))
                .as("the steps add up to the price")
                .isEqualByComparingTo(expected);
        assertThat(trace.losers().stream().map(lost -> lost.row() + " " + lost.why()))
                .as("every other row and why it lost, the nearest level first")
                .containsExactlyElementsOf(losers == null ? List.of() : Arrays.asList(losers.split("; (?=\\d)")));
    }

    @Test
    void withoutARowThatIsReachedThereIsNoPrice() {
        PriceChoice nothing = choice(rows("1 BASE VALVE from 2 = 100"), BigDecimal.ONE, DAY);

        assertThat(nothing.winner()).isEmpty();
        assertThat(nothing.smallestTier()).contains(new BigDecimal("2"));
        assertThat(choice(List.of(), BigDecimal.ONE, DAY).smallestTier()).isEmpty();
        assertThat(choice(rows("1 GROUP RETAIL all -5% LIST"), BigDecimal.ONE, DAY)
                        .winner())
                .isEmpty();
    }

    @Test
    void saysWhichRowWonInWords() {
        assertThat(words("1 CUSTOMER AGRO VALVE from 50 = 9"))
                .isEqualTo("Customer price from 50 NOS, valid from 1 Apr 2026");
        assertThat(words("1 CONTRACT AGRO K-1[2026-04-01] VALVE = 9"))
                .isEqualTo("Contract price K-1 from 1 NOS, valid from 1 Apr 2026");
        assertThat(words("1 GROUP RETAIL cat:VALVES -5.50% LIST"))
                .isEqualTo(
                        "Group price RETAIL: 5.5 % off the list price in category VALVES from 1 NOS, valid from 1 Apr 2026");
        assertThat(words("1 CHANNEL PORTAL all 2% BELOW"))
                .isEqualTo(
                        "Channel price PORTAL: 2 % on top of the price below on everything from 1 NOS, valid from 1 Apr 2026");
    }

    @Test
    void theStepsOfARuleAreShownOneByOne() {
        PriceTrace trace = price(
                        rows("1 BASE VALVE = 99.90; 2 GROUP RETAIL all -7% LIST round 1 plus 0.50"),
                        floors("all +60%cost"),
                        BigDecimal.ONE,
                        DAY)
                .trace();

        assertThat(trace.steps())
                .containsExactly(
                        step("List price: Base price from 1 NOS, valid from 1 Apr 2026", "99.90", "99.90"),
                        step("7 % off", "-6.993", "92.907"),
                        step("Rounded to 1.00", "0.093", "93.00"),
                        step("Surcharge per unit", "0.50", "93.50"),
                        step("Floor 96.00, 60 % over cost: the rule stops here", "2.50", "96.00"));
    }

    /** Quotes keep traces for years: a change of this text breaks them. */
    @Test
    void theTraceAsJsonIsStable() throws Exception {
        PriceTrace trace = price(
                        rows("1 BASE VALVE = 100; 2 CUSTOMER AGRO VALVE from 10 = 95"), List.of(), BigDecimal.TEN, DAY)
                .trace();
        ObjectMapper json = new ObjectMapper();

        String text = json.writeValueAsString(trace);

        assertThat(text)
                .isEqualTo(
                        "{\"winner\":{\"row\":2,\"level\":\"CUSTOMER\",\"words\":\"Customer price from 10 NOS, valid from 1 Apr"
                                + " 2026\",\"price\":95.00},\"losers\":[{\"row\":1,\"level\":\"BASE\",\"words\":\"Base price from 1 NOS,"
                                + " valid from 1 Apr 2026\",\"price\":100.00,\"why\":\"nearer level won: customer price\"}],\"steps\":[{"
                                + "\"words\":\"Customer price from 10 NOS, valid from 1 Apr 2026\",\"change\":95.00,\"price\":95.00}]}");
        assertThat(json.readValue(text, PriceTrace.class).winner()).isEqualTo(trace.winner());
    }

    private static String words(String row) {
        return PriceWords.of(PriceCases.row(row).row(), "NOS");
    }

    private static Step step(String words, String change, String price) {
        return new Step(words, new BigDecimal(change), new BigDecimal(price));
    }
}
