package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** credit-review.bpmn and credit-reaction.dmn: what credit says, and how a held order comes free. */
class CreditReviewProcessTest extends ProcessTest {

    @BeforeEach
    void deployReview() {
        deploy("ordering/credit-review.bpmn", "credit/credit-reaction.dmn");
    }

    @Test
    void anOrderOfABuyerWithinItsLimitIsReleased() {
        steps.writes("checkCredit", with("creditExcessPercent", 0d, "creditOverdueDays", 0));
        steps.judges("stillHeld", false);

        assertThat(review()).isEnded().hasPassed("ReleaseFreedHold", "OrderGoesOn");
    }

    @Test
    void anOrderOfABuyerFarAboveItsLimitStaysHeld() {
        steps.writes("checkCredit", with("creditExcessPercent", 10.1d, "creditOverdueDays", 0));
        steps.judges("stillHeld", true);

        assertThat(review()).isEnded().hasPassed("OrderStaysHeld").hasNotPassed("ReleaseFreedHold");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CONFIRMATION, TRADE,       0,     0,  ''",
                "CONFIRMATION, TRADE,       0.1,   0,  WARN/CREDIT_LIMIT",
                "CONFIRMATION, TRADE,       10,    0,  WARN/CREDIT_LIMIT",
                "CONFIRMATION, TRADE,       10.1,  0,  HOLD/CREDIT_LIMIT",
                "RELEASE,      TRADE,       10.1,  0,  HOLD/CREDIT_LIMIT",
                "REPLACEMENT,  TRADE,       900,   99, ''",
                "CONFIRMATION, TRADE,       0,     99, ''",
                "RELEASE,      TRADE,       0,     30, ''",
                "RELEASE,      TRADE,       0,     31, WARN/OVERDUE_INVOICES",
                "RELEASE,      TRADE,       0,     60, WARN/OVERDUE_INVOICES",
                "RELEASE,      TRADE,       0,     61, HOLD/OVERDUE_INVOICES",
                "RELEASE,      INSTITUTION, 0,     90, ''",
                "RELEASE,      INSTITUTION, 0,     91, WARN/OVERDUE_INVOICES",
                "RELEASE,      TRADE,       50,    61, HOLD/CREDIT_LIMIT HOLD/OVERDUE_INVOICES",
            })
    void creditPassesWarnsOrHolds(String stage, String segment, double excess, int overdue, String reactions) {
        String said = Tables.table(
                        "credit/credit-reaction",
                        with(
                                "creditStage", stage,
                                "segment", segment,
                                "creditExcessPercent", excess,
                                "creditOverdueDays", overdue))
                .getResultList()
                .stream()
                .map(row -> row.get("reaction") + "/" + row.get("reason"))
                .collect(Collectors.joining(" "));

        Assertions.assertThat(said).isEqualTo(reactions);
    }

    private ProcessInstance review() {
        return startAndRun(
                "credit-review",
                with("orderNumber", "SO-2627-000003", "holdId", 7L, "segment", "TRADE", "creditStage", "RELEASE"));
    }
}
