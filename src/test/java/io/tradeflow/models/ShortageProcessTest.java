package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** shortage.bpmn: what is decided about missing goods, and what follows. */
class ShortageProcessTest extends ProcessTest {

    private static final String ORDER = "SO-2627-000003";

    @BeforeEach
    void deployShortage() {
        deploy("fulfilment/shortage.bpmn", "fulfilment/shortage-limits.dmn");
    }

    @Test
    void thePlannerMayLetTheBuyerWait() {
        decides();
        ProcessInstance shortage = shortage();
        assertThat(shortage).isWaitingAt("DecideShortage");
        assertThat(task())
                .hasCandidateGroup("stock-planners")
                .hasName("Decide shortage · " + ORDER + " · Sahyadri Agro");
        Assertions.assertThat(task().getDueDate()).isAfter(task().getCreateTime());

        complete(Map.of("shortageDecision", "WAIT"));

        assertThat(shortage).isEnded().hasPassed("ShortageDecided");
        Assertions.assertThat(steps.played()).containsExactly("recordShortageDecision", "tellBuyerOfShortage");
    }

    @ParameterizedTest
    @CsvSource({
        "givesUp, shortCloseOrder",
        "produces, requestProduction",
        "splits, allowPartDelivery",
    })
    void eachDecisionHasItsStepAndTheBuyerIsToldOnce(String decided, String step) {
        decides(decided);
        ProcessInstance shortage = shortage();

        complete(Map.of("shortageDecision", "WAIT"));

        assertThat(shortage).isEnded().hasPassed("ShortageDecided");
        Assertions.assertThat(steps.played()).containsExactly("recordShortageDecision", step, "tellBuyerOfShortage");
    }

    @Test
    void decisionsMayBeMixedOverTheLines() {
        decides("givesUp", "produces", "splits", "substitutes");
        ProcessInstance shortage = shortage();

        complete(Map.of("shortageDecision", "SPLIT"));

        assertThat(shortage).isWaitingAt("AwaitAnswer");
        Assertions.assertThat(steps.played())
                .startsWith("recordShortageDecision")
                .contains("shortCloseOrder", "requestProduction", "proposeSubstitutes", "allowPartDelivery")
                .endsWith("tellBuyerOfShortage")
                .hasSize(6);
    }

    @Test
    void anotherProductNeedsTheBuyersYes() {
        decides("substitutes");
        steps.writes("readAnswers", Map.of("substitutionOutcome", "AGREED"));
        ProcessInstance shortage = shortage();
        complete(Map.of("shortageDecision", "WAIT"));

        assertThat(shortage).isWaitingAt("AwaitAnswer");
        Assertions.assertThat(tell("SubstitutionAnswered")).isOne();

        assertThat(shortage).isEnded().hasPassed("SubstitutesAgreed");
    }

    @Test
    void withANoThePlannerDecidesAgain() {
        decides("substitutes");
        steps.writes("readAnswers", Map.of("substitutionOutcome", "DECLINED"));
        ProcessInstance shortage = shortage();
        complete(Map.of("shortageDecision", "WAIT"));

        tell("SubstitutionAnswered");

        assertThat(shortage).isWaitingAt("DecideShortage");
    }

    @Test
    void withoutAnAnswerTheOfferLapsesAndThePlannerDecidesAgain() {
        decides("substitutes");
        ProcessInstance shortage = shortage();
        complete(Map.of("shortageDecision", "WAIT"));

        pass(Duration.ofDays(2));
        assertThat(shortage).isWaitingAt("AwaitAnswer");
        pass(Duration.ofDays(1));

        assertThat(shortage).isWaitingAt("DecideShortage").hasPassed("LapseSubstitutes");
    }

    @Test
    void whatIsNotDecidedInTimeGoesToTheSalesManagersToo() {
        decides();
        ProcessInstance shortage = shortage();

        pass(Duration.ofDays(2));

        assertThat(shortage).isWaitingAt("DecideLateShortage");
        assertThat(task()).hasCandidateGroup("sales-managers").hasCandidateGroup("stock-planners");
        complete(Map.of("shortageDecision", "WAIT"));
        assertThat(shortage).isEnded().hasPassed("ShortageDecided");
    }

    @Test
    void stockThatArrivesEndsTheMatterBeforeItIsDecided() {
        ProcessInstance shortage = shortage();
        Assertions.assertThat(tell("StockArrived")).isOne();
        assertThat(shortage).isEnded().hasPassed("StockIsThere");

        ProcessInstance late = shortage();
        pass(Duration.ofDays(2));
        Assertions.assertThat(tell("StockArrived")).isOne();
        assertThat(late).isEnded().hasPassed("StockIsThereAfterAll");
        Assertions.assertThat(steps.played()).isEmpty();
    }

    @Test
    void stockThatArrivesEndsTheWaitForTheBuyersAnswer() {
        decides("substitutes");
        ProcessInstance shortage = shortage();
        complete(Map.of("shortageDecision", "WAIT"));

        Assertions.assertThat(tell("StockArrived")).isOne();

        assertThat(shortage).isEnded().hasPassed("AllocatedMeanwhile");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"EXPORT, P7D", "TRADE, P3D", "-, P3D"})
    void theBuyersTimeToAnswerIsInTheTable(String segment, String answerWithin) {
        Assertions.assertThat(Tables.decide("fulfilment/shortage-limits", Tables.facts("segment", segment)))
                .containsEntry("answerWithin", answerWithin)
                .containsEntry("decideWithin", "P2D");
    }

    private void decides(String... decided) {
        Map<String, Object> outcomes = new HashMap<>();
        Stream.of("givesUp", "produces", "substitutes", "splits").forEach(name -> outcomes.put(name, false));
        Stream.of(decided).forEach(name -> outcomes.put(name, true));
        outcomes.put("shortageOutcome", "OPEN");
        steps.writes("recordShortageDecision", outcomes);
    }

    private ProcessInstance shortage() {
        return startAndRun("shortage", with("orderNumber", ORDER, "buyerName", "Sahyadri Agro", "segment", "INDUSTRY"));
    }
}
