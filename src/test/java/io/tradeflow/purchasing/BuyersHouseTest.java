package io.tradeflow.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.BuyerAccounts;
import io.tradeflow.party.BuyerPeople;
import io.tradeflow.party.BuyerRole;
import io.tradeflow.party.PersonChange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A buyer's company with limits and approvers, over the API: who may accept what, and what happens to what goes over. */
@TradeflowTest
class BuyersHouseTest {

    private static final String COMPANY = "YAMUNA-RETAIL";
    private static final String PRIYA = "priya@sahyadri-agro.example";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    BuyerAccounts accounts;

    @Autowired
    BuyerPeople people;

    @Autowired
    PurchaseRules rules;

    @Autowired
    Invitations invitations;

    @Autowired
    JdbcClient jdbc;

    private Api api;
    private long store;
    private String head;
    private String approver;
    private String requester;

    @BeforeEach
    void furnish() {
        api = new Api(port, "asha");
        long top = unit(null);
        store = unit(top);
        head = person(top, null, null, BuyerRole.APPROVER);
        approver = person(store, null, null, BuyerRole.APPROVER);
        requester = person(store, "50000", "60000", BuyerRole.BUYER);
    }

    @Test
    void withinTheLimitsNobodyElseIsAskedAndTheAmountIsSpentUntilTheDealIsCancelled() {
        Deal deal = small().accept();

        BigDecimal total = deal.quote().path("grandTotal").decimalValue();
        assertThat(deal.order().path("number").asText()).isNotBlank();
        assertThat(balance("spent")).isEqualByComparingTo(total);
        assertThat(balance("reserved")).isZero();
        assertThat(deal.as(approver).get("/purchase-approvals")).isEmpty();

        cancel(deal);
        assertThat(balance("spent")).isZero();
        assertThat(state(deal)).isEqualTo("RELEASED");
    }

    @Test
    void overTheLimitItIsOrderedOnceSomebodyElseApproved() {
        Deal deal = large();
        accept(deal).with(202);
        deal.goOn().isAt("WITH_BUYER");
        JsonNode approval = open(approver);
        assertThat(approval.path("exceeded").asText()).isEqualTo("ORDER");
        assertThat(approval.path("mayDecide").asBoolean()).isTrue();
        assertThat(mails(approver)).hasSize(1);
        accept(deal).problem(409, "approval-pending", null);

        decide(approver, approval, "APPROVED", null).with(200);
        deal.goOn();

        JsonNode order = deal.order();
        assertThat(order.path("number").asText()).isNotBlank();
        assertThat(jdbc.sql("select accepted_by from quote where deal_number = :deal and status = 'ACCEPTED'")
                        .param("deal", deal.number())
                        .query(String.class)
                        .single())
                .isEqualTo("Person of the test");
        assertThat(balance("spent")).as("the own limit is not used up").isZero();
        assertThat(balance("approved"))
                .isEqualByComparingTo(deal.quote().path("grandTotal").decimalValue());
        assertThat(mails(requester))
                .contains("Approved and ordered: quote "
                        + deal.quote().path("number").asText());
        cancel(deal);
        assertThat(balance("approved")).isZero();
    }

    @Test
    void refusedAndSentBackNeedACommentAndOrderNothing() {
        Deal deal = large();
        accept(deal).with(202);
        JsonNode approval = open(approver);
        decide(approver, approval, "REFUSED", "no").problem(422, "comment-missing", "comment");
        decide(approver, approval, "SENT_BACK", "Please halve the quantity").with(200);
        deal.goOn().isAt("WITH_BUYER");
        assertThat(mails(requester)).anyMatch(subject -> subject.startsWith("Sent back"));
        assertThat(deal.order().isMissingNode()).isTrue();
        accept(deal).with(202);
        deal.goOn();
        decide(approver, open(approver), "REFUSED", "Not this quarter").with(200);
        deal.goOn().isAt("WITH_BUYER");
        assertThat(deal.quote().path("status").asText()).isEqualTo("SENT");
    }

