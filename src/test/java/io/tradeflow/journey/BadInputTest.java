package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is wrong is refused whole, with the field and the reason. */
@TradeflowTest
class BadInputTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";
    private static final String SENTHIL = "senthil@kaveri-process.example";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    private Api priya;

    @BeforeEach
    void open() {
        priya = new Api(port, PRIYA);
    }

    static Stream<Arguments> wrongLines() {
        return Stream.of(
                Arguments.of("unknown SKU", "NO-SUCH-SKU", "1", "lines[1].sku"),
                Arguments.of("negative quantity", "PG-010", "-4", "lines[1].quantity"),
                Arguments.of("zero quantity", "PG-010", "0", "lines[1].quantity"),
                Arguments.of("below the minimum order quantity", "GK-080-EP", "10", "lines[1].quantity"),
                Arguments.of("no multiple", "GK-080-EP", "30", "lines[1].quantity"),
                Arguments.of("more decimals than kept", "LB-HYD-46", "20.0000001", "lines[1].quantity"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongLines")
    void aWrongLineIsNamedAndNothingIsTakenIn(String what, String sku, String quantity, String field) {
        long before = deals();
        ObjectNode inquiry = Deal.inquiry("SAHYADRI-AGRO", "PG-010", "4", sku, quantity);
        JsonNode problem = priya.post("/inquiries", inquiry).json();
        assertThat(problem.path("status").asInt()).as(problem::toString).isIn(400, 422);
        assertThat(problem.path("violations").findValuesAsText("field"))
                .as(problem::toString)
                .contains(field);
        assertThat(deals()).isEqualTo(before);
    }

    @Test
    void anInquiryForAnotherCompanyIsRefused() {
        priya.post("/inquiries", Deal.inquiry("KAVERI-PROCESS", "PG-010", "4"))
                .problem(422, "inquiry-invalid", "buyerCode");
    }

    @Test
    void nothingWhereSomethingBelongsIsNamed() {
        Api meera = new Api(port, "meera");
        meera.post("/price-rows", "{\"rows\": [null]}").problem(400, "invalid-request", "rows[0]");
        meera.put(
                        "/quote-templates/X",
                        "{\"name\": \"X\", \"validityDays\": 10, \"terms\": \"x\", \"approvals\": [null]}")
                .problem(400, "invalid-request", "approvals[0]");
        meera.tryGet("/lost-deals?until=%2B999999999-12-31").problem(422, "day-out-of-range", "until");
    }

    @Test
    void malformedJsonSaysWhere() {
        JsonNode problem =
                priya.post("/inquiries", "{\"buyerCode\": ").with(400).json();
        assertThat(problem.path("type").asText()).startsWith("https://tradeflow.io/problems/");
        assertThat(problem.path("detail").asText()).isNotBlank();
    }

    @Test
    void aBodyOfTenMegabytesIsRefusedUnread() {
        String big = "{\"requirement\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}";
        priya.post("/inquiries", big).problem(413, "body-too-large", null);
    }

    @Test
    void aGstinWithAWrongCheckCharacterIsRefused() {
        JsonNode buyer = new Api(port, "asha").get("/buyers/SAHYADRI-AGRO");
        ObjectNode wrong =
                ((ObjectNode) buyer.deepCopy()).put("code", "NEW-BUYER").put("gstin", "27AAZCS0101A1ZQ");
        new Api(port, "asha").post("/buyers", wrong).problem(422, "invalid-buyer", "gstin");
        new Api(port, "asha").tryGet("/buyers/NEW-BUYER").problem(404, "not-found", null);
    }

    @Test
    void anotherCompanysQuoteDoesNotExistForYou() {
        Deal deal = Deal.inquire(priya, jobs, PRIYA, "PG-010", "4");
        String quote = deal.quote().path("number").asText();
        Api stranger = priya.as(SENTHIL);
        stranger.tryGet("/quotes/" + quote).problem(404, "not-found", null);
        stranger.post("/quotes/" + quote + "/acceptance", Map.of("revision", 1, "poNumber", "PO-1"))
                .problem(404, "not-found", null);
        stranger.tryGet("/deals/" + deal.number()).problem(404, "not-found", null);
        assertThat(stranger.get("/documents?deal=" + deal.number()).size()).isZero();
        long document = deal.documents().path(0).path("id").asLong();
        stranger.tryGet("/documents/" + document).problem(404, "not-found", null);
        deal.isAt("WITH_BUYER");
    }

    @Test
    void marginsAreForThoseWhoMakeAndApprovePrices() {
        Deal deal = Deal.inquire(priya, jobs, PRIYA, "PG-010", "4");
        assertThat(priya.as("meera")
                        .get("/quotes?deal=" + deal.number())
                        .path(0)
                        .path("margin")
                        .isNumber())
                .isTrue();
        for (String user : new String[] {"ravi", PRIYA}) {
            JsonNode quote = priya.as(user).get("/quotes?deal=" + deal.number()).path(0);
            assertThat(quote.path("number").asText()).isNotBlank();
            assertThat(quote.findValues("margin")).allMatch(JsonNode::isNull);
            assertThat(quote.findValues("priceReason")).allMatch(JsonNode::isNull);
        }
    }

    @Test
    void aTaskThatIsNotYoursCannotBeTakenOrCompleted() {
        Deal deal = Deal.inquire(priya, jobs, PRIYA, "PG-010", "4").accept();
        String task = deal.task("ravi", "fulfilment/pick").path("id").asText();
        Api farid = priya.as("farid");
        farid.post("/tasks/" + task + "/claim", null).problem(404, "not-found", null);
        farid.post("/tasks/" + task + "/completion", Map.of("variables", Map.of("picked", "{\"1\":\"4\"}")))
                .problem(404, "not-found", null);
        priya.post("/tasks/" + task + "/claim", null).problem(403, "staff-only", null);
        assertThat(deal.hasTask("ravi", "fulfilment/pick")).isTrue();
    }

    @Test
    void aFormIsCheckedAndNothingElseIsAccepted() {
        Deal deal = Deal.inquire(priya, jobs, PRIYA, "PG-010", "4").accept();
        String task = deal.task("ravi", "fulfilment/pick").path("id").asText();
        Api ravi = priya.as("ravi");
        ravi.post("/tasks/" + task + "/claim", null).with(200);
        ravi.post("/tasks/" + task + "/completion", Map.of("variables", Map.of("picked", "{\"1\":\"5\"}")))
                .with(422);
        ravi.post(
                        "/tasks/" + task + "/completion",
                        Map.of("variables", Map.of("picked", "{\"1\":\"4\"}", "orderNumber", "SO-OTHER")))
                .with(422);
        assertThat(deal.hasTask("ravi", "fulfilment/pick")).isTrue();
    }

    @Test
    void theSameKeyTwiceGivesTheSameAnswerOnce() {
        String key = UUID.randomUUID().toString();
        ObjectNode inquiry = Deal.inquiry("SAHYADRI-AGRO", "PG-010", "4");
        Api.Answer first = priya.post("/inquiries", inquiry, key).with(201);
        long deals = deals();
        Api.Answer second = priya.post("/inquiries", inquiry, key).with(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(deals()).isEqualTo(deals);
        priya.post("/inquiries", Deal.inquiry("SAHYADRI-AGRO", "PG-010", "6"), key)
                .problem(422, "idempotency-key-reused", null);
    }

    @Test
    void oneQuoteIsAcceptedOnce() {
        Deal deal = Deal.inquire(priya, jobs, PRIYA, "PG-010", "4").accept();
        JsonNode quote = deal.quote();
        priya.post(
                        "/quotes/" + quote.path("number").asText() + "/acceptance",
                        Map.of("revision", quote.path("revision").asInt(), "poNumber", "PO-SECOND"))
                .problem(409, "quote-not-open", null);
    }

    private long deals() {
        return new Api(port, "asha").get("/deals?size=1").path("total").asLong();
    }
}
