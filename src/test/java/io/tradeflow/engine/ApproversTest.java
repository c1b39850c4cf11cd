package io.tradeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import io.tradeflow.approval.Absence;
import io.tradeflow.approval.AbsenceDraft;
import io.tradeflow.approval.Absences;
import io.tradeflow.approval.Approval;
import io.tradeflow.approval.Approvals;
import io.tradeflow.approval.Represented;
import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import io.tradeflow.kernel.Actor;
import io.tradeflow.quotation.LineChange;
import io.tradeflow.quotation.Quotations;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and approvals: two at once, makers, deputies, sleepers, and what becomes of the others' decisions. */
@TradeflowTest
class ApproversTest {

    private static final String HETAL = "hetal@sabarmati-traders.example";

    /** A ball valve at SABARMATI's prices: discount and margin both need an approval. */
    private static final String SKU = "BV-025-SS";

    private static final Map<String, Object> APPROVE = Map.of("variables", Map.of("decision", "APPROVED"));

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    Quotations quotations;

    @Autowired
    Approvals approvals;

    @Autowired
    Absences absences;

    @Autowired
    StaffDirectory staff;

    @Autowired
    JdbcClient jdbc;

    private Deal deal;
    private Api api;

    @BeforeEach
    void aQuoteWaitsForApproval() {
        staff.save("kavita", "Kavita", "Joshi", "kavita@deccan-flow.example", "demo", Set.of("sales-managers"));
        staff.save("nikhil", "Nikhil", "Bose", "nikhil@deccan-flow.example", "demo", Set.of("quality"));
        api = new Api(port, "asha");
        deal = Deal.inquire(api, jobs, HETAL, SKU, "50").isAt("IN_APPROVAL");
    }

