package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
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
        agrees(deal, 24, 1);
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

    /** Every figure of the portal's JSON against the invoice. */
    private static void agrees(Deal deal, int toState, int type) {
        JsonNode json = deal.as("ravi").get(path(deal, "eway-bill.json"));
        JsonNode invoice = invoice(deal);
        JsonNode totals = invoice.path("totals");
        assertThat(json.path("docNo")).isEqualTo(invoice.path("number"));
        assertThat(json.path("totInvValue").decimalValue())
                .isEqualByComparingTo(totals.path("grandTotal").decimalValue());
        assertThat(json.path("totalValue").decimalValue())
                .isEqualByComparingTo(totals.path("taxableValue").decimalValue());
        assertThat(Stream.of("totalValue", "cgstValue", "sgstValue", "igstValue", "otherValue")
                        .map(field -> json.path(field).decimalValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(json.path("totInvValue").decimalValue());
        assertThat(json.path("toStateCode").asInt()).isEqualTo(toState);
        assertThat(json.path("actFromStateCode").asInt()).isEqualTo(27);
        assertThat(json.has("transMode")).as("nothing is handed over yet").isFalse();
    }

    private Deal packed(String buyer, String... lines) {
        Deal deal = Deal.inquire(new Api(port, "asha"), jobs, buyer, lines);
        for (String approver : new String[] {"meera", "vikram"}) {
            while (deal.hasTask(approver, "approval/decide")) {
                deal.approve(approver);
            }
        }
        deal.accept();
        String shipment = deal.shipments().path(0).path("number").asText();
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
        return "/shipments/" + deal.shipments().path(0).path("number").asText() + "/" + rest;
    }

    private static String number() {
        return "351008765" + serial++;
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00A0]+", " ");
        }
    }
}
