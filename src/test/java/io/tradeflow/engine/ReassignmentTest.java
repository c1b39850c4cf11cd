package io.tradeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import io.tradeflow.access.Visitor;
import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An open approval handed to somebody else, a claim that is forgotten, and absences over the API. */
@TradeflowTest
class ReassignmentTest {

    private static final String HETAL = "hetal@sabarmati-traders.example";
    private static final String SKU = "BV-025-SS";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

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
    void whoMayDecideHandsItToAnotherWhoMayAndBothTrailAndMailSayWhy() {
        long id = discount();

        JsonNode done =
                hand("meera", id, "kavita", "Kavita knows the buyer").with(200).json();

        assertThat(done.path("from").asText()).isEqualTo("sales-managers");
        assertThat(done.path("to").asText()).isEqualTo("Kavita Joshi");
        assertThat(deal.task("kavita", "approval/decide").path("assignee").asText())
                .isEqualTo("kavita");
        assertThat(jdbc.sql("select subject || body from mail where key = 'approval-reassigned:'"
                                + " || (select max(id) from approval_reassignment where approval_id = ?)")
                        .param(id)
                        .query(String.class)
                        .single())
                .contains("For you: Approve discount", "Meera Kulkarni asks you", "Kavita knows the buyer", "task=");
        assertThat(api.tryGet("/deals/" + deal.number() + "/timeline").text())
                .contains("Approval of discount handed from sales-managers to Kavita Joshi: Kavita knows the buyer");
        assertThat(api.get("/approvals/" + id + "/reassignments")).hasSize(1);
        String task = deal.task("kavita", "approval/decide").path("id").asText();
        api.as("meera")
                .post("/tasks/" + task + "/completion", Map.of("variables", Map.of("decision", "APPROVED")))
                .problem(409, "task-taken", null);
        deal.approve("kavita");
        hand("meera", id, "meera", "Once more, please").problem(409, "already-decided", null);
    }

    @Test
    void neitherMakersNorStrangersGetItAndNotWithoutAReason() {
        long id = discount();

        hand("meera", id, "asha", "Asha prepared it").problem(422, "reassignment-invalid", "userId");
        hand("meera", id, "nikhil", "Nikhil inspects goods").problem(422, "reassignment-invalid", "userId");
        hand("meera", id, "nobody", "There is nobody").problem(422, "reassignment-invalid", "userId");
        hand("meera", id, "kavita", "so").problem(422, "reassignment-invalid", "reason");
        hand("nikhil", id, "kavita", "Not mine at all").problem(403, "not-yours-to-hand-out", null);
        hand("meera", 999_999_999L, "kavita", "No such thing").problem(404, "not-found", null);
        assertThat(api.as("meera").get("/approvals/" + id + "/receivers").toString())
                .contains("kavita", "meera")
                .doesNotContain("asha", "nikhil");
    }

