package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import io.tradeflow.inventory.AllocationRun;
import io.tradeflow.inventory.Allocations;
import io.tradeflow.inventory.RoutingOption;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * An order of 600 lines of two each: 250 products lie in Pune, 150 in Coimbatore, 150 in Kolkata, of ten of those one piece only, and 50 nowhere.
 */
@TradeflowTest
class LargeOrderTest {

    private static final int LINES = 600;
    private static final Duration MOST = Duration.ofSeconds(10);

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    Allocations allocations;

    @Test
    void sixHundredLinesOverThreeWarehousesWithShortages() {
        stock();
        Deal deal = Deal.inquire(
                new Api(port, "asha"),
                jobs,
                "priya@sahyadri-agro.example",
                IntStream.rangeClosed(1, LINES)
                        .boxed()
                        .flatMap(line -> List.of(sku(line), "2").stream())
                        .toArray(String[]::new));
        // not everything is there, so the stock planner has to agree
        deal.approve("tara").isAt("WITH_BUYER");

        long start = System.nanoTime();
        deal.accept();
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        Map<String, JsonNode> shipments = byWarehouse(deal);
        assertThat(shipments.keySet()).containsExactlyInAnyOrder("PUN", "CBE", "KOL");
        assertThat(quantities(shipments.get("PUN"))).isEqualTo(each(1, 250, line -> "2"));
        assertThat(quantities(shipments.get("CBE"))).isEqualTo(each(251, 400, line -> "2"));
        assertThat(quantities(shipments.get("KOL"))).isEqualTo(each(401, 550, line -> line > 540 ? "1" : "2"));
        shipments.values().forEach(shipment -> assertThat(
                        shipment.path("status").asText())
                .isEqualTo("PICKING"));
        String order = deal.order().path("number").asText();
        assertThat(allocations.open(order)).hasSize(60);
        assertThat(allocations.open(order).get(541)).isEqualByComparingTo("1");
        assertThat(allocations.open(order).get(600)).isEqualByComparingTo("2");
        AllocationRun run = allocations.runs(order).get(0);
        RoutingOption chosen = run.options().get(0);
        assertThat(chosen.warehouses()).containsExactlyInAnyOrder("PUN", "CBE", "KOL");
        assertThat(chosen.servedPercent()).isEqualByComparingTo(new BigDecimal("90.83"));
        System.out.printf("600 lines from acceptance to three pick lists in %d ms%n", took.toMillis());
        assertThat(took).isLessThan(MOST);

        shipments
                .values()
                .forEach(shipment -> deal.shipOnly(shipment.path("number").asText()));
        assertThat(deal.invoices()).hasSize(3);
        assertThat(linesOfInvoices(deal)).isEqualTo(550);
        List<String> kinds = new ArrayList<>();
        deal.documents().forEach(document -> kinds.add(document.path("kind").asText()));
        assertThat(kinds.stream().filter("PACKING_SLIP"::equals)).hasSize(3);
        assertThat(kinds.stream().filter("TAX_INVOICE"::equals)).hasSize(3);
    }

    private int linesOfInvoices(Deal deal) {
        int lines = 0;
        for (JsonNode invoice : deal.invoices()) {
            lines += deal.buyer()
                    .get("/invoices/" + invoice.path("number").asText())
                    .path("lines")
                    .size();
        }
        return lines;
    }

    private void stock() {
        Api admin = new Api(port, "admin");
        admin.put(
                        "/branches/WB",
                        Map.of(
                                "name", "Kolkata branch",
                                "gstin", "19AAZCD0001F1ZS",
                                "address",
                                        Map.of(
                                                "line1", "5 Taratala Road",
                                                "city", "Kolkata",
                                                "stateCode", "19",
                                                "pin", "700088",
                                                "country", "IN"),
                                "warehouseCode", "KOL",
                                "invoiceSeries", "WB",
                                "bankAccount",
                                        Map.of(
                                                "accountName", "Deccan Flow Controls",
                                                "bank", "Deccan Bank, Kolkata",
                                                "accountNumber", "004110200057999",
                                                "ifsc", "DECB0000499")))
                .with(200);
        admin.put("/warehouses/KOL", Map.of("name", "Taratala warehouse, Kolkata"))
                .with(200);
        bringIn(
                "meera",
                "products",
                "sku,name,family,hsn,cost\n",
                line -> sku(line) + ",Gasket " + line + ",Gaskets,84818030,10\n");
        bringIn(
                "meera",
                "prices",
                "level,owner,sku,currency,fromQuantity,unitPrice,validFrom\n",
                line -> "BASE,," + sku(line) + ",INR,1,25.00,2026-04-01\n");
        bringIn(
                "ravi",
                "stock",
                "warehouse,sku,batch,quantity\n",
                line -> line > 550
                        ? ""
                        : (line <= 250 ? "PUN" : line <= 400 ? "CBE" : "KOL") + "," + sku(line) + ",,"
                                + (line > 540 ? 1 : 50) + "\n");
    }

    private void bringIn(String user, String kind, String header, IntFunction<String> row) {
        String file = header + IntStream.rangeClosed(1, LINES).mapToObj(row).collect(Collectors.joining());
        Api api = new Api(port, user);
        long id = api.postCsv("/imports?kind=" + kind, file)
                .with(202)
                .json()
                .path("id")
                .asLong();
        jobs.runDue("IMPORT-" + id);
        api.post("/imports/" + id + "/approval", null).with(202);
        jobs.runDue("IMPORT-" + id);
        assertThat(api.get("/imports/" + id).path("status").asText()).isEqualTo("DONE");
    }

    private static Map<String, JsonNode> byWarehouse(Deal deal) {
        Map<String, JsonNode> shipments = new HashMap<>();
        for (JsonNode listed : deal.shipments()) {
            JsonNode shipment =
                    deal.as("ravi").get("/shipments/" + listed.path("number").asText());
            assertThat(shipments.put(shipment.path("warehouseCode").asText(), shipment))
                    .isNull();
        }
        return shipments;
    }

    private static Map<String, BigDecimal> quantities(JsonNode shipment) {
        Map<String, BigDecimal> quantities = new TreeMap<>();
        shipment.path("lines")
                .forEach(line -> quantities.put(
                        line.path("sku").asText(), plain(line.path("planned").decimalValue())));
        return quantities;
    }

    private static Map<String, BigDecimal> each(int first, int last, IntFunction<String> quantity) {
        return IntStream.rangeClosed(first, last)
                .boxed()
                .collect(Collectors.toMap(
                        LargeOrderTest::sku,
                        line -> plain(new BigDecimal(quantity.apply(line))),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static BigDecimal plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros();
    }

    private static String sku(int line) {
        return "T-BIG-%03d".formatted(line);
    }
}