    @Test
    void neitherTheRequesterNorAViewerNorAnotherCompanyDecidesOrAccepts() {
        Deal deal = large();
        String viewer = person(store, null, null, BuyerRole.VIEWER);
        answer(deal, viewer).problem(403, "may-not-answer", null);
        accept(deal).with(202);
        JsonNode approval = open(approver);
        decide(requester, approval, "APPROVED", null).problem(403, "four-eyes", null);
        decide(viewer, approval, "APPROVED", null).problem(404, "not-found", null);
        decide(PRIYA, approval, "APPROVED", null).problem(404, "not-found", null);
        decide("asha", approval, "APPROVED", null).problem(403, "buyers-only", null);
        api.as(PRIYA)
                .tryGet("/purchase-approvals/" + approval.path("id").asText())
                .problem(404, "not-found", null);
        assertThat(api.as(requester)
                        .get("/purchase-approvals")
                        .path(0)
                        .path("mayDecide")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aNewRevisionVoidsTheApproval() {
        Deal deal = large();
        accept(deal).with(202);
        JsonNode approval = open(approver);
        String quote = deal.quote().path("number").asText();
        api.as(head)
                .post("/quotes/" + quote + "/change-requests", Map.of("wish", "Fewer pieces, please"))
                .with(200);
        deal.goOn();
        decide(approver, approval, "APPROVED", null).problem(409, "already-decided", null);
        assertThat(mails(requester)).contains("Nothing was ordered: quote " + quote);
    }

    @Test
    void aDeputyDecidesWithinTheDatesOnly() {
        String deputy = person(store, "0", null, BuyerRole.BUYER);
        LocalDate today = LocalDate.now(clock);
        rules.addDeputy(Actor.PROGRAM, COMPANY, approver, deputy, today.plusDays(2), today.plusDays(3));
        Deal deal = large();
        accept(deal).with(202);
        JsonNode approval = open(approver);
        decide(deputy, approval, "APPROVED", null).problem(404, "not-found", null);
        clock.advance(Duration.ofDays(2));
        decide(deputy, approval, "APPROVED", null).with(200);
        deal.goOn();
        assertThat(deal.order().path("number").asText()).isNotBlank();
    }

    @Test
    void theNextUnitIsAskedWhenNobodyDecidesAndItLapsesWithTheValidity() {
        Deal deal = large();
        accept(deal).with(202);
        JsonNode approval = open(approver);
        decide(head, approval, "APPROVED", null).problem(404, "not-found", null);
        clock.advance(Duration.ofHours(25));
        deal.goOn();
        assertThat(open(head).path("mayDecide").asBoolean()).isTrue();
        assertThat(mails(head)).hasSize(1);
        clock.advance(Duration.ofDays(40));
        deal.goOn();
        assertThat(api.as(requester)
                        .get("/purchase-approvals/" + approval.path("id").asText())
                        .path("state")
                        .asText())
                .isEqualTo("LAPSED");
        decide(approver, approval, "APPROVED", null).problem(409, "already-decided", null);
    }

    @Test
    void staffWithThePurchaseOrderPassAndTheOpenApprovalLapses() {
        Deal deal = large();
        accept(deal).with(202);
        JsonNode approval = open(approver);
        answer(deal, "asha").with(200);
        deal.goOn();
        assertThat(deal.order().path("number").asText()).isNotBlank();
        assertThat(api.as(requester)
                        .get("/purchase-approvals/" + approval.path("id").asText())
                        .path("state")
                        .asText())
                .isEqualTo("LAPSED");
    }

    @Test
    void theSellerReadsThatItWaitsButNoLimit() {
        Deal deal = large();
        accept(deal).with(202);
        String timeline = api.tryGet("/deals/" + deal.number() + "/timeline").text();
        assertThat(timeline).contains("waits for the buyer's own approval").doesNotContain("50000", "50,000", "limit");
        api.tryGet("/purchase-approvals").problem(403, "buyers-only", null);
    }

    @Test
    void ofTwoAcceptancesThatDoNotFitTogetherOneWaits() throws Exception {
        Deal first = inquire("20");
        Deal second = inquire("20");
        BigDecimal one = first.quote().path("grandTotal").decimalValue();
        limit(one.add(one), one.multiply(new BigDecimal("1.5")));

        List<Integer> answers =
                atOnce(() -> accept(first).status(), () -> accept(second).status());

        assertThat(answers).containsExactlyInAnyOrder(200, 202);
        assertThat(balance("reserved")).isEqualByComparingTo(one);
        first.goOn();
        second.goOn();
        assertThat(open(approver).path("exceeded").asText()).isEqualTo("MONTH");
    }

    @Test
    void whatWaitsForAnApprovalHoldsItsPartOfTheMonthsLimit() throws Exception {
        Deal large = inquire("20");
        Deal small = inquire("10");
        BigDecimal both = large.quote()
                .path("grandTotal")
                .decimalValue()
                .add(small.quote().path("grandTotal").decimalValue());
        limit(small.quote().path("grandTotal").decimalValue(), both.subtract(BigDecimal.ONE));

        List<Integer> answers =
                atOnce(() -> accept(large).status(), () -> accept(small).status());

        assertThat(answers.get(0)).isEqualTo(202);
        large.goOn();
        small.goOn();
        if (answers.get(1) == 200) {
            // the small one was first, so the large one goes over the month as well and holds nothing
            assertThat(open(approver).path("amount").decimalValue())
                    .isEqualByComparingTo(large.quote().path("grandTotal").decimalValue());
            return;
        }
        assertThat(answers.get(1)).isEqualTo(202);
    }

    @Test
    void aDecidedApprovalHoldsNothingAnyMore() {
        Deal large = inquire("20");
        Deal small = inquire("10");
        BigDecimal total = large.quote().path("grandTotal").decimalValue();
        limit(small.quote().path("grandTotal").decimalValue(), total);
        accept(large).with(202);
        large.goOn();
        accept(small).with(202);
        small.goOn();

        Deal another = inquire("10");
        for (JsonNode approval : api.as(approver).get("/purchase-approvals")) {
            decide(approver, approval, "REFUSED", "Not this quarter").with(200);
        }
        large.goOn();
        small.goOn();
        accept(another).with(200);
    }

    @Test
    void aboveTheCompanysAmountTwoPeopleDecideOneAfterTheOther() {
        api.put("/purchase-policy?buyer=" + COMPANY, Map.of("secondLevelAbove", 100, "escalateAfterHours", 24))
                .with(200);
        try {
            Deal deal = large();
            accept(deal).with(202);
            JsonNode first = open(approver);
            assertThat(first.path("levels").asInt()).isEqualTo(2);
            decide(head, first, "APPROVED", null).problem(404, "not-found", null);

            decide(approver, first, "APPROVED", null).with(200);
            deal.goOn();
            assertThat(deal.order().isMissingNode()).isTrue();
            decide(approver, first, "APPROVED", null).problem(403, "not-asked", null);
            assertThat(open(head).path("level").asInt()).isEqualTo(2);
            assertThat(mails(head)).hasSize(1);

            decide(head, first, "APPROVED", null).with(200);
            deal.goOn();
            assertThat(deal.order().path("number").asText()).isNotBlank();
            JsonNode decisions = api.as(requester)
                    .get("/purchase-approvals/" + first.path("id").asText())
                    .path("decisions");
            assertThat(decisions.findValuesAsText("by")).containsExactly(approver, head);
        } finally {
            api.put("/purchase-policy?buyer=" + COMPANY, Map.of("escalateAfterHours", 24))
                    .with(200);
        }
    }

    @Test
    void unitsAreRenamedMovedAndRemovedButNotFromUnderTheirPeople() {
        String units = "/buyer-units?buyer=" + COMPANY;
        long top = people.units(COMPANY).stream()
                .filter(unit -> unit.id() == store)
                .findFirst()
                .orElseThrow()
                .parentId();
        String name = "Unit " + UUID.randomUUID();
        long empty = api.post(units, Map.of("name", name, "parentId", store))
                .with(201)
                .json()
                .path("id")
                .asLong();

        api.delete("/buyer-units/" + store + "?buyer=" + COMPANY).problem(409, "unit-in-use", null);
        api.put("/buyer-units/" + top + "?buyer=" + COMPANY, Map.of("name", "x", "parentId", empty))
                .problem(422, "invalid-unit", "parentId");
        api.put("/buyer-units/" + empty + "?buyer=" + COMPANY, Map.of("name", name + " new", "parentId", top))
                .with(200);
        api.put("/buyer-units/" + store + "?buyer=" + COMPANY, Map.of("name", name + " new"))
                .problem(409, "unit-exists", null);
        assertThatThrownBy(() -> jdbc.sql("update buyer_unit set parent_id = ? where id = ?")
                        .params(empty, top)
                        .update())
                .hasMessageContaining("below itself");
        // a younger unit may stand above an older one
        api.put("/buyer-units/" + store + "?buyer=" + COMPANY, Map.of("name", "Store " + name, "parentId", empty))
                .with(200);
        api.put("/buyer-units/" + store + "?buyer=" + COMPANY, Map.of("name", "Store " + name, "parentId", top))
                .with(200);
        api.delete("/buyer-units/" + empty + "?buyer=" + COMPANY).with(204);
        api.delete("/buyer-units/" + empty + "?buyer=" + COMPANY).problem(404, "not-found", null);
        api.as(requester).tryGet("/buyer-units").problem(403, "administrators-only", null);
    }

    @Test
    void deputiesAreNamedAndTakenOutOverTheApi() {
        LocalDate day = LocalDate.now(clock).plusDays(3);
        api.as(approver)
                .post(
                        "/buyer-deputies",
                        Map.of(
                                "userId",
                                approver,
                                "deputyId",
                                head,
                                "fromDay",
                                day.toString(),
                                "untilDay",
                                day.toString()))
                .with(201);
        JsonNode mine = api.as(approver).get("/buyer-deputies");
        assertThat(mine).hasSize(1);
        assertThat(api.as(requester).get("/buyer-deputies")).isEmpty();
        api.as(approver)
                .delete("/buyer-deputies/" + mine.path(0).path("id").asText())
                .with(204);
        assertThat(api.as(approver).get("/buyer-deputies")).isEmpty();
    }

    @Test
    void ofTwoApproversAtOnceOneDecides() throws Exception {
        String other = person(store, null, null, BuyerRole.APPROVER);
        Deal deal = large();
        accept(deal).with(202);
        JsonNode approval = open(approver);

        List<Integer> answers = atOnce(
                () -> decide(approver, approval, "APPROVED", null).status(),
                () -> decide(other, approval, "APPROVED", null).status());

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        deal.goOn();
        assertThat(deal.order().path("number").asText()).isNotBlank();
        decide(other, approval, "APPROVED", null).with(409);
    }

    @Test
    void theMonthsLimitBeginsAnewWithTheMonth() {
        Deal first = inquire("20");
        BigDecimal one = first.quote().path("grandTotal").decimalValue();
        limit(one, one);
        accept(first).with(200);
        first.goOn();
        LocalDate today = LocalDate.now(clock);
        clock.advance(Duration.ofDays(today.lengthOfMonth() - today.getDayOfMonth() + 1L));

        Deal second = inquire("20");
        accept(second).with(200);
    }

    @Test
    void theLastAdministratorStays() {
        String only = "rahul@nandi-home.example";
        PersonChange asBuyer = new PersonChange("Rahul Hegde", Set.of(BuyerRole.BUYER), true, null, null, null);
        assertThatThrownBy(() -> people.change(Actor.PROGRAM, "NANDI-HOME", only, asBuyer))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("last-administrator"));
        api.as(requester).tryGet("/buyer-users").problem(403, "administrators-only", null);
        api.as(only).tryGet("/buyer-users?buyer=" + COMPANY).problem(404, "not-found", null);
        assertThat(api.as(only).get("/buyer-users")).hasSize(1);
    }

    @Test
    void anInvitedPersonSetsThePasswordOnceAndIsInUntilTheSignInIsClosed() {
        String guest = address();
        Map<String, Object> person =
                Map.of("userId", guest, "name", "New colleague", "roles", List.of("VIEWER"), "active", true);
        api.post("/buyer-users?buyer=" + COMPANY, person).with(201);
        String body = jdbc.sql("select body from mail where recipient = :to")
                .param("to", guest)
                .query(String.class)
                .single();
        String secret = body.replaceAll("(?s).*secret=([\\w-]+).*", "$1");
        assertThat(invitations.invited(secret)).contains(guest);
        assertThat(accounts.signIn(guest, "demodemo")).isEmpty();
        invitations.accept(secret, "demodemo");
        assertThat(accounts.signIn(guest, "demodemo")).isPresent();
        assertThatThrownBy(() -> invitations.accept(secret, "another one")).isInstanceOf(Problem.class);

        Map<String, Object> closed =
                Map.of("userId", guest, "name", "New colleague", "roles", List.of("VIEWER"), "active", false);
        api.put("/buyer-users/" + guest + "?buyer=" + COMPANY, closed).with(200);
        assertThat(accounts.signIn(guest, "demodemo")).isEmpty();
    }

    @Test
    void aClosedSignInEndsWithTheNextRequest() {
        String leaver = person(store, null, null, BuyerRole.BUYER);
        api.as(leaver).tryGet("/purchase-approvals").with(200);
        people.change(
                Actor.PROGRAM,
                COMPANY,
                leaver,
                new PersonChange("Leaver", Set.of(BuyerRole.BUYER), false, store, null, null));
        assertThat(api.as(leaver).tryGet("/purchase-approvals").status()).isIn(401, 403);
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(List.of(one, other))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    private Deal small() {
        return inquire("10");
    }

    private Deal large() {
        Deal deal = inquire("10");
        limit(BigDecimal.TEN, new BigDecimal("60000"));
        return deal;
    }

    private Deal inquire(String quantity) {
        return Deal.inquire(api, jobs, requester, "HS-050-PVC", quantity).isAt("WITH_BUYER");
    }

    private void limit(BigDecimal order, BigDecimal month) {
        people.change(
                Actor.PROGRAM,
                COMPANY,
                requester,
                new PersonChange("Person of the test", Set.of(BuyerRole.BUYER), true, store, order, month));
    }

    private Api.Answer accept(Deal deal) {
        return answer(deal, requester);
    }

    private Api.Answer answer(Deal deal, String by) {
        JsonNode quote = deal.quote();
        return api.as(by)
                .post(
                        "/quotes/" + quote.path("number").asText() + "/acceptance",
                        Map.of("revision", quote.path("revision").asInt(), "poNumber", "PO-" + UUID.randomUUID()));
    }

    private JsonNode open(String user) {
        for (JsonNode approval : api.as(user).get("/purchase-approvals")) {
            if (approval.path("state").asText().equals("OPEN")) {
                return approval;
            }
        }
        throw new AssertionError(user + " has nothing to approve");
    }

    private Api.Answer decide(String user, JsonNode approval, String outcome, String comment) {
        Map<String, Object> decision =
                comment == null ? Map.of("outcome", outcome) : Map.of("outcome", outcome, "comment", comment);
        return api.as(user).post("/purchase-approvals/" + approval.path("id").asText() + "/decision", decision);
    }

    private void cancel(Deal deal) {
        api.post("/deals/" + deal.number() + "/cancellation", Map.of("reason", "Ordered by mistake"))
                .with(204);
    }

    private BigDecimal balance(String column) {
        return jdbc.sql("select coalesce(sum(" + column + "), 0) from spending_balance where user_id = :user")
                .param("user", requester)
                .query(BigDecimal.class)
                .single();
    }

    private String state(Deal deal) {
        return jdbc.sql("select state from spending_reservation where deal_number = :deal")
                .param("deal", deal.number())
                .query(String.class)
                .single();
    }

    private List<String> mails(String to) {
        return jdbc.sql("select subject from mail where recipient = :to")
                .param("to", to)
                .query(String.class)
                .list();
    }

    private long unit(Long parent) {
        return people.addUnit(Actor.PROGRAM, COMPANY, "Unit " + UUID.randomUUID(), parent)
                .id();
    }

    private String person(long unit, String orderLimit, String monthLimit, BuyerRole role) {
        String address = address();
        SignIns.open(jdbc, address, "Person of the test", COMPANY);
        people.change(
                Actor.PROGRAM,
                COMPANY,
                address,
                new PersonChange(
                        "Person of the test",
                        Set.of(role),
                        true,
                        unit,
                        orderLimit == null ? null : new BigDecimal(orderLimit),
                        monthLimit == null ? null : new BigDecimal(monthLimit)));
        return address;
    }

    private static String address() {
        return "p" + UUID.randomUUID().toString().substring(0, 12) + "@yamuna-retail.example";
    }
}
