package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whole deals over HTTP. */
@TradeflowTest
class JourneyTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";
    private static final String SENTHIL = "senthil@kaveri-process.example";
    private static final String HETAL = "hetal@sabarmati-traders.example";
    private static final String SAVITA = "savita@gramjal-shirur.example";
    private static final String LAKSHMI = "lakshmi@palar-precision.example";
    private static final String HELENE = "helene@hydraulique-azur.example";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

    private Api api;

    @BeforeEach
    void open() {
        api = new Api(port, "asha");
    }

    @Test
    void aDealInTheSameStateGoesFromInquiryToPaid() throws Exception {
        Deal deal = inquire(PRIYA, "CP-010-CI", "5", "HS-050-PVC", "100").isAt("WITH_BUYER");
        deal.accept().isAt("IN_FULFILMENT").ship().isAt("AWAITING_PAYMENT");

        JsonNode totals = deal.invoices().path(0).path("totals");
        assertThat(money(totals, "cgst"))
                .isEqualByComparingTo(money(totals, "sgst"))
                .isPositive();
        assertThat(money(totals, "igst")).isZero();
        assertThat(money(totals, "taxableValue")
                        .add(money(totals, "cgst"))
                        .add(money(totals, "sgst"))
                        .add(money(totals, "roundOff")))
                .isEqualByComparingTo(money(totals, "grandTotal"));
        String text = pdf(deal, "TAX_INVOICE");
        assertThat(text)
                .contains(
                        deal.invoices().path(0).path("number").asText(),
                        "27AAZCS0101A1ZP",
                        "Maharashtra",
                        "Rupees",
                        "₹")
                .doesNotContain("#");

        deal.payAll().isAt("CLOSED");
        assertThat(deal.openItems())
                .allMatch(item -> item.path("open").decimalValue().signum() == 0);
    }

    @Test
    void anotherStateIsInvoicedWithIgst() {
        Deal deal = inquire(HETAL, "PG-010", "10");
        approveAll(deal).accept().ship();
        JsonNode totals = deal.invoices().path(0).path("totals");
        assertThat(money(totals, "igst")).isPositive();
        assertThat(money(totals, "cgst")).isZero();
        assertThat(money(totals, "sgst")).isZero();
    }

    @Test
    void theTamilNaduBranchSuppliesItsOwnStateFromItsOwnSeries() {
        Deal deal = inquire(SENTHIL, "CP-010-CI", "2");
        approveAll(deal).accept().ship();
        JsonNode invoice = deal.invoices().path(0);
        assertThat(invoice.path("number").asText()).startsWith("TN-");
        assertThat(invoice.path("sellerGstin").asText()).startsWith("33");
        assertThat(money(invoice.path("totals"), "cgst")).isPositive();
    }

    @Test
    void shortStockGivesTwoShipmentsAndTwoInvoicesThatTogetherEqualTheOrder() {
        // Wanted: all there is of this pump and seven more, beside a line that is plentiful. Prices that do not divide
        // evenly.
        String sku = "GV-200-CI";
        BigDecimal there = available(sku);
        BigDecimal wanted = there.add(new BigDecimal("7"));
        Deal deal = inquire(PRIYA, sku, wanted.toPlainString(), "GK-080-EP", "140");
        approveAll(deal).accept();
        JsonNode order = deal.order();

        deal.ship();
        deal.isAt("AWAITING_STOCK");
        assertThat(deal.invoices()).hasSize(1);
        deal.goesFirst();
        receive(sku, "7");
        deal.goOn().ship().isAt("AWAITING_PAYMENT");

        assertThat(deal.shipments()).hasSize(2);
        assertThat(deal.invoices()).hasSize(2);
        assertThat(sum(deal.invoices(), "taxableValue"))
                .isEqualByComparingTo(order.path("netTotal").decimalValue());
        assertThat(sum(deal.invoices(), "cgst")
                        .add(sum(deal.invoices(), "sgst"))
                        .add(sum(deal.invoices(), "igst")))
                .isEqualByComparingTo(order.path("tax").decimalValue());
        assertThat(sum(deal.invoices(), "grandTotal"))
                .isEqualByComparingTo(order.path("grandTotal").decimalValue());
        Map<Integer, BigDecimal> netByLine = new HashMap<>();
        Map<Integer, BigDecimal> quantityByLine = new HashMap<>();
        for (JsonNode invoice : deal.invoices()) {
            for (JsonNode line : invoice.path("lines")) {
                int orderLine = line.path("orderLineNo").asInt();
                netByLine.merge(orderLine, line.path("net").decimalValue(), BigDecimal::add);
                quantityByLine.merge(orderLine, line.path("quantity").decimalValue(), BigDecimal::add);
            }
        }
        for (JsonNode line : order.path("lines")) {
            int lineNo = line.path("lineNo").asInt();
            assertThat(netByLine.get(lineNo))
                    .isEqualByComparingTo(line.path("net").decimalValue());
            assertThat(quantityByLine.get(lineNo))
                    .isEqualByComparingTo(line.path("quantity").decimalValue());
        }
        deal.payAll().isAt("CLOSED");
    }

    @Test
    void anUnregisteredBuyerPaysAnAdvanceFirstAndTheNameInDevanagariIsPrinted() throws Exception {
        Deal deal = inquire(SAVITA, "SP-4-010", "2");
        approveAll(deal).accept().isAt("AWAITING_ADVANCE");
        JsonNode order = deal.order();
        assertThat(deal.hasTask("ravi", "fulfilment/pick")).isFalse();
        api.as("farid").post("/payments", advance(order)).with(201);
        deal.goOn().isAt("IN_FULFILMENT").ship().payAll().isAt("CLOSED");
        assertThat(pdf(deal, "TAX_INVOICE")).doesNotContain("#");
    }

    @Test
    void aSezUnitIsSuppliedWithoutTaxUnderTheLetterOfUndertaking() throws Exception {
        Deal deal = inquire(LAKSHMI, "CP-010-CI", "2");
        approveAll(deal).accept().ship();
        JsonNode invoice = deal.invoices().path(0);
        assertThat(money(invoice.path("totals"), "igst")).isZero();
        assertThat(invoice.path("endorsement").asText()).contains("WITHOUT PAYMENT OF INTEGRATED TAX");
        assertThat(pdf(deal, "TAX_INVOICE").replaceAll("\\s+", " ")).contains("WITHOUT PAYMENT OF INTEGRATED TAX");
    }

    @Test
    void anExportIsInvoicedInTheBuyersCurrency() throws Exception {
        Deal deal = inquire(HELENE, "CP-010-CI", "2");
        approveAll(deal).accept().ship();
        JsonNode invoice = deal.invoices().path(0);
        assertThat(invoice.path("currency").asText()).isEqualTo("EUR");
        assertThat(invoice.path("placeOfSupplyCode").asText()).isEqualTo("96");
        assertThat(pdf(deal, "TAX_INVOICE"))
                .contains("Société Hydraulique Côte d'Azur")
                .doesNotContain("#");
    }

    @Test
    void theMakerCannotApproveAndWhatWasSentBackIsReworked() {
        Deal deal = inquire(HETAL, "CP-010-CI", "20").isAt("IN_APPROVAL");
        String task = deal.task("meera", "approval/decide").path("id").asText();
        api.as("asha").post("/tasks/" + task + "/claim", null).problem(404, "not-found", null);
        api.as("meera").post("/tasks/" + task + "/claim", null).with(200);
        api.as("meera")
                .post(
                        "/tasks/" + task + "/completion",
                        Map.of("variables", Map.of("decision", "REJECTED", "comment", "")))
                .problem(422, "comment-missing", "comment");
        api.as("meera")
                .post(
                        "/tasks/" + task + "/completion",
                        Map.of("variables", Map.of("decision", "SENT_BACK", "comment", "2 % more, please")))
                .with(204);
        deal.goOn();
        if (deal.hasTask("vikram", "approval/decide")) {
            deal.approve("vikram");
        }
        deal.complete("asha", "quotation/rework", Map.of("reworkDecision", "RESUBMIT"));
        approveAll(deal).isAt("WITH_BUYER");
    }

    @Test
    void aBuyerMayDeclineAndTheDealIsLost() {
        Deal deal = inquire(PRIYA, "PG-010", "4");
        String quote = deal.quote().path("number").asText();
        deal.buyer()
                .post("/quotes/" + quote + "/decline", Map.of("reason", "Budget moved to next year"))
                .with(200);
        deal.goOn().isAt("LOST");
    }

    @Test
    void aChangeAskedForBecomesANewRevisionAndTheOldOneCannotBeAccepted() {
        Deal deal = inquire(PRIYA, "PG-010", "4");
        String quote = deal.quote().path("number").asText();
        deal.buyer()
                .post("/quotes/" + quote + "/change-requests", Map.of("wish", "Eight instead of four"))
                .with(200);
        deal.goOn();
        api.as("asha")
                .put("/quotes/" + quote + "/lines", Map.of("lines", List.of(Map.of("lineNo", 1, "quantity", 8))))
                .with(200);
        deal.complete("asha", "quotation/rework", Map.of("reworkDecision", "RESUBMIT"));
        approveAll(deal).isAt("WITH_BUYER");
        assertThat(deal.quote().path("revision").asInt()).isEqualTo(2);
        deal.buyer()
                .post("/quotes/" + quote + "/acceptance", Map.of("revision", 1, "poNumber", "PO-OLD"))
                .problem(409, "quote-superseded", null);
        deal.accept().isAt("IN_FULFILMENT");
    }

    @Test
    void anExpiredQuoteCannotBeAcceptedAndEndsTheDeal() {
        Deal deal = inquire(PRIYA, "PG-010", "4");
        JsonNode quote = deal.quote();
        clock.advance(Duration.ofDays(60));
        deal.buyer()
                .post(
                        "/quotes/" + quote.path("number").asText() + "/acceptance",
                        Map.of("revision", quote.path("revision").asInt(), "poNumber", "PO-LATE"))
                .problem(409, "quote-expired", null);
        deal.goOn().isAt("LOST");
    }

    @Test
    void aCancelledOrderGivesItsStockBack() {
        Deal deal = inquire(SENTHIL, "ES-50-160-SS", "3");
        approveAll(deal);
        BigDecimal before = available("ES-50-160-SS");
        deal.accept();
        assertThat(available("ES-50-160-SS")).isEqualByComparingTo(before.subtract(new BigDecimal("3")));
        api.as("asha")
                .post("/deals/" + deal.number() + "/cancellation", Map.of("reason", "Project stopped by the buyer"))
                .with(204);
        deal.goOn().isAt("CANCELLED");
        assertThat(available("ES-50-160-SS")).isEqualByComparingTo(before);
        assertThat(deal.hasTask("ravi", "fulfilment/pick")).isFalse();
    }

    @Test
    void anInvoicedOrderIsNotCancelled() {
        Deal deal = inquire(PRIYA, "PG-010", "4").accept();
        String shipment = deal.task("ravi", "fulfilment/pick")
                .path("references")
                .path("shipmentNumber")
                .asText();
        deal.pickAll(shipment).inspect().pack();
        assertThat(deal.invoices()).hasSize(1);
        api.as("asha")
                .post("/deals/" + deal.number() + "/cancellation", Map.of("reason", "Changed their mind"))
                .problem(409, "invoice-issued", null);
        deal.handOver().isAt("AWAITING_PAYMENT");
    }

    @Test
    void goodsThatLeftCannotBeCancelled() {
        Deal deal = inquire(PRIYA, "PG-010", "4");
        deal.accept().ship();
        api.as("asha")
                .post("/deals/" + deal.number() + "/cancellation", Map.of("reason", "Changed their mind"))
                .problem(409, "goods-dispatched", null);
        deal.isAt("AWAITING_PAYMENT");
    }

    private Deal inquire(String buyer, String... lines) {
        return Deal.inquire(api, jobs, buyer, lines);
    }

    private static Deal approveAll(Deal deal) {
        for (String approver : List.of("tara", "meera", "vikram")) {
            while (deal.hasTask(approver, "approval/decide")) {
                deal.approve(approver);
            }
        }
        return deal;
    }

    private BigDecimal available(String sku) {
        return api.as("ravi").get("/stock?sku=" + sku).path("available").decimalValue();
    }

    private void receive(String sku, String quantity) {
        Map<String, Object> line = Map.of("sku", sku, "quantity", new BigDecimal(quantity), "bin", "RCV-01");
        Map<String, Object> receipt = Map.of(
                "reference",
                "GRN-" + UUID.randomUUID().toString().substring(0, 8),
                "warehouseCode",
                "PUN",
                "lines",
                List.of(line));
        api.as("ravi").post("/stock-receipts", receipt).with(201);
    }

    private static Map<String, Object> advance(JsonNode order) {
        Map<String, Object> payment = new LinkedHashMap<>();
        payment.put("buyerCode", order.path("buyerCode").asText());
        payment.put("orderNumber", order.path("number").asText());
        payment.put("amount", order.path("advance").decimalValue());
        payment.put("currency", order.path("currency").asText());
        payment.put("mode", "UPI");
        payment.put("reference", "UPI" + UUID.randomUUID());
        payment.put("receivedOn", order.path("orderedOn").asText());
        return payment;
    }

    private static String pdf(Deal deal, String kind) throws Exception {
        for (JsonNode document : deal.documents()) {
            if (document.path("kind").asText().equals(kind)) {
                byte[] pdf =
                        deal.buyer().bytes("/documents/" + document.path("id").asLong());
                try (var loaded = Loader.loadPDF(pdf)) {
                    return new PDFTextStripper().getText(loaded);
                }
            }
        }
        throw new AssertionError("No " + kind + " in " + deal.documents());
    }

    private static BigDecimal money(JsonNode node, String field) {
        return node.path(field).decimalValue();
    }

    private static BigDecimal sum(JsonNode invoices, String field) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode invoice : invoices) {
            sum = sum.add(invoice.path("totals").path(field).decimalValue());
        }
        return sum;
    }
}
