package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import io.tradeflow.access.Visitor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An order that is held gets no stock before somebody who may has released it. */
@TradeflowTest
class OrderHoldTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    private Api api;

    @BeforeEach
    void open() {
        api = new Api(port, "asha");
    }

    @Test
    void whatStaffHoldWaitsForItsOwnerAndThenGoesOn() throws Exception {
        Deal deal = confirmed();
        String order = deal.order().path("number").asText();
        hold("asha", order, "CREDIT").with(201);
        deal.goOn();

        assertThat(deal.shipments()).isEmpty();
        assertThat(deal.hasTask("farid", "ordering/release-hold")).isTrue();
        assertThat(deal.hasTask("asha", "ordering/release-hold")).isFalse();
        assertThat(Visitor.signedIn(port, PRIYA).get("/portal/orders/" + order).body())
                .contains("We are checking your order")
                .doesNotContain("overdue invoice of May");
        assertThat(Visitor.signedIn(port, "asha").get("/desk/orders/" + order).body())
                .contains("overdue invoice of May", "Held", "finance");

        deal.complete("farid", "ordering/release-hold", Map.of("releaseReason", "Paid this morning"));

        assertThat(deal.stage()).isEqualTo("IN_FULFILMENT");
        assertThat(deal.shipments()).isNotEmpty();
        JsonNode held = api.get("/orders/" + order + "/holds").path(0);
        assertThat(held.path("endedBy").asText()).isEqualTo("Farid Khan");
        assertThat(held.path("endReason").asText()).isEqualTo("Paid this morning");
    }

    @Test
    void aReleaseOnThePageEndsTheTaskAndWakesTheOrderOnlyWhenNothingElseHolds() throws Exception {
        Deal deal = confirmed();
        String order = deal.order().path("number").asText();
        long credit = hold("asha", order, "CREDIT").with(201).json().path("id").asLong();
        long quality =
                hold("lata", order, "QUALITY").with(201).json().path("id").asLong();
        deal.goOn();

        Visitor.signedIn(port, "farid")
                .form("/desk/orders/" + order + "/holds/" + credit + "/release", "releaseReason=paid+in+full");
        deal.goOn();
        assertThat(deal.hasTask("farid", "ordering/release-hold")).isFalse();
        assertThat(deal.shipments()).isEmpty();

        deal.as("vikram")
                .post("/orders/" + order + "/holds/" + quality + "/release", Map.of("reason", "Certificates are here"))
                .with(200);
        deal.goOn();
        assertThat(deal.shipments()).isNotEmpty();
    }

    @Test
    void nobodyReleasesWhatIsNotTheirsNorTwiceNorHoldsTheSameTwice() {
        Deal deal = confirmed();
        String order = deal.order().path("number").asText();
        long id = hold("asha", order, "CREDIT").with(201).json().path("id").asLong();
        String release = "/orders/" + order + "/holds/" + id + "/release";
        Map<String, Object> why = Map.of("reason", "They promised to pay");

        hold("asha", order, "CREDIT").problem(409, "already-held", null);
        hold("ravi", order, "CREDIT").problem(403, "hold-not-allowed", null);
        api.as("asha").post(release, why).problem(403, "release-not-allowed", null);
        api.as("farid").post(release, why).with(200);
        api.as("farid").post(release, why).problem(409, "hold-ended", null);
        api.as("farid")
                .post("/orders/SO-2627-999999/holds/" + id + "/release", why)
                .problem(404, "not-found", null);
    }

    @Test
    void anOrderFarAboveTheLimitWaitsForAnOverrideOrForMoney() throws Exception {
        Deal first = confirmed();
        String account = "/desk/credit/SAHYADRI-AGRO/INR";
        String order = first.order().path("number").asText();
        Visitor farid = Visitor.signedIn(port, "farid");
        try {
            farid.form(account + "/limit", "amount=1000&reason=Two+cheques+were+returned");
            first.goOn();

            assertThat(first.hasTask("farid", "ordering/release-hold")).isTrue();
            JsonNode hold = api.get("/orders/" + order + "/holds").path(0);
            assertThat(hold.path("reason").asText()).isEqualTo("CREDIT_LIMIT");
            BigDecimal over = hold.path("overLimit").decimalValue();
            assertThat(over).isGreaterThan(new BigDecimal("1000"));
            assertThat(farid.get("/desk/orders/" + order).body()).contains("Allowed above the limit, now exceeded by");
            String release = "/orders/" + order + "/holds/" + hold.path("id").asLong() + "/release";
            api.as("farid")
                    .post(release, Map.of("reason", "They will pay"))
                    .problem(422, "override-missing", "overrideCeiling");
            api.as("farid")
                    .post(release, override(over.subtract(BigDecimal.ONE), LocalDate.now()))
                    .problem(422, "override-too-low", "overrideCeiling");
            api.as("farid")
                    .post(release, override(over, LocalDate.now().minusDays(2)))
                    .problem(422, "invalid-credit-override", "validUntil");

            // more may be owed again: nobody has to release it
            farid.form(account + "/limit", "amount=900000000&reason=The+bank+guarantees");
            first.goOn();

            assertThat(first.hasTask("farid", "ordering/release-hold")).isFalse();
            assertThat(first.shipments()).isNotEmpty();
            assertThat(api.get("/orders/" + order + "/holds")
                            .path(0)
                            .path("endReason")
                            .asText())
                    .isEqualTo("The buyer's credit allows the order");

            farid.form(account + "/limit", "amount=1000&reason=The+guarantee+ended");
            Deal second = confirmed();
            second.goOn();
            String other = second.order().path("number").asText();
            assertThat(second.shipments()).as("approved with the quote").isNotEmpty();
            assertThat(farid.get(account).body()).contains("Allowed above the limit", other, "Approved with QTN");
        } finally {
            farid.form(account + "/limit", "amount=20000000&reason=As+before");
        }
    }

    private static Map<String, Object> override(BigDecimal ceiling, LocalDate until) {
        return Map.of("reason", "They will pay", "overrideCeiling", ceiling, "overrideUntil", until.toString());
    }

    @Test
    void cancellingTheDealEndsItsHolds() {
        Deal deal = confirmed();
        String order = deal.order().path("number").asText();
        hold("asha", order, "BUYER_ASKED").with(201);
        deal.goOn();

        deal.as("meera")
                .post("/deals/" + deal.number() + "/cancellation", Map.of("reason", "No longer wanted"))
                .with(204);
        deal.goOn();

        assertThat(deal.stage()).isEqualTo("CANCELLED");
        assertThat(deal.hasTask("asha", "ordering/release-hold")).isFalse();
        assertThat(api.get("/orders/" + order + "/holds")
                        .path(0)
                        .path("endReason")
                        .asText())
                .isEqualTo("The order was cancelled");
    }

    /** Confirmed, and not yet looked for stock. */
    private Deal confirmed() {
        Deal deal = Deal.inquire(api, jobs, PRIYA, "BV-025-SS", "5");
        for (String approver : new String[] {"vikram", "meera", "farid", "tara", "vikram"}) {
            while (deal.hasTask(approver, "approval/decide")) {
                deal.approve(approver);
            }
        }
        deal.isAt("WITH_BUYER");
        JsonNode quote = deal.quote();
        deal.buyer()
                .post(
                        "/quotes/" + quote.path("number").asText() + "/acceptance",
                        Map.of(
                                "revision",
                                quote.path("revision").asInt(),
                                "poNumber",
                                "PO-" + java.util.UUID.randomUUID()))
                .with(200);
        while (deal.order().isMissingNode()) {
            jobs.runOnce(deal.number());
        }
        return deal;
    }

    private Api.Answer hold(String by, String order, String reason) {
        return api.as(by)
                .post("/orders/" + order + "/holds", Map.of("reason", reason, "because", "The overdue invoice of May"));
    }
}
