package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import io.tradeflow.inventory.AllocationRun;
import io.tradeflow.inventory.Allocations;
import io.tradeflow.inventory.RoutingOption;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An order of 600 lines of two each: 250 products lie in Pune, 150 in Coimbatore, 150 in Kolkata, of ten of those one piece only, and 50 nowhere.
 * More of the ten comes to Kolkata, of 25 of the fifty two pieces each come to Pune, of ten of them one only, and of the others nobody knows.
 */
@TradeflowTest
class LargeOrderTest {

    private static final int LINES = 600;

    /** By the clock, without the time that others had the processors. */
    private static final Duration MOST = Duration.ofSeconds(10);

    private static final Duration MOST_ON_A_BUSY_MACHINE = Duration.ofSeconds(30);

    /** A third more than it takes: whoever makes it twice as dear learns it, however fast or busy the machine. */
    private static final long MOST_STATEMENTS = 1_000;

    private static final long MOST_BYTES = 750_000_000;
    private static final int DAYS_FROM_KOLKATA = 6;

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    Allocations allocations;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

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

        Effort effort = Effort.of(jdbc, deal::accept);

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
        everyLineHasItsDay(deal, order);
        System.out.println("600 lines from acceptance to three pick lists: " + effort);
        assertThat(effort.statements()).isLessThan(MOST_STATEMENTS);
        assertThat(effort.bytes()).isLessThan(MOST_BYTES);
        assertThat(effort.tookByItself()).isLessThan(MOST);
        assertThat(effort.took()).isLessThan(MOST_ON_A_BUSY_MACHINE);

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

    /** What is there leaves today and is on the way; what is missing leaves when it comes; of what nobody has announced no day is known. */
    private void everyLineHasItsDay(Deal deal, String order) {
        LocalDate today = LocalDate.now(clock);
        LocalDate pune = today.plusDays(daysOnTheWay(deal, "PUN"));
        LocalDate coimbatore = today.plusDays(daysOnTheWay(deal, "CBE"));
        LocalDate kolkata = today.plusDays(DAYS_FROM_KOLKATA);
        Map<Integer, LocalDate> expected = new TreeMap<>();
        IntStream.rangeClosed(1, 250).forEach(line -> expected.put(line, pune));
        IntStream.rangeClosed(251, 400).forEach(line -> expected.put(line, coimbatore));
        IntStream.rangeClosed(401, 540).forEach(line -> expected.put(line, kolkata));
        IntStream.rangeClosed(541, 550).forEach(line -> expected.put(line, kolkata.plusDays(10)));
        IntStream.rangeClosed(551, 575).forEach(line -> expected.put(line, pune.plusDays(20)));

        JsonNode promises = deal.buyer().get("/orders/" + order + "/promises");
        assertThat(promises).hasSize(LINES);
        assertThat(days(promises, "lineNo", "promisedOn")).isEqualTo(expected);
        promises.forEach(promise -> {
            if (promise.path("lineNo").asInt() > 575) {
                assertThat(promise.path("reason").asText()).contains("no day is known");
            }
        });

        JsonNode waiting =
                deal.as("tara").get("/orders/" + order + "/allocation").path("waiting");
        assertThat(waiting).hasSize(60);
        assertThat(days(waiting, "orderLineNo", "expectedOn"))
                .as("each backorder has its own day")
                .isEqualTo(expected.entrySet().stream()
                        .filter(line -> line.getKey() > 540)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Map<Integer, LocalDate> days(JsonNode lines, String line, String day) {
        Map<Integer, LocalDate> days = new TreeMap<>();
        for (JsonNode one : lines) {
            if (one.hasNonNull(day)) {
                days.put(one.path(line).asInt(), LocalDate.parse(one.path(day).asText()));
            }
        }
        return days;
    }

    /** As the transit times say for the buyer's place: the longest beginning of the PIN before the state, one warehouse before all. */
    private int daysOnTheWay(Deal deal, String warehouse) {
        JsonNode place = deal.order().path("shipTo");
        JsonNode best = null;
        int bestRank = -1;
        for (JsonNode time : deal.as("tara").get("/transit-times")) {
            String pin = time.path("pinPrefix").asText("");
            boolean fits = (!time.hasNonNull("warehouseCode")
                            || time.path("warehouseCode").asText().equals(warehouse))
                    && place.path("pin").asText().startsWith(pin)
                    && (!time.hasNonNull("stateCode")
                            || time.path("stateCode")
                                    .asText()
                                    .equals(place.path("stateCode").asText()))
                    && !LocalDate.parse(time.path("validFrom").asText()).isAfter(LocalDate.now(clock));
            int rank = pin.length() * 4
                    + (time.hasNonNull("stateCode") ? 2 : 0)
                    + (time.hasNonNull("warehouseCode") ? 1 : 0);
            if (fits && rank > bestRank) {
                best = time;
                bestRank = rank;
            }
        }
        return best == null ? 0 : best.path("days").asInt();
    }

    private void announce(String reference, String warehouse, int inDays, int first, int last, int quantity) {
        new Api(port, "tara")
                .post(
                        "/expected-receipts",
                        Map.of(
                                "reference",
                                reference,
                                "warehouseCode",
                                warehouse,
                                "source",
                                "PURCHASE",
                                "expectedOn",
                                LocalDate.now(clock).plusDays(inDays).toString(),
                                "lines",
                                IntStream.rangeClosed(first, last)
                                        .mapToObj(line -> Map.of("sku", sku(line), "quantity", quantity))
                                        .toList()))
                .with(201);
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
        new Api(port, "tara")
                .post(
                        "/transit-times",
                        Map.of(
                                "warehouseCode",
                                "KOL",
                                "stateCode",
                                "27",
                                "days",
                                DAYS_FROM_KOLKATA,
                                "validFrom",
                                LocalDate.now(clock).toString()))
                .with(201);
        announce("PO-BIG-1", "KOL", 10, 541, 550, 1);
        announce("PO-BIG-2", "PUN", 20, 551, 575, 2);
        announce("PO-BIG-3", "PUN", 20, 576, 585, 1);
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
