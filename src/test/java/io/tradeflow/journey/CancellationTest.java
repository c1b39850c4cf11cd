package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A deal is cancelled with what it undoes in sight, or what of it has not been picked; money that came in advance goes back. */
@TradeflowTest
class CancellationTest {

    private static final String SAVITA = "savita@gramjal-shirur.example";
    private static final String PRIYA = "priya@sahyadri-agro.example";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Api api;

    @BeforeEach
    void open() {
        api = new Api(port, "asha");
    }

    @Test
    void whatIsUndoneIsReadFirstAndTheAdvanceIsPaidBack() {
        Deal deal = approved(Deal.inquire(api, jobs, SAVITA, "SP-4-010", "2")).accept();
        JsonNode order = deal.order();
        BigDecimal advance = order.path("advance").decimalValue();
        api.as("farid").post("/payments", advance(order)).with(201);
        deal.goOn().isAt("IN_FULFILMENT");
        String path = "/deals/" + deal.number() + "/cancellation";

        JsonNode preview = api.get(path);
        assertThat(preview.path("possible").asBoolean()).isTrue();
        assertThat(preview.findValuesAsText("kind")).contains("ORDER", "CREDIT", "STOCK", "SHIPMENT", "REFUND", "MAIL");
        JsonNode forBuyer = deal.buyer().get(path);
        assertThat(forBuyer.toString())
                .contains("that you have paid in advance")
                .doesNotContain("PUN", "finance gets");
        assertThat(api.get("/refunds?deal=" + deal.number()))
                .as("reading undoes nothing")
                .isEmpty();

        api.post(path, Map.of("reason", "The well is dry")).with(204);
        deal.goOn().isAt("CANCELLED");

        JsonNode refund = deal.buyer().get("/refunds?deal=" + deal.number()).path(0);
        assertThat(refund.path("amount").decimalValue()).isEqualByComparingTo(advance);
        assertThat(unapplied(order.path("number").asText())).isZero();
        assertThat(jdbc.sql("select body from mail where key = :key")
                        .param("key", "order-cancelled:" + order.path("number").asText())
                        .query(String.class)
                        .single())
                .contains("The well is dry", "paid back");
        api.as("farid")
                .post(
                        "/tasks/" + claimed(deal) + "/completion",
                        Map.of("variables", Map.of("paidOn", "2019-01-01", "mode", "NEFT", "reference", " ")))
                .problem(422, "refund-invalid", "reference");
        deal.complete(
                "farid",
                "payment/pay-back",
                Map.of("paidOn", LocalDate.now(clock).toString(), "mode", "NEFT", "reference", "UTR-" + deal.number()));
        assertThat(api.get("/refunds?deal=" + deal.number())
                        .path(0)
                        .path("reference")
                        .asText())
                .isEqualTo("UTR-" + deal.number());
        assertThat(api.get(path).path("possible").asBoolean()).as("it is over").isFalse();

        api.as("farid").post("/payments", advance(order)).with(201);
        assertThat(api.get("/refunds?deal=" + deal.number()))
                .as("a transfer that comes after cancelling")
                .hasSize(2);
        assertThat(deal.hasTask("farid", "payment/pay-back")).isTrue();
    }

    private String claimed(Deal deal) {
        String id = deal.task("farid", "payment/pay-back").path("id").asText();
        api.as("farid").post("/tasks/" + id + "/claim", null).with(200);
        return id;
    }

    @Test
    void whatHasNotBeenPickedIsCancelledWhereGoodsHaveLeft() {
        String sku = product();
        receive(sku, "2");
        Deal deal = approved(Deal.inquire(api, jobs, PRIYA, sku, "5")).accept();
        deal.ship().isAt("AWAITING_STOCK");
        BigDecimal invoiced = deal.openItems().path(0).path("amount").decimalValue();
        String path = "/deals/" + deal.number() + "/cancellation";
        api.post(path, Map.of("reason", "Too late")).problem(409, "goods-dispatched", null);
        assertThat(api.get(path).path("restPossible").asBoolean()).isTrue();
        api.as("ravi").post(path + "/rest", Map.of("reason", "Too late")).problem(403, "sales-only", null);

        api.post(path + "/rest", Map.of("reason", "Too late")).with(204);
        deal.goOn();

        JsonNode line = deal.order().path("lines").path(0);
        assertThat(line.path("shortClosed").decimalValue()).isEqualByComparingTo("3");
        assertThat(api.as("tara").get("/backorders?sku=" + sku)).isEmpty();
        assertThat(deal.stage()).isEqualTo("AWAITING_PAYMENT");
        api.post(path + "/rest", Map.of("reason", "Again")).problem(409, "nothing-to-cancel", null);
        assertThat(deal.openItems().path(0).path("amount").decimalValue()).isEqualByComparingTo(invoiced);
        deal.payAll().isAt("CLOSED");
    }

