package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import io.tradeflow.access.Visitor;
import io.tradeflow.einvoice.PortalSigns;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A company that registers its invoices: the goods wait until finance has brought the portal's answer, and the invoice prints it. */
@TradeflowTest
class EInvoiceJourneyTest {

    private static final String HETAL = "hetal@sabarmati-traders.example";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

    @BeforeEach
    void registersFromToday() {
        registers(true);
    }

    /** All tests share the program, and the others register nothing. */
    @AfterEach
    void registersNoMore() {
        registers(false);
    }

    private void registers(boolean applies) {
        farid().put(
                        "/e-invoice-duty",
                        Map.of(
                                "validFrom",
                                LocalDate.now(clock).toString(),
                                "applies",
                                applies,
                                "uploadWithinDays",
                                30,
                                "source",
                                "turnover above ten crore"))
                .with(204);
    }

    @Test
    void goodsLeaveOnceTheInvoiceIsRegistered() throws Exception {
        Deal deal = packed();
        String invoice = deal.invoices().path(0).path("number").asText();
        assertThat(deal.hasTask("ravi", "dispatch/hand-over"))
                .as("goods wait for the registration")
                .isFalse();
        JsonNode waiting =
                farid().get("/e-invoices?state=READY&deal=" + deal.number()).path(0);
        String irn = waiting.path("irn").asText();
        assertThat(waiting.path("documentNumber").asText()).isEqualTo(invoice);
        JsonNode request = farid().get("/e-invoices/" + irn + "/request.json");
        assertThat(request.at("/ValDtls/TotInvVal").decimalValue())
                .isEqualByComparingTo(
                        deal.invoices().path(0).at("/totals/grandTotal").decimalValue());
        assertThat(farid().get("/e-invoices/bundle.json").toString()).contains(invoice);
        String task = deal.task("farid", "einvoice/register").path("id").asText();
        farid().post("/tasks/" + task + "/claim", null).with(200);
        farid().post("/tasks/" + task + "/completion", Map.of("variables", Map.of()))
                .problem(422, "e-invoice-not-registered", "eInvoiceRefusal");

        JsonNode answer = answer(request, irn);
        deal.as("asha").post("/e-invoices/signed-answers", answer).problem(403, "e-invoices-by-finance", null);
        farid().post("/e-invoices/signed-answers", List.of(answer)).with(200);
        deal.goOn();

        assertThat(deal.hasTask("farid", "einvoice/register"))
                .as("done by the upload")
                .isFalse();
        JsonNode registered = farid().get("/e-invoices/" + irn);
        assertThat(registered.path("state").asText()).isEqualTo("REGISTERED");
        assertThat(registered.has("signatureVerified")).as("no key is set").isFalse();
        printed(deal, invoice, registered);
        pages(deal, irn, registered.path("ackNo").asText());

        deal.handOver();
        farid().post("/e-invoices/" + irn + "/cancellation", Map.of("code", 1)).problem(409, "eway-bill-active", null);
    }