    @Test
    void aMakerWhoIsAManagerDoesNotGetItEither() {
        jdbc.sql(
                        "update approval_request set makers = makers || '{kavita}' where id = (select request_id from approval where id = ?)")
                .param(discount())
                .update();

        hand("meera", discount(), "kavita", "She wrote it herself").problem(403, "four-eyes", null);
        assertThat(api.as("meera")
                        .get("/approvals/" + discount() + "/receivers")
                        .toString())
                .doesNotContain("kavita");
        assertThatThrownBy(() -> jdbc.sql("insert into approval_reassignment (approval_id, from_name, to_id, to_name,"
                                + " reason, reassigned_by_id, reassigned_by, reassigned_at)"
                                + " values (?, 'x', 'kavita', 'Kavita', 'around the program', 'x', 'x', now())")
                        .param(discount())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("who prepared it");
    }

    @Test
    void thePageOffersItAndKeepsWhatWasTyped() throws Exception {
        long id = discount();
        Visitor meera = Visitor.signedIn(port, "meera");
        assertThat(meera.get("/desk/deals/" + deal.number()).body()).contains("Hand to somebody else");

        meera.form("/desk/approvals/" + id + "/reassignment", "userId=kavita&reason=why");
        assertThat(meera.get("/desk/approvals/" + id + "/reassignment").body())
                .contains("at least 5 characters", "value=\"why\"");
        meera.form("/desk/approvals/" + id + "/reassignment", "userId=kavita&reason=On+the+road+today");
        assertThat(meera.get("/desk/deals/" + deal.number()).body())
                .contains(
                        "Kavita Joshi has it now",
                        "with Kavita Joshi",
                        "Meera Kulkarni handed it from sales-managers to Kavita Joshi",
                        "On the road today");
        assertThat(meera.get("/desk/approvals").body()).contains(deal.number(), "Kavita Joshi");
    }

    @Test
    void aForgottenClaimGoesBackAfterAWorkingDayAndNotBefore() {
        escalated();
        String task = deal.task("meera", "approval/decide").path("id").asText();
        api.as("meera").post("/tasks/" + task + "/claim", null).with(200);

        clock.advance(Duration.ofHours(3));
        jobs.runDue(deal.number());
        assertThat(assignee(task)).isEqualTo("meera");

        clock.advance(Duration.ofDays(4));
        jobs.runDue(deal.number());
        assertThat(assignee(task)).isEmpty();
        assertThat(deal.hasTask("kavita", "approval/decide")).isTrue();
    }

    @Test
    void absencesAreRecordedReadAndTakenBackOverTheApi() throws Exception {
        LocalDate first = LocalDate.now(clock).plusDays(40);
        Map<String, Object> absence = Map.of(
                "deputyId",
                "farid",
                "from",
                first.toString(),
                "until",
                first.plusDays(2).toString(),
                "note",
                "Leave");

        JsonNode recorded =
                api.as("kavita").post("/absences", absence).with(201).json();

        assertThat(recorded.path("until").asText()).isEqualTo(first.plusDays(2).toString());
        String id = recorded.path("id").asText();
        assertThat(api.as("farid").get("/absences").toString()).contains("\"id\":" + id);
        assertThat(Visitor.signedIn(port, "kavita").get("/desk/absence").body())
                .contains(">" + day(first.plusDays(2)) + "<")
                .doesNotContain(">" + day(first.plusDays(3)) + "<");
        api.as("kavita").post("/absences", absence).problem(409, "absence-overlaps", null);
        api.as("nikhil").delete("/absences/" + id).problem(403, "absence-not-yours", null);
        api.as("kavita").delete("/absences/" + id).with(204);
        assertThat(api.as("kavita").get("/absences").toString()).doesNotContain("\"id\":" + id);
        api.as("kavita")
                .post("/absences", Map.of("deputyId", "kavita", "from", "2001-01-01", "until", "2000-01-01"))
                .problem(422, "absence-invalid", "deputyId");
        api.as(HETAL).tryGet("/absences").with(403);
    }

    @Test
    void nobodyMakesThemselvesOrAFriendADirectorsDeputy() throws Exception {
        api.as("omkar").post("/absences", away("vikram", "kavita")).problem(403, "absence-not-yours", null);
        api.as("meera").post("/absences", away("vikram", "meera")).problem(403, "absence-not-yours", null);
        api.as("admin").post("/absences", away("vikram", "admin")).problem(422, "deputy-cannot-approve", "deputyId");
        api.as("vikram").post("/absences", away("vikram", "nikhil")).problem(422, "deputy-cannot-approve", "deputyId");
        Visitor meera = Visitor.signedIn(port, "meera");
        meera.form("/desk/absence", "userId=vikram&deputyId=meera&from=" + leave() + "&until=" + leave());
        assertThat(meera.get("/desk/absence").body())
                .contains("You record your own absence", "value=\"asha\"")
                .doesNotContain("stands in for Vikram", "value=\"nikhil\"");
        assertThat(jdbc.sql("select count(*) from absence where user_id = 'vikram' and cancelled_at is null")
                        .query(Integer.class)
                        .single())
                .isZero();

        String id = api.as("admin")
                .post("/absences", away("vikram", "kavita"))
                .with(201)
                .json()
                .path("id")
                .asText();
        api.as("kavita").delete("/absences/" + id).problem(403, "absence-not-yours", null);
        api.as("vikram").delete("/absences/" + id).with(204);
    }

    @Test
    void aMakerDoesNotChooseWhoDecides() {
        long id = discount();
        jdbc.sql(
                        "update approval_request set makers = makers || '{meera}' where id = (select request_id from approval where id = ?)")
                .param(id)
                .update();

        hand("meera", id, "kavita", "She will wave it through").problem(403, "four-eyes", null);
        assertThat(api.as("meera").get("/approvals/" + id + "/receivers")).isEmpty();
    }

    @Test
    void whatSomebodyHasTakenOnlyTheyAndThoseCalledInHandOn() {
        long id = discount();
        String task = deal.task("kavita", "approval/decide").path("id").asText();
        api.as("kavita").post("/tasks/" + task + "/claim", null).with(200);

        hand("meera", id, "meera", "I would decide otherwise").problem(403, "not-yours-to-hand-out", null);
        hand("omkar", id, "meera", "She is quicker at it").problem(403, "not-yours-to-hand-out", null);
        assertThat(api.as("omkar").get("/approvals/" + id + "/receivers")).isEmpty();
        assertThat(assignee(task)).isEqualTo("kavita");

        hand("vikram", id, "meera", "Kavita is on the road").with(200);
        hand("meera", id, "kavita", "Kavita is back again").with(200);
        assertThat(assignee(task)).isEqualTo("kavita");
    }

    private Map<String, Object> away(String user, String deputy) {
        return Map.of("userId", user, "deputyId", deputy, "from", leave(), "until", leave());
    }

    private String leave() {
        return LocalDate.now(clock).plusDays(50).toString();
    }

    /** Past its due date, so that no escalation ends a claim any more. */
    private void escalated() {
        clock.advance(Duration.ofDays(5));
        jobs.runDue(deal.number());
    }

    private Api.Answer hand(String by, long id, String to, String reason) {
        return api.as(by).post("/approvals/" + id + "/reassignment", Map.of("userId", to, "reason", reason));
    }

    private String assignee(String task) {
        return jdbc.sql("select coalesce(assignee_, '') from act_ru_task where id_ = ?")
                .param(task)
                .query(String.class)
                .single();
    }

    private long discount() {
        for (JsonNode approval :
                api.get("/approvals?subject=" + deal.quote().path("number").asText())) {
            if (approval.path("kind").asText().equals("DISCOUNT")) {
                return approval.path("id").asLong();
            }
        }
        throw new AssertionError("no discount to approve");
    }

    private static String day(LocalDate day) {
        return java.time.format.DateTimeFormatter.ofPattern("d MMM yyyy", java.util.Locale.ENGLISH)
                .format(day);
    }
}
