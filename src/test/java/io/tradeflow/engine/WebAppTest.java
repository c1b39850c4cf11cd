package io.tradeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.TradeflowTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What signed-in people, and others, can do through the REST that Tasklist and Cockpit bring along. */
@TradeflowTest
class WebAppTest {

    @LocalServerPort
    private int port;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    private final String deal = "INQ-" + UUID.randomUUID();

    @BeforeEach
    void people() {
        staff.save("mina", "Mina", "Shah", "mina@tradeflow.example", "demo", Set.of("sales-managers"));
        staff.save("otto", "Otto", "Braganza", "otto@tradeflow.example", "demo", Set.of("operations"));
        repository
                .createDeployment()
                .name("samples")
                .enableDuplicateFiltering(true)
                .addClasspathResource("engine-models/sample/sample-formless.bpmn")
                .addClasspathResource("engine-models/sample/sample-unruled.bpmn")
                .deploy();
    }

    @Test
    void nobodyBecomesAdministratorThroughTheSetUp() {
        String user =
                "{\"profile\":{\"id\":\"mallory\",\"firstName\":\"M\",\"lastName\":\"M\",\"email\":\"m@m.example\"},"
                        + "\"credentials\":{\"password\":\"mallory-mallory\"}}";

        for (Browser browser : List.of(new Browser(port), new Browser(port).signIn("mina", "demo"))) {
            HttpResponse<String> answer = browser.change("POST", "/camunda/api/admin/setup/default/user/create", user);
            assertThat(answer.statusCode()).isIn(401, 403, 404);
        }
        assertThat(identity.createUserQuery().userId("mallory").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"taskAssigneeExpression\": \"EL\"}",
                "{\"orQueries\": [{\"assigneeExpression\": \"EL\", \"name\": \"x\"}]}",
                "{\"orQueries\": [{\"candidateUserExpression\": \"EL\"}]}",
                "{\"orQueries\": [{\"dueBeforeExpression\": \"EL\"}]}"
            })
    void noQueryReachesABean(String query) {
        staff.save("victim", "V", "V", "v@tradeflow.example", "demo", Set.of());
        Browser browser = new Browser(port).signIn("mina", "demo");

        HttpResponse<String> answer =
                browser.engine("POST", "/task", query.replace("EL", "${identityService.deleteUser('victim')}"));

        assertThat(identity.createUserQuery().userId("victim").count()).isOne();
        if (query.contains("orQueries")) {
            assertThat(answer.statusCode()).isBetween(400, 599);
            assertThat(answer.body()).contains("Unable to resolve expression");
        }
    }

    @Test
    void aTaskIsWorkedOnThroughTasklist() {
        String task = start("sample-formless");
        Browser mina = new Browser(port).signIn("mina", "demo");

        assertThat(mina.engine("POST", "/task/" + task + "/claim", "{\"userId\":\"otto\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(mina.engine("POST", "/task/" + task + "/claim", "{\"userId\":\"mina\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(mina.engine("POST", "/task/" + task + "/unclaim", "{}").statusCode())
                .isEqualTo(204);
        assertThat(mina.engine("POST", "/task/" + task + "/claim", "{\"userId\":\"mina\"}")
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> refused = mina.engine(
                "POST",
                "/task/" + task + "/submit-form",
                "{\"variables\":{\"quoteOutcome\":{\"value\":\"ACCEPTED\",\"type\":\"String\"}}}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("The form has no field quoteOutcome")
                .contains("\"type\"");
        assertThat(runtime.getVariables(
                        tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId()))
                .doesNotContainKey("quoteOutcome");
        assertThat(mina.engine("POST", "/task/" + task + "/submit-form", "{\"variables\":{}}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
    }

    @Test
    void theFormsRuleAnswersWithASentenceAndTheSessionStays() {
        String task = start("sample-unruled");
        Browser mina = new Browser(port).signIn("mina", "demo");

        for (String action : List.of("submit-form", "complete")) {
            HttpResponse<String> refused = mina.engine("POST", "/task/" + task + "/" + action, "{}");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body())
                    .contains("has no rule for what it may submit")
                    .contains("\"type\"");
        }
        assertThat(mina.get("/camunda/api/engine/engine/default/task/" + task).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /variables/decision",
        "POST, /variables",
        "PUT, /localVariables/decision",
        "POST, /bpmnError",
        "POST, /bpmnEscalation",
        "POST, /assignee",
        "POST, /delegate",
        "POST, /identity-links",
        "PUT, ''",
    })
    void nothingElseIsDoneToATask(String method, String action) {
        String task = start("sample-formless");
        Browser mina = new Browser(port).signIn("mina", "demo");
        mina.engine("POST", "/task/" + task + "/claim", "{\"userId\":\"mina\"}");

        assertThat(mina.engine(method, "/task/" + task + action, "{\"userId\":\"otto\",\"value\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
        Task untouched = tasks.createTaskQuery().taskId(task).singleResult();
        assertThat(untouched.getAssignee()).isEqualTo("mina");
    }

    @Test
    void eachSeesWhatTheirGroupMay() {
        Browser mina = new Browser(port).signIn("mina", "demo");
        Browser otto = new Browser(port).signIn("otto", "demo");

        assertThat(mina.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(mina.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
        assertThat(otto.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(otto.get("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
        assertThat(mina.get("/camunda/api/engine/engine/default/filter?resourceType=Task")
                        .body())
                .contains("Quotes to approve", "My tasks")
                .doesNotContain("Warehouse work");
        assertThat(new Browser(port)
                        .get("/camunda/api/engine/engine/default/task")
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/camunda/app/tasklist/scripts/config.js, Tradeflow",
        "/camunda/app/cockpit/scripts/config.js, Tradeflow",
        "/camunda/app/tradeflow/deal-1.js, /desk/deals/",
        "/camunda/app/tradeflow/sign-out-1.js, /login",
        "/camunda/app/tasklist/styles/user-styles.css, tradeflow.svg"
    })
    void theWebAppsWearOurDress(String path, String expected) {
        assertThat(new Browser(port).signIn("otto", "demo").get(path).body()).contains(expected);
    }

    private String start(String process) {
        runtime.startProcessInstanceByKey(process, deal, Map.of());
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(deal)
                .singleResult()
                .getId();
    }
}
