package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** buyer-approval.bpmn: the buyer's own approval of an acceptance, with every way it can end. */
class BuyerApprovalProcessTest extends ProcessTest {

    @BeforeEach
    void deployModel() {
        deploy("purchasing/buyer-approval.bpmn");
    }

    @Test
    void anApprovedPurchaseIsOrdered() {
        steps.writes("completeApprovalLevel", Map.of("fullyApproved", true));
        ProcessInstance approval = waiting();

        Assertions.assertThat(tell("PurchaseApproved")).isOne();

        assertThat(approval).isEnded().hasPassed("OrderForBuyer", "OrderedForBuyer");
        Assertions.assertThat(steps.played())
                .containsExactly("askBuyersApprover", "completeApprovalLevel", "orderForBuyer");
    }

    @Test
    void theSecondLevelIsAskedBeforeAnythingIsOrdered() {
        steps.writes("completeApprovalLevel", Map.of("fullyApproved", false));
        steps.writes("completeApprovalLevel", Map.of("fullyApproved", true));
        ProcessInstance approval = waiting();

        tell("PurchaseApproved");
        assertThat(approval).isWaitingAt("ApproverDecides").hasNotPassed("OrderForBuyer");
        tell("PurchaseApproved");

        assertThat(approval).isEnded().hasPassed("OrderedForBuyer");
        Assertions.assertThat(steps.played())
                .filteredOn("askBuyersApprover"::equals)
                .hasSize(2);
    }

    @Test
    void aRefusalIsToldAndNothingOrdered() {
        ProcessInstance approval = waiting();

        tell("PurchaseRefused");

        assertThat(approval)
                .isEnded()
                .hasPassed("TellBuyersDecision", "PurchaseNotApproved")
                .hasNotPassed("OrderForBuyer");
        Assertions.assertThat(tell("PurchaseApproved")).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itLapsesWhenTheQuoteIsGoneOrTheValidityEnds(boolean quoteIsGone) {
        ProcessInstance approval = waiting();

        if (quoteIsGone) {
            tell("PurchaseVoided");
        } else {
            pass(Duration.ofDays(3));
            pass(Duration.ofDays(3));
            assertThat(approval).isWaitingAt("ApproverDecides");
            pass(Duration.ofDays(1));
        }

        assertThat(approval).isEnded().hasPassed("LapseBuyersApproval", "ApprovalLapsed");
        Assertions.assertThat(steps.played()).doesNotContain("orderForBuyer");
    }

    @Test
    void approversAreRemindedAndTheNextUnitIsAskedWhileTheDecisionStaysOpen() {
        ProcessInstance approval = waiting();

        pass(Duration.ofDays(2));
        assertThat(approval).isWaitingAt("ApproverDecides").hasPassed("EscalateBuyersApproval");
        Assertions.assertThat(steps.played()).doesNotContain("remindBuyersApprover");
        pass(Duration.ofDays(4));

        assertThat(approval).isWaitingAt("ApproverDecides").hasPassed("RemindBuyersApprover", "ApproverReminded");
        Assertions.assertThat(steps.played()).containsOnlyOnce("remindBuyersApprover", "escalateBuyersApproval");
    }

    @Test
    void whereTheQuoteWasNoLongerOpenBothAreTold() {
        steps.writes("completeApprovalLevel", Map.of("fullyApproved", true));
        steps.raises("orderForBuyer", "QUOTE_NOT_OPEN", "the quote is not open any more");
        ProcessInstance approval = waiting();

        tell("PurchaseApproved");

        assertThat(approval).isEnded().hasPassed("TellNothingOrdered", "NothingOrdered");
    }

    /** Escalates after two days, reminds after six, and the validity ends after seven. */
    private ProcessInstance waiting() {
        steps.writes(
                "askBuyersApprover",
                Map.of("approverReminderDue", in(Duration.ofDays(6)), "approverEscalationDue", in(Duration.ofDays(2))));
        return startAndRun(
                "buyer-approval",
                with("purchaseApprovalId", 5L, "quoteNumber", NUMBER, "validityEnds", in(Duration.ofDays(7))));
    }
}
