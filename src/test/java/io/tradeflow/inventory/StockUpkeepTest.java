package io.tradeflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine does for stock by itself, in the running program: the nightly check, and telling outside systems. */
@TradeflowTest
class StockUpkeepTest {

    private static final String SKU = "BH-50-160";

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aDifferenceFoundAtNightIsRepairedByOperationsAndCheckedAgain() {
        BigDecimal before = onHand();
        jdbc.sql("update stock_balance set on_hand = on_hand + 7 where sku = :sku and warehouse_code = 'PUN'")
                .param("sku", SKU)
                .update();

        run("stock-reconciliation");

        Api omkar = new Api(port, "omkar");
        assertThat(omkar.get("/stock/differences").findValuesAsText("sku")).contains(SKU);
        JsonNode task = null;
        for (JsonNode one : omkar.get("/tasks")) {
            task = one.path("form").asText().equals("inventory/repair") ? one : task;
        }
        assertThat(task).isNotNull();
        assertThat(task.path("name").asText()).isEqualTo("Repair stock · 1 balances differ");
        String completion = "/tasks/" + task.path("id").asText() + "/completion";
        omkar.post("/tasks/" + task.path("id").asText() + "/claim", null).with(200);
        omkar.post(completion, Map.of("variables", Map.of("repairDecision", "REPAIR")))
                .problem(422, "reason-missing", "repairReason");

        omkar.post(
                        completion,
                        Map.of("variables", Map.of("repairDecision", "REPAIR", "repairReason", "Somebody typed SQL")))
                .with(204);
        runSteps("stock-reconciliation");

        assertThat(onHand()).isEqualByComparingTo(before);
        assertThat(omkar.get("/stock/differences")).isEmpty();
        assertThat(jdbc.sql("select repaired_by from stock_repair where reason = 'Somebody typed SQL'")
                        .query(String.class)
                        .list())
                .containsExactly("Omkar Joshi");
        assertThat(management
                        .createJobQuery()
                        .processDefinitionKey("stock-reconciliation")
                        .timers()
                        .count())
                .as("and the next night again")
                .isOne();
    }

    @Test
    void anOutsideSystemSetsFollowsAndIsToldOfStock() throws IOException {
        List<String> told = new CopyOnWriteArrayList<>();
        HttpServer outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext("/", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        outside.start();
        Api ravi = new Api(port, "ravi");
        Api admin = ravi.as("admin");
        String reference = "WMS-" + UUID.randomUUID().toString().substring(0, 8);
        long start = last(ravi);
        ravi.post("/webhooks", Map.of("url", "http://127.0.0.1/")).problem(403, "administrators-only", null);
        JsonNode webhook = admin.post(
                        "/webhooks",
                        Map.of("url", "http://127.0.0.1:" + outside.getAddress().getPort() + "/"))
                .with(201)
                .json();
        try {
            BigDecimal counted = onHand().add(new BigDecimal("2"));
            ravi.as("asha").put("/stock", count(reference, row(SKU, counted))).problem(403, "warehouse-only", null);
            ravi.put("/stock", count(reference, row(SKU, counted), row("NO-SUCH", BigDecimal.ONE)))
                    .problem(422, "invalid-count", "lines[1].sku");
            ravi.put("/stock", count(reference, row(SKU, counted))).with(200);
            ravi.put("/stock", count(reference, row(SKU, counted))).with(200);

            JsonNode changes = ravi.get("/stock/changes?after=" + start);
            assertThat(changes.path("changes").findValuesAsText("reference")).containsOnlyOnce(reference);
            JsonNode last = changes.path("changes").path(changes.path("changes").size() - 1);
            assertThat(last.path("kind").asText()).isEqualTo("COUNT");
            assertThat(last.path("onHand").decimalValue()).isEqualByComparingTo("2");
            assertThat(ravi.get("/stock/changes?after=" + changes.path("next").asLong())
                            .path("changes"))
                    .isEmpty();

            run("stock-changes");
            runSteps("webhook-delivery");

            assertThat(told).singleElement().asString().contains("stock.changed", SKU);
            JsonNode delivery = admin.get("/webhooks/deliveries").path(0);
            assertThat(delivery.path("sentAt").asText()).isNotBlank();
            assertThat(admin.get("/webhooks").toString())
                    .doesNotContain(webhook.path("secret").asText());
        } finally {
            admin.delete("/webhooks/" + webhook.path("id").asLong()).with(204);
            outside.stop(0);
        }
    }

    private static Map<String, Object> count(String reference, Map<?, ?>... rows) {
        return Map.of("reference", reference, "lines", List.of(rows));
    }

    private static Map<String, Object> row(String sku, BigDecimal quantity) {
        return Map.of("warehouseCode", "PUN", "sku", sku, "quantity", quantity);
    }

    private static long last(Api api) {
        long after = 0;
        for (JsonNode page = api.get("/stock/changes?limit=1000&after=0");
                ;
                page = api.get("/stock/changes?limit=1000&after=" + after)) {
            after = page.path("next").asLong();
            if (!page.path("more").asBoolean()) {
                return after;
            }
        }
    }

    private BigDecimal onHand() {
        return jdbc.sql("select on_hand from stock_balance where sku = :sku and warehouse_code = 'PUN'")
                .param("sku", SKU)
                .query(BigDecimal.class)
                .single();
    }

    /** The timer that starts the process fires now, and what it started goes on. */
    private void run(String processKey) {
        Job timer = management
                .createJobQuery()
                .processDefinitionKey(processKey)
                .timers()
                .singleResult();
        management.executeJob(timer.getId());
        runSteps(processKey);
    }

    private void runSteps(String processKey) {
        for (Job job : management
                .createJobQuery()
                .processDefinitionKey(processKey)
                .messages()
                .list()) {
            management.executeJob(job.getId());
            runSteps(processKey);
            return;
        }
    }
}