    @Test
    void ofTwoWhoApproveInTheSameSecondOneDecidesAndTheOtherIsToldWho() throws Exception {
        String task = task("meera");
        Browser kavita = new Browser(port).signIn("kavita", "demo");
        CyclicBarrier together = new CyclicBarrier(2);

        List<String> answers = atOnce(
                () -> {
                    together.await();
                    Api.Answer answer = api.as("meera").post("/tasks/" + task + "/completion", APPROVE);
                    return answer.status() + " " + answer.text();
                },
                () -> {
                    together.await();
                    var answer = kavita.engine(
                            "POST",
                            "/task/" + task + "/submit-form",
                            "{\"variables\":{\"decision\":{\"value\":\"APPROVED\",\"type\":\"String\"}}}");
                    return answer.statusCode() + " " + answer.body();
                });

        assertThat(answers).filteredOn(answer -> answer.startsWith("204")).hasSize(1);
        assertThat(jdbc.sql(
                                "select count(*) from approval a join approval_request r on r.id = a.request_id"
                                        + " where r.deal_number = ? and a.kind = 'DISCOUNT' and a.outcome = 'APPROVED' and a.level = 1")
                        .param(deal.number())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        // and whoever presses once more is told in words
        assertThat(api.as("kavita")
                        .post("/tasks/" + task + "/completion", APPROVE)
                        .problem(409, "task-taken", null)
                        .toString())
                .containsPattern("Already decided by (Meera Kulkarni|Kavita Joshi) at \\d\\d:\\d\\d");
        assertThat(kavita.engine("POST", "/task/" + task + "/submit-form", "{\"variables\":{}}")
                        .body())
                .containsPattern("Already decided by (Meera Kulkarni|Kavita Joshi) at \\d\\d:\\d\\d");
    }

    @Test
    void aDeputyDecidesOnBehalfWithinTheDatesOnly() {
        String task = task("meera");
        api.as("farid").post("/tasks/" + task + "/completion", APPROVE).with(404);
        Absence absence = absences.record(
                person("meera"),
                new AbsenceDraft(who("meera"), who("farid"), today().plusDays(1), today().plusDays(2), "Wedding"));
        try {
            api.as("farid").post("/tasks/" + task + "/completion", APPROVE).with(404);

            clock.advance(Duration.ofDays(1));
            jobs.runDue("ABSENCE-" + absence.id());
            assertThat(task("farid")).isEqualTo(task);
            api.as("farid").post("/tasks/" + task + "/completion", APPROVE).with(204);

            Approval decided = decided("DISCOUNT");
            assertThat(decided.decidedBy()).isEqualTo("Farid Khan");
            assertThat(decided.onBehalfOf()).isEqualTo("Meera Kulkarni");
            Deal later = Deal.inquire(api, jobs, HETAL, SKU, "40").isAt("IN_APPROVAL");
            String open = later.task("farid", "approval/decide").path("id").asText();
            clock.advance(Duration.ofDays(2));
            api.as("farid").post("/tasks/" + open + "/completion", APPROVE).problem(403, "not-an-approver", null);
            jobs.runDue("ABSENCE-" + absence.id());
            assertThat(later.hasTask("farid", "approval/decide")).isFalse();
        } finally {
            absences.cancel(person("meera"), absence.id());
        }
    }

    @Test
    void aDeputyWhoCannotApproveDecidesNothingHoweverTheAbsenceCameAbout() {
        long absence = jdbc.sql(
                        "insert into absence (id, user_id, user_name, deputy_id, deputy_name, away_from, away_until,"
                                + " recorded_by, recorded_at) values (nextval('tradeflow_id_seq'), 'meera', 'Meera Kulkarni',"
                                + " 'nikhil', 'Nikhil Bose', :from, :until, 'Meera Kulkarni', :from) returning id")
                .param("from", Timestamp.from(clock.instant()))
                .param("until", Timestamp.from(clock.instant().plus(Duration.ofDays(1))))
                .query(Long.class)
                .single();
        try {
            Deal later = Deal.inquire(api, jobs, HETAL, SKU, "40").isAt("IN_APPROVAL");

            assertThat(later.hasTask("meera", "approval/decide")).isTrue();
            assertThat(later.hasTask("nikhil", "approval/decide")).isFalse();
        } finally {
            jdbc.sql("update absence set cancelled_at = recorded_at where id = ?")
                    .param(absence)
                    .update();
        }
    }

    @Test
    void nobodyDecidesForAMakerOrAtTwoLevels() {
        String number = quoteNumber();
        quotations.change(person("meera"), number, List.of(new LineChange(1, null, new BigDecimal("300"))), null, null);
        deal.goOn();
        deal.complete("asha", "quotation/rework", Map.of("reworkDecision", "RESUBMIT"));
        Approval discount = open("DISCOUNT");
        assertThat(discount.levels()).isEqualTo(2);
        long id = discount.id();

        assertThatThrownBy(() -> approvals.decide(id, person("nikhil"), who("meera"), Approval.Outcome.APPROVED, null))
                .hasMessageContaining("Meera Kulkarni, whom you stand in for, prepared");
        assertThatThrownBy(() -> approve(id, "meera")).hasMessageContaining("prepared");
        assertThatThrownBy(() -> jdbc.sql(
                                "update approval set outcome = 'APPROVED', decided_by = 'N', decided_by_id = 'nikhil',"
                                        + " on_behalf_of = 'M', on_behalf_of_id = 'meera', decided_at = now() where id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("who prepared it");

        deal.approve("kavita");
        Approval second = open("DISCOUNT");
        assertThat(second.level()).isEqualTo(2);
        assertThatThrownBy(() -> approve(second.id(), "kavita")).hasMessageContaining("another level");
        assertThatThrownBy(() ->
                        approvals.decide(second.id(), person("vikram"), who("kavita"), Approval.Outcome.APPROVED, null))
                .hasMessageContaining("another level");
        while (deal.hasTask("vikram", "approval/decide")) {
            deal.approve("vikram");
        }
        deal.isAt("WITH_BUYER");
    }

    @Test
    void aMakerIsRefusedAtEveryDoorToTheTask() throws Exception {
        quotations.change(
                person("kavita"), quoteNumber(), List.of(new LineChange(1, null, new BigDecimal("60"))), null, null);
        deal.goOn();
        deal.complete("asha", "quotation/rework", Map.of("reworkDecision", "RESUBMIT"));
        String task = task("meera");
        Browser kavita = new Browser(port).signIn("kavita", "demo");
        String body = "{\"variables\":{\"decision\":{\"value\":\"APPROVED\",\"type\":\"String\"}}}";

        api.as("kavita").post("/tasks/" + task + "/completion", APPROVE).problem(403, "four-eyes", null);
        for (String door : List.of("submit-form", "complete")) {
            var answer = kavita.engine("POST", "/task/" + task + "/" + door, body);
            assertThat(answer.statusCode()).as(door).isGreaterThanOrEqualTo(400);
            assertThat(answer.body()).as(door).contains("Whoever prepared", "cannot decide");
        }

        assertThat(open("DISCOUNT").outcome()).isNull();
        api.as("meera").post("/tasks/" + task + "/completion", APPROVE).with(204);
    }

    @Test
    void ofTwoWhoPressCompleteInTasklistOneDecidesAndTheOtherReadsASentence() throws Exception {
        String task = task("meera");
        Browser meera = new Browser(port).signIn("meera", "demo");
        Browser kavita = new Browser(port).signIn("kavita", "demo");
        String body = "{\"variables\":{\"decision\":{\"value\":\"APPROVED\",\"type\":\"String\"}}}";
        CyclicBarrier together = new CyclicBarrier(2);

        List<String> answers =
                atOnce(() -> pressed(meera, task, body, together), () -> pressed(kavita, task, body, together));

        assertThat(answers).filteredOn(answer -> answer.startsWith("2")).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.startsWith("2"))
                .singleElement()
                .satisfies(answer -> assertThat(answer)
                        .doesNotContain("ENGINE-", "OptimisticLocking", "NullValueException", "Cannot find task"));
        assertThat(decided("DISCOUNT").decidedBy()).isIn("Meera Kulkarni", "Kavita Joshi");
    }

    private static String pressed(Browser person, String task, String body, CyclicBarrier together) throws Exception {
        together.await();
        var answer = person.engine("POST", "/task/" + task + "/submit-form", body);
        return answer.statusCode() + " " + answer.body();
    }

    @Test
    void aSleepingApproverIsRemindedThenTheEscalationGroupDecides() {
        String task = task("meera");
        api.as("meera").post("/tasks/" + task + "/claim", null).with(200);
        assertThat(mails("approval-asked")).isPositive();
        assertThat(mails("approval-reminder")).isZero();

        clock.advance(Duration.ofDays(5));
        jobs.runDue(deal.number());

        assertThat(mails("approval-reminder")).isPositive();
        assertThat(mails("approval-overdue")).isPositive();
        assertThat(jdbc.sql("select body from mail where deal_number = ? and key like 'approval-overdue%' limit 1")
                        .param(deal.number())
                        .query(String.class)
                        .single())
                .contains("forceDisplayTask=true&task=");
        api.as("vikram").post("/tasks/" + task + "/completion", APPROVE).with(204);
        assertThat(decided("DISCOUNT").decidedBy()).isEqualTo("Vikram Rao");
    }

    @Test
    void aPromiseSoonWithoutTheGoodsIsThePlannersDecisionAndALaterOneIsNot() {
        assertThat(whyStock(today().plusDays(9))).isEqualTo("Not enough will be in stock on the date promised");
        assertThat(whyStock(today().plusDays(90))).isEqualTo("More than three quarters of a line are not in stock");
    }

    /** Why the planners are asked about a product that is never in stock. */
    private String whyStock(LocalDate neededBy) {
        var inquiry = Deal.inquiry("SABARMATI-TRADERS", "ES-100-250-CI", "1").put("neededBy", neededBy.toString());
        String number = api.as(HETAL)
                .post("/inquiries", inquiry)
                .with(201)
                .json()
                .path("number")
                .asText();
        jobs.runDue(number);
        return approvals
                .ofSubject(quotations.currentOfDeal(number).orElseThrow().number())
                .stream()
                .filter(approval -> approval.kind().equals("STOCK"))
                .findFirst()
                .orElseThrow()
                .because();
    }

    @Test
    void aRejectionEndsTheOtherApprovals() {
        assertThat(deal.hasTask("vikram", "approval/decide")).isTrue();

        deal.complete("meera", "approval/decide", Map.of("decision", "REJECTED", "comment", "far too cheap"));

        assertThat(deal.hasTask("vikram", "approval/decide")).isFalse();
        assertThat(approvals.ofSubject(quoteNumber()))
                .filteredOn(approval -> approval.kind().equals("MARGIN"))
                .singleElement()
                .satisfies(approval ->
                        assertThat(approval.voidReason()).isEqualTo("Discount was rejected by Meera Kulkarni"));
        assertThat(deal.hasTask("asha", "quotation/rework")).isTrue();
    }

    @Test
    void theDatabaseSendsNothingUnapproved() {
        assertThatThrownBy(() -> jdbc.sql("update quote set status = 'SENT', sent_at = now() where number = ?")
                        .param(quoteNumber())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("not approved as it is now");
    }

    private void approve(long id, String userId) {
        approvals.decide(id, person(userId), null, Approval.Outcome.APPROVED, null);
    }

    private String task(String user) {
        JsonNode task = deal.task(user, "approval/decide");
        return task.path("id").asText();
    }

    private Approval open(String kind) {
        return approvals.ofSubject(quoteNumber()).stream()
                .filter(approval -> approval.kind().equals(kind) && approval.outcome() == null)
                .findFirst()
                .orElseThrow();
    }

    private Approval decided(String kind) {
        return approvals.ofSubject(quoteNumber()).stream()
                .filter(approval -> approval.kind().equals(kind) && approval.outcome() == Approval.Outcome.APPROVED)
                .findFirst()
                .orElseThrow();
    }

    private int mails(String key) {
        return jdbc.sql("select count(*) from mail where deal_number = :deal and key like :key || '%'")
                .param("deal", deal.number())
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    private String quoteNumber() {
        return quotations.currentOfDeal(deal.number()).orElseThrow().number();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Represented who(String userId) {
        return new Represented(userId, person(userId).name());
    }

    private Actor.Staff person(String userId) {
        return staff.find(userId).orElseThrow();
    }

    @SafeVarargs
    private static List<String> atOnce(Callable<String>... work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.length);
        try {
            List<Future<String>> futures = threads.invokeAll(List.of(work));
            return List.of(futures.get(0).get(), futures.get(1).get());
        } finally {
            threads.shutdown();
        }
    }
}
