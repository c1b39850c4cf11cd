package io.tradeflow.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import io.tradeflow.kernel.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Price files over HTTP, from the upload to the last row. */
@TradeflowTest
class ImportsTest {

    private static final String HEADER = "level;owner;sku;currency;fromQuantity;unitPrice;validFrom;validUntil\n";

    /** Far away, so that no other test meets these prices. */
    private static final String DAY = "2031-04-01";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient jdbc;

    private Api manager;

    @BeforeEach
    void open() {
        manager = new Api(port, "meera");
    }

    @AfterEach
    void leaveThePricesAsTheyWere() {
        jdbc.sql("delete from price_row where valid_from >= date '2031-01-01'").update();
    }

    @Test
    void aFileIsCheckedShownAndBroughtIn() {
        JsonNode file = upload(HEADER + "BASE;;CP-010-CI;INR;1;5000.50;" + DAY + ";\nBASE;;CP-010-CI;INR;10;4900;" + DAY
                + ";2031-12-31\n");
        long id = file.path("id").asLong();
        assertThat(file.path("status").asText()).isEqualTo("CHECKING");

        JsonNode checked = goOn(id);
        assertThat(checked.path("status").asText()).isEqualTo("READY");
        assertThat(checked.path("fresh").asInt()).isEqualTo(2);
        assertThat(prices()).isZero();

        manager.post("/imports/" + id + "/approval", null).with(202);
        assertThat(goOn(id).path("status").asText()).isEqualTo("DONE");
        assertThat(prices()).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from import_row where import_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .as("rows that are in are not kept twice")
                .isZero();
    }

    @Test
    void aSecondFileSaysWhatItWouldChange() {
        bringIn(HEADER + row("CP-010-CI", "1", "5000") + row("CP-010-CI", "10", "4900"));

        JsonNode again = goOn(upload(HEADER
                        + row("CP-010-CI", "1.0", "5000.00")
                        + row("CP-010-CI", "10", "4800")
                        + row("CP-010-CI", "20", "4700"))
                .path("id")
                .asLong());

        assertThat(again.path("unchanged").asInt()).isEqualTo(1);
        assertThat(again.path("changed").asInt()).isEqualTo(1);
        assertThat(again.path("fresh").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "BASE;;NO-SUCH;INR;1;10;2031-04-01;, sku, There is no product NO-SUCH",
        "BASE;;CP-010-CI;INR;1;ten;2031-04-01;, unitPrice, is no number: write it as 1250.50",
        "BASE;;CP-010-CI;INR;0;10;2031-04-01;, fromQuantity, is more than zero",
        "BASE;;CP-010-CI;XXQ;1;10;2031-04-01;, currency, is no ISO 4217 currency code",
        "BASE;;CP-010-CI;INR;1;10;1 April;, validFrom, is no date: write it as 2026-04-01",
        "BASE;;CP-010-CI;INR;1;10;2031-04-01;2031-03-31, validUntil, lies before the first day",
        "CUSTOMER;NOBODY;CP-010-CI;INR;1;10;2031-04-01;, owner, There is no buyer NOBODY",
        "BASE;RETAIL;CP-010-CI;INR;1;10;2031-04-01;, owner, A base price has no owner",
        "LOYALTY;;CP-010-CI;INR;1;10;2031-04-01;, level, is none of"
    })
    void everyWrongCellIsNamedWithItsLine(String row, String column, String reason) {
        long id = upload(HEADER + row("CP-010-CI", "1", "1") + row + "\n")
                .path("id")
                .asLong();

        assertThat(goOn(id).path("status").asText()).isEqualTo("REFUSED");
        JsonNode error = manager.get("/imports/" + id + "/errors").path(0);
        assertThat(error.path("line").asInt()).isEqualTo(3);
        assertThat(error.path("column").asText()).isEqualTo(column);
        assertThat(error.path("reason").asText()).contains(reason);
        assertThat(prices()).isZero();
    }

