package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Work of the warehouse as its people do it over HTTP, with the processes behind it. */
@TradeflowTest
class WarehouseWorkTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Test
    void aShortPickIsPickedAgainThenAFailedInspectionSplitsTheShipment() {
        Deal deal = ordered("CP-020-CI", "10");
        String shipment = shipment(deal);

        deal.pick(Map.of("1", "6"));
        assertThat(deal.hasTask("lata", "fulfilment/inspect")).isFalse();
        deal.as("tara")
                .post(
                        "/tasks/"
                                + deal.task("tara", "fulfilment/decide-short-pick")
                                        .path("id")
                                        .asText() + "/completion",
                        Map.of("variables", Map.of("shortPickDecision", "WAIT")))
                .problem(422, "invalid-decision", "shortPickDecision");
        deal.complete("tara", "fulfilment/decide-short-pick", Map.of("shortPickDecision", "RE_PICK"));
        assertThat(deal.as("ravi").get("/shipments/" + shipment).path("status").asText())
                .isEqualTo("PICKING");
        deal.pick(Map.of("2", "4"));
        deal.complete("lata", "fulfilment/inspect", Map.of("rejected", "{\"2\":\"1\"}", "remark", "Cracked casing"));
        deal.complete("tara", "fulfilment/decide-short-pick", Map.of("shortPickDecision", "SPLIT"));
        deal.pack().handOver();

        JsonNode inspection = deal.buyer().get("/shipments/" + shipment + "/inspection");
        assertThat(inspection.path("inspectedBy").asText()).isEqualTo("Lata Menon");
        assertThat(inspection.path("remark").asText()).isEqualTo("Cracked casing");
        JsonNode packages = deal.buyer().get("/shipments/" + shipment + "/packages");
        assertThat(packages).hasSize(2);
        assertThat(packages.findValuesAsText("label"))
                .doesNotHaveDuplicates()
                .allMatch(label -> label.matches("\\d{18}"));
        deal.ship().isAt("AWAITING_PAYMENT");
        assertThat(deal.shipments().findValuesAsText("status")).containsOnly("DISPATCHED");
        assertThat(deal.invoices()).hasSize(2);
    }

    @Test
    void aShipmentThatIsGivenUpComesAgainAsANewOne() {
        Deal deal = ordered("CP-030-CI", "10");
        String first = shipment(deal);

        deal.pick(Map.of("1", "8"));
        deal.complete(
                "tara",
                "fulfilment/decide-short-pick",
                Map.of("shortPickDecision", "BACKORDER", "shortPickNote", "The buyer wants all at once"));

        String second = shipment(deal);
        assertThat(second).isNotEqualTo(first);
        assertThat(deal.as("ravi").get("/shipments/" + first).path("status").asText())
                .isEqualTo("CANCELLED");
        deal.ship().isAt("AWAITING_PAYMENT");
        assertThat(deal.invoices()).hasSize(1);
    }

    @Test
    void aDealIsCancelledWhileAShortPickIsToBeDecided() {
        Deal deal = ordered("CP-050-CI", "10");
        String shipment = shipment(deal);
        deal.pick(Map.of("1", "5"));

        deal.as("asha")
                .post("/deals/" + deal.number() + "/cancellation", Map.of("reason", "No longer needed"))
                .with(204);
        deal.goOn().isAt("CANCELLED");

        assertThat(deal.hasTask("tara", "fulfilment/decide-short-pick")).isFalse();
        assertThat(deal.as("ravi").get("/shipments/" + shipment).path("status").asText())
                .isEqualTo("CANCELLED");
    }

    @Test
    void aShipmentIsPickedByScanningAndEveryScanCountsOnce() {
        Deal deal = ordered("CP-075-CI", "3", "BV-025-SS", "20");
        String shipment = shipment(deal);
        Api ravi = deal.as("ravi");
        JsonNode list = ravi.get("/pick-lists/" + shipment);
        assertThat(list.path("lines").findValuesAsText("zone")).isSorted().contains("PUMPS", "VALVES");
        assertThat(list.path("lines").get(1).path("packages").asText()).isEqualTo("2 BOX");
        String pump = barcode(ravi, "CP-075-CI", 0);
        String id = UUID.randomUUID().toString();

        assertThat(scan(
                                ravi,
                                shipment,
                                UUID.randomUUID().toString(),
                                list.path("lines").get(0).path("bin").asText())
                        .path("outcome")
                        .asText())
                .isEqualTo("RIGHT_BIN");
        assertThat(scan(ravi, shipment, id, pump).path("message").asText()).isEqualTo("1 of 3 NOS");
        assertThat(scan(ravi, shipment, id, pump)
                        .path("list")
                        .path("lines")
                        .get(0)
                        .path("picked")
                        .asInt())
                .isEqualTo(1);
        JsonNode wrong = scan(ravi, shipment, UUID.randomUUID().toString(), "HS-050-PVC");
        assertThat(wrong.path("outcome").asText()).isEqualTo("REFUSED");
        assertThat(wrong.path("message").asText()).isEqualTo("HS-050-PVC is not on this list. Put it back");
        JsonNode seenByMurugan =
                scan(deal.as("murugan"), shipment, UUID.randomUUID().toString(), "CP-075-CI");
        assertThat(seenByMurugan.path("message").asText()).isEqualTo("2 of 3 NOS");
        JsonNode box = scan(ravi, shipment, UUID.randomUUID().toString(), barcode(ravi, "BV-025-SS", 1));
        assertThat(box.path("message").asText()).isEqualTo("10 of 20 NOS");
        ravi.post("/pick-lists/" + shipment + "/lines/" + shipment + "/2/quantity", body("quantity", "21"))
                .problem(422, "invalid-scan", "quantity");
        ravi.post("/pick-lists/" + shipment + "/lines/" + shipment + "/2/quantity", body("quantity", "20"))
                .with(200);
        ravi.post("/pick-lists/" + shipment + "/lines/" + shipment + "/1/short", body("reason", " "))
                .problem(422, "invalid-scan", "reason");
        ravi.post("/pick-lists/" + shipment + "/lines/" + shipment + "/1/short", body("reason", "Bin is empty"))
                .with(200);
        deal.as("asha").tryGet("/pick-lists/" + shipment).problem(403, "warehouse-only", null);
        ravi.tryGet("/pick-lists/SHP-0000-000000").with(404);

        deal.complete("ravi", "fulfilment/pick", Map.of());

        JsonNode lines = ravi.get("/shipments/" + shipment).path("lines");
        assertThat(lines.get(0).path("quantity").asInt()).isEqualTo(2);
        assertThat(lines.get(1).path("quantity").asInt()).isEqualTo(20);
        assertThat(deal.hasTask("tara", "fulfilment/decide-short-pick")).isTrue();
        ravi.tryGet("/pick-lists/" + shipment).with(404);
    }

    @Test
    void piecesAddedInQuickSuccessionCountEachAndOneSentAgainCountsOnce() {
        Deal deal = ordered("CP-075-CI", "4");
        String shipment = shipment(deal);
        Api ravi = deal.as("ravi");
        String quantity = "/pick-lists/" + shipment + "/lines/" + shipment + "/1/quantity";
        Map<String, Object> first = body("change", 1);

        // all at once, as a device does that comes back from a place without network, and one of them twice
        List<Integer> answers = Stream.of(first, body("change", 1), first, body("change", 1), first)
                .parallel()
                .map(change -> ravi.post(quantity, change).status())
                .toList();
        assertThat(answers).containsOnly(200);
        assertThat(picked(ravi, shipment)).isEqualTo(3);

        assertThat(ravi.post(quantity, body("change", 5))
                        .with(200)
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo("4 of 4 NOS");
        assertThat(ravi.post(quantity, body("change", 1))
                        .with(200)
                        .json()
                        .path("outcome")
                        .asText())
                .isEqualTo("REFUSED");
        ravi.post(quantity, first).with(200);
        ravi.post(quantity, body("change", -1)).with(200);
        assertThat(picked(ravi, shipment)).isEqualTo(3);
        ravi.post(quantity, body("change", 0)).problem(422, "invalid-scan", "change");
        ravi.post(quantity, Map.of("change", 1)).problem(422, "invalid-scan", "id");
        deal.as("asha").post(quantity, body("change", 1)).problem(403, "warehouse-only", null);
    }

    private static int picked(Api by, String shipment) {
        return by.get("/pick-lists/" + shipment)
                .path("lines")
                .get(0)
                .path("picked")
                .asInt();
    }

    @Test
    void severalShipmentsArePickedInOneRound() {
        Deal one = ordered("CP-100-CI", "2");
        Deal other = ordered("CP-100-CI", "3");
        Api ravi = one.as("ravi");
        ravi.post("/picking-rounds", Map.of("warehouseCode", "PUN", "shipments", List.of(shipment(one))))
                .problem(422, "invalid-round", "shipments");
        String round = ravi.post(
                        "/picking-rounds",
                        Map.of("warehouseCode", "PUN", "shipments", List.of(shipment(one), shipment(other))))
                .with(201)
                .json()
                .path("number")
                .asText();
        ravi.post(
                        "/picking-rounds",
                        Map.of("warehouseCode", "PUN", "shipments", List.of(shipment(one), shipment(other))))
                .problem(422, "invalid-round", "shipments");

        assertThat(ravi.get("/pick-lists/" + round).path("lines")).hasSize(2);
        for (int piece = 0; piece < 5; piece++) {
            JsonNode answer = scan(ravi, round, UUID.randomUUID().toString(), "CP-100-CI");
            assertThat(answer.path("message").asText()).contains(piece < 2 ? "tote 1" : "tote 2");
        }
        assertThat(scan(ravi, round, UUID.randomUUID().toString(), "CP-100-CI")
                        .path("message")
                        .asText())
                .isEqualTo("All of CP-100-CI is picked already");
        one.complete("ravi", "fulfilment/pick", Map.of());
        other.complete("ravi", "fulfilment/pick", Map.of());

        one.inspect().pack();
        other.inspect().pack();
    }

    @Test
    void goodsAreInspectedByChecklistAndPackedPackageByPackage() {
        Deal deal = ordered("CP-010-SS", "3", "LB-HYD-46", "20");
        String shipment = shipment(deal);
        deal.pickAll(shipment);
        Api lata = deal.as("lata");
        JsonNode sheet = lata.get("/shipments/" + shipment + "/inspection-sheet");
        assertThat(sheet.path("lines").get(0).path("checklist").asText()).isEqualTo("Pumps");
        assertThat(sheet.path("lines").get(0).path("sample").asInt()).isEqualTo(2);
        assertThat(sheet.path("lines").get(1).path("checklist").asText()).isEqualTo("All goods");
        String line = "/shipments/" + shipment + "/inspection-sheet/lines/1";
        lata.put(line, Map.of("results", Map.of("1", "OK", "3", "x", "9", "OK"), "defective", 1))
                .problem(422, "invalid-finding", "results[3]");
        deal.as("ravi").put(line, Map.of("results", Map.of())).problem(403, "quality-only", null);
        lata.put(line, Map.of("results", Map.of("1", "OK", "2", "OK", "3", "1.5", "4", "OK", "5", "3")))
                .with(204);
        String task = deal.task("lata", "fulfilment/inspect").path("id").asText();
        lata.post("/tasks/" + task + "/completion", Map.of("variables", Map.of("rejected", "{}")))
                .problem(422, "invalid-inspection", "rejected[1]");
        lata.put(line, Map.of("results", Map.of("1", "OK", "2", "OK", "3", "12.5", "4", "OK", "5", "3")))
                .with(204);
        byte[] jpeg = new byte[2_000_000];
        jpeg[0] = (byte) 0xFF;
        jpeg[1] = (byte) 0xD8;
        jpeg[2] = (byte) 0xFF;
        lata.postBytes(line + "/photos", "<svg>".getBytes(StandardCharsets.UTF_8))
                .problem(422, "invalid-photo", "photo");
        lata.postBytes(line + "/photos", Arrays.copyOf(jpeg, 5_300_000)).problem(422, "invalid-photo", "photo");
        deal.as("ravi").postBytes(line + "/photos", jpeg).problem(403, "quality-only", null);
        lata.postBytes(line.replace("lines/1", "lines/9") + "/photos", jpeg).with(404);
        lata.postBytes(line + "/photos", jpeg).with(201);
        String photo = "/shipments/" + shipment + "/inspection-photos";
        long id = lata.postBytes(line + "/photos", jpeg)
                .with(201)
                .json()
                .path("id")
                .asLong();
        assertThat(deal.as("asha").get(photo)).hasSize(1);
        assertThat(deal.as("asha").bytes(photo + "/" + id)).hasSameSizeAs(jpeg);
        deal.buyer().tryGet(photo).with(403);
        deal.buyer().tryGet(photo + "/" + id).with(403);
        deal.complete("lata", "fulfilment/inspect", Map.of("rejected", "{}"));

        JsonNode certified = deal.buyer()
                .get("/shipments/" + shipment + "/inspection")
                .path("lines")
                .get(0);
        assertThat(certified.path("sample").asInt()).isEqualTo(2);
        assertThat(certified.path("checks").get(2).path("wanted").asText()).isEqualTo("at least 2 MΩ");
        assertThat(certified.path("checks").get(2).path("found").asText()).isEqualTo("12.5 MΩ");
        lata.put(line, Map.of("results", Map.of())).problem(409, "shipment-state", null);
        lata.postBytes(line + "/photos", jpeg).problem(409, "shipment-state", null);

        Api ravi = deal.as("ravi");
        String packing = "/shipments/" + shipment + "/packing";
        Map<String, Object> sentTwice = new HashMap<>(body("code", "CP-010-SS"));
        sentTwice.put("packageNo", 1);
        ravi.post(packing + "/scans", sentTwice).with(200);
        ravi.post(packing + "/scans", sentTwice).with(200);
        for (int piece = 1; piece < 3; piece++) {
            packed(ravi, packing, Map.of("code", "CP-010-SS", "packageNo", 1));
        }
        assertThat(packed(ravi, packing, Map.of("code", "CP-010-SS", "packageNo", 1))
                        .path("message")
                        .asText())
                .isEqualTo("All of CP-010-SS is packed already");
        String pack = deal.task("ravi", "fulfilment/pack").path("id").asText();
        ravi.post("/tasks/" + pack + "/completion", Map.of("variables", Map.of("asPacked", true)))
                .problem(422, "packing-unfinished", "packages[1].weightKg");
        ravi.put(packing + "/packages/1", Map.of("kind", "CRATE", "weightKg", 0))
                .problem(422, "invalid-package", "weightKg");
        ravi.put(
                        packing + "/packages/1",
                        Map.of(
                                "kind",
                                "CRATE",
                                "weightKg",
                                75.5,
                                "size",
                                Map.of("lengthCm", 80, "widthCm", 60, "heightCm", 50)))
                .with(200);
        String batch = sheet.path("lines").get(1).path("batch").asText();
        packed(ravi, packing, Map.of("code", batch, "packageNo", 2, "quantity", 20));
        ravi.put(packing + "/packages/2", Map.of("kind", "DRUM", "weightKg", 19))
                .with(200);
        deal.complete("ravi", "fulfilment/pack", Map.of("asPacked", true, "packingNote", "Keep upright"));

        JsonNode shipped = ravi.get("/shipments/" + shipment);
        assertThat(shipped.path("packages").asInt()).isEqualTo(2);
        assertThat(shipped.path("grossWeightKg").decimalValue()).isEqualByComparingTo("94.5");
        JsonNode packages = deal.buyer().get("/shipments/" + shipment + "/packages");
        assertThat(packages.findValuesAsText("kind")).containsExactly("CRATE", "DRUM");
        assertThat(packages.get(1).path("contents").get(0).path("batch").asText())
                .isEqualTo(batch);
    }

    @Test
    void aBatchThatFailsIsHeldBackInTheWholeWarehouse() {
        Deal deal = ordered("LB-HYD-68", "20");
        String shipment = shipment(deal);
        deal.pickAll(shipment);
        Api lata = deal.as("lata");
        String batch = lata.get("/shipments/" + shipment + "/inspection-sheet")
                .path("lines")
                .get(0)
                .path("batch")
                .asText();
        lata.put(
                        "/shipments/" + shipment + "/inspection-sheet/lines/1",
                        Map.of(
                                "defective",
                                3,
                                "defectCode",
                                "DIRTY",
                                "blockBatch",
                                true,
                                "results",
                                Map.of("1", "FAILED", "2", "OK", "3", "20")))
                .with(204);
        deal.complete("lata", "fulfilment/inspect", Map.of("rejected", "{\"1\":\"20\"}", "remark", "Water in the oil"));

        JsonNode held = null;
        for (JsonNode balance : lata.get("/stock?sku=LB-HYD-68").path("balances")) {
            if (balance.path("batch").asText().equals(batch)
                    && balance.path("warehouseCode").asText().equals("PUN")) {
                held = balance;
            }
        }
        assertThat(held).isNotNull();
        assertThat(held.path("available").decimalValue()).isZero();
        assertThat(deal.buyer()
                        .get("/shipments/" + shipment + "/inspection")
                        .path("lines")
                        .get(0)
                        .path("defect")
                        .asText())
                .isEqualTo("Dirty or contaminated");
    }

    @Test
    void checklistsAreKeptByQualityAndCheckedWhole() {
        Api lata = new Api(port, "lata");
        Map<String, Object> item =
                Map.of("itemNo", 1, "kind", "MEASURE", "label", "Length", "unit", "mm", "least", 12, "most", 11);

        lata.put("/qc-checklists/T-LENGTH", Map.of("name", "Length", "category", "NO-SUCH", "items", List.of(item)))
                .problem(422, "invalid-checklist", "items[0].most");
        Map<String, Object> right = Map.of(
                "name",
                "Bolts",
                "sku",
                "HB-M8-30",
                "items",
                List.of(Map.of("itemNo", 1, "kind", "VISUAL", "label", "Thread")));
        new Api(port, "asha").put("/qc-checklists/T-BOLT", right).problem(403, "quality-only", null);
        lata.put("/qc-checklists/T-BOLT", right).with(200);
        lata.put("/qc-checklists/T-OTHER", right).problem(422, "invalid-checklist", "sku");
        Map<String, Object> next = new HashMap<>(right);
        next.put("validFrom", "2031-04-01");
        new Api(port, "meera").put("/qc-checklists/T-OTHER", next).problem(422, "invalid-checklist", "sku");
        Map<String, Object> ended = new HashMap<>(right);
        ended.put("validTo", "2031-03-31");
        lata.put("/qc-checklists/T-BOLT", ended).with(200);
        next.put("validTo", "2031-03-01");
        lata.put("/qc-checklists/T-OTHER", next).problem(422, "invalid-checklist", "validTo");
        next.remove("validTo");
        new Api(port, "meera").put("/qc-checklists/T-OTHER", next).with(200);
        assertThat(lata.get("/qc-checklists").findValuesAsText("code")).contains("GENERAL", "PUMPS", "T-BOLT");
    }

    private static JsonNode packed(Api by, String packing, Map<String, Object> scan) {
        Map<String, Object> body = new HashMap<>(scan);
        body.put("id", UUID.randomUUID().toString());
        return by.post(packing + "/scans", body).with(200).json();
    }

    private static JsonNode scan(Api by, String list, String id, String code) {
        return by.post("/pick-lists/" + list + "/scans", Map.of("id", id, "code", code))
                .with(200)
                .json();
    }

    private static String barcode(Api by, String sku, int at) {
        return by.get("/products/" + sku + "/barcodes").get(at).path("gtin").asText();
    }

    private static Map<String, Object> body(String field, Object value) {
        return Map.of("id", UUID.randomUUID().toString(), field, value);
    }

    private Deal ordered(String... lines) {
        Deal deal = Deal.inquire(new Api(port, "asha"), jobs, PRIYA, lines);
        for (String approver : new String[] {"tara", "meera", "vikram"}) {
            while (deal.hasTask(approver, "approval/decide")) {
                deal.approve(approver);
            }
        }
        return deal.accept();
    }

    private static String shipment(Deal deal) {
        return deal.task("ravi", "fulfilment/pick")
                .path("references")
                .path("shipmentNumber")
                .asText();
    }
}
