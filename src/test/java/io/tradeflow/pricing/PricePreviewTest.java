package io.tradeflow.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import java.math.BigDecimal;
import java.util.List;
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
        assertThat(kept).hasSize(1);
        long id = kept.get(0).path("id").asLong();
        manager.post("/price-rows/" + id + "/end", Api.JSON.createObjectNode().put("lastDay", "2026-03-01"))
                .problem(422, "invalid-prices", "lastDay");
        manager.post("/price-rows/" + id + "/end", Api.JSON.createObjectNode().put("lastDay", "2026-04-01"))
                .with(200);
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