    /** Allocated, then held before its pick list is released: the list waits, and a smaller quantity gives goods back. */
    @Test
    void aHeldOrderReleasesNoPickListAndASmallerOneGivesGoodsBack() {
        String sku = product();
        receive(sku, "10");
        Deal deal = Deal.inquire(api, jobs, PRIYA, sku, "10");
        JsonNode quote = deal.quote();
        deal.buyer()
                .post(
                        "/quotes/" + quote.path("number").asText() + "/acceptance",
                        Map.of("revision", quote.path("revision").asInt(), "poNumber", "PO-" + UUID.randomUUID()))
                .with(200);
        while (deal.shipments().isEmpty()) {
            jobs.runOnce(deal.number());
        }
        String order = deal.order().path("number").asText();
        api.post("/orders/" + order + "/holds", Map.of("reason", "SPECIFICATION", "because", "Drawing is missing"))
                .with(201);
        deal.goOn();
        assertThat(deal.shipments().path(0).path("status").asText()).isEqualTo("PLANNED");
        assertThat(deal.hasTask("ravi", "fulfilment/pick")).isFalse();

        api.post(
                        "/orders/" + order + "/changes",
                        Map.of(
                                "lines", List.of(Map.of("lineNo", 1, "quantity", 9)),
                                "added", List.of(),
                                "reason", "One is enough less"))
                .with(201);
        deal.goOn();
        for (String approver : List.of("meera", "vikram", "farid")) {
            while (deal.hasTask(approver, "amendment/approve-change")) {
                deal.complete(approver, "amendment/approve-change", Map.of("decision", "APPROVED"));
            }
        }
        deal.goOn();
        assertThat(deal.order().path("lines").path(0).path("quantity").decimalValue())
                .isEqualByComparingTo("9");
        assertThat(api.as("tara").get("/orders/" + order + "/allocation").path("allocations"))
                .as("all of it is back while the order is held")
                .isEmpty();

        long hold = api.get("/orders/" + order + "/holds").path(0).path("id").asLong();
        api.as("meera")
                .post("/orders/" + order + "/holds/" + hold + "/release", Map.of("reason", "It is here"))
                .with(200);
        deal.goOn();
        assertThat(deal.hasTask("ravi", "fulfilment/pick")).isTrue();
        assertThat(api.as("tara")
                        .get("/orders/" + order + "/allocation")
                        .path("allocations")
                        .path(0)
                        .path("quantity")
                        .asInt())
                .isEqualTo(9);
    }

    private static Deal approved(Deal deal) {
        for (String approver : List.of("tara", "meera", "vikram")) {
            while (deal.hasTask(approver, "approval/decide")) {
                deal.approve(approver);
            }
        }
        return deal;
    }

    private Map<String, Object> advance(JsonNode order) {
        return Map.of(
                "buyerCode", order.path("buyerCode").asText(),
                "orderNumber", order.path("number").asText(),
                "amount", order.path("advance").decimalValue(),
                "currency", order.path("currency").asText(),
                "mode", "UPI",
                "reference", "UPI-" + UUID.randomUUID().toString().substring(0, 8),
                "receivedOn", LocalDate.now(clock).toString());
    }

    /** What is left of the order's money in the buyer's exposure. */
    private BigDecimal unapplied(String order) {
        return jdbc.sql("select coalesce(sum(amount - applied - refunded), 0) from receipt where order_number = :order")
                .param("order", order)
                .query(BigDecimal.class)
                .single();
    }

    private String product() {
        String sku = "T-CNC-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);
        bringIn("products", "sku,name,family,hsn,cost\n" + sku + ",Gland packing,Gaskets,84818030,10\n");
        bringIn(
                "prices",
                "level,owner,sku,currency,fromQuantity,unitPrice,validFrom\nBASE,," + sku
                        + ",INR,1,2500.00,2026-04-01\n");
        return sku;
    }

    private void bringIn(String kind, String file) {
        Api meera = new Api(port, "meera");
        long id = meera.postCsv("/imports?kind=" + kind, file)
                .with(202)
                .json()
                .path("id")
                .asLong();
        jobs.runDue("IMPORT-" + id);
        meera.post("/imports/" + id + "/approval", null).with(202);
        jobs.runDue("IMPORT-" + id);
    }

    private void receive(String sku, String quantity) {
        new Api(port, "ravi")
                .post(
                        "/stock-receipts",
                        Map.of(
                                "reference",
                                "GRN-" + UUID.randomUUID().toString().substring(0, 8),
                                "warehouseCode",
                                "PUN",
                                "lines",
                                List.of(Map.of("sku", sku, "quantity", quantity))))
                .with(201);
    }
}