    @Test
    void rowsThatSayTheSameAreNamed() {
        long id = upload(HEADER
                        + row("CP-010-CI", "1", "1")
                        + row("CP-010-SS", "1", "1")
                        + row("CP-010-CI", "1.000", "2"))
                .path("id")
                .asLong();

        goOn(id);
        JsonNode errors = manager.get("/imports/" + id + "/errors");
        assertThat(errors).hasSize(1);
        assertThat(errors.path(0).path("line").asInt()).isEqualTo(4);
        assertThat(errors.path(0).path("reason").asText()).contains("line 2");
    }

    @Test
    void whatHasBecomeWrongBetweenCheckAndAnswerBringsNothingIn() {
        jdbc.sql(
                        """
                        insert into product (sku, name, family, hsn, unit, minimum_order_quantity, order_multiple, batch_tracked,
                                             cost, cost_currency, status)
                        values ('PASSING-1', 'Passing', 'Passing', '8413', 'NOS', 1, 1, false, 1, 'INR', 'ACTIVE')
                        """)
                .update();
        long id = upload(HEADER + row("CP-010-CI", "1", "1") + row("PASSING-1", "1", "1"))
                .path("id")
                .asLong();
        assertThat(goOn(id).path("status").asText()).isEqualTo("READY");
        jdbc.sql("delete from product where sku = 'PASSING-1'").update();

        manager.post("/imports/" + id + "/approval", null).with(202);

        assertThat(goOn(id).path("status").asText()).isEqualTo("REFUSED");
        assertThat(manager.get("/imports/" + id + "/errors")
                        .path(0)
                        .path("line")
                        .asInt())
                .isEqualTo(3);
        assertThat(prices()).isZero();
    }

    /** The numbers of rows are the same; what stands there is another price. */
    @Test
    void whatWouldDoSomethingElseThanWasShownWaitsForAnotherAnswer() {
        bringIn(HEADER + row("CP-010-CI", "1", "5000"));
        long id = upload(HEADER + row("CP-010-CI", "1", "4800")).path("id").asLong();
        assertThat(goOn(id).path("note").isNull()).isTrue();
        jdbc.sql("update price_row set unit_price = 4950 where valid_from = cast(? as date)")
                .param(DAY)
                .update();

        manager.post("/imports/" + id + "/approval", null).with(202);

        JsonNode shownAgain = goOn(id);
        assertThat(shownAgain.path("status").asText()).isEqualTo("READY");
        assertThat(shownAgain.path("note").asText()).startsWith("The house has changed since the check; look again");
        assertThat(new BigDecimal(manager.get("/imports/" + id + "/changes")
                        .path(0)
                        .path("before")
                        .asText()))
                .isEqualByComparingTo("4950");
        assertThat(unitPrice()).isEqualByComparingTo("4950");

        manager.post("/imports/" + id + "/approval", null).with(202);
        JsonNode done = goOn(id);
        assertThat(done.path("status").asText()).isEqualTo("DONE");
        assertThat(done.path("note").isNull()).isTrue();
        assertThat(unitPrice()).isEqualByComparingTo("4800");
    }

    private BigDecimal unitPrice() {
        return jdbc.sql("select unit_price from price_row where valid_from = cast(? as date)")
                .param(DAY)
                .query(BigDecimal.class)
                .single();
    }

    @Test
    void eachAnswerCountsOnceAndAStepThatRunsAgainChangesNothing() {
        long id = upload(HEADER + row("CP-010-CI", "1", "1")).path("id").asLong();
        goOn(id);
        manager.post("/imports/" + id + "/approval", null).with(202);
        assertThat(manager.post("/imports/" + id + "/approval", null).status()).isEqualTo(409);
        goOn(id);

        assertThat(imports.apply(id)).isEqualTo(ImportFile.Status.DONE);
        assertThat(prices()).isEqualTo(1);

        long unwanted = upload(HEADER + row("CP-010-CI", "5", "1")).path("id").asLong();
        goOn(unwanted);
        manager.delete("/imports/" + unwanted).with(204);
        assertThat(goOn(unwanted).path("status").asText()).isEqualTo("DISCARDED");
        assertThat(prices()).isEqualTo(1);
    }

