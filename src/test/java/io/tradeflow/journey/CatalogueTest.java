package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradeflow.TradeflowTest;
import io.tradeflow.catalog.MediaLibrary;
import io.tradeflow.inquiry.Inquiry;
import io.tradeflow.inquiry.InquiryDraft;
import io.tradeflow.inquiry.RequestLists;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.BuyerSegment;
import io.tradeflow.party.BuyerSegments;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a company may not see it meets nowhere; what it may, it asks for in its own packages. */
@TradeflowTest
class CatalogueTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";
    private static final Actor.BuyerUser TRADER = new Actor.BuyerUser(PRIYA, "Priya", "SAHYADRI-AGRO");
    private static final Actor.BuyerUser MAKER = new Actor.BuyerUser("kavya@kaveri.example", "Kavya", "KAVERI-PROCESS");
    private static final Actor.Staff MEERA = new Actor.Staff("meera", "Meera Kulkarni", Set.of("sales-managers"));
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3};

    /** Restricted to industry and institutions in the demo. */
    private static final String RESTRICTED = "SV-025";

    @LocalServerPort
    int port;

    @Autowired
    BuyerSegments segments;

    @Autowired
    RequestLists lists;

    @Autowired
    MediaLibrary library;

    @Test
    void theSegmentOfABuyerIsWhatTheTableSays() {
        assertThat(segments.of("SAHYADRI-AGRO")).isEqualTo(new BuyerSegment("TRADE", "DISTRIBUTOR"));
        assertThat(segments.of("KAVERI-PROCESS")).isEqualTo(new BuyerSegment("INDUSTRY", "INDUSTRY"));
        assertThat(segments.of("COTE-DAZUR").segment()).isEqualTo("EXPORT");
    }

    @Test
    void whatIsHiddenIsNotThereThroughAnyDoor() {
        Api priya = new Api(port, PRIYA);
        long media = library.add(MEERA, RESTRICTED, "Front", PNG).id();

        for (String path : List.of("/products/%s", "/products/%s/media", "/stock?sku=%s")) {
            sameProblem(priya, path.formatted(RESTRICTED), path.formatted("SV-999"), 404);
        }
        priya.tryGet("/media/" + media).problem(404, "not-found", null);
        assertThat(priya.tryGet("/media/" + media).text()).doesNotContain(RESTRICTED);
        for (String text : List.of("SV-025", "sv", "safety", "saftey relief", "relief")) {
            JsonNode found = priya.get("/products?q=" + text.replace(" ", "%20"));
            assertThat(found.findValuesAsText("sku")).as(text).noneMatch(sku -> sku.startsWith("SV-"));
        }
        assertThat(priya.post("/inquiries", Deal.inquiry("SAHYADRI-AGRO", RESTRICTED, "1"))
                        .with(422)
                        .text()
                        .replace(RESTRICTED, "SV-999"))
                .contains("There is no product with the SKU SV-999");
        Assertions.assertThatThrownBy(() -> lists.add(TRADER, List.of(line(RESTRICTED, "1", null))))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Problem.Violation::message)
                        .containsExactly("There is no product with the SKU " + RESTRICTED));

        Api asha = new Api(port, "asha");
        assertThat(asha.get("/products/" + RESTRICTED).path("sku").asText()).isEqualTo(RESTRICTED);
        assertThat(asha.bytes("/media/" + media)).isEqualTo(PNG);
    }

    @Test
    void aPackageIsAskedForAndKeptInTheOwnUnit() {
        ObjectNode body = Deal.inquiry("SAHYADRI-AGRO", "BV-040-BR", "2");
        ((ObjectNode) body.path("lines").get(0)).put("unit", "BOX");

        JsonNode line = new Api(port, PRIYA)
                .post("/inquiries", body)
                .with(201)
                .json()
                .path("lines")
                .get(0);

        assertThat(line.path("quantity").decimalValue()).isEqualByComparingTo("20");
        assertThat(line.path("unit").asText()).isEqualTo("NOS");
        assertThat(line.path("enteredQuantity").decimalValue()).isEqualByComparingTo("2");
        assertThat(line.path("enteredUnit").asText()).isEqualTo("BOX");

        ((ObjectNode) body.path("lines").get(0)).put("unit", "DRM");
        new Api(port, PRIYA).post("/inquiries", body).with(422);
    }

    @Test
    void theRequestListIsTheUsersOwnAndBecomesOneInquiry() {
        lists.replace(TRADER, List.of());
        lists.add(TRADER, List.of(line("BV-040-BR", "1", "BOX"), line("GV-080-CI", "2", null)));
        lists.add(TRADER, List.of(line("BV-040-BR", "1", "BOX")));

        assertThat(lists.lines(MAKER)).isEmpty();
        assertThat(lists.lines(new Actor.BuyerUser("other@sahyadri-agro.example", "Other", "SAHYADRI-AGRO")))
                .isEmpty();
        assertThat(lists.lines(TRADER))
                .extracting(kept -> kept.entered().toString())
                .contains("2 BOX", "2 NOS");

        Inquiry inquiry = lists.submit(TRADER, "RFQ 7", null, InquiryDraft.Urgency.NORMAL, null);

        assertThat(inquiry.lines()).extracting(Inquiry.Line::sku).containsExactlyInAnyOrder("BV-040-BR", "GV-080-CI");
        assertThat(lists.count(TRADER)).isZero();
        Assertions.assertThatThrownBy(() -> lists.submit(TRADER, null, null, InquiryDraft.Urgency.NORMAL, null))
                .isInstanceOf(Problem.class);
    }

    @Test
    void whatIsDiscontinuedIsShownAndCannotBeAskedFor() {
        Api priya = new Api(port, PRIYA);

        JsonNode gauge = priya.get("/products/PG-006");

        assertThat(gauge.path("status").asText()).isEqualTo("DISCONTINUED");
        assertThat(gauge.path("successor").asText()).isEqualTo("PG-010");
        assertThat(priya.post("/inquiries", Deal.inquiry("SAHYADRI-AGRO", "PG-006", "4"))
                        .with(422)
                        .text())
                .contains("PG-006 is discontinued and cannot be asked for");
    }

    @Test
    void mediaIsTakenFromThoseWhoKeepTheCatalogueAndOnlyIfItIsWhatItSays() {
        Assertions.assertThatThrownBy(() ->
                        library.add(MEERA, "GV-080-CI", null, "<svg onload='x'/>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("media-not-accepted"));
        byte[] large = Arrays.copyOf(PNG, 2 * 1024 * 1024 + 1);
        Assertions.assertThatThrownBy(() -> library.add(MEERA, "GV-080-CI", null, large))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("media-too-large"));
        for (Actor by : List.of(TRADER, new Actor.Staff("asha", "Asha", Set.of("sales-desk")))) {
            Assertions.assertThatThrownBy(() -> library.add(by, "GV-080-CI", null, PNG))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
        }
    }

    @Test
    void aProductIsKeptOverTheApiWholeOrNotAtAll() {
        Api meera = new Api(port, "meera");
        ObjectNode product = Api.JSON.createObjectNode();
        product.put("name", "Plug valve").put("family", "Plug valves").put("hsn", "84818030");
        product.put("unit", "NOS").put("minimumOrderQuantity", 1).put("orderMultiple", 1);
        product.put("status", "ACTIVE").putObject("cost").put("amount", 310).put("currency", "INR");
        product.putObject("attributes").put("Size", "DN 25");
        product.putArray("packages").addObject().put("unit", "BOX").put("factor", 8);

        new Api(port, "asha").put("/products/PV-025", product).problem(403, "catalogue-only", null);
        ObjectNode wrong = product.deepCopy();
        wrong.put("hsn", "12").put("successor", "PG-010").put("category", "NOWHERE");
        JsonNode problem = meera.put("/products/PV-025", wrong).problem(422, "invalid-product", "hsn");
        assertThat(problem.path("violations").findValuesAsText("field")).contains("successor", "category");
        ((ObjectNode) wrong.put("hsn", "84818030").path("packages").get(0)).put("factor", 1);
        wrong.remove(List.of("successor", "category"));
        meera.put("/products/PV-025", wrong).problem(422, "invalid-product", "packages[0].factor");
        meera.tryGet("/products/PV-025").with(404);

        JsonNode kept = meera.put("/products/PV-025", product).with(201).json();
        assertThat(kept.path("packages").path(0).path("factor").asInt()).isEqualTo(8);
        product.remove(List.of("packages", "attributes"));
        JsonNode changed = meera.put("/products/PV-025", product.put("variant", "lubricated"))
                .with(200)
                .json();
        assertThat(changed.path("attributes").path("Size").asText()).isEqualTo("DN 25");
        assertThat(changed.path("packages").size()).isEqualTo(1);
        meera.put("/products/PV-025", product.put("unit", "KGS")).problem(422, "unit-in-use", "unit");
    }

    @Test
    void whatGoodsCostIsForThoseWhoMakePrices() {
        assertThat(new Api(port, "farid").get("/products/PG-010").has("cost")).isTrue();
        for (String user : List.of("ravi", "lata", "omkar", PRIYA)) {
            assertThat(new Api(port, user).tryGet("/products/PG-010").with(200).text())
                    .as(user)
                    .doesNotContain("cost");
            assertThat(new Api(port, user)
                            .tryGet("/products?q=PG-010")
                            .with(200)
                            .text())
                    .as(user)
                    .doesNotContain("cost");
        }
    }

    @Test
    void whoSeesWhatIsKeptOverTheApi() {
        Api meera = new Api(port, "meera");
        ObjectNode rule = Api.JSON.createObjectNode();
        rule.put("sku", "NRV-050")
                .put("audience", "COMPANY")
                .put("audienceCode", "NOBODY")
                .put("allow", false);
        meera.post("/catalogue-rules", rule).problem(422, "invalid-rule", "audienceCode");
        rule.put("sku", "GV-080-CI").put("audienceCode", "SAHYADRI-AGRO");
        meera.as("ravi").post("/catalogue-rules", rule).problem(403, "catalogue-only", null);
        meera.as(PRIYA).tryGet("/catalogue-rules").problem(403, "staff-only", null);

        meera.post("/catalogue-rules", rule).with(201);
        try {
            meera.as(PRIYA).tryGet("/products/GV-080-CI").with(404);
        } finally {
            for (JsonNode each : meera.get("/catalogue-rules")) {
                if (each.path("sku").asText().equals("GV-080-CI")) {
                    meera.delete("/catalogue-rules/" + each.path("id").asLong()).with(204);
                }
            }
        }
        meera.as(PRIYA).tryGet("/products/GV-080-CI").with(200);
    }

    private static void sameProblem(Api api, String hidden, String absent, int status) {
        String one = api.tryGet(hidden).with(status).text().replace(RESTRICTED, "SV-999");
        String other = api.tryGet(absent).with(status).text();
        assertThat(one).isEqualTo(other);
    }

    private static InquiryDraft.Line line(String sku, String quantity, String unit) {
        return new InquiryDraft.Line(sku, new BigDecimal(quantity), unit, null);
    }
}
