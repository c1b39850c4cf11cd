package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import io.tradeflow.access.Visitor;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** E-way bills of real shipments over HTTP: what they say agrees with the invoice to the paisa. */
@TradeflowTest
class EwayBillJourneyTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";
    private static final String HETAL = "hetal@sabarmati-traders.example";
    private static final String HELENE = "helene@hydraulique-azur.example";
    private static int serial = 100;

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

    @Test
    void withinTheStateBelowTheThresholdNoneIsNeeded() {
        Deal deal = packed(PRIYA, "CP-010-CI", "2");

        JsonNode bill = deal.as("ravi").get(path(deal, "eway-bill"));

        assertThat(bill.path("needed").asBoolean()).isFalse();
        assertThat(bill.path("reason").asText()).contains("not more than 100000", "Maharashtra");
        agrees(deal, 27, 1);
        deal.buyer().tryGet(path(deal, "eway-bill")).with(403);
    }

    @Test
    void acrossStatesTheNumberComesWithTheHandOverAndStandsOnTheConsignmentNote() throws IOException {
        Deal deal = packed(HETAL, "CP-010-CI", "12");
        JsonNode bill = deal.as("ravi").get(path(deal, "eway-bill"));
        assertThat(bill.path("needed").asBoolean()).as(bill.toString()).isTrue();
        agrees(deal, 24, 2);
        String number = number();

        String task = deal.task("ravi", "dispatch/hand-over").path("id").asText();
        deal.as("ravi").post("/tasks/" + task + "/claim", null).with(200);
        deal.as("ravi")
                .post("/tasks/" + task + "/completion", Map.of("variables", handOver("12345")))
                .problem(422, "invalid-hand-over", "ewayBillNumber");
        deal.complete("ravi", "dispatch/hand-over", handOver(number));

        JsonNode kept = deal.as("ravi").get(path(deal, "eway-bill"));
        assertThat(kept.path("number").asText()).isEqualTo(number);
        assertThat(kept.path("validUntil").asText()).endsWith("T18:29:00Z");
        JsonNode json = deal.as("ravi").get(path(deal, "eway-bill.json"));
        assertThat(json.path("vehicleNo").asText()).isEqualTo("MH12AB1234");
        assertThat(json.path("transMode").asInt()).isOne();
        assertThat(text(deal.buyer().bytes(path(deal, "papers/consignment-note"))))
                .contains(
                        "Consignment note",
                        number,
                        "MH12AB1234",
                        "Deccan Roadways",
                        invoice(deal).path("number").asText());
    }

    @Test
    void theNumberIsRecordedExtendedAndCancelledInItsTime() {
        Deal deal = packed(HETAL, "CP-010-CI", "12");
        Api ravi = deal.as("ravi");
        String number = number();
        ravi.post(path(deal, "eway-bill"), Map.of("number", "12")).problem(422, "invalid-eway-bill", "ewayBillNumber");
        deal.as("asha").post(path(deal, "eway-bill"), Map.of("number", number)).problem(403, "eway-bill-only", null);
        JsonNode kept = ravi.post(
                        path(deal, "eway-bill"), Map.of("number", number, "distanceKm", 660, "withPartB", true))
                .with(200)
                .json();
        assertThat(kept.path("validUntil").asText()).isNotBlank();
        ravi.post(path(deal, "eway-bill"), Map.of("number", number)).with(200);
        ravi.post(path(deal, "eway-bill"), Map.of("number", number())).problem(409, "eway-bill-recorded", null);
        Deal other = packed(PRIYA, "CP-010-CI", "1");
        other.as("ravi")
                .post(path(other, "eway-bill"), Map.of("number", number))
                .problem(422, "invalid-eway-bill", "ewayBillNumber");
        ravi.post(path(deal, "eway-bill/extension"), Map.of("remainingKm", 100)).problem(409, "eway-bill-window", null);
        ravi.post(path(deal, "eway-bill/cancellation"), Map.of("code", 4)).problem(422, "invalid-eway-bill", "remark");

        clock.advance(Duration.ofHours(25));
        ravi.post(path(deal, "eway-bill/cancellation"), Map.of("code", 3, "remark", "typing"))
                .problem(409, "eway-bill-window", null);
        clock.reset();
        ravi.post(path(deal, "eway-bill/cancellation"), Map.of("code", 3, "remark", "typing"))
                .with(200);
        ravi.post(path(deal, "eway-bill"), Map.of("number", number())).with(200);
    }

    /** Billed in Maharashtra, shipped to Gujarat: tax within the State, movement between States. */
    @Test
    void billedToOneAndShippedToAnotherItGoesWhereTheGoodsGo() {
        Deal deal = quoted(PRIYA, "CP-010-CI", "60");
        JsonNode quote = deal.quote();
        deal.buyer()
                .post(
                        "/quotes/" + quote.path("number").asText() + "/acceptance",
                        Map.of(
                                "revision", quote.path("revision").asInt(),
                                "poNumber", "PO-SITE-" + serial++,
                                "delivery",
                                        Map.of(
                                                "shipTo",
                                                Map.of(
                                                        "line1", "Pump house 4, Naroda GIDC",
                                                        "city", "Ahmedabad",
                                                        "stateCode", "24",
                                                        "pin", "382330",
                                                        "country", "IN"))))
                .with(200);
        deal.goOn();
        pack(deal);

        JsonNode json = agrees(deal, 27, 2);

        assertThat(json.path("actToStateCode").asInt()).isEqualTo(24);
        assertThat(json.path("toPincode").asInt()).isEqualTo(382330);
        assertThat(json.path("toGstin").asText()).startsWith("27");
        assertThat(json.path("cgstValue").decimalValue()).isPositive();
        assertThat(json.path("igstValue").decimalValue()).isZero();
        JsonNode bill = deal.as("ravi").get(path(deal, "eway-bill"));
        assertThat(bill.path("reason").asText()).contains("the goods leave the State");
        assertThat(bill.path("estimatedKm").asInt()).isEqualTo(660);
    }

    @Test
    void anExportGoesToItsPortInRupees() {
        Deal deal = packed(HELENE, "CP-010-CI", "9");
        assertThat(deal.as("ravi")
                        .get(path(deal, "eway-bill.json"))
                        .path("toPincode")
                        .asInt())
                .as("sold FOB Nhava Sheva")
                .isEqualTo(400707);
        Api ravi = deal.as("ravi");
        ravi.put(path(deal, "port-of-loading"), Map.of("port", "INXXX9")).problem(422, "port-unknown", "port");
        ravi.put(path(deal, "port-of-loading"), Map.of("port", "INMUN1")).with(204);

        JsonNode json = agrees(deal, 99, 2);

        assertThat(json.path("subSupplyType").asInt()).isEqualTo(3);
        assertThat(json.path("toGstin").asText()).isEqualTo("URP");
        assertThat(json.path("actToStateCode").asInt()).isEqualTo(24);
        assertThat(json.path("toPincode").asInt()).isEqualTo(370421);
        JsonNode bill = ravi.get(path(deal, "eway-bill"));
        assertThat(bill.path("needed").asBoolean()).as(bill.toString()).isTrue();
        assertThat(bill.path("port").asText()).isEqualTo("INMUN1");
        String number = number();
        ravi.post(path(deal, "eway-bill"), Map.of("number", number)).with(200);
        ravi.put(path(deal, "port-of-loading"), Map.of("port", "INNSA1")).problem(409, "eway-bill-recorded", null);
    }

    @Test
    void whatReplacesReturnedGoodsGoesWithTheFiguresOfItsChallan() {
        Deal deal = packed(HETAL, "CP-010-CI", "12").handOver();
        assertThat(deal.as("ravi").get(path(deal, "eway-bill")).path("number").asText())
                .as("the goods did not leave without")
                .isNotBlank();
        String first = deal.shipments().path(0).path("number").asText();
        deal.as("ravi")
                .post("/consignments/" + first + "/events", Map.of("kind", "DELIVERED", "receivedBy", "Hetal Shah"))
                .with(200);
        deal.goOn()
                .buyer()
                .post(
                        "/returns",
                        Map.of(
                                "dealNumber", deal.number(),
                                "kind", "DAMAGED",
                                "remedy", "REPLACEMENT",
                                "note", "Casings cracked",
                                "lines", List.of(Map.of("shipmentNumber", first, "shipmentLineNo", 1, "quantity", 12))))
                .with(201);
        deal.goOn().complete("lata", "returns/approve", Map.of("decision", "APPROVED"));
        deal.complete("ravi", "returns/receive", Map.of("warehouse", "PUN", "received", "{\"1\":\"12\"}"));
        deal.complete("lata", "returns/inspect", Map.of("scrap", "{\"1\":\"12\"}", "note", "Casings cracked"));
        pack(deal);
        JsonNode shipments = deal.shipments();
        String second = shipments.path(shipments.size() - 1).path("number").asText();
        assertThat(second).isNotEqualTo(first);
        JsonNode challan = deal.as("ravi").get("/shipments/" + second + "/delivery-challan");

        JsonNode json = deal.as("ravi").get("/shipments/" + second + "/eway-bill.json");

        assertThat(json.path("docType").asText()).isEqualTo("CHL");
        assertThat(json.path("docNo")).isEqualTo(challan.path("number"));
        assertThat(json.path("subSupplyType").asInt()).isEqualTo(8);
        assertThat(json.path("subSupplyDesc").asText()).isEqualTo("Replacement");
        agreesWith(json, challan);
        assertThat(json.path("igstValue").decimalValue())
                .as("no supply, no tax")
                .isZero();
        JsonNode bill = deal.as("ravi").get("/shipments/" + second + "/eway-bill");
        assertThat(bill.path("needed").asBoolean()).as(bill.toString()).isTrue();
        assertThat(bill.path("consignmentValue").decimalValue())
                .isEqualByComparingTo(challan.path("taxableValue").decimalValue());
    }

    /** Without number nothing leaves; without vehicle it leaves at most for the transporter's place nearby; the vehicle starts the time. */
    @Test
    void goodsThatNeedOneDoNotLeaveWithoutAndTheVehicleStartsItsTime() {
        Deal deal = packed(PRIYA, "CP-010-CI", "20");
        JsonNode bill = deal.as("ravi").get(path(deal, "eway-bill"));
        assertThat(bill.path("needed").asBoolean()).as(bill.toString()).isTrue();
        String task = deal.task("ravi", "dispatch/hand-over").path("id").asText();
        deal.as("ravi").post("/tasks/" + task + "/claim", null).with(200);
        Map<String, Object> said =
                new HashMap<>(Map.of("mode", "ROAD", "carrier", "Deccan Roadways", "transportDocumentNumber", "LR-77"));
        String detail = refused(deal, task, said, "ewayBillNumber").toString();
        assertThat(detail).contains("may not leave without e-way bill");
        String number = number();
        said.put("ewayBillNumber", number);
        refused(deal, task, said, "vehicleNumber");
        said.put("transporterKm", "80");
        refused(deal, task, said, "transporterKm");
        said.put("transporterKm", "12");
        said.put("transportDocumentOn", LocalDate.now(clock).minusDays(1).toString());
        refused(deal, task, said, "transportDocumentOn");
        said.remove("transportDocumentOn");
        said.put("ewayBillDistanceKm", "310");
        deal.complete("ravi", "dispatch/hand-over", said);

        JsonNode kept = deal.as("ravi").get(path(deal, "eway-bill"));
        assertThat(kept.path("number").asText()).isEqualTo(number);
        assertThat(kept.has("validUntil")).as("no vehicle yet").isFalse();
        assertThat(kept.path("transporterKm").asInt()).isEqualTo(12);
        assertThat(deal.as("ravi").get(path(deal, "eway-bill.json")).has("transMode"))
                .isFalse();

        deal.as("ravi")
                .post(
                        "/consignments/" + shipment(deal) + "/vehicles",
                        Map.of("vehicleNumber", "MH14CD9876", "reason", "FIRST", "fromPlace", "Chakan"))
                .with(200);

        kept = deal.as("ravi").get(path(deal, "eway-bill"));
        assertThat(kept.path("validUntil").asText())
                .as("310 km are two days")
                .isEqualTo(LocalDate.now(clock).plusDays(2) + "T18:29:00Z");
        JsonNode json = deal.as("ravi").get(path(deal, "eway-bill.json"));
        assertThat(json.path("vehicleNo").asText()).isEqualTo("MH14CD9876");
        assertThat(json.path("transDocNo").asText()).isEqualTo("LR-77");
    }

    @Test
    void aReasonedWaiverLetsGoodsLeaveAndFormsLeaveNothingInTheProcess() {
        Deal deal = packed(PRIYA, "CP-010-CI", "20");
        deal.complete(
                "ravi",
                "dispatch/hand-over",
                Map.of(
                        "mode", "ROAD",
                        "carrier", "Own vehicle",
                        "vehicleNumber", "MH12AB1234",
                        "ewayBillWaiver", "Carried by hand cart, rule 138(14)(b)"));

        JsonNode kept = deal.as("ravi").get(path(deal, "eway-bill"));
        assertThat(kept.path("waivedBecause").asText()).contains("138(14)(b)");
        assertThat(kept.has("number")).isFalse();
    }

    /** Within one GSTIN goods travel with a challan; between registrations of one company they are supplied. */
    @Test
    void aTransferWithinOneGstinHasItsChallanAndEwayBillAndASupplyHasNone() throws Exception {
        Api ravi = new Api(port, "ravi");
        ravi.as("admin")
                .put(
                        "/warehouses/PUN-2",
                        Map.of(
                                "name", "Talegaon warehouse, Pune",
                                "branchCode", "MH",
                                "address",
                                        Map.of(
                                                "line1", "Plot 9, MIDC",
                                                "city", "Talegaon",
                                                "stateCode", "27",
                                                "pin", "410507",
                                                "country", "IN")))
                .with(200);
        String supply = "/stock-transfers/" + transfer(ravi, "CBE", 20);
        assertThat(ravi.post(supply + "/delivery-challan", null)
                        .problem(409, "transfer-is-supply", null)
                        .path("detail")
                        .asText())
                .contains("27AAZCD0001F1ZV", "33AAZCD0001F1Z2", "tax invoice");
        String own = "/stock-transfers/" + transfer(ravi, "PUN-2", 20);
        ravi.tryGet(own + "/eway-bill").problem(404, "not-found", null);
        ravi.as("asha").post(own + "/delivery-challan", null).problem(403, "warehouse-only", null);

        JsonNode challan = ravi.post(own + "/delivery-challan", null).with(200).json();
        assertThat(ravi.post(own + "/delivery-challan", null).with(200).json().path("number"))
                .isEqualTo(challan.path("number"));
        assertThat(challan.path("number").asText()).matches("MH-[0-9]{4}-C[0-9]{5}");
        assertThat(challan.path("total").decimalValue())
                .as("20 at the base price")
                .isEqualByComparingTo("111600");
        String href = challan.path("href").asText().replace("/api/v1", "");
        for (String copy : List.of("ORIGINAL", "DUPLICATE", "TRIPLICATE")) {
            assertThat(text(ravi.bytes(href + "?copy=" + copy)))
                    .contains(copy, "Talegaon", "Transfer of stock within one registration", "Stock transfer");
        }

        JsonNode json = ravi.get(own + "/eway-bill.json");
        assertThat(json.path("docNo")).isEqualTo(challan.path("number"));
        assertThat(json.path("docType").asText()).isEqualTo("CHL");
        assertThat(json.path("subSupplyType").asInt()).isEqualTo(5);
        assertThat(json.path("fromGstin")).isEqualTo(json.path("toGstin"));
        assertThat(json.path("totInvValue").decimalValue())
                .isEqualByComparingTo(challan.path("total").decimalValue());
        assertThat(json.path("itemList").path(0).path("taxableAmount").decimalValue())
                .isEqualByComparingTo(challan.path("total").decimalValue());
        JsonNode bill = ravi.get(own + "/eway-bill");
        assertThat(bill.path("needed").asBoolean()).as(bill.toString()).isTrue();
        String number = number();
        ravi.post(own + "/eway-bill", Map.of("number", number, "vehicleNumber", "lorry"))
                .problem(422, "invalid-eway-bill", "vehicleNumber");
        assertThat(ravi.post(own + "/eway-bill", Map.of("number", number))
                        .with(200)
                        .json()
                        .has("validUntil"))
                .isFalse();
        JsonNode kept = ravi.post(own + "/eway-bill", Map.of("number", number, "vehicleNumber", "mh 12 ab 1234"))
                .with(200)
                .json();
        assertThat(kept.path("validUntil").asText()).endsWith("T18:29:00Z");
        assertThat(ravi.get(own + "/eway-bill.json").path("vehicleNo").asText()).isEqualTo("MH12AB1234");
        assertThat(Visitor.signedIn(port, "ravi")
                        .get("/desk" + own.replace("/stock-transfers", "/stock/transfers"))
                        .body())
                .contains(challan.path("number").asText(), number, "triplicate");
    }

    private String transfer(Api by, String to, int quantity) {
        return by.post(
                        "/stock-transfers",
                        Map.of(
                                "reference",
                                "TRF-" + UUID.randomUUID(),
                                "fromWarehouse",
                                "PUN",
                                "toWarehouse",
                                to,
                                "expectedOn",
                                LocalDate.now(clock).plusDays(2).toString(),
                                "lines",
                                List.of(Map.of("sku", "CP-010-CI", "quantity", quantity))))
                .with(201)
                .json()
                .path("number")
                .asText();
    }

    /** Finance changes a rule from a day on; what stood before ends the day before. */
    @Test
    void theRulesAreDataOfFinance() throws Exception {
        Api farid = new Api(port, "farid");
        Map<String, Object> threshold = new HashMap<>(Map.of(
                "movement", "INTRA",
                "stateCode", "23",
                "amount", 100000,
                "validFrom", "2031-04-01",
                "source", "Notification of Madhya Pradesh"));
        farid.as("asha").put("/eway-rules/thresholds", threshold).problem(403, "finance-only", null);
        farid.put("/eway-rules/thresholds", threshold).with(200);
        threshold.put("validFrom", "2032-04-01");
        threshold.put("amount", 150000);
        JsonNode all = farid.put("/eway-rules/thresholds", threshold).with(200).json();
        assertThat(all.findParents("stateCode").stream()
                        .filter(row -> row.path("stateCode").asText().equals("23"))
                        .map(row -> row.path("validUntil").asText()))
                .containsExactly("2032-03-31", "null");
        threshold.put("stateCode", "28");
        farid.put("/eway-rules/thresholds", threshold).problem(422, "eway-threshold-invalid", "stateCode");
        farid.put(
                        "/eway-rules/ports/INPAV1",
                        Map.of(
                                "name",
                                "Pipavav",
                                "line1",
                                "Pipavav Port",
                                "city",
                                "Rajula",
                                "stateCode",
                                "27",
                                "pin",
                                "365560"))
                .problem(422, "port-invalid", "pin");

        assertThat(Visitor.signedIn(port, "asha").get("/desk/eway-rules").body())
                .contains("Rajasthan", "Within one city", "Nhava Sheva", "23</b>")
                .doesNotContain("Enter a threshold");
        assertThat(Visitor.signedIn(port, "farid").get("/desk/eway-rules").body())
                .contains("Enter a threshold");
    }

    private JsonNode refused(Deal deal, String task, Map<String, Object> said, String field) {
        return deal.as("ravi")
                .post("/tasks/" + task + "/completion", Map.of("variables", said))
                .problem(422, "invalid-hand-over", field);
    }

    /** Every figure of the portal's JSON against the invoice, which is in rupees here. */
    private static JsonNode agrees(Deal deal, int toState, int type) {
        JsonNode json = deal.as("ravi").get(path(deal, "eway-bill.json"));
        JsonNode invoice = invoice(deal);
        JsonNode totals = invoice.has("inRupees") && !invoice.path("inRupees").isNull()
                ? invoice.path("inRupees")
                : invoice.path("totals");
        assertThat(json.path("docNo")).isEqualTo(invoice.path("number"));
        assertThat(json.path("totInvValue").decimalValue())
                .isEqualByComparingTo(totals.path("grandTotal").decimalValue());
        assertThat(json.path("otherValue").decimalValue())
                .isEqualByComparingTo(totals.path("roundOff").decimalValue());
        agreesWith(json, totals);
        assertThat(json.path("toStateCode").asInt()).isEqualTo(toState);
        assertThat(json.path("transactionType").asInt()).isEqualTo(type);
        assertThat(json.path("actFromStateCode").asInt()).isEqualTo(27);
        assertThat(json.has("transMode")).as("nothing is handed over yet").isFalse();
        return json;
    }

    /** To the paisa, head by head, the lines against the document and the heads against the total. */
    private static void agreesWith(JsonNode json, JsonNode totals) {
        Map.of("totalValue", "taxableValue", "cgstValue", "cgst", "sgstValue", "sgst", "igstValue", "igst")
                .forEach((ours, theirs) -> assertThat(json.path(ours).decimalValue())
                        .as(ours)
                        .isEqualByComparingTo(totals.path(theirs).decimalValue()));
        BigDecimal lines = BigDecimal.ZERO;
        for (JsonNode item : json.path("itemList")) {
            lines = lines.add(item.path("taxableAmount").decimalValue());
        }
        assertThat(lines).isEqualByComparingTo(json.path("totalValue").decimalValue());
        assertThat(Stream.of("totalValue", "cgstValue", "sgstValue", "igstValue", "otherValue")
                        .map(field -> json.path(field).decimalValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(json.path("totInvValue").decimalValue());
    }

    private Deal packed(String buyer, String... lines) {
        return pack(quoted(buyer, lines).accept());
    }

    private Deal quoted(String buyer, String... lines) {
        Deal deal = Deal.inquire(new Api(port, "asha"), jobs, buyer, lines);
        for (String approver : new String[] {"meera", "vikram"}) {
            while (deal.hasTask(approver, "approval/decide")) {
                deal.approve(approver);
            }
        }
        return deal;
    }

    private static Deal pack(Deal deal) {
        String shipment = deal.task("ravi", "fulfilment/pick")
                .path("references")
                .path("shipmentNumber")
                .asText();
        return deal.pickAll(shipment).inspect().pack();
    }

    private static Map<String, Object> handOver(String number) {
        return Map.of(
                "mode", "ROAD", "carrier", "Deccan Roadways", "vehicleNumber", "MH12AB1234", "ewayBillNumber", number);
    }

    private static JsonNode invoice(Deal deal) {
        return deal.invoices().path(0);
    }

    private static String path(Deal deal, String rest) {
        return "/shipments/" + shipment(deal) + "/" + rest;
    }

    private static String shipment(Deal deal) {
        return deal.shipments().path(0).path("number").asText();
    }

    private static String number() {
        return Deal.ewayBillNumber();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00A0]+", " ");
        }
    }
}
