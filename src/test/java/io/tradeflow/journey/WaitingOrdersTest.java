package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders that wait for stock are served in turn, and planners may change it. */
@TradeflowTest
class WaitingOrdersTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Test
    void aPlannerLetsAnOrderPassAndItGetsWhatComesIn() {
        String sku = product();
        Deal older = ordered(sku);
        Deal urgent = ordered(sku);
        Api tara = new Api(port, "tara");
        assertThat(orders(tara.get("/backorders?sku=" + sku))).containsExactly(number(older), number(urgent));

        tara.put("/orders/" + number(urgent) + "/allocation-priority", Map.of("priority", 120))
                .problem(422, "invalid-priority", "priority");
        new Api(port, "asha")
                .put(
                        "/orders/" + number(urgent) + "/allocation-priority",
                        Map.of("priority", 90, "reason", "Plant stands still"))
                .problem(403, "planners-only", null);
        tara.put(
                        "/orders/" + number(urgent) + "/allocation-priority",
                        Map.of("priority", 90, "reason", "Plant stands still"))
                .with(200);

        assertThat(orders(tara.get("/backorders?sku=" + sku))).containsExactly(number(urgent), number(older));
        receive(sku, "4");
        older.goOn();
        urgent.goOn();
        JsonNode served = tara.get("/orders/" + number(urgent) + "/allocation");
        assertThat(served.path("allocations").path(0).path("quantity").asInt()).isEqualTo(4);
        assertThat(served.path("runs")
                        .path(0)
                        .path("options")
                        .path(0)
                        .path("chosen")
                        .asBoolean())
                .isTrue();
        assertThat(tara.get("/orders/" + number(older) + "/allocation").path("allocations"))
                .isEmpty();
        assertThat(urgent.stage()).isEqualTo("IN_FULFILMENT");
        assertThat(older.stage()).isEqualTo("AWAITING_STOCK");

        receive(sku, "4");
        older.goOn();
        assertThat(older.stage()).isEqualTo("IN_FULFILMENT");
        assertThat(tara.get("/backorders?sku=" + sku)).isEmpty();
    }

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Test
    void aPlannerGivesGoodsNobodyHasBegunToPickToAnotherOrder() {
        String sku = product();
        receive(sku, "4");
        Deal giver = Deal.inquire(new Api(port, "asha"), jobs, PRIYA, sku, "4")
                .accept()
                .isAt("IN_FULFILMENT");
        Deal taker = ordered(sku);
        Api tara = new Api(port, "tara");
        LocalDate comes = LocalDate.now(clock).plusDays(10);
        tara.post(
                        "/expected-receipts",
                        Map.of(
                                "reference",
                                "PO-" + sku,
                                "warehouseCode",
                                "PUN",
                                "source",
                                "PURCHASE",
                                "expectedOn",
                                comes.toString(),
                                "lines",
                                List.of(Map.of("sku", sku, "quantity", 4))))
                .with(201);
        String path = "/orders/" + number(giver) + "/reallocations";
        Map<String, Object> wish =
                Map.of("toOrder", number(taker), "sku", sku, "quantity", 3, "reason", "Their plant stands still");
        new Api(port, "asha").post(path, wish).problem(403, "planners-only", null);
        tara.post(path, Map.of("toOrder", number(giver), "sku", sku, "quantity", 3))
                .problem(422, "reallocation-invalid", "toOrder");

        tara.post(path, wish).with(201);
        giver.goOn();
        taker.goOn();

        assertThat(allocated(giver)).isEqualTo(1);
        assertThat(allocated(taker)).isEqualTo(3);
        assertThat(taker.hasTask("ravi", "fulfilment/pick")).isTrue();
        JsonNode waits = tara.get("/orders/" + number(giver) + "/allocation")
                .path("waiting")
                .path(0);
        assertThat(waits.path("quantity").asInt()).isEqualTo(3);
        assertThat(LocalDate.parse(waits.path("expectedOn").asText())).isAfterOrEqualTo(comes);
        assertThat(jdbc.sql("select body from mail where key like 'reallocated:%' and deal_number = :deal")
                        .param("deal", giver.number())
                        .query(String.class)
                        .single())
                .contains("come later", "line 1: expected on");
        assertThat(tara.get(path).path(0).path("reason").asText()).isEqualTo("Their plant stands still");
        assertThat(taker.buyer().get("/deals/" + giver.number() + "/timeline").toString())
                .contains("come later")
                .doesNotContain("stands still");

        taker.pickAll(taker.task("ravi", "fulfilment/pick")
                .path("references")
                .path("shipmentNumber")
                .asText());
        tara.post(
                        "/orders/" + number(taker) + "/reallocations",
                        Map.of("toOrder", number(giver), "sku", sku, "quantity", 1, "reason", "Back again"))
                .problem(409, "not-that-much", null);
    }

    private int allocated(Deal deal) {
        int quantity = 0;
        for (JsonNode one :
                deal.as("tara").get("/orders/" + number(deal) + "/allocation").path("allocations")) {
            quantity += one.path("quantity").asInt();
        }
        return quantity;
    }

    private Deal ordered(String sku) {
        Deal deal = Deal.inquire(new Api(port, "asha"), jobs, PRIYA, sku, "4");
        return deal.approve("tara").accept().isAt("AWAITING_STOCK");
    }

    private String product() {
        String sku = "T-WAIT-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);
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

    private static String number(Deal deal) {
        return deal.order().path("number").asText();
    }

    private static List<String> orders(JsonNode lines) {
        List<String> orders = new java.util.ArrayList<>();
        lines.forEach(line -> orders.add(line.path("orderNumber").asText()));
        return orders;
    }
}
