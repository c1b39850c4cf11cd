package io.tradeflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The link in a quote's mail: whoever has it answers once, in time, and exactly what was mailed. */
@TradeflowTest
class QuoteLinkTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";
    private static final Pattern SECRET = Pattern.compile("/quote-link\\?secret=([A-Za-z0-9_-]{43})");

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
    }

    @Test
    void aLinkWorksOnceAndLookingChangesNothing() throws Exception {
        Deal deal = sent();
        String secret = secret(deal, 1);
        Visitor visitor = Visitor.anonymous(port);
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> page = visitor.get("/quote-link?secret=" + secret);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains(number(deal), "Accept and order").doesNotContain("Margin");
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        }
        assertThat(deal.quote().path("status").asText()).isEqualTo("SENT");

        HttpResponse<String> nameless =
                visitor.form("/quote-link/acceptance", "poNumber=" + po() + "&secret=" + secret);
        assertThat(nameless.statusCode()).isEqualTo(422);
        assertThat(nameless.body()).contains("Type your name");
        HttpResponse<String> accepted = accept(visitor, secret);
        assertThat(accepted.statusCode()).isEqualTo(200);
        assertThat(accepted.body()).contains("Your order is confirmed");
        deal.goOn();
        assertThat(deal.order().path("number").asText()).isNotBlank();

        HttpResponse<String> again = accept(visitor, secret);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("This link was used already", "Priya by link");
        assertThat(visitor.get("/quote-link?secret=" + secret).body())
                .contains("to accept the quote")
                .doesNotContain("Accept and order");
        String ofStaff = api.get("/deals/" + deal.number() + "/timeline").toString();
        assertThat(ofStaff).contains("Answered by the link mailed to", "as Priya by link, from 127.0.0.1");
        assertThat(deal.buyer().get("/deals/" + deal.number() + "/timeline").toString())
                .contains("Quote accepted with PO")
                .doesNotContain("127.0.0.1");
    }

    @Test
    void ofTwoClicksAtOnceOneCounts() throws Exception {
        Deal deal = sent();
        String secret = secret(deal, 1);
        Visitor one = Visitor.anonymous(port);
        Visitor other = Visitor.anonymous(port);

        assertThat(atOnce(() -> accept(one, secret).statusCode(), () -> accept(other, secret)
                        .statusCode()))
                .containsExactlyInAnyOrder(200, 409);

        deal.goOn();
        assertThat(jdbc.sql("select count(*) from sales_order where deal_number = ?")
                        .param(deal.number())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aLinkThatWasTamperedWithIsNotKnown() throws Exception {
        Deal deal = sent();
        String secret = secret(deal, 1);
        String tampered = (secret.charAt(0) == 'A' ? 'B' : 'A') + secret.substring(1);
        Visitor visitor = Visitor.anonymous(port);

        assertThat(visitor.get("/quote-link?secret=" + tampered).statusCode()).isEqualTo(404);
        assertThat(accept(visitor, tampered).statusCode()).isEqualTo(404);
        assertThat(visitor.post("/quote-link/acceptance?name=X&poNumber=1&secret=" + secret, "")
                        .statusCode())
                .as("without the page's token")
                .isEqualTo(403);
        assertThat(deal.quote().path("status").asText()).isEqualTo("SENT");
    }

    @Test
    void aNewRevisionRevokesTheLinkOfTheOldOne() throws Exception {
        Deal deal = sent();
        String first = secret(deal, 1);
        Visitor visitor = Visitor.anonymous(port);
        HttpResponse<String> asked =
                visitor.form("/quote-link/change-request", "name=Priya+by+link&wish=20+please&secret=" + first);
        assertThat(asked.body()).contains("works on a new revision");
        deal.goOn();
        deal.complete("asha", "quotation/rework", Map.of("reworkDecision", "RESUBMIT"));
        String second = secret(deal, 2);

        assertThat(accept(visitor, first).statusCode()).isEqualTo(409);
        assertThat(accept(visitor, second).statusCode()).isEqualTo(200);
    }

    @Test
    void anUnusedLinkOfASupersededRevisionSaysThatThereIsANewerOne() throws Exception {
        Deal deal = sent();
        String first = secret(deal, 1);
        deal.buyer()
                .post("/quotes/" + number(deal) + "/change-requests", Map.of("wish", "cheaper"))
                .with(200);
        Visitor visitor = Visitor.anonymous(port);

        assertThat(visitor.get("/quote-link?secret=" + first).body()).contains("There is a newer revision");
        HttpResponse<String> refused = accept(visitor, first);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("There is a newer revision");
        HttpResponse<String> declined = visitor.form("/quote-link/decline", "name=Priya&reason=dear&secret=" + first);
        assertThat(declined.statusCode()).isEqualTo(409);
        assertThat(deal.quote().path("status").asText()).isEqualTo("DRAFT");
    }

    @Test
    void aLinkEndsWithTheValidity() throws Exception {
        Deal deal = sent();
        String secret = secret(deal, 1);
        JsonNode quote = deal.quote();
        clock.advance(Duration.ofDays(1
                + ChronoUnit.DAYS.between(
                        LocalDate.parse(quote.path("quotedOn").asText()),
                        LocalDate.parse(quote.path("validUntil").asText()))));
        Visitor visitor = Visitor.anonymous(port);

        assertThat(visitor.get("/quote-link?secret=" + secret).body()).contains("The validity is over");
        HttpResponse<String> late = accept(visitor, secret);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("The link ended with the quote on");
        assertThat(deal.order().isMissingNode()).isTrue();
    }

    @Test
    void theReminderBringsALinkOfItsOwnAndOnlyToWhoHasNotAnswered() throws Exception {
        Deal silent = sent();
        Deal answered = sent();
        answered.accept();
        clock.advance(Duration.ofDays(13));
        silent.goOn();
        answered.goOn();

        assertThat(jdbc.sql("select count(*) from mail where key = ?")
                        .param("quote-reminder:" + number(answered) + ":1")
                        .query(Integer.class)
                        .single())
                .isZero();
        HttpResponse<String> accepted =
                accept(Visitor.anonymous(port), secretIn("quote-reminder:" + number(silent) + ":1"));
        assertThat(accepted.statusCode()).isEqualTo(200);
        assertThat(accept(Visitor.anonymous(port), secret(silent, 1)).statusCode())
                .as("the first link, after the second was answered with")
                .isEqualTo(409);
    }

    @Test
    void aLinkDeclines() throws Exception {
        Deal deal = sent();
        Visitor visitor = Visitor.anonymous(port);
        HttpResponse<String> declined = visitor.form(
                "/quote-link/decline", "name=Priya+by+link&reason=bought+elsewhere&secret=" + secret(deal, 1));

        assertThat(declined.body()).contains("you decline");
        assertThat(deal.quote().path("status").asText()).isEqualTo("DECLINED");
    }

    @Test
    void someLinesAreTakenByLink() throws Exception {
        Deal deal = Deal.inquire(api, jobs, PRIYA, "CP-010-CI", "10", "HS-050-PVC", "200")
                .isAt("WITH_BUYER");
        Visitor visitor = Visitor.anonymous(port);
        String secret = secret(deal, 1);
        assertThat(visitor.get("/quote-link?secret=" + secret).body()).contains("What you take", "take-2");

        HttpResponse<String> nothing = visitor.form(
                "/quote-link/acceptance", "name=Priya&choosing=yes&poNumber=" + po() + "&secret=" + secret);
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("No line is ticked");
        HttpResponse<String> taken = visitor.form(
                "/quote-link/acceptance",
                "name=Priya+by+link&choosing=yes&take-2=yes&poNumber=" + po() + "&secret=" + secret);

        assertThat(taken.body()).contains("We confirm the lines you took");
        deal.goOn();
        assertThat(deal.order().path("lines").findValuesAsText("sku")).containsExactly("HS-050-PVC");
        assertThat(accept(visitor, secret).statusCode())
                .as("the link is used up")
                .isEqualTo(409);
    }

    @Test
    void aLinkDoesNotLeadAroundTheLimitsOfTheBuyersCompany() throws Exception {
        Deal deal = Deal.inquire(api, jobs, "kavita@yamuna-retail.example", "CP-010-CI", "10", "HS-050-PVC", "200")
                .isAt("WITH_BUYER");

        HttpResponse<String> accepted = accept(Visitor.anonymous(port), secret(deal, 1));

        assertThat(accepted.statusCode()).isEqualTo(409);
        assertThat(accepted.body()).contains("Nobody can approve this");
        deal.goOn();
        assertThat(deal.quote().path("status").asText()).isEqualTo("SENT");
        assertThat(deal.order().isMissingNode()).isTrue();
    }

    private Deal sent() {
        return Deal.inquire(api, jobs, PRIYA, "CP-010-CI", "10").isAt("WITH_BUYER");
    }

    private String number(Deal deal) {
        JsonNode quote = deal.quote();
        return quote.path("number").asText();
    }

    /** As it stands in the mail; the database keeps only its hash. */
    private String secret(Deal deal, int revision) {
        return secretIn("quote-sent:" + number(deal) + ":" + revision);
    }

    private String secretIn(String mail) {
        String body = jdbc.sql("select body from mail where key = ?")
                .param(mail)
                .query(String.class)
                .single();
        Matcher link = SECRET.matcher(body);
        assertThat(link.find()).as(body).isTrue();
        return link.group(1);
    }

    private static HttpResponse<String> accept(Visitor visitor, String secret) throws Exception {
        return visitor.form("/quote-link/acceptance", "name=Priya+by+link&poNumber=" + po() + "&secret=" + secret);
    }

    private static String po() {
        return "PO-" + UUID.randomUUID();
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> first = threads.submit(one);
            Future<Integer> second = threads.submit(other);
            return List.of(first.get(), second.get());
        } finally {
            threads.shutdown();
        }
    }
}