    @Test
    void pricesAreTheSalesManagers() {
        for (String other : List.of("asha", "ravi", "farid", "priya@sahyadri-agro.example")) {
            Api api = new Api(port, other);
            assertThat(api.postCsv("/imports?kind=prices", HEADER).status())
                    .as(other)
                    .isEqualTo(403);
        }
        long id = upload(HEADER + row("CP-010-CI", "1", "1")).path("id").asLong();
        assertThat(new Api(port, "asha").tryGet("/imports/" + id).status()).isEqualTo(403);
        assertThat(manager.postCsv("/imports?kind=moods", HEADER).status()).isEqualTo(404);
        assertThat(manager.postCsv("/imports?kind=prices", "sku\nA\n").status()).isEqualTo(422);
        goOn(id);
    }

    /** Three bad rows among a hundred thousand: nothing comes in, the three are named, the mended file comes in. */
    @Test
    void aHundredThousandRowsComeInWholeOrNotAtAll() {
        int rows = 100_000;
        List<Integer> bad = List.of(3, 50_001, 99_999);

        long refused = imports.receive(person(), "prices", "big.csv", new GeneratedPrices(rows, bad))
                .id();
        JsonNode report = goOn(refused);
        assertThat(report.path("status").asText()).isEqualTo("REFUSED");
        assertThat(report.path("rowCount").asInt()).isEqualTo(rows);
        assertThat(report.path("wrong").asInt()).isEqualTo(bad.size());
        assertThat(manager.get("/imports/" + refused + "/errors"))
                .extracting(error ->
                        error.path("line").asInt() + " " + error.path("reason").asText())
                .containsExactly(
                        "4 There is no product BAD-3",
                        "50002 There is no product BAD-50001",
                        "100000 There is no product BAD-99999");
        assertThat(prices()).isZero();

        long mended = imports.receive(person(), "prices", "big.csv", new GeneratedPrices(rows, List.of()))
                .id();
        assertThat(goOn(mended).path("fresh").asInt()).isEqualTo(rows);
        manager.post("/imports/" + mended + "/approval", null).with(202);
        JsonNode done = goOn(mended);
        assertThat(done.path("status").asText()).isEqualTo("DONE");
        assertThat(done.path("imported").asInt()).isEqualTo(rows);
        assertThat(prices()).isEqualTo(rows);
    }

    private Actor.Staff person() {
        return new Actor.Staff("meera", "Meera Kulkarni", Set.of("sales-managers"));
    }

    /** A file that is made while it is read: what is in memory of it does not grow with its length. */
    private static final class GeneratedPrices extends InputStream {

        private final int rows;
        private final List<Integer> bad;
        private byte[] line = HEADER.getBytes(StandardCharsets.UTF_8);
        private int at;
        private int row;

        GeneratedPrices(int rows, List<Integer> bad) {
            this.rows = rows;
            this.bad = bad;
        }

        @Override
        public int read() throws IOException {
            if (at == line.length) {
                if (row == rows) {
                    return -1;
                }
                row++;
                String sku = bad.contains(row) ? "BAD-" + row : "CP-010-CI";
                line = ("BASE;;" + sku + ";INR;" + row + ";" + BigDecimal.valueOf(1_000_000L - row, 2) + ";" + DAY
                                + ";\n")
                        .getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return line[at++];
        }
    }

    private void bringIn(String text) {
        long id = upload(text).path("id").asLong();
        goOn(id);
        manager.post("/imports/" + id + "/approval", null).with(202);
        goOn(id);
    }

    private JsonNode upload(String text) {
        return manager.postCsv("/imports?kind=prices", text).with(202).json();
    }

    private JsonNode goOn(long id) {
        jobs.runDue("IMPORT-" + id);
        return manager.get("/imports/" + id);
    }

    private int prices() {
        return jdbc.sql("select count(*) from price_row where valid_from = cast(? as date)")
                .param(DAY)
                .query(Integer.class)
                .single();
    }

    private static String row(String sku, String tier, String price) {
        return "BASE;;" + sku + ";INR;" + tier + ";" + price + ";" + DAY + ";\n";
    }
}
