package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import io.tradeflow.access.Visitor;
import io.tradeflow.amendment.ChangeState;
import io.tradeflow.amendment.OrderChanges;
import io.tradeflow.approval.Absence;
import io.tradeflow.approval.AbsenceDraft;
import io.tradeflow.approval.Absences;
import io.tradeflow.approval.Approvals;
import io.tradeflow.approval.Represented;
import io.tradeflow.engine.StaffDirectory;
import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A confirmed order is changed: previewed, approved, applied, taken back; never around an approval and never below what has happened. */
@TradeflowTest
class OrderChangeTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";
    private static final List<String> APPROVERS = List.of("meera", "vikram", "farid");

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OrderChanges changes;

    @Autowired
    Absences absences;

    @Autowired
    Approvals approvals;

    @Autowired
    StaffDirectory staff;

    private Api api;

    @BeforeEach
    void open() {
        api = new Api(port, "asha");
    }

    @Test
    void aChangeThatIsTakenBackLeavesEverythingAsItWas() {
        Deal deal = heldOrder();
        JsonNode before = deal.order();
        String order = before.path("number").asText();
        BigDecimal owed = confirmedExposure();
        String day = LocalDate.now(clock).plusDays(30).toString();
        Map<String, Object> change = change(
                List.of(Map.of("lineNo", 1, "quantity", 15, "requestedOn", day)),
                List.of(Map.of("sku", "CP-005-CI", "quantity", 2)));

        JsonNode preview = api.post("/orders/" + order + "/changes/preview", change)
                .with(200)
                .json();
        assertThat(deal.order()).as("a preview changes nothing").isEqualTo(before);
        propose("asha", order, change).with(201);
        decideAll(deal);

        JsonNode after = deal.order();
        assertThat(after.path("grandTotal")).isEqualTo(preview.path("after").path("total"));
        assertThat(after.path("lines")).hasSize(3);
        assertThat(after.path("lines").path(0).path("quantity").decimalValue()).isEqualByComparingTo("15");
        assertThat(after.path("lines").path(0).path("requestedOn").asText()).isEqualTo(day);
        assertThat(confirmedExposure().subtract(owed))
                .isEqualByComparingTo(after.path("grandTotal")
                        .decimalValue()
                        .subtract(before.path("grandTotal").decimalValue()));
        assertThat(confirmations(order)).isEqualTo(2);
        assertThat(jdbc.sql("select body from mail where key = :key")
                        .param("key", "order-revised:" + order + ":1")
                        .query(String.class)
                        .single())
                .contains("15 NOS; was 10 NOS", "New line 3");

        propose(
                        "asha",
                        order,
                        change(
                                List.of(Map.of("lineNo", 1, "quantity", 10), Map.of("lineNo", 3, "quantity", 0)),
                                List.of()))
                .with(201);
        decideAll(deal);
        JsonNode undone = deal.order();
        for (String sum : List.of("netTotal", "tax", "grandTotal", "advance")) {
            assertThat(undone.path(sum)).as(sum).isEqualTo(before.path(sum));
        }
        assertThat(undone.path("lines").path(0).path("unitPrice"))
                .isEqualTo(before.path("lines").path(0).path("unitPrice"));
        assertThat(confirmedExposure()).isEqualByComparingTo(owed);
    }

    @Test
    void noChangeGetsRoundItsApprovals() {
        Deal deal = heldOrder();
        JsonNode before = deal.order();
        String order = before.path("number").asText();
        Map<String, Object> much = change(List.of(Map.of("lineNo", 2, "quantity", 900)), List.of());
        JsonNode preview = api.post("/orders/" + order + "/changes/preview", much)
                .with(200)
                .json();
        assertThat(preview.path("approvals").findValuesAsText("kind")).contains("VALUE");

        String number =
                propose("asha", order, much).with(201).json().path("number").asText();
        deal.goOn();
        assertThat(deal.order())
                .as("nothing is in effect before it is approved")
                .isEqualTo(before);
        assertThat(deal.hasTask("asha", "amendment/approve-change")).isFalse();
        propose("asha", order, change(List.of(Map.of("lineNo", 2, "quantity", 3)), List.of()))
                .problem(409, "change-pending", null);
        assertThatThrownBy(() -> jdbc.sql("update sales_order set revision = revision + 1 where number = :order")
                        .param("order", order)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("no approved change");
        assertThat(changes.apply(number)).as("called past the process").isEqualTo(ChangeState.REFUSED);
        assertThat(deal.order()).isEqualTo(before);
    }

    @Test
    void aRejectedChangeLeavesTheOrderAndTellsTheBuyer() {
        Deal deal = heldOrder();
        JsonNode before = deal.order();
        String order = before.path("number").asText();
        propose("asha", order, change(List.of(Map.of("lineNo", 2, "quantity", 900)), List.of()))
                .with(201);
        deal.goOn();
        String decider = APPROVERS.stream()
                .filter(user -> deal.hasTask(user, "amendment/approve-change"))
                .findFirst()
                .orElseThrow();
        deal.complete(
                decider, "amendment/approve-change", Map.of("decision", "REJECTED", "comment", "Too much for them"));
        deal.goOn();

        assertThat(deal.order()).isEqualTo(before);
        assertThat(api.get("/orders/" + order + "/changes")
                        .path(0)
                        .path("state")
                        .asText())
                .isEqualTo("REFUSED");
        assertThat(APPROVERS).noneMatch(user -> deal.hasTask(user, "amendment/approve-change"));
    }

    @Test
    void whatTheBuyerWantsIsLookedAtByTheSalesDesk() throws Exception {
        Deal deal = heldOrder();
        JsonNode before = deal.order();
        String order = before.path("number").asText();
        Visitor visitor = Visitor.signedIn(port, PRIYA);
        String form =
                "quantity-1=15&quantity-2=2&shippingPolicy=AS_READY&instructions=Ring+twice&reason=We+need+two+more";
        String page = visitor.form("/portal/orders/" + order + "/changes", form).body();
        assertThat(page)
                .contains("What it comes to", "15 NOS; was 10 NOS", "Propose this change")
                .doesNotContain("The buyer owes");
        assertThat(visitor.form("/portal/orders/" + order + "/changes", form.replace("=15", "=-3"))
                        .body())
                .contains("zero or more", "Ring twice");

        visitor.form("/portal/orders/" + order + "/changes", form + "&propose=yes");
        deal.goOn();
        assertThat(deal.order()).isEqualTo(before);
        assertThat(visitor.get("/portal/orders/" + order).body()).contains("In work", "Withdraw this change");

        deal.complete("asha", "amendment/check-change", Map.of("changeDecision", "ACCEPT"));
        decideAll(deal);
        assertThat(deal.order().path("lines").path(0).path("quantity").decimalValue())
                .isEqualByComparingTo("15");
        assertThat(deal.order().path("delivery").path("instructions").asText()).isEqualTo("Ring twice");
        assertThat(visitor.get("/portal/orders/" + order).body()).contains("In effect");
    }

    @Test
    void nothingGoesBelowWhatIsInPickListsAndLaterInvoicesTakeTheChangedLines() {
        Deal deal = heldOrder();
        String order = deal.order().path("number").asText();
        propose("asha", order, change(List.of(Map.of("lineNo", 1, "quantity", 15)), List.of()))
                .with(201);
        decideAll(deal);
        long hold = api.get("/orders/" + order + "/holds").path(0).path("id").asLong();
        api.as("farid")
                .post("/orders/" + order + "/holds/" + hold + "/release", Map.of("reason", "All is well"))
                .with(200);
        deal.goOn();

        JsonNode refused = propose("asha", order, change(List.of(Map.of("lineNo", 1, "quantity", 10)), List.of()))
                .problem(422, "change-invalid", "lines[0].quantity");
        assertThat(refused.path("violations").path(0).path("message").asText()).contains("in pick lists", "short pick");

        for (int rounds = 0; rounds < 4 && deal.hasTask("ravi", "fulfilment/pick"); rounds++) {
            deal.ship();
        }
        BigDecimal invoiced = BigDecimal.ZERO;
        for (JsonNode invoice : deal.invoices()) {
            invoiced = invoiced.add(invoice.path("totals").path("grandTotal").decimalValue());
        }
        assertThat(invoiced)
                .isEqualByComparingTo(deal.order().path("grandTotal").decimalValue());
        propose("asha", order, change(List.of(Map.of("lineNo", 1, "quantity", 20)), List.of()))
                .problem(409, "order-delivered", null);
    }

    @Test
    void aChangeOfACancelledOrderEndsByItself() {
        Deal deal = heldOrder();
        String order = deal.order().path("number").asText();
        propose("asha", order, change(List.of(Map.of("lineNo", 2, "quantity", 900)), List.of()))
                .with(201);
        deal.goOn();
        deal.as("meera")
                .post("/deals/" + deal.number() + "/cancellation", Map.of("reason", "No longer wanted"))
                .with(204);
        deal.goOn();
        assertThat(api.get("/orders/" + order + "/changes")
                        .path(0)
                        .path("state")
                        .asText())
                .isEqualTo("OVERTAKEN");
        assertThat(APPROVERS).noneMatch(user -> deal.hasTask(user, "amendment/approve-change"));
    }

    @Test
    void badChangesAreRefusedWhole() {
        Deal deal = heldOrder();
        String order = deal.order().path("number").asText();
        propose(
                        "asha",
                        order,
                        change(
                                List.of(Map.of("lineNo", 9, "quantity", 1)),
                                List.of(Map.of("sku", "NONE", "quantity", 1))))
                .problem(422, "change-invalid", "added[0].sku");
        propose("asha", order, change(List.of(Map.of("lineNo", 1, "quantity", 10)), List.of()))
                .problem(422, "change-invalid", "lines");
        propose("ravi", order, change(List.of(Map.of("lineNo", 1, "quantity", 15)), List.of()))
                .problem(403, "change-not-allowed", null);
        propose(
                        "hetal@sabarmati-traders.example",
                        order,
                        change(List.of(Map.of("lineNo", 1, "quantity", 15)), List.of()))
                .problem(404, "not-found", null);
    }

    @Test
    void aBuyerAddsNothingThatItsCompanyMayNotSee() {
        Deal deal = heldOrder();
        String order = deal.order().path("number").asText();
        Map<String, Object> change = change(List.of(), List.of(Map.of("sku", "CP-005-CI", "quantity", 2)));
        jdbc.sql(
                        """
                        insert into catalog_rule (sku, audience, audience_code, allow)
                        values ('CP-005-CI', 'COMPANY', 'SAHYADRI-AGRO', false)""")
                .update();
        try {
            api.as(PRIYA)
                    .post("/orders/" + order + "/changes/preview", change)
                    .problem(422, "change-invalid", "added[0].sku");
            propose(PRIYA, order, change).problem(422, "change-invalid", "added[0].sku");
            api.as("asha").post("/orders/" + order + "/changes/preview", change).with(200);
        } finally {
            jdbc.sql("delete from catalog_rule where sku = 'CP-005-CI' and audience_code = 'SAHYADRI-AGRO'")
                    .update();
        }
    }

    @Test
    void manySmallChangesAreApprovedAsOneLargeOne() {
        Deal deal = heldOrder();
        JsonNode before = deal.order();
        String order = before.path("number").asText();
        BigDecimal price = before.path("lines").path(1).path("unitPrice").decimalValue();
        int step = new BigDecimal("400000").divide(price, 0, RoundingMode.DOWN).intValueExact();
        Map<String, Object> first = change(List.of(Map.of("lineNo", 2, "quantity", 2 + step)), List.of());
        assertThat(asked(order, first)).doesNotContain("VALUE");
        propose("asha", order, first).with(201);
        decideAll(deal);
        assertThat(deal.order().path("lines").path(1).path("quantity").decimalValue())
                .isEqualByComparingTo(String.valueOf(2 + step));

        assertThat(asked(order, change(List.of(Map.of("lineNo", 2, "quantity", 2 + 2 * step)), List.of())))
                .contains("VALUE");
    }

    @Test
    void aDeputyDecidesOnAChangeForWhoIsAway() {
        Deal deal = heldOrder();
        String order = deal.order().path("number").asText();
        Absence absence = absences.record(
                person("meera"),
                new AbsenceDraft(
                        who("meera"),
                        who("farid"),
                        LocalDate.now(clock),
                        LocalDate.now(clock).plusDays(1),
                        "Wedding"));
        try {
            String number = propose("asha", order, change(List.of(Map.of("lineNo", 1, "quantity", 1)), List.of()))
                    .with(201)
                    .json()
                    .path("number")
                    .asText();
            deal.goOn();
            deal.complete("farid", "amendment/approve-change", Map.of("decision", "APPROVED"));

            assertThat(approvals.ofSubject(number))
                    .anyMatch(decided -> decided.decidedBy() != null
                            && decided.decidedBy().equals("Farid Khan")
                            && "Meera Kulkarni".equals(decided.onBehalfOf()));
        } finally {
            absences.cancel(person("meera"), absence.id());
        }
    }

    private Represented who(String userId) {
        return new Represented(userId, person(userId).name());
    }

    private Actor.Staff person(String userId) {
        return staff.find(userId).orElseThrow();
    }

    private String asked(String order, Map<String, Object> change) {
        return api.as("asha")
                .post("/orders/" + order + "/changes/preview", change)
                .with(200)
                .json()
                .toString();
    }

    /** Confirmed and held, so that nothing of it is allocated. */
    private Deal heldOrder() {
        Deal deal = Deal.inquire(api, jobs, PRIYA, "BV-025-SS", "10", "CP-010-CI", "2");
        for (String approver : List.of("vikram", "meera", "farid", "tara")) {
            while (deal.hasTask(approver, "approval/decide")) {
                deal.approve(approver);
            }
        }
        deal.isAt("WITH_BUYER");
        JsonNode quote = deal.quote();
        deal.buyer()
                .post(
                        "/quotes/" + quote.path("number").asText() + "/acceptance",
                        Map.of("revision", quote.path("revision").asInt(), "poNumber", "PO-" + UUID.randomUUID()))
                .with(200);
        while (deal.order().isMissingNode()) {
            jobs.runOnce(deal.number());
        }
        api.post(
                        "/orders/" + deal.order().path("number").asText() + "/holds",
                        Map.of("reason", "CREDIT", "because", "Looked at first"))
                .with(201);
        return deal.goOn();
    }

    private void decideAll(Deal deal) {
        deal.goOn();
        for (String approver : APPROVERS) {
            while (deal.hasTask(approver, "amendment/approve-change")) {
                deal.complete(approver, "amendment/approve-change", Map.of("decision", "APPROVED"));
            }
        }
        deal.goOn();
    }

    private Api.Answer propose(String by, String order, Map<String, Object> change) {
        return api.as(by).post("/orders/" + order + "/changes", change);
    }

    private static Map<String, Object> change(List<?> lines, List<?> added) {
        return Map.of("lines", lines, "added", added, "reason", "The site needs it otherwise");
    }

    private BigDecimal confirmedExposure() {
        return jdbc.sql("select confirmed from credit_account where buyer_code = 'SAHYADRI-AGRO' and currency = 'INR'")
                .query(BigDecimal.class)
                .single();
    }

    private int confirmations(String order) {
        return jdbc.sql("select count(*) from frozen_document where kind = 'ORDER_CONFIRMATION' and number = :order")
                .param("order", order)
                .query(Integer.class)
                .single();
    }
}
