package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

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