    /** One original of the invoice, with what the portal gave. */
    private void printed(Deal deal, String invoice, JsonNode registered) throws IOException {
        List<JsonNode> papers = new java.util.ArrayList<>();
        deal.documents().forEach(paper -> {
            if (paper.path("number").asText().equals(invoice)) {
                papers.add(paper);
            }
        });
        assertThat(papers).hasSize(1);
        assertThat(deal.invoices().path(0).path("documentId").asLong())
                .isEqualTo(papers.get(0).path("id").asLong());
        byte[] pdf = deal.buyer().bytes("/documents/" + papers.get(0).path("id").asLong());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String irn = registered.path("irn").asText();
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            irn.substring(0, 32),
                            irn.substring(32),
                            registered.path("ackNo").asText());
        }
    }

    private void pages(Deal deal, String irn, String ackNo) throws Exception {
        Visitor finance = Visitor.signedIn(port, "farid");
        assertThat(finance.get("/desk/e-invoices?state=REGISTERED").body()).contains(deal.number(), ackNo);
        assertThat(finance.get("/desk/e-invoices").body()).contains("applies since", "Signed answer");
        assertThat(finance.get("/desk/e-invoices?state=NONSENSE").statusCode()).isEqualTo(302);
        assertThat(finance.get("/desk/e-invoices").body()).contains("NONSENSE", "is not one of the choices");
        assertThat(finance.get("/desk/e-invoices/" + irn).body()).contains(irn, ackNo, "not verified", "Taken over");
        assertThat(finance.get("/desk/e-invoices/duty").body()).contains("turnover above ten crore", "30 days");
        assertThat(Visitor.signedIn(port, "admin").get("/desk/setup/company").body())
                .contains("registers its invoices with the portal since");
    }

    @Test
    void whatThePortalRefusesIsClearedUpTriedAgainAndCancelledInTime() {
        Deal deal = packed();
        deal.complete("farid", "einvoice/register", Map.of("eInvoiceRefusal", "3028: GSTIN is not active"));
        JsonNode problem =
                farid().get("/e-invoices?state=PROBLEM&deal=" + deal.number()).path(0);
        assertThat(problem.path("problem").asText()).isEqualTo("The portal refused it: 3028: GSTIN is not active");
        String irn = problem.path("irn").asText();
        assertThat(deal.hasTask("omkar", "einvoice/clear-up"))
                .as("operations see it too")
                .isTrue();

        deal.complete("farid", "einvoice/clear-up", Map.of("eInvoiceSolution", "TRY_AGAIN"));
        JsonNode answer = answer(farid().get("/e-invoices/" + irn + "/request.json"), irn);
        farid().post("/e-invoices/signed-answers", answer).with(200);
        deal.goOn();
        JsonNode cancelled = farid().post(
                        "/e-invoices/" + irn + "/cancellation", Map.of("code", 2, "remark", "wrong price"))
                .with(200)
                .json();

        assertThat(cancelled.path("state").asText()).isEqualTo("CANCELLED");
        farid().post("/e-invoices/" + irn + "/cancellation", Map.of("code", 2))
                .problem(409, "e-invoice-cancelled", null);
        deal.goOn();
        goodsStayUntilAnotherInvoiceIsRegistered(
                deal, problem.path("documentNumber").asText());
    }

    /** A cancelled invoice bills nothing, and one without its number of the portal is none (CGST rule 48(5)). */
    private void goodsStayUntilAnotherInvoiceIsRegistered(Deal deal, String cancelled) {
        String task = deal.task("ravi", "dispatch/hand-over").path("id").asText();
        deal.as("ravi").post("/tasks/" + task + "/claim", null).with(200);
        Map<String, Object> byRoad = Map.of(
                "variables",
                Map.of(
                        "mode",
                        "ROAD",
                        "carrier",
                        "Deccan Roadways",
                        "vehicleNumber",
                        "MH12AB1234",
                        "ewayBillNumber",
                        Deal.ewayBillNumber()));
        assertThat(refused(deal, task, byRoad, "invoice-cancelled"))
                .contains("Invoice " + cancelled, "finance has issued another invoice");

        deal.complete("farid", "invoicing/another-invoice", Map.of());
        JsonNode waiting =
                farid().get("/e-invoices?state=READY&deal=" + deal.number()).path(0);
        String another = waiting.path("documentNumber").asText();
        assertThat(another).isNotEqualTo(cancelled).isNotBlank();
        assertThat(refused(deal, task, byRoad, "invoice-not-registered"))
                .contains(another, "no invoice reference number yet");

        String irn = waiting.path("irn").asText();
        JsonNode answer = answer(farid().get("/e-invoices/" + irn + "/request.json"), irn);
        farid().post("/e-invoices/signed-answers", answer).with(200);
        deal.goOn();
        deal.as("ravi").post("/tasks/" + task + "/completion", byRoad).with(204);
        deal.goOn();
        assertThat(deal.shipments().path(0).path("status").asText()).isEqualTo("DISPATCHED");
    }

    private static String refused(Deal deal, String task, Map<String, Object> handOver, String because) {
        return deal.as("ravi")
                .post("/tasks/" + task + "/completion", handOver)
                .problem(409, because, null)
                .toString();
    }

    private JsonNode answer(JsonNode request, String irn) {
        String now = java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
                .format(java.time.LocalDateTime.now(clock));
        return PortalSigns.answer(
                request, irn, ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_000_000_000L), now);
    }

    private Deal packed() {
        Deal deal = Deal.inquire(farid(), jobs, HETAL, "CP-010-CI", "12");
        for (String approver : new String[] {"meera", "vikram"}) {
            while (deal.hasTask(approver, "approval/decide")) {
                deal.approve(approver);
            }
        }
        deal.accept();
        String shipment = deal.task("ravi", "fulfilment/pick")
                .at("/references/shipmentNumber")
                .asText();
        return deal.pickAll(shipment).inspect().pack();
    }

    private Api farid() {
        return new Api(port, "farid");
    }
}
