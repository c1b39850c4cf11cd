package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import io.tradeflow.credit.Exposures;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Goods are missing: what the stock planner decides, and what the buyer hears of it. */
@TradeflowTest
class ShortageTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";
    private static final String FORM = "fulfilment/decide-shortage";
    private static final String SHORT_SKU = "GV-200-CI";
    private static final String OTHER_SKU = "DP-050-PV";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Exposures exposures;

    private Api api;

    @BeforeEach
    void open() {
        api = new Api(port, "asha");
    }

    @Test
    void theOldSubmissionsStillWork() {
        Deal deal = shortOf("3");
        deal.complete("tara", FORM, Map.of("shortageDecision", "WAIT")).isAt("AWAITING_STOCK");
        review(deal);
        deal.complete("tara", FORM, Map.of("shortageDecision", "SHORT_CLOSE", "reason", "Discontinued by the foundry"));
        assertThat(deal.order().path("lines").path(0).path("shortClosed").decimalValue())
                .isEqualByComparingTo("3");
        assertThat(mails(deal, "shortage-decided:"))
                .hasSize(2)
                .last()
                .asString()
                .contains("will not be delivered", "Discontinued by the foundry");
    }

    @Test
    void theBuyerIsToldTheNewDateAndTheReviewWaitsForIt() {
        Deal deal = shortOf("4");
        LocalDate until = LocalDate.now(clock).plusDays(10);
        deal.complete("tara", FORM, Map.of("shortageDecision", "WAIT", "until", until.toString()));

        assertThat(mails(deal, "shortage-decided:")).singleElement().asString().contains("expected on");
        JsonNode line = deal.buyer()
                .get("/shortages?deal=" + deal.number())
                .path("lines")
                .path(0);
        assertThat(line.path("expectedOn").asText()).isEqualTo(until.toString());
        clock.advance(Duration.ofDays(9));
        deal.goOn();
        assertThat(deal.hasTask("tara", FORM)).isFalse();
        clock.advance(Duration.ofDays(2));
        deal.goOn();
        assertThat(deal.hasTask("tara", FORM)).isTrue();
    }

    @Test
    void aDecisionIsCheckedFieldByField() {
        Deal deal = shortOf("2");
        String task = deal.task("tara", FORM).path("id").asText();
        api.as("tara").post("/tasks/" + task + "/claim", null).with(200);
        refused(task, Map.of("shortageDecision", "PERHAPS"), "invalid-decision", "shortageDecision");
        refused(task, Map.of("shortageDecision", "SHORT_CLOSE"), "shortage-decision-invalid", "reason");
        refused(task, Map.of("shortageDecision", "PRODUCE"), "shortage-decision-invalid", "expectedOn");
        refused(
                task,
                Map.of("shortageDecision", "WAIT", "lines", "{\"1\":{\"choice\":\"SUBSTITUTE\",\"sku\":\"NO-SUCH\"}}"),
                "shortage-decision-invalid",
                "lines[1].sku");
        refused(
                task,
                Map.of("shortageDecision", "WAIT", "lines", "{\"9\":{\"choice\":\"CANCEL\"}}", "reason", "x"),
                "shortage-decision-invalid",
                "lines[9]");
        refused(
                task,
                Map.of(
                        "shortageDecision",
                        "WAIT",
                        "lines",
                        "{\"1\":{\"choice\":\"SUBSTITUTE\",\"sku\":\"GV-150-CI\",\"unitPrice\":\"1\"}}"),
                "shortage-decision-invalid",
                "lines[1].unitPrice");
    }

    @Test
    void anotherProductReplacesTheLineOnceTheBuyerAgrees() {
        Deal deal = shortOf("2");
        BigDecimal before = owed();
        deal.complete(
                "tara",
                FORM,
                Map.of(
                        "shortageDecision",
                        "WAIT",
                        "lines",
                        "{\"1\":{\"choice\":\"SUBSTITUTE\",\"sku\":\"" + substitute() + "\"}}"));
        JsonNode offer = deal.buyer()
                .get("/shortages?deal=" + deal.number())
                .path("offers")
                .path(0);
        assertThat(offer.path("status").asText()).isEqualTo("PROPOSED");
        assertThat(mails(deal, "shortage-decided:")).singleElement().asString().contains("instead, at", substitute());
        String path = "/substitutions/" + offer.path("id").asLong() + "/answer";
        api.as("hetal@sabarmati-traders.example")
                .post(path, Map.of("agrees", true))
                .problem(404, "not-found", null);
        api.as("ravi").post(path, Map.of("agrees", true)).problem(403, "not-yours-to-answer", null);

        deal.buyer().post(path, Map.of("agrees", true)).with(200);
        deal.buyer().post(path, Map.of("agrees", true)).problem(409, "offer-over", null);
        deal.goOn();

        JsonNode order = deal.order();
        JsonNode replaced = order.path("lines").path(0);
        JsonNode added = order.path("lines").path(order.path("lines").size() - 1);
        assertThat(replaced.path("shortClosed").decimalValue()).isEqualByComparingTo("2");
        assertThat(added.path("sku").asText()).isEqualTo(substitute());
        assertThat(added.path("quantity").decimalValue()).isEqualByComparingTo("2");
        assertThat(added.path("unitPrice").decimalValue())
                .isEqualByComparingTo(replaced.path("unitPrice").decimalValue());
        assertThat(owed()).isCloseTo(before, org.assertj.core.data.Offset.offset(new BigDecimal("1")));
        assertThat(exposures.reconcile()).isEmpty();
        dateDocumentsToday();
        deal.ship();
        JsonNode invoice = deal.invoices().path(deal.invoices().size() - 1);
        assertThat(invoice.path("lines").path(0).path("sku").asText()).isEqualTo(substitute());
        deal.isAt("AWAITING_PAYMENT").payAll().isAt("CLOSED");
        assertThat(exposures.reconcile()).isEmpty();
    }

    @Test
    void withANoThePlannerIsAskedAgain() {
        Deal deal = shortOf("2");
        deal.complete(
                "tara",
                FORM,
                Map.of(
                        "shortageDecision",
                        "WAIT",
                        "lines",
                        "{\"1\":{\"choice\":\"SUBSTITUTE\",\"sku\":\"" + substitute() + "\"}}"));
        assertThat(deal.hasTask("tara", FORM)).isFalse();
        long offer = deal.buyer()
                .get("/shortages?deal=" + deal.number())
                .path("offers")
                .path(0)
                .path("id")
                .asLong();

        api.as("asha")
                .post("/substitutions/" + offer + "/answer", Map.of("agrees", false, "note", "Wrong flange"))
                .with(200);
        deal.goOn();

        assertThat(deal.hasTask("tara", FORM)).isTrue();
        assertThat(deal.order().path("lines").path(0).path("shortClosed").decimalValue())
                .isZero();
    }

    @Test
    void whatIsProducedIsBookedInAndWakesTheOrder() {
        Deal deal = shortOf("5");
        LocalDate day = LocalDate.now(clock).plusDays(20);
        deal.complete("tara", FORM, Map.of("shortageDecision", "PRODUCE", "until", day.toString()));
        JsonNode request = ofDeal(deal);
        String path = "/production-requests/" + request.path("number").asText();
        assertThat(request.path("quantity").decimalValue()).isEqualByComparingTo("5");
        api.as("asha").post(path + "/start", null).problem(403, "plant-only", null);
        api.as("ravi").post(path + "/start", null).with(200);
        api.as("ravi")
                .post(path + "/new-date", Map.of("expectedOn", day.plusDays(7).toString()))
                .with(200);
        deal.goOn();
        assertThat(mails(deal, "production-moved:")).singleElement().asString().contains("now expects");
        assertThat(deal.buyer()
                        .get("/shortages?deal=" + deal.number())
                        .path("lines")
                        .path(0)
                        .path("expectedOn")
                        .asText())
                .isEqualTo(day.plusDays(7).toString());

        Map<String, Object> produced = Map.of("quantity", 200, "bin", "RCV-02");
        api.as("ravi").post(path + "/receipt", produced).with(200);
        api.as("ravi").post(path + "/receipt", produced).with(200);
        deal.goOn();

        assertThat(deal.as("ravi").get(path).path("status").asText()).isEqualTo("RECEIVED");
        dateDocumentsToday();
        deal.ship().isAt("AWAITING_PAYMENT");
        api.as("ravi").post(path + "/cancellation", Map.of("reason", "x")).problem(409, "production-over", null);
    }

    @Test
    void productionThatIsLateIsChased() {
        Deal deal = shortOf("1");
        deal.complete(
                "tara",
                FORM,
                Map.of(
                        "shortageDecision",
                        "PRODUCE",
                        "until",
                        LocalDate.now(clock).plusDays(3).toString()));
        clock.advance(Duration.ofDays(4));
        deal.goOn();
        LocalDate newDate = LocalDate.now(clock).plusDays(5);
        deal.complete("tara", "fulfilment/late-production", Map.of("newDate", newDate.toString()));
        assertThat(ofDeal(deal).path("expectedOn").asText()).isEqualTo(newDate.toString());
        assertThat(mails(deal, "production-moved:")).hasSize(1);
        api.as("tara")
                .post(
                        "/production-requests/" + ofDeal(deal).path("number").asText() + "/cancellation",
                        Map.of("reason", "The mould is broken"))
                .with(200);
        deal.goOn();
        assertThat(deal.hasTask("tara", "fulfilment/late-production")).isFalse();
    }

    @Test
    void aReceiptWakesExactlyTheDealsThatWaitForTheProduct() {
        drain(OTHER_SKU);
        drain("ES-100-250-CI");
        Deal first = order(OTHER_SKU, "2");
        Deal second = order(OTHER_SKU, "2");
        Deal other = order("ES-100-250-CI", "1");
        List.of(first, second, other).forEach(deal -> deal.isAt("AWAITING_STOCK"));

        receive(OTHER_SKU, "3");
        List.of(first, second, other).forEach(Deal::goOn);

        assertThat(first.shipments()).hasSize(1);
        assertThat(first.shipments()
                        .path(0)
                        .path("lines")
                        .path(0)
                        .path("planned")
                        .decimalValue())
                .isEqualByComparingTo("2");
        assertThat(second.shipments()
                        .path(0)
                        .path("lines")
                        .path(0)
                        .path("planned")
                        .decimalValue())
                .isEqualByComparingTo("1");
        assertThat(other.shipments()).isEmpty();
        other.isAt("AWAITING_STOCK");
    }

    /** Invoices are numbered in the order of their dates: one of a later day would stand in the way of every other test. */
    private void dateDocumentsToday() {
        clock.reset();
    }

    private String substitute() {
        return "GV-150-CS";
    }

    private BigDecimal owed() {
        return exposures.of("SAHYADRI-AGRO", "INR").total().amount();
    }

    /** A deal whose only line lacks this much, at the planner's desk. */
    private Deal shortOf(String quantity) {
        drain(SHORT_SKU);
        Deal deal = order(SHORT_SKU, quantity).isAt("AWAITING_STOCK");
        return review(deal);
    }

    private Deal review(Deal deal) {
        clock.advance(Duration.ofDays(3).plusMinutes(1));
        return deal.goOn();
    }

    private Deal order(String sku, String quantity) {
        Deal deal = Deal.inquire(api, jobs, PRIYA, sku, quantity);
        for (String approver : List.of("tara", "meera", "vikram")) {
            while (deal.hasTask(approver, "approval/decide")) {
                deal.approve(approver);
            }
        }
        return deal.accept();
    }

    /** Nothing of the product is free any more. */
    private void drain(String sku) {
        jdbc.sql(
                        """
                        with free as (
                            select id, on_hand - allocated - held - quarantined as quantity from stock_balance where sku = :sku
                        ), booked as (
                            insert into stock_ledger (balance_id, kind, on_hand_change, allocated_change, held_change,
                                quarantined_change, reason, booked_at)
                            select id, 'COUNT', -quantity, 0, 0, 0, 'drained for a test', now() from free where quantity > 0
                        )
                        update stock_balance b set on_hand = b.on_hand - free.quantity from free where free.id = b.id""")
                .param("sku", sku)
                .update();
    }

    private void receive(String sku, String quantity) {
        api.as("ravi")
                .post(
                        "/stock-receipts",
                        Map.of(
                                "reference",
                                "GRN-" + UUID.randomUUID().toString().substring(0, 8),
                                "warehouseCode",
                                "PUN",
                                "lines",
                                List.of(Map.of("sku", sku, "quantity", new BigDecimal(quantity), "bin", "RCV-01"))))
                .with(201);
    }

    private JsonNode ofDeal(Deal deal) {
        for (JsonNode request : api.as("tara").get("/production-requests?all=true")) {
            if (request.path("dealNumber").asText().equals(deal.number())) {
                return request;
            }
        }
        throw new AssertionError("Nothing is produced for " + deal.number());
    }

    private List<String> mails(Deal deal, String key) {
        return jdbc.sql("select body from mail where deal_number = :deal and key like :key || '%' order by id")
                .param("deal", deal.number())
                .param("key", key)
                .query(String.class)
                .list();
    }

    private void refused(String task, Map<String, Object> variables, String slug, String field) {
        api.as("tara")
                .post("/tasks/" + task + "/completion", Map.of("variables", variables))
                .problem(422, slug, field);
    }
}
