package io.tradeflow.models;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** quotation.bpmn: price, approve, send, and the buyer's answer. */
class QuotationProcessTest extends QuotationScene {

    @Test
    void aQuoteWithinTheLimitsGoesOutWithoutApproval() {
        ProcessInstance quotation = quoteWithin(5.0);

        assertThat(quotation)
                .isWaitingAt("BuyerAnswer")
                .hasPassed("DecideRequiredApprovals", "RequestApprovals", "RenderQuote", "SendQuote")
                .hasNotPassed("Approvals");
        Assertions.assertThat(steps.played())
                .containsExactly("priceQuote", "requestApprovals", "renderQuote", "sendQuote");
    }

    @Test
    void anAcceptedQuoteEndsTheQuotation() {
        ProcessInstance quotation = quoteWithin(5.0);

        Assertions.assertThat(tell("QuoteAccepted")).isOne();

        assertThat(quotation).isEnded().hasPassed("QuoteAccepted");
        Assertions.assertThat(variable(quotation, "quoteOutcome")).isEqualTo("ACCEPTED");
        Assertions.assertThat(tell("QuoteAccepted")).isZero();
    }

    @Test
    void nobodyHearsTheBuyerBeforeTheQuoteWasSent() {
        steps.writes("priceQuote", priced(5.0));
        start("quotation", inquiry());

        Assertions.assertThat(engine.getRuntimeService()
                        .createMessageCorrelation("QuoteAccepted")
                        .processInstanceBusinessKey(DEAL)
                        .correlateAllWithResult())
                .isEmpty();
    }

    @Test
    void aDeclinedQuoteEndsTheQuotation() {
        ProcessInstance quotation = quoteWithin(5.0);

        tell("QuoteDeclined");

        assertThat(quotation).isEnded().hasPassed("QuoteDeclined");
        Assertions.assertThat(variable(quotation, "quoteOutcome")).isEqualTo("DECLINED");
    }

    @Test
    void aQuoteExpiresWhenItsValidityEnds() {
        steps.writes("remindBuyer", with("reminderAt", in(Duration.ofDays(16))));
        ProcessInstance quotation = quoteWithin(5.0);

        pass(Duration.ofDays(14));
        assertThat(quotation).isWaitingAt("BuyerAnswer");
        pass(Duration.ofDays(1));

        assertThat(quotation).isEnded().hasPassed("ExpireQuote", "QuoteExpired");
        Assertions.assertThat(variable(quotation, "quoteOutcome")).isEqualTo("EXPIRED");
    }

    @Test
    void aBuyerIsRemindedOnceAndCanAnswerAfterwards() {
        steps.writes("remindBuyer", with("reminderAt", in(Duration.ofDays(16))));
        ProcessInstance quotation = quoteWithin(5.0);

        pass(Duration.ofDays(11));
        assertThat(quotation).isWaitingAt("BuyerAnswer").hasNotPassed("RemindBuyer");
        pass(Duration.ofDays(2));
        assertThat(quotation).isWaitingAt("BuyerAnswer").hasPassed("RemindBuyer");
        pass(Duration.ofDays(1));
        Assertions.assertThat(steps.played()).containsOnlyOnce("remindBuyer");

        tell("QuoteAccepted");
        assertThat(quotation).isEnded().hasPassed("QuoteAccepted");
    }

    @Test
    void whoHasAnsweredIsNotReminded() {
        ProcessInstance quotation = quoteWithin(5.0);

        tell("QuoteDeclined");
        pass(Duration.ofDays(13));

        assertThat(quotation).isEnded().hasNotPassed("RemindBuyer");
        Assertions.assertThat(steps.played()).doesNotContain("remindBuyer");
    }

