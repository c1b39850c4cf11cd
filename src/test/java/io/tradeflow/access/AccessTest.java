package io.tradeflow.access;

import static io.tradeflow.access.Visitor.basic;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradeflow.TradeflowTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who gets where, on the running program over HTTP. */
@TradeflowTest
class AccessTest {

    private static final String BUYER = "priya@sahyadri-agro.example";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        // user, path, status, where a redirect leads
        ", /desk, 302, /login",
        ", /portal, 302, /login",
        ", /, 302, /login",
        ", /api, 302, /login",
        ", /camunda/app/tasklist/default/, 302, /login",
        ", /camunda/api/engine/engine/default/task, 401,",
        ", /api/v1/me, 401,",
        ", /actuator/info, 401,",
        ", /actuator/health, 200,",
        ", /login, 200,",
        ", /assets/tradeflow.css, 200,",
        ", /forms/tradeflow.js, 302, /login",
        "asha, /, 302, /desk",
        "asha, /login, 302, /desk",
        "asha, /portal, 403,",
        "asha, /camunda/app/tasklist/default/, 200,",
        "asha, /camunda/api/engine/engine/default/task/count, 200,",
        "asha, /forms/approval/decide.html, 200,",
        "asha, /actuator/info, 403,",
        "asha, /engine-rest/task, 403,",
        "asha, /nothing-here, 404,",
        "omkar, /actuator/info, 200,",
        "priya@sahyadri-agro.example, /, 302, /portal",
        "priya@sahyadri-agro.example, /desk, 403,",
        "priya@sahyadri-agro.example, /forms/approval/decide.html, 403,",
        "priya@sahyadri-agro.example, /camunda/app/tasklist/default/, 403,",
        "priya@sahyadri-agro.example, /camunda/api/engine/engine/default/task, 403,",
        "priya@sahyadri-agro.example, /camunda/app/welcome/default/, 403,",
        "priya@sahyadri-agro.example, /swagger-ui/index.html, 200,",
    })
    void everybodyHasTheirPlaces(String user, String path, int status, String leadsTo) throws Exception {
        Visitor visitor = user == null ? new Visitor(port) : Visitor.signedIn(port, user);
        HttpResponse<String> answer = visitor.get(path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (leadsTo != null) {
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(place -> assertThat(place).endsWith(leadsTo));
        }
    }

    @Test
    void theDescriptionOfTheApiIsThereForWhoeverIsSignedIn() throws Exception {
        Visitor asha = Visitor.signedIn(port, "asha");
        String location = asha.get("/api").headers().firstValue("Location").orElseThrow();
        assertThat(location).contains("/swagger-ui/index.html");

        JsonNode api = json(asha.get("/api/openapi/1-all"));
        assertThat(api.at("/info/title").asText()).isEqualTo("Tradeflow API");
        assertThat(api.at("/components/schemas/Problem").isMissingNode()).isFalse();
        assertThat(api.at("/paths/~1api~1v1~1tasks~1{id}~1claim/post/parameters")
                        .toString())
                .contains("Idempotency-Key")
                .doesNotContain("\"by\"");
    }

    @ParameterizedTest
    @CsvSource({"asha, STAFF, Asha Nair", "priya@sahyadri-agro.example, BUYER, Priya Deshmukh"})
    void theSameSignInServesPagesAndApi(String user, String kind, String name) throws Exception {
        JsonNode bySession = json(Visitor.signedIn(port, user).get("/api/v1/me"));
        JsonNode byBasic = json(new Visitor(port).get("/api/v1/me", basic(user, "demo")));

        assertThat(bySession).isEqualTo(byBasic);
        assertThat(bySession.get("kind").asText()).isEqualTo(kind);
        assertThat(bySession.get("name").asText()).isEqualTo(name);
    }

    @Test
    void basicMakesNoSession() throws Exception {
        Visitor program = new Visitor(port);
        program.get("/api/v1/me", basic("asha", "demo"));

        assertThat(program.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void whoIsNotSignedInGetsAProblemAndTheChallengeUnlessInABrowser() throws Exception {
        HttpResponse<String> program = new Visitor(port).get("/api/v1/me");
        assertThat(program.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(program).get("type").asText()).isEqualTo("https://tradeflow.io/problems/not-signed-in");
        assertThat(program.headers().firstValue("WWW-Authenticate")).isPresent();

        HttpResponse<String> browser = new Visitor(port).get("/api/v1/me", "Sec-Fetch-Site", "same-origin");
        assertThat(browser.statusCode()).isEqualTo(401);
        assertThat(browser.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void aChangeOnASessionNeedsTheToken() throws Exception {
        Visitor asha = Visitor.signedIn(port, "asha");
        asha.get("/desk/tasks");

        HttpResponse<String> without = asha.post("/api/v1/tasks/none/claim", "{}");
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(json(without).get("detail").asText()).contains("X-APP-XSRF");

        HttpResponse<String> with = asha.post("/api/v1/tasks/none/claim", "{}", "X-APP-XSRF", asha.token());
        assertThat(with.statusCode()).isEqualTo(404);
    }

    @Test
    void aChangeSignedWithBasicNeedsNoTokenUnlessAnotherSiteSentIt() throws Exception {
        String[] signed = basic("asha", "demo");
        assertThat(new Visitor(port)
                        .post("/api/v1/tasks/none/claim", "{}", signed)
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> foreign = new Visitor(port)
                .post("/api/v1/tasks/none/claim", "{}", signed[0], signed[1], "Sec-Fetch-Site", "cross-site");
        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/auth/user/default/login/admin"
            })
    void theEnginesOwnDoorsAreShut(String path) throws Exception {
        String body = "{\"profile\":{\"id\":\"mallory\"},\"credentials\":{\"password\":\"x\"}}";
        assertThat(new Visitor(port).post(path, body).statusCode()).isIn(401, 403, 404);
        assertThat(Visitor.signedIn(port, "admin").post(path, body).statusCode())
                .isEqualTo(403);
    }

    @Test
    void signingInChangesTheSession() throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.get("/desk");
        String before = visitor.cookie("JSESSIONID");
        visitor.get("/login");
        HttpResponse<String> in = visitor.signIn("asha", "demo");

        assertThat(before).isNotEmpty();
        assertThat(visitor.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
        assertThat(in.headers().firstValue("Location").orElseThrow()).contains("/desk");
        assertThat(in.headers().allValues("Set-Cookie").toString()).contains("HttpOnly", "SameSite=Lax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/logout", "/camunda/api/admin/auth/user/default/logout"})
    void signingOutEndsItEverywhere(String door) throws Exception {
        Visitor asha = Visitor.signedIn(port, "asha");
        asha.get("/camunda/app/tasklist/default/");
        HttpResponse<String> out = door.startsWith("/camunda") ? asha.post(door, "") : asha.form(door, "");

        assertThat(out.statusCode()).isIn(204, 302);
        assertThat(asha.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(asha.get("/camunda/api/engine/engine/default/task/count").statusCode())
                .isEqualTo(401);
    }

    @Test
    void passwordsCannotBeTriedOut() throws Exception {
        String user = "guessed-user";
        Visitor visitor = new Visitor(port);
        visitor.get("/login");
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(place(visitor.signIn(user, "wrong" + attempt))).endsWith("/login?failed");
        }
        assertThat(place(visitor.signIn(user, "wrong"))).endsWith("/login?locked");
        assertThat(visitor.get("/login?locked").body()).contains("Too many failed sign-ins");

        HttpResponse<String> api = new Visitor(port).get("/api/v1/me", basic(user, "wrong"));
        assertThat(api.statusCode()).isEqualTo(429);
        assertThat(json(api).get("type").asText()).isEqualTo("https://tradeflow.io/problems/too-many-attempts");
    }

    @Test
    void pagesShowAReadableErrorAndPropertiesOfTheAnswer() throws Exception {
        HttpResponse<String> missing = Visitor.signedIn(port, "asha").get("/nothing-here");

        assertThat(missing.body()).contains("There is nothing at this address").doesNotContain("Whitelabel");
        assertThat(missing.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(missing.headers().firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
    }

    @Test
    void unknownAddressesOfTheApiAreProblems() throws Exception {
        HttpResponse<String> unknown = new Visitor(port).get("/api/v1/nothing", basic(BUYER, "demo"));
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(json(unknown).get("instance").asText()).isEqualTo("/api/v1/nothing");

        HttpResponse<String> wrongMethod = new Visitor(port).post("/api/v1/me", "{}", basic(BUYER, "demo"));
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(wrongMethod.headers().firstValue("Allow")).hasValue("GET");
        assertThat(json(wrongMethod).get("type").asText())
                .isEqualTo("https://tradeflow.io/problems/method-not-allowed");
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
