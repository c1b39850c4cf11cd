package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** quotation.bpmn: the approvals between pricing and sending. */
class QuoteApprovalProcessTest extends QuotationScene {

    @Test
    void eachKindOfApprovalIsAskedForAtTheSameTime() {
        steps.lists("openApprovals", List.of(11L, 12L));
        ProcessInstance quotation = quoteWithin(30.0);

        Assertions.assertThat(running("approval")).isEqualTo(2);
        steps.writes("sumUpApprovals", Map.of("approvalOutcome", "APPROVED"));
        finish("approval", Map.of());
        runJobs();
        assertThat(quotation).isWaitingAt("Approvals");
        finish("approval", Map.of());
        runJobs();

        assertThat(quotation).isWaitingAt("BuyerAnswer").hasPassed("SumUpApprovals");
    }

    @Test
    void anApprovalIsHandedTheFactsOfTheQuote() {
        steps.lists("openApprovals", List.of(11L));
        quoteWithin(18.0);

        Assertions.assertThat(handedTo("approval"))
                .containsEntry("approvalId", 11L)
                .containsEntry("quoteNumber", NUMBER)
                .containsEntry("buyerName", "Sahyadri Agro")
                .containsEntry("quoteValue", 420000.0)
                .containsEntry("discountPercent", 18.0)
                .containsEntry("worstLineDiscount", 18.0)
                .containsEntry("marginPercent", 22.0);
    }

    @Test
    void whatWasApprovedAlreadyIsNotAskedForAgain() {
        steps.lists("openApprovals", List.of());
        steps.writes("sumUpApprovals", Map.of("approvalOutcome", "APPROVED"));
        ProcessInstance quotation = quoteWithin(18.0);

        assertThat(quotation).isWaitingAt("BuyerAnswer").hasPassed("SumUpApprovals");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REJECTED", "SENT_BACK", "NEW_OUTCOME"})
    void whatIsNotApprovedComesBackToTheSalesDesk(String outcome) {
        ProcessInstance quotation = rejected(outcome);

        assertThat(quotation).isWaitingAt("ReworkQuote").hasNotPassed("RenderQuote", "SendQuote");
        complete(Map.of("reworkDecision", "RESUBMIT"));
        assertThat(quotation).isWaitingAt("Approvals");
    }

    @Test
    void aWithdrawnQuoteEndsTheQuotation() {
        ProcessInstance quotation = rejected("REJECTED");

        complete(Map.of("reworkDecision", "WITHDRAW"));

        assertThat(quotation).isEnded().hasPassed("WithdrawQuote", "QuoteWithdrawn");
        Assertions.assertThat(variable(quotation, "quoteOutcome")).isEqualTo("WITHDRAWN");
    }

    private ProcessInstance rejected(String outcome) {
        steps.lists("openApprovals", List.of(11L));
        steps.writes("sumUpApprovals", Map.of("approvalOutcome", outcome));
        ProcessInstance quotation = quoteWithin(18.0);
        finish("approval", Map.of());
        runJobs();
        return quotation;
    }
}
