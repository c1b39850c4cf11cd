package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import io.tradeflow.credit.Exposures;
import io.tradeflow.dispatch.ConsignmentLost;
import io.tradeflow.dispatch.ConsignmentRefused;
import io.tradeflow.inventory.Stock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Goods come back: with a replacement, with a credit note, refused at the door, lost. */
@TradeflowTest
class ReturnsTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";
    private static final String SKU = "CP-010-CI";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Exposures exposures;

    @Autowired
    Stock stock;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    private Api api;

    @BeforeEach
    void open() {
        api = new Api(port, "asha");
    }

    @AfterEach
    void booksAgree() {
        assertThat(stock.reconcile()).isEmpty();
        assertThat(exposures.reconcile()).isEmpty();
    }

    @Test
    void damagedGoodsAreReplacedWithAChallanAndNotBilledAgain() {
        Deal deal = delivered("4");
        BigDecimal owed = owed();
        String number = ask(deal, deal.buyer(), "DAMAGED", "REPLACEMENT", "2");
        deal.complete("lata", "returns/approve", Map.of("decision", "APPROVED"));
        assertThat(mails(deal, "return-approved:")).singleElement().asString().contains(number, "mark every package");
        BigDecimal before = onHand();
        receive(deal, "2");
        deal.complete(
                "lata",
                "returns/inspect",
                Map.of("restock", "{\"1\":\"1\"}", "scrap", "{\"1\":\"1\"}", "note", "Casing cracked"));

        assertThat(onHand()).isEqualByComparingTo(before.add(BigDecimal.ONE));
        assertThat(returned(number).path("status").asText()).isEqualTo("SETTLED");
        assertThat(line(deal).path("open").decimalValue()).isEqualByComparingTo("2");
        assertThat(line(deal).path("fulfilment").asText()).isEqualTo("PART");
        deal.isAt("IN_FULFILMENT").ship();

        assertThat(deal.invoices()).hasSize(1);
        assertThat(deal.shipments()).hasSize(2);
        assertThat(deal.documents().findValuesAsText("kind")).contains("DELIVERY_CHALLAN");
        assertThat(owed()).isEqualByComparingTo(owed);
        JsonNode line = line(deal);
        assertThat(line.path("dispatched").decimalValue()).isEqualByComparingTo("6");
        assertThat(line.path("returned").decimalValue()).isEqualByComparingTo("2");
        assertThat(line.path("net").decimalValue()).isEqualByComparingTo("4");
        assertThat(line.path("open").decimalValue()).isZero();
        assertThat(line.path("invoiced").decimalValue()).isEqualByComparingTo("4");
        assertThat(line.path("fulfilment").asText()).isEqualTo("FULL");
        deal.isAt("AWAITING_PAYMENT").payAll().isAt("CLOSED");
    }

    @Test
    void aClosedDealIsReplacedAndStaysClosed() {
        Deal deal = delivered("3").payAll().isAt("CLOSED");
        ask(deal, deal.as("lata"), "DEFECTIVE", "REPLACEMENT", "3");
        deal.complete("lata", "returns/approve", Map.of("decision", "APPROVED"));
        receive(deal, "3");
        deal.complete("lata", "returns/inspect", Map.of("quarantine", "{\"1\":\"3\"}", "note", "To be examined"));

        deal.ship().isAt("CLOSED");

        assertThat(deal.invoices()).hasSize(1);
        assertThat(line(deal).path("net").decimalValue()).isEqualByComparingTo("3");
        assertThat(deal.hasTask("ravi", "fulfilment/pick")).isFalse();
    }

    /** Of 4 that come back, 3 were credited by hand before: finance names that note for them, and the fourth gets the return's own. */
    @Test
    void whatFinanceHadCreditedIsNotCreditedAgain() {
        Deal deal = delivered("4");
        JsonNode invoice = deal.invoices().path(0);
        BigDecimal owed = owed();
        Map<String, Object> byHand = Map.of(
                "reason",
                "GOODS_RETURNED",
                "lines",
                List.of(Map.of("invoiceNumber", invoice.path("number").asText(), "invoiceLineNo", 1, "quantity", "3")));
        deal.as("farid").post("/notes", byHand).with(201);
        for (String approver : List.of("meera", "vikram")) {
            if (deal.hasTask(approver, "invoicing/approve-note")) {
                deal.complete(approver, "invoicing/approve-note", Map.of("noteDecision", "APPROVED"));
            }
        }
        JsonNode note = deal.buyer().get("/notes?deal=" + deal.number()).path(0);
        BigDecimal credited = note.at("/totals/grandTotal").decimalValue();
        assertThat(owed()).isEqualByComparingTo(owed.subtract(credited));
        String number = ask(deal, deal.buyer(), "NOT_NEEDED", "CREDIT", "4");
        deal.complete("meera", "returns/approve", Map.of("decision", "APPROVED"));
        receive(deal, "4");
        deal.complete("lata", "returns/inspect", Map.of("restock", "{\"1\":\"4\"}"));

        String task = deal.task("farid", "returns/approve-credit").path("id").asText();
        deal.as("farid").post("/tasks/" + task + "/claim", null).with(200);
        deal.as("farid")
                .post("/tasks/" + task + "/completion", Map.of("variables", Map.of("creditDecision", "APPROVED")))
                .problem(422, "note-invalid", "lines[0].quantity");
        deal.as("farid")
                .post(
                        "/tasks/" + task + "/completion",
                        Map.of(
                                "variables",
                                Map.of("creditDecision", "CREDITED", "creditNoteNumber", "MH-2627-CN99999")))
                .problem(422, "credit-note-unknown", "creditNoteNumber");
        String noteNumber = note.path("number").asText();
        deal.as("farid")
                .post(
                        "/tasks/" + task + "/completion",
                        Map.of("variables", Map.of("creditDecision", "CREDITED", "creditNoteNumber", noteNumber)))
                .with(204);
        deal.goOn();

        assertThat(returned(number).path("status").asText()).as("one is left").isEqualTo("INSPECTED");
        deal.as("farid").post("/notes/preview", byHand).problem(422, "note-invalid", "lines[0].quantity");
        deal.complete("farid", "returns/approve-credit", Map.of("creditDecision", "APPROVED"));
        assertThat(returned(number).path("status").asText()).isEqualTo("SETTLED");
        assertThat(deal.buyer().get("/notes?deal=" + deal.number())).hasSize(2);
        assertThat(line(deal).path("credited").decimalValue()).isEqualByComparingTo("4");
        assertThat(owed())
                .as("each piece is credited once")
                .isEqualByComparingTo(
                        owed.subtract(invoice.at("/totals/grandTotal").decimalValue()));
    }

    @Test
    void whatIsNotNeededIsCreditedAndDoesNotMakeTheOrderOpenAgain() {
        Deal deal = delivered("4");
        BigDecimal owed = owed();
        JsonNode invoice = deal.invoices().path(0);
        String number = ask(deal, deal.buyer(), "NOT_NEEDED", "CREDIT", "2");
        deal.complete("meera", "returns/approve", Map.of("decision", "APPROVED"));
        receive(deal, "1");
        deal.complete("lata", "returns/inspect", Map.of("restock", "{\"1\":\"1\"}"));

        JsonNode claim = returned(number).path("claims").path(0);
        BigDecimal quarter =
                invoice.path("lines").path(0).path("net").decimalValue().divide(new BigDecimal("4"));
        assertThat(claim.path("invoiceNumber").asText())
                .isEqualTo(invoice.path("number").asText());
        assertThat(claim.path("quantity").decimalValue()).isEqualByComparingTo("1");
        assertThat(claim.path("taxableValue").decimalValue().subtract(quarter).abs())
                .isLessThan(new BigDecimal("500"));
        assertThat(owed()).isEqualByComparingTo(owed);
        assertThat(line(deal).path("open").decimalValue()).isZero();
        assertThat(line(deal).path("fulfilment").asText()).isEqualTo("FULL");
        assertThat(deal.hasTask("ravi", "fulfilment/pick")).isFalse();

        credit(deal);

        assertThat(returned(number).path("status").asText()).isEqualTo("SETTLED");
        assertThat(line(deal).path("credited").decimalValue()).isEqualByComparingTo("1");
        JsonNode credited = returned(number).path("claims").path(0);
        JsonNode note =
                deal.buyer().get("/notes/" + credited.path("creditNoteNumber").asText());
        assertThat(credited.path("creditNoteHref").asText())
                .endsWith(note.path("number").asText());
        assertThat(note.path("number").asText()).matches("MH-2627-CN[0-9]{5}");
        assertThat(note.path("returnNumber").asText()).isEqualTo(number);
        assertThat(note.path("reason").asText()).isEqualTo("GOODS_RETURNED");
        assertThat(note.path("lines").path(0).path("taxableValue").decimalValue())
                .isEqualByComparingTo(credited.path("taxableValue").decimalValue());
        assertThat(note.path("itcStatus").asText()).isEqualTo("ASKED");
        assertThat(deal.buyer().bytes("/documents/" + note.path("documentId").asLong()))
                .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(mails(deal, "note-sent:")).hasSize(1);
        // what the buyer owes changes with the credit note
        assertThat(owed())
                .isEqualByComparingTo(
                        owed.subtract(note.path("totals").path("grandTotal").decimalValue()));
        // the one that did not arrive may be asked for again, the other three too, not more
        assertThat(left(deal)).isEqualByComparingTo("3");
        deal.isAt("AWAITING_PAYMENT");
    }

    @Test
    void aNoteOfFinanceWaitsForItsApprovalAndTheBuyerDeclaresTheReversal() {
        Deal deal = delivered("3");
        JsonNode invoice = deal.invoices().path(0);
        Map<String, Object> tooMuch = note(invoice, "unitPrice", new BigDecimal("-1"));
        deal.as("farid").post("/notes", tooMuch).problem(422, "note-invalid", "lines[0].unitPrice");
        deal.as("asha").post("/notes", tooMuch).problem(403, "finance-only", null);
        Map<String, Object> wanted = note(invoice, "amount", new BigDecimal("10000"));
        assertThat(deal.as("farid")
                        .post("/notes/preview", wanted)
                        .with(200)
                        .json()
                        .path("totals")
                        .path("grandTotal")
                        .decimalValue())
                .isEqualByComparingTo("11800");

        JsonNode draft = deal.as("farid")
                .post("/notes", wanted, "note-of-" + deal.number())
                .with(201)
                .json();
        JsonNode again = deal.as("farid")
                .post("/notes", wanted, "note-of-" + deal.number())
                .with(201)
                .json();

        assertThat(again.path("number")).isEqualTo(draft.path("number"));
        assertThat(draft.path("status").asText()).isEqualTo("DRAFTED");
        deal.complete("meera", "invoicing/approve-note", Map.of("noteDecision", "APPROVED"));
        JsonNode note = deal.buyer().get("/notes?deal=" + deal.number()).path(0);
        assertThat(note.path("lines").path(0).path("quantity").decimalValue()).isZero();
        assertThat(note.path("totals").path("grandTotal").decimalValue()).isEqualByComparingTo("11800");
        assertThat(deal.as("farid")
                        .get("/note-drafts/" + draft.path("number").asText())
                        .path("noteNumber")
                        .asText())
                .isEqualTo(note.path("number").asText());
        assertThat(deal.buyer()
                        .post(
                                "/notes/" + note.path("number").asText() + "/itc-reversals",
                                Map.of(
                                        "status",
                                        "DECLARED",
                                        "on",
                                        note.path("issuedOn").asText()))
                        .with(200)
                        .json()
                        .path("itcStatus")
                        .asText())
                .isEqualTo("DECLARED");
    }

    private static Map<String, Object> note(JsonNode invoice, String figure, BigDecimal value) {
        return Map.of(
                "reason",
                "EXCESS_CHARGED",
                "lines",
                List.of(Map.of("invoiceNumber", invoice.path("number").asText(), "invoiceLineNo", 1, figure, value)));
    }

    @Test
    void creditsOfOneLineNeverExceedItsInvoice() {
        Deal deal = delivered("3");
        BigDecimal sum = BigDecimal.ZERO;
        for (int at = 0; at < 3; at++) {
            String number = ask(deal, deal.buyer(), "DAMAGED", "CREDIT", "1");
            deal.complete("lata", "returns/approve", Map.of("decision", "APPROVED"));
            receive(deal, "1");
            deal.complete("lata", "returns/inspect", Map.of("scrap", "{\"1\":\"1\"}", "note", "Broken"));
            credit(deal);
            for (JsonNode claim : returned(number).path("claims")) {
                sum = sum.add(claim.path("taxableValue").decimalValue());
            }
        }
        assertThat(sum)
                .isEqualByComparingTo(deal.invoices()
                        .path(0)
                        .path("totals")
                        .path("taxableValue")
                        .decimalValue());
        assertThat(left(deal)).isZero();
    }

    @Test
    void aRefusedReturnGivesItsReasonAndMayBeAskedForAgain() {
        Deal deal = delivered("2");
        String number = ask(deal, deal.buyer(), "DAMAGED", "CREDIT", "2");
        assertThat(left(deal)).isZero();
        String task = deal.task("lata", "returns/approve").path("id").asText();
        api.as("lata").post("/tasks/" + task + "/claim", null).with(200);
        api.as("lata")
                .post("/tasks/" + task + "/completion", Map.of("variables", Map.of("decision", "REFUSED")))
                .problem(422, "reason-missing", "decisionNote");
        api.as("lata")
                .post(
                        "/tasks/" + task + "/completion",
                        Map.of("variables", Map.of("decision", "REFUSED", "decisionNote", "Used for a month")))
                .with(204);
        deal.goOn();
        assertThat(returned(number).path("status").asText()).isEqualTo("REFUSED");
        assertThat(mails(deal, "return-refused:")).singleElement().asString().contains("Used for a month");
        assertThat(left(deal)).isEqualByComparingTo("2");
    }

    @Test
    void nobodyDecidingEscalatesAndGoodsThatNeverComeLapse() {
        Deal deal = delivered("2");
        String number = ask(deal, deal.buyer(), "DEFECTIVE", "CREDIT", "2");
        clock.advance(Duration.ofDays(2).plusMinutes(1));
        deal.goOn();
        deal.complete("meera", "returns/approve", Map.of("decision", "APPROVED"));
        clock.advance(Duration.ofDays(7).plusMinutes(1));
        deal.goOn();
        assertThat(mails(deal, "return-awaited:")).hasSize(1);
        clock.advance(Duration.ofDays(14));
        deal.goOn();
        assertThat(returned(number).path("status").asText()).isEqualTo("LAPSED");
        assertThat(deal.hasTask("ravi", "returns/receive")).isFalse();
        assertThat(left(deal)).isEqualByComparingTo("2");
    }

    @Test
    void aReturnMayBeWithdrawnUntilTheGoodsAreThere() {
        Deal deal = delivered("2");
        String number = ask(deal, deal.buyer(), "DAMAGED", "CREDIT", "1");
        deal.buyer().post("/returns/" + number + "/withdrawal", null).with(200);
        deal.goOn();
        assertThat(deal.hasTask("lata", "returns/approve")).isFalse();
        assertThat(left(deal)).isEqualByComparingTo("2");
        deal.buyer().post("/returns/" + number + "/withdrawal", null).problem(409, "return-under-way", null);
    }

    @Test
    void whatIsRefusedAtTheDoorComesBackAndIsSentOnceMore() {
        Deal deal = onTheirWay("2");
        String shipment = deal.shipments().path(0).path("number").asText();
        ConsignmentRefused refused = new ConsignmentRefused(
                shipment,
                deal.number(),
                deal.order().path("number").asText(),
                "Gate was closed",
                List.of(new ConsignmentRefused.Line(1, 1, SKU, "", new BigDecimal("2"), "NOS")));
        report(refused);
        report(refused);
        deal.goOn();
        assertThat(deal.buyer().get("/returns?deal=" + deal.number())).hasSize(1);
        deal.complete("asha", "returns/decide-remedy", Map.of("remedy", "REPLACEMENT"));
        assertThat(mails(deal, "return-remedy:")).hasSize(1);
        receive(deal, "2");
        deal.complete("lata", "returns/inspect", Map.of("restock", "{\"1\":\"2\"}"));
        deal.ship();

        assertThat(deal.invoices()).hasSize(1);
        assertThat(line(deal).path("net").decimalValue()).isEqualByComparingTo("2");
        deal.isAt("AWAITING_PAYMENT").payAll().isAt("CLOSED");
    }

    @Test
    void ofWhatIsRefusedAtTheDoorAllIsCreditedThoughOnlyPartComesBack() {
        Deal deal = refused();
        deal.complete("asha", "returns/decide-remedy", Map.of("remedy", "CREDIT"));
        receive(deal, "1");
        deal.complete("lata", "returns/inspect", Map.of("restock", "{\"1\":\"1\"}"));
        credit(deal);

        assertThat(line(deal).path("credited").decimalValue()).isEqualByComparingTo("2");
        assertThat(line(deal).path("net").decimalValue()).isZero();
    }

    @Test
    void whatIsRefusedAtTheDoorAndNeverComesBackIsCreditedAsLost() {
        Deal deal = refused();
        deal.complete("asha", "returns/decide-remedy", Map.of("remedy", "CREDIT"));
        clock.advance(Duration.ofDays(21).plusMinutes(1));
        deal.goOn();
        clock.reset(); // a credit note of a later day would keep those of today out of the series
        credit(deal);

        assertThat(line(deal).path("credited").decimalValue()).isEqualByComparingTo("2");
        assertThat(line(deal).path("net").decimalValue()).isZero();
        assertThat(deal.buyer()
                        .get("/returns?deal=" + deal.number())
                        .path(0)
                        .path("status")
                        .asText())
                .isEqualTo("SETTLED");
    }

    private static void credit(Deal deal) {
        deal.complete("farid", "returns/approve-credit", Map.of("creditDecision", "APPROVED"));
    }

    private Deal refused() {
        Deal deal = onTheirWay("2");
        report(new ConsignmentRefused(
                deal.shipments().path(0).path("number").asText(),
                deal.number(),
                deal.order().path("number").asText(),
                "Gate was closed",
                List.of(new ConsignmentRefused.Line(1, 1, SKU, "", new BigDecimal("2"), "NOS"))));
        deal.goOn();
        return deal;
    }

    @Test
    void lostGoodsAreCreditedWithoutAnythingComingBack() {
        Deal deal = onTheirWay("2");
        report(new ConsignmentLost(
                deal.shipments().path(0).path("number").asText(),
                deal.number(),
                deal.order().path("number").asText(),
                null,
                List.of(new ConsignmentLost.Line(1, 1, SKU, "", new BigDecimal("2"), "NOS"))));
        deal.goOn();
        BigDecimal before = onHand();
        deal.complete("asha", "returns/decide-remedy", Map.of("remedy", "CREDIT"));
        assertThat(deal.hasTask("ravi", "returns/receive")).isFalse();
        credit(deal);

        assertThat(onHand()).isEqualByComparingTo(before);
        assertThat(line(deal).path("net").decimalValue()).isZero();
        assertThat(line(deal).path("open").decimalValue()).isZero();
        assertThat(line(deal).path("credited").decimalValue()).isEqualByComparingTo("2");
    }

    @Test
    void tenAtOnceAskForTheLastPiecesAndOneGetsThem() throws Exception {
        Deal deal = delivered("3");
        ExecutorService pool = Executors.newFixedThreadPool(10);
        List<Callable<Integer>> requests = new ArrayList<>();
        for (int at = 0; at < 10; at++) {
            requests.add(() -> deal.buyer()
                    .post("/returns", request(deal, "DAMAGED", "CREDIT", "2"))
                    .status());
        }
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> answer : pool.invokeAll(requests)) {
            answers.add(answer.get());
        }
        pool.shutdown();

        assertThat(answers).containsOnlyOnce(201);
        assertThat(left(deal)).isEqualByComparingTo("1");
        assertThat(jdbc.sql("select claimed from returnable where shipment_number = :shipment")
                        .param(
                                "shipment",
                                deal.shipments().path(0).path("number").asText())
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("2");
    }

    @Test
    void whatIsOnItsWayCannotComeBackUnlessNobodyTellsWhereItIs() {
        Deal tracked = onTheirWay("2");
        Deal untold = onTheirWay("2");
        tracked.buyer()
                .post("/returns", request(tracked, "DAMAGED", "CREDIT", "1"))
                .problem(422, "return-invalid", "lines[0].shipmentNumber");
        assertThat(left(tracked)).isZero();
        tracked.as("ravi")
                .post(
                        "/consignments/"
                                + tracked.shipments().path(0).path("number").asText() + "/events",
                        Map.of("kind", tracking("MOVING")))
                .with(200);
        clock.advance(Duration.ofDays(13));

        assertThat(left(tracked)).as("the carrier still reports").isZero();
        assertThat(left(untold)).isEqualByComparingTo("2");
        ask(untold, untold.buyer(), "DAMAGED", "CREDIT", "1");
    }

    private String tracking(String effect) {
        return jdbc.sql("select code from tracking_event_kind where effect = :effect order by code limit 1")
                .param("effect", effect)
                .query(String.class)
                .single();
    }

    @Test
    void aRequestIsCheckedFieldByField() {
        Deal deal = delivered("2");
        Api buyer = deal.buyer();
        buyer.post("/returns", request(deal, "DAMAGED", "CREDIT", "3"))
                .problem(422, "return-invalid", "lines[0].quantity");
        buyer.post("/returns", request(deal, "NOT_NEEDED", "REPLACEMENT", "1"))
                .problem(422, "return-invalid", "remedy");
        buyer.post("/returns", request(deal, "LOST_IN_TRANSIT", "CREDIT", "1")).problem(422, "return-invalid", "kind");
        api.as("hetal@sabarmati-traders.example")
                .post("/returns", request(deal, "DAMAGED", "CREDIT", "1"))
                .problem(404, "not-found", null);
        api.as("ravi")
                .post("/returns", request(deal, "DAMAGED", "CREDIT", "1"))
                .problem(403, "returns-not-yours", null);
        clock.advance(Duration.ofDays(16));
        buyer.post("/returns", request(deal, "DAMAGED", "CREDIT", "1"))
                .problem(422, "return-invalid", "lines[0].shipmentNumber");
        ask(deal, buyer, "DEFECTIVE", "CREDIT", "1");
    }

    private Deal onTheirWay(String quantity) {
        Deal deal = Deal.inquire(api, jobs, PRIYA, SKU, quantity);
        for (String approver : List.of("tara", "meera", "vikram")) {
            while (deal.hasTask(approver, "approval/decide")) {
                deal.approve(approver);
            }
        }
        return deal.accept().ship();
    }

    /** Dispatched, and the carrier says that the buyer has it. */
    private Deal delivered(String quantity) {
        Deal deal = onTheirWay(quantity);
        arrives(deal);
        return deal;
    }

    private static void arrives(Deal deal) {
        deal.as("ravi")
                .post(
                        "/consignments/"
                                + deal.shipments().path(0).path("number").asText() + "/events",
                        Map.of("kind", "DELIVERED", "receivedBy", "Anil Patil"))
                .with(200);
        deal.goOn();
    }

    private String ask(Deal deal, Api by, String kind, String remedy, String quantity) {
        String number = by.post("/returns", request(deal, kind, remedy, quantity))
                .with(201)
                .json()
                .path("number")
                .asText();
        deal.goOn();
        return number;
    }

    private static Map<String, Object> request(Deal deal, String kind, String remedy, String quantity) {
        return Map.of(
                "dealNumber",
                deal.number(),
                "kind",
                kind,
                "remedy",
                remedy,
                "note",
                "The casing is cracked",
                "lines",
                List.of(Map.of(
                        "shipmentNumber",
                        deal.shipments().path(0).path("number").asText(),
                        "shipmentLineNo",
                        1,
                        "quantity",
                        new BigDecimal(quantity))));
    }

    private void receive(Deal deal, String quantity) {
        deal.complete(
                "ravi", "returns/receive", Map.of("warehouse", "PUN", "received", "{\"1\":\"" + quantity + "\"}"));
    }

    private JsonNode returned(String number) {
        return api.as("asha").get("/returns/" + number);
    }

    private JsonNode line(Deal deal) {
        return deal.buyer()
                .get("/orders/" + deal.order().path("number").asText() + "/line-statuses")
                .path(0);
    }

    private BigDecimal left(Deal deal) {
        BigDecimal left = BigDecimal.ZERO;
        for (JsonNode line : deal.buyer().get("/returnable?deal=" + deal.number())) {
            left = left.add(line.path("left").decimalValue());
        }
        return left;
    }

    private void report(Object event) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> events.publishEvent(event));
    }

    private BigDecimal onHand() {
        return jdbc.sql("select sum(on_hand) from stock_balance where sku = :sku")
                .param("sku", SKU)
                .query(BigDecimal.class)
                .single();
    }

    private BigDecimal owed() {
        return exposures.of("SAHYADRI-AGRO", "INR").total().amount();
    }

    private List<String> mails(Deal deal, String key) {
        return jdbc.sql("select body from mail where deal_number = :deal and key like :key || '%' order by id")
                .param("deal", deal.number())
                .param("key", key)
                .query(String.class)
                .list();
    }
}
