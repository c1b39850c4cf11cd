package io.tradeflow.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Prices asked for over the API, and price rows kept over it. */
@TradeflowTest
class PricePreviewTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Api priya;
    private Api desk;
    private Api manager;

    @BeforeEach
    void open() {
        priya = new Api(port, "priya@sahyadri-agro.example");
        desk = new Api(port, staffIn("sales-desk", "sales-managers"));
        manager = new Api(port, staffIn("sales-managers", ""));
    }

    @Test
    void aBuyerSeesPricesAndTaxButNoReasons() {
        JsonNode answer = priya.post("/price-previews", question(null, "CP-010-CI 5"))
                .with(200)
                .json();

        JsonNode line = answer.path("lines").get(0);
        assertThat(line.path("unitPrice").decimalValue()).isPositive();
        assertThat(line.path("net").decimalValue())
                .isEqualByComparingTo(line.path("unitPrice").decimalValue().multiply(BigDecimal.valueOf(5)));
        assertThat(answer.path("charges").path("freight").path("reason").asText())
                .isNotBlank();
        assertThat(answer.toString()).doesNotContain("trace", "belowFloor", "floor", "others", "\"reason\":\"Customer");
        JsonNode tax = answer.path("tax");
        assertThat(answer.path("total").decimalValue())
                .isEqualByComparingTo(tax.path("taxableValue")
                        .decimalValue()
                        .add(tax.path("cgst").decimalValue())
                        .add(tax.path("sgst").decimalValue())
                        .add(tax.path("igst").decimalValue())
                        .add(tax.path("roundOff").decimalValue()));
        assertThat(tax.path("taxableValue").decimalValue())
                .isEqualByComparingTo(answer.path("net")
                        .decimalValue()
                        .add(answer.path("charges").path("charged").decimalValue()));
    }

    @Test
    void staffSeeWhyAndAnyCompany() {
        JsonNode line = desk.post("/price-previews", question("SAHYADRI-AGRO", "CP-010-CI 5"))
                .with(200)
                .json()
                .path("lines")
                .get(0);

        assertThat(line.path("trace").path("winner").path("words").asText()).startsWith("Customer price from 5 NOS");
        assertThat(line.path("trace").path("losers")).isNotEmpty();
    }

    @Test
    void aBuyerAsksForNoOtherCompany() {
        priya.post("/price-previews", question("KAVERI-PROCESS", "CP-010-CI 5"))
                .problem(422, "preview-invalid", "buyerCode");
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        ObjectNode question = question("NOBODY", "CP-010-CI 0", "NO-SUCH 1");
        question.put("currency", "RUP").put("channel", "FAX");

        JsonNode problem = desk.post("/price-previews", question).with(422).json();

        assertThat(problem.path("violations").findValuesAsText("field"))
                .contains("buyerCode", "currency", "channel", "lines[0].quantity", "lines[1].sku");
    }

    @Test
    void fiveHundredLinesWriteNothing() {
        List<String> skus = jdbc.sql(
                        "select sku from product where status = 'ACTIVE' and exists (select 1 from price_row p"
                                + " where p.sku = product.sku and level = 'BASE' and currency = 'INR' and from_quantity = 1) order by sku limit 100")
                .query(String.class)
                .list();
        String[] lines = new String[500];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = skus.get(i % skus.size()) + " " + (i + 1);
        }
        desk.post("/price-previews", question("SAHYADRI-AGRO", lines)).with(200);
        long before = written();

        JsonNode answer = desk.post("/price-previews", question("SAHYADRI-AGRO", lines))
                .with(200)
                .json();

        assertThat(answer.path("lines")).hasSize(500);
        assertThat(written()).as("rows in all tables").isEqualTo(before);
    }

    @Test
    void priceRowsAreKeptByTheSalesManagersOnly() {
        ObjectNode rows = Api.JSON.createObjectNode();
        rows.putArray("rows")
                .addObject()
                .put("level", "CHANNEL")
                .put("owner", "DISTRIBUTOR")
                .put("sku", "CP-010-CI")
                .put("currency", "INR")
                .put("fromQuantity", 1)
                .put("unitPrice", 5000)
                .put("validFrom", "2026-04-01");

        desk.post("/price-rows", rows).problem(403, "sales-managers-only", null);
        manager.post("/price-rows", rows).with(200);

        JsonNode kept = desk.get("/price-rows?sku=CP-010-CI&level=CHANNEL&owner=DISTRIBUTOR");
        assertThat(kept.path("total").asInt()).isEqualTo(1);
        assertThat(kept.path("items")).hasSize(1);
        long id = kept.path("items").get(0).path("id").asLong();
        manager.post("/price-rows/" + id + "/end", Api.JSON.createObjectNode().put("lastDay", "2026-03-01"))
                .problem(422, "invalid-prices", "lastDay");
        manager.post("/price-rows/" + id + "/end", Api.JSON.createObjectNode().put("lastDay", "2026-04-01"))
                .with(200);
    }

    @Test
    void contractsAndPoliciesAreKeptByTheSalesManagersOnly() {
        ObjectNode contract = Api.JSON
                .createObjectNode()
                .put("number", "RC-TEST-1")
                .put("buyerCode", "NANDI-HOME")
                .put("title", "Rate contract")
                .put("validFrom", "2026-04-01");
        ObjectNode band = Api.JSON
                .createObjectNode()
                .put("priceTier", "NOBODY")
                .put("currency", "INR")
                .put("measure", "VALUE")
                .put("fromAmount", 100)
                .put("percent", 2.5)
                .put("validFrom", "2026-04-01");
        ObjectNode floor = Api.JSON
                .createObjectNode()
                .put("sku", "CP-005-CI")
                .put("currency", "INR")
                .put("amount", 1)
                .put("validFrom", "2020-04-01")
                .put("validUntil", "2020-04-30");
        ObjectNode terms = Api.JSON
                .createObjectNode()
                .put("level", "GROUP")
                .put("owner", "NOBODY")
                .put("minimumQuantity", 5)
                .put("validFrom", "2026-04-01");
        Map<String, ObjectNode> policies = Map.of(
                "/price-agreements", contract, "/bulk-discounts", band, "/price-floors", floor, "/order-terms", terms);

        policies.forEach((path, body) -> {
            desk.post(path, body).problem(403, "sales-managers-only", null);
            priya.post(path, body).with(403);
            manager.post(path, body).with(200);
            assertThat(desk.get(path).toString())
                    .contains(body.has("number") ? "RC-TEST-1" : body.has("sku") ? "2020-04-30" : "NOBODY");
        });
        for (String path : List.of("/bulk-discounts", "/price-floors", "/order-terms")) {
            long id = ours(desk.get(path)).path("id").asLong();
            manager.post(path + "/" + id + "/end", day("2019-01-01")).problem(422, "invalid-prices", "lastDay");
            manager.post(path + "/" + id + "/end", Api.JSON.createObjectNode())
                    .problem(422, "invalid-prices", "lastDay");
            manager.post(path + "/999999999/end", day("2026-04-01")).with(404);
            desk.post(path + "/" + id + "/end", day("2026-04-01")).with(403);
            manager.post(path + "/" + id + "/end", day("2026-04-01")).with(200);
            assertThat(ours(desk.get(path)).path("validUntil").asText()).isEqualTo("2026-04-01");
        }
    }

    @Test
    void whatIsWrongWithAPolicyIsNamedByField() {
        assertFields(
                "/price-agreements",
                "{\"number\":\"rc 1\",\"buyerCode\":\"NO\"}",
                "number",
                "title",
                "buyerCode",
                "validFrom");
        assertFields(
                "/bulk-discounts",
                "{\"currency\":\"RUP\",\"measure\":\"QUANTITY\",\"fromAmount\":0,\"percent\":100,\"validFrom\":\"2026-04-01\",\"validUntil\":\"2026-03-31\"}",
                "currency",
                "unit",
                "fromAmount",
                "percent",
                "validUntil");
        assertFields(
                "/price-floors",
                "{\"sku\":\"NO\",\"category\":\"NO\",\"currency\":\"INR\",\"validFrom\":\"2026-04-01\"}",
                "amount",
                "sku",
                "category",
                "category");
        assertFields(
                "/order-terms",
                "{\"level\":\"CUSTOMER\",\"owner\":\"NO\",\"sku\":\"NO\",\"validFrom\":\"2026-04-01\"}",
                "owner",
                "sku",
                "minimumQuantity");
        manager.post("/bulk-discounts", Api.JSON.createObjectNode().put("measure", "WEIGHT"))
                .with(400);
    }

    private void assertFields(String path, String body, String... fields) {
        try {
            assertThat(manager.post(path, Api.JSON.readTree(body))
                            .with(422)
                            .json()
                            .path("violations")
                            .findValuesAsText("field"))
                    .containsExactlyInAnyOrder(fields);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Of all rows of a policy the one this test has made. */
    private static JsonNode ours(JsonNode rows) {
        for (JsonNode row : rows) {
            if (row.path("priceTier").asText().equals("NOBODY")
                    || row.path("owner").asText().equals("NOBODY")
                    || row.path("validFrom").asText().equals("2020-04-01")) {
                return row;
            }
        }
        throw new AssertionError("Not kept: " + rows);
    }

    private static ObjectNode day(String day) {
        return Api.JSON.createObjectNode().put("lastDay", day);
    }

    private static ObjectNode question(String buyer, String... lines) {
        ObjectNode question = Api.JSON.createObjectNode();
        if (buyer != null) {
            question.put("buyerCode", buyer);
        }
        ArrayNode array = question.putArray("lines");
        for (String line : lines) {
            array.addObject().put("sku", line.split(" ")[0]).put("quantity", new BigDecimal(line.split(" ")[1]));
        }
        return question;
    }

    private String staffIn(String group, String notIn) {
        return jdbc.sql("select user_id_ from act_id_membership where group_id_ = :group and user_id_ not in"
                        + " (select user_id_ from act_id_membership where group_id_ = :not) order by user_id_ limit 1")
                .param("group", group)
                .param("not", notIn)
                .query(String.class)
                .single();
    }

    /** Sessions and the engine's own work aside, of which none stands still. */
    private long written() {
        return jdbc
                .sql(
                        "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !table.startsWith("spring_session"))
                .mapToLong(table -> jdbc.sql("select count(*) from \"" + table + "\"")
                        .query(Long.class)
                        .single())
                .sum();
    }
}
