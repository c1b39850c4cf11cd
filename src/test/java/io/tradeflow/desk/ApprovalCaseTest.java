package io.tradeflow.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import io.tradeflow.access.Visitor;
import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import io.tradeflow.journey.DemoSkus;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the approver's form is fed with. */
@TradeflowTest
class ApprovalCaseTest {

    private static final String HETAL = "hetal@sabarmati-traders.example";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Api api;

    @BeforeEach
    void open() {
        api = new Api(port, "asha");
        jdbc.sql("create extension if not exists pg_stat_statements").update();
    }

    @Test
    void twoHundredLinesTakeAsManyStatementsAsThree() {
        long small = approval(Deal.inquire(api, jobs, HETAL, lines(3)), "DISCOUNT");
        long large = approval(Deal.inquire(api, jobs, HETAL, lines(200)), "DISCOUNT");
        read(small);
        read(large);

        long forThree = statements(() -> read(small));
        long began = System.nanoTime();
        long forTwoHundred =
                statements(() -> assertThat(read(large).path("lines")).hasSize(200));
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        assertThat(forTwoHundred).isEqualTo(forThree).isLessThan(60);
        System.out.printf("approval case of 200 lines: %d statements, %d ms%n", forTwoHundred, took.toMillis());
        assertThat(took).as("even on a busy machine").isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aLineSaysWhyItNeedsTheApprovalAndHowItsPriceCameAbout() {
        Deal deal = Deal.inquire(api, jobs, HETAL, "BV-025-SS", "50", "ES-100-250-CI", "1");
        long discount = approval(deal, "DISCOUNT");
        JsonNode line = read(discount).path("lines").path(0);

        assertThat(line.path("asksFor").toString()).contains("off a single line");
        assertThat(line.path("traced").asBoolean()).isTrue();
        JsonNode trace = api.as("meera").get("/approval-cases/" + discount + "/lines/1/price-trace");
        assertThat(trace.path("winner").path("words").asText()).isNotBlank();
        assertThat(trace.path("steps")).isNotEmpty();
        api.as("meera")
                .tryGet("/approval-cases/" + discount + "/lines/9/price-trace")
                .problem(404, "not-found", null);
        api.as("ravi")
                .tryGet("/approval-cases/" + discount + "/lines/1/price-trace")
                .with(403);

        assertThat(read(approval(deal, "STOCK"))
                        .path("lines")
                        .path(1)
                        .path("asksFor")
                        .toString())
                .contains("not in stock");
        assertThat(read(approval(deal, "STOCK")).path("lines").path(0).path("asksFor"))
                .isEmpty();
    }

    @Test
    void whyAnApprovalIsAskedForIsToldToWhoSeesMarginsOrMayDecide() throws Exception {
        Deal deal = Deal.inquire(api, jobs, HETAL, "BV-025-SS", "50", "ES-100-250-CI", "1");
        String quote = deal.quote().path("number").asText();
        long discount = approval(quote, "DISCOUNT");
        long stock = approval(quote, "STOCK");
        JsonNode known = api.as("meera").get("/approvals/" + discount);
        assertThat(known.path("because").asText()).isNotBlank();
        assertThat(known.path("reason").asText()).isNotBlank();

        for (String who : List.of("ravi", "tara", "omkar")) {
            JsonNode read = api.as(who).get("/approvals/" + discount);
            assertThat(read.path("kind").asText()).isEqualTo("DISCOUNT");
            assertThat(read.has("because") || read.has("reason")).as(who).isFalse();
            assertThat(Visitor.signedIn(port, who)
                            .get("/desk/approvals/" + discount + "/reassignment")
                            .body())
                    .contains(quote)
                    .doesNotContain(known.path("because").asText());
        }
        assertThat(api.as("ravi").get("/approvals?subject=" + quote).findValues("reason"))
                .isEmpty();
        assertThat(api.as("ravi").get("/approvals").findValues("because")).isEmpty();
        // the planner decides on the stock and reads why that is asked, not more
        assertThat(api.as("tara").get("/approvals/" + stock).path("because").asText())
                .contains("in stock");
        assertThat(api.as("tara").get("/approvals?subject=" + quote).findValues("because"))
                .hasSize(1);
        assertThat(Visitor.signedIn(port, "meera")
                        .get("/desk/approvals/" + discount + "/reassignment")
                        .body())
                .contains(known.path("because").asText());
    }

    @Test
    void stockIsThatOfThePromisedDay() {
        LocalDate soon = LocalDate.now(clock).plusDays(6);
        var inquiry = Deal.inquiry("SABARMATI-TRADERS", "ES-100-250-CI", "2", "BV-025-SS", "5")
                .put("neededBy", soon.toString());
        String number = api.as(HETAL)
                .post("/inquiries", inquiry)
                .with(201)
                .json()
                .path("number")
                .asText();
        jobs.runDue(number);
        JsonNode quote = api.get("/quotes?deal=" + number).path(0);

        JsonNode lines = read(approval(quote.path("number").asText(), "STOCK")).path("lines");

        assertThat(lines.path(0).path("promised").asText()).isEqualTo(soon.toString());
        assertThat(lines.path(0).path("missing").decimalValue()).isEqualByComparingTo("2");
        assertThat(lines.path(0).path("asksFor").toString()).contains("on the date promised");
        assertThat(lines.path(1).path("asksFor")).isEmpty();
    }

    @Test
    void anApprovalOfTheWholeSaysWhatALineHasToDoWithIt() {
        Deal deal = Deal.inquire(api, jobs, HETAL, "CP-050-CI", "300", "BV-025-SS", "5");

        JsonNode lines = read(approval(deal, "VALUE")).path("lines");

        assertThat(lines.path(0).path("hint").asText()).isEqualTo("100 % of the goods' value");
        assertThat(lines.path(1).has("hint")).isFalse();
    }

    private JsonNode read(long approval) {
        return api.as("meera").get("/approval-cases/" + approval);
    }

    /** Counted by the database, whoever asks it; nothing else runs meanwhile. */
    private long statements(Runnable work) {
        jdbc.sql("select pg_stat_statements_reset()").query().listOfRows();
        work.run();
        return jdbc.sql("select sum(calls) from pg_stat_statements where query not like '%pg_stat%'")
                .query(Long.class)
                .single();
    }

    private long approval(Deal deal, String kind) {
        return approval(deal.quote().path("number").asText(), kind);
    }

    private long approval(String quote, String kind) {
        for (JsonNode approval : api.get("/approvals?subject=" + quote)) {
            if (approval.path("kind").asText().equals(kind)) {
                return approval.path("id").asLong();
            }
        }
        throw new AssertionError(quote + " needs no approval of " + kind);
    }

    /** Of the demo's own products, whatever other tests have added, and with one that surely needs the approval. */
    private String[] lines(int count) {
        Set<String> demo = new TreeSet<>(DemoSkus.all());
        List<String> lines = new ArrayList<>(List.of("BV-025-SS", "50"));
        for (int page = 0; lines.size() < 2 * count; page++) {
            for (JsonNode product : new Api(port, HETAL).get("/products?size=100&page=" + page)) {
                String sku = product.path("sku").asText();
                boolean onSale = product.path("status").asText("ACTIVE").equals("ACTIVE")
                        && !sku.equals("BV-025-SS")
                        && demo.contains(sku);
                if (lines.size() < 2 * count && onSale) {
                    lines.add(sku);
                    lines.add(product.path("minimumOrderQuantity").asText("1"));
                }
            }
        }
        return lines.toArray(String[]::new);
    }
}
