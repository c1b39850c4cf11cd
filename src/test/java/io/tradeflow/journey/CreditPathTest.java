package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import io.tradeflow.access.Visitor;
import io.tradeflow.credit.Bucket;
import io.tradeflow.credit.ExposureRow;
import io.tradeflow.credit.Exposures;
import io.tradeflow.engine.TakenDecisions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a buyer owes, followed through a whole deal on the real models. */
@TradeflowTest
class CreditPathTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";
    private static final String HETAL = "hetal@sabarmati-traders.example";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    Exposures exposures;

    @Autowired
    TakenDecisions decisions;

    @Test
    void exposureFollowsTheOrderUntilItIsPaid() {
        Deal deal = Deal.inquire(new Api(port, PRIYA), jobs, PRIYA, "CP-010-CI", "2");
        assertThat(open(deal)).isEmpty();

        deal.accept();
        BigDecimal total = deal.order().path("grandTotal").decimalValue();
        assertThat(open(deal)).singleElement().satisfies(row -> {
            assertThat(row.bucket()).isEqualTo(Bucket.CONFIRMED);
            assertThat(row.amount().amount()).isEqualByComparingTo(total);
        });

        deal.ship();
        assertThat(open(deal)).singleElement().satisfies(row -> {
            assertThat(row.bucket()).isEqualTo(Bucket.RECEIVABLE);
            assertThat(row.number())
                    .isEqualTo(deal.invoices().path(0).path("number").asText());
            assertThat(row.amount().amount()).isEqualByComparingTo(total);
            assertThat(row.dueOn()).isNotNull();
        });

        deal.payAll().isAt("CLOSED");
        assertThat(open(deal)).isEmpty();
        assertThat(exposures.reconcile()).isEmpty();
    }

    @Test
    void aCancelledOrderIsOwedNoMore() throws Exception {
        Deal deal = Deal.inquire(new Api(port, PRIYA), jobs, PRIYA, "CP-010-CI", "2")
                .accept();
        assertThat(open(deal)).isNotEmpty();
        whoAllowsTooLittleIsToldSo(deal);

        deal.as("asha")
                .post("/deals/" + deal.number() + "/cancellation", Map.of("reason", "Ordered twice"))
                .with(204);

        assertThat(open(deal)).isEmpty();
        assertThat(exposures.reconcile()).isEmpty();
    }

    private void whoAllowsTooLittleIsToldSo(Deal deal) throws Exception {
        String account = "/desk/credit/SAHYADRI-AGRO/INR";
        BigDecimal limit = exposures.of("SAHYADRI-AGRO", "INR").limit().amount();
        Visitor farid = Visitor.signedIn(port, "farid");
        farid.form(account + "/limit", "amount=1&reason=Below+what+is+owed");
        assertThat(farid.get(account).body()).contains("The limit is set.");
        farid.form(
                account + "/overrides",
                "orderNumber=" + deal.order().path("number").asText()
                        + "&ceiling=1&validUntil=2999-12-31&overrideReason=Too+little");
        assertThat(farid.get(account).body()).contains("of that are not covered", "over its limit now", "Too little");
        farid.form(account + "/limit", "amount=" + limit.toPlainString() + "&reason=As+it+was");
        assertThat(exposures.of("SAHYADRI-AGRO", "INR").limit().amount()).isEqualByComparingTo(limit);
    }

    @Test
    void anApproverReadsAllThatIsDecidedOnAndOthersDoNot() {
        Deal deal = Deal.inquire(new Api(port, HETAL), jobs, HETAL, "CP-010-CI", "3");
        String id = deal.task("meera", "approval/decide")
                .path("references")
                .path("approvalId")
                .asText();

        JsonNode found = deal.as("meera").get("/approval-cases/" + id);

        assertThat(found.path("quote").path("number")).isEqualTo(deal.quote().path("number"));
        assertThat(found.path("current").asBoolean()).isTrue();
        assertThat(found.has("decision")).isFalse();
        assertThat(found.path("rules").path(0).asText()).contains("10 %");
        assertThat(found.path("lines").path(0).path("asksFor").path(0).asText())
                .isEqualTo("More than 10 % off a single line");
        assertThat(found.path("lines").path(0).path("missing").decimalValue()).isEqualByComparingTo("0");
        assertThat(found.path("credit").path("thisQuote").decimalValue())
                .isEqualByComparingTo(deal.quote().path("grandTotal").decimalValue());
        assertThat(found.path("credit").path("limit").decimalValue()).isEqualByComparingTo("10000000");
        assertThat(found.path("totals").path("margin").isNumber()).isTrue();
        deal.as("ravi").tryGet("/approval-cases/" + id).problem(403, "approvers-only", null);
        deal.as("ravi").tryGet("/approval-cases/" + id + "/decision").problem(403, "approvers-only", null);
        assertThat(deal.buyer().tryGet("/approval-cases/" + id).status()).isEqualTo(403);
        deal.as("meera").tryGet("/approval-cases/0").problem(404, "not-found", null);

        deal.approve("meera");

        assertThat(deal.as("meera")
                        .get("/approval-cases/" + id + "/decision")
                        .path("decidedBy")
                        .asText())
                .isEqualTo("Meera Kulkarni");
    }

    @Test
    void whatTheSegmentTableSaidIsKeptWithItsRule() {
        Deal deal = Deal.inquire(new Api(port, PRIYA), jobs, PRIYA, "CP-010-CI", "2");

        List<TakenDecisions.Taken> taken = decisions.of(deal.number(), "customer-segment");

        assertThat(taken).singleElement().satisfies(decision -> {
            assertThat(decision.inputs()).containsEntry("Business category", "DISTRIBUTOR");
            assertThat(decision.outputs()).containsEntry("segment", "TRADE");
            assertThat(decision.rules()).singleElement().satisfies(rule -> {
                assertThat(rule.number()).isPositive();
                assertThat(rule.annotation()).isNotBlank();
            });
        });
    }

    private List<ExposureRow> open(Deal deal) {
        return exposures.rows("SAHYADRI-AGRO", "INR").stream()
                .filter(row -> row.dealNumber().equals(deal.number()))
                .toList();
    }
}