    @Test
    void aWantedChangeGoesThroughReworkPricingAndApprovalAgain() {
        steps.lists("openApprovals", List.of(11L));
        ProcessInstance quotation = quoteWithin(5.0, 18.0);

        tell("QuoteChangeRequested");
        assertThat(quotation).isWaitingAt("ReworkQuote");
        assertThat(task()).hasCandidateGroup("sales-desk").hasName("Rework quote · " + NUMBER + " · Sahyadri Agro");
        complete(Map.of("reworkDecision", "RESUBMIT"));

        assertThat(quotation).isWaitingAt("Approvals");
        Assertions.assertThat(running("approval")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRICE_MISSING", "TAX_RATE_MISSING"})
    void missingPricesAndTaxRatesAreCompletedAndPricedAgain(String code) {
        steps.raises("priceQuote", code, "No price for TF-1001 in INR");
        steps.writes("priceQuote", priced(5.0));
        ProcessInstance quotation = startAndRun("quotation", inquiry());

        assertThat(quotation).isWaitingAt("CompletePrices");
        assertThat(task()).hasCandidateGroup("sales-desk").hasName("Complete prices · " + DEAL + " · Sahyadri Agro");
        Assertions.assertThat(variable(quotation, "problem")).isEqualTo("No price for TF-1001 in INR");
        complete(Map.of());

        assertThat(quotation).isWaitingAt("BuyerAnswer");
    }

    @Test
    void anErrorNobodyForesawStopsTheStepAndNotTheDeal() {
        steps.raises("priceQuote", "CURRENCY_UNKNOWN", "No such currency");
        ProcessInstance quotation = start("quotation", inquiry());

        assertThatThrownBy(this::runJobs).hasMessageContaining("CURRENCY_UNKNOWN");
        assertThat(quotation).isWaitingAt("PriceQuote").isNotEnded();
    }

    @Test
    void aSendingThatFailsIsTriedAgainWithoutRenderingAgain() {
        steps.writes("priceQuote", priced(5.0));
        steps.forgetParts("sendQuote");
        steps.acts("sendQuote", execution -> {
            throw new IllegalStateException("connection refused");
        });
        steps.writes("sendQuote", with("acceptanceWaits", false));
        ProcessInstance quotation = start("quotation", inquiry());

        assertThatThrownBy(this::runJobs).hasMessageContaining("connection refused");
        assertThat(quotation).isWaitingAt("SendQuote");
        Assertions.assertThat(engine.getManagementService()
                        .createJobQuery()
                        .singleResult()
                        .getRetries())
                .isEqualTo(4);
        runJobs();

        assertThat(quotation).isWaitingAt("BuyerAnswer");
        Assertions.assertThat(steps.played()).containsOnlyOnce("renderQuote");
    }

    @Test
    void aRevisionThatWasAgreedOnIsApprovedAndSentWithoutRework() {
        steps.lists("openApprovals", List.of(11L));
        ProcessInstance quotation = quoteWithin(5.0, 18.0);

        Assertions.assertThat(tell("QuoteRevised")).isOne();

        assertThat(quotation)
                .isWaitingAt("Approvals")
                .hasPassed("RevisionIsReady")
                .hasNotPassed("ReworkQuote");
        Assertions.assertThat(running("approval")).isOne();
    }

    @Test
    void linesThatTheBuyerTookAreAcceptedOnceTheyAreSent() {
        sendsWhatIsChosen(true);
        ProcessInstance quotation = quoteWithin(5.0, 5.0);

        tell("QuoteRevised");

        assertThat(quotation).isEnded().hasPassed("AcceptChosenLines", "ChosenLinesAccepted");
        Assertions.assertThat(variable(quotation, "quoteOutcome")).isEqualTo("ACCEPTED");
        Assertions.assertThat(steps.played()).filteredOn("sendQuote"::equals).hasSize(2);
    }

    @Test
    void linesThatCannotBeAcceptedAnyMoreAreOpenToTheBuyerLikeAnyQuote() {
        sendsWhatIsChosen(false);
        ProcessInstance quotation = quoteWithin(5.0, 5.0);

        tell("QuoteRevised");

        assertThat(quotation).isWaitingAt("BuyerAnswer").hasPassed("AcceptChosenLines");
        tell("QuoteAccepted");
        assertThat(quotation).isEnded().hasPassed("QuoteAccepted");
    }

    private void sendsWhatIsChosen(boolean accepted) {
        steps.forgetParts("sendQuote");
        steps.writes("sendQuote", with("acceptanceWaits", false));
        steps.writes("sendQuote", with("acceptanceWaits", true));
        steps.writes(
                "acceptChosenLines",
                with(
                        "acceptanceWaits",
                        false,
                        "chosenAccepted",
                        accepted,
                        "quoteOutcome",
                        accepted ? "ACCEPTED" : null));
    }
}
