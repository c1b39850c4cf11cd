package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import io.tradeflow.access.Visitor;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.Quote;
import io.tradeflow.quotation.QuoteLineKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A quote's lines begin another deal: priced anew, and both deals name each other. */
@TradeflowTest
class QuoteCopiesTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    Quotations quotations;

    private Api asha;

    @BeforeEach
    void open() {
        asha = new Api(port, "asha");
    }

    @Test
    void aDuplicateForAnotherCompanyHasItsPrices() {
        Deal deal = Deal.inquire(asha, jobs, PRIYA, "PG-010", "4", "BV-040-BR", "20");
        deal.buyer()
                .post(
                        "/quotes/" + deal.quote().path("number").asText() + "/change-requests",
                        Map.of("wish", "Free of freight, please"))
                .with(200);
        deal.goOn();
        asha.patch(
                        "/quotes/" + deal.quote().path("number").asText(),
                        Map.of("incoterms", "FOB Nhava Sheva", "note", "For Sahyadri only"))
                .with(200);
        JsonNode quote = deal.quote();

        JsonNode copy = asha.post(
                        "/quotes/" + quote.path("number").asText() + "/copies",
                        Map.of("kind", "DUPLICATE", "buyerCode", "KAVERI-PROCESS"))
                .with(201)
                .json();
        String number = copy.path("dealNumber").asText();
        jobs.runDue(number);

        Quote duplicate = quotations.currentOfDeal(number).orElseThrow();
        assertThat(duplicate.buyerCode()).isEqualTo("KAVERI-PROCESS");
        assertThat(duplicate.lines()).extracting(Quote.Line::sku).containsExactly("PG-010", "BV-040-BR");
        assertThat(duplicate.lines().get(1).quantity().value()).isEqualByComparingTo("20");
        assertThat(asha.get("/inquiries/" + number).toString())
                .as("nobody's business but Sahyadri's")
                .doesNotContain(quote.path("number").asText());
        assertThat(duplicate.conditions().note()).isNull();
        assertThat(duplicate.conditions().incoterms()).isNull();
        for (String each : List.of(number, deal.number())) {
            JsonNode link = asha.get("/quote-copies?deal=" + each).path(0);
            assertThat(link.path("fromDeal").asText()).isEqualTo(deal.number());
            assertThat(link.path("dealNumber").asText()).isEqualTo(number);
        }
        assertThat(deal.buyer().get("/deals/" + deal.number() + "/timeline").toString())
                .doesNotContain(number);
    }

    @Test
    void onlyWhatCameToNothingIsQuotedAgainAndOnlyForTheSameCompany() {
        Deal deal = Deal.inquire(asha, jobs, PRIYA, "PG-010", "4", "BV-040-BR", "20");
        String quote = deal.quote().path("number").asText();
        Map<String, String> again = Map.of("kind", "REQUOTE");
        asha.post("/quotes/" + quote + "/copies", again).problem(409, "quote-still-open", null);
        deal.buyer().post("/quotes/" + quote + "/decline", Map.of()).with(200);
        deal.goOn().isAt("LOST");
        asha.post("/quotes/" + quote + "/copies", Map.of("kind", "REQUOTE", "buyerCode", "KAVERI-PROCESS"))
                .problem(422, "other-company", "buyerCode");
        asha.as("ravi").post("/quotes/" + quote + "/copies", again).problem(403, "sales-only", null);
        asha.as(PRIYA).post("/quotes/" + quote + "/copies", again).problem(403, "staff-only", null);

        String number = asha.post("/quotes/" + quote + "/copies", again)
                .with(201)
                .json()
                .path("dealNumber")
                .asText();
        jobs.runDue(number);

        deal.isAt("LOST");
        assertThat(quotations.currentOfDeal(number).orElseThrow().buyerCode()).isEqualTo("SAHYADRI-AGRO");
        assertThat(asha.get("/quote-copies?deal=" + deal.number())
                        .path(0)
                        .path("kind")
                        .asText())
                .isEqualTo("REQUOTE");
    }

    @Test
    void theFormShowsTheLinesBeforeTheDealIsBegun() throws Exception {
        Deal deal = Deal.inquire(asha, jobs, PRIYA, "PG-010", "4", "BV-040-BR", "20");
        String quote = deal.quote().path("number").asText();
        Visitor desk = Visitor.signedIn(port, "asha");

        assertThat(desk.get("/desk/inquiries/new?copyOf=" + quote + "&copyKind=DUPLICATE")
                        .body())
                .contains("Duplicate a quote", "BV-040-BR", quote);
        desk.form(
                "/desk/inquiries",
                "copyOf=" + quote + "&copyKind=DUPLICATE&buyerCode=KAVERI-PROCESS&channel=EMAIL&urgency=NORMAL"
                        + "&lines[0].sku=PG-010&lines[0].quantity=6&lines[0].neededBy=2099-01-31");

        JsonNode copy = asha.get("/quote-copies?deal=" + deal.number()).path(0);
        assertThat(copy.path("buyerCode").asText()).isEqualTo("KAVERI-PROCESS");
        assertThat(asha.get("/inquiries/" + copy.path("dealNumber").asText())
                        .path("lines")
                        .path(0)
                        .path("neededBy")
                        .asText())
                .isEqualTo("2099-01-31");
    }

    @Test
    void optionsStayOptionsAndTermsComeAlong() {
        Deal deal = Deal.inquire(asha, jobs, PRIYA, "PG-010", "4", "BV-040-BR", "20");
        String quote = deal.quote().path("number").asText();
        deal.buyer()
                .post("/quotes/" + quote + "/change-requests", Map.of("wish", "Offer the valve as an option"))
                .with(200);
        deal.goOn();
        asha.send(
                        "PATCH",
                        "/quotes/" + quote,
                        Map.of(
                                "lines",
                                List.of(Map.of("lineNo", 2, "kind", "OPTIONAL")),
                                "incoterms",
                                "FOB Nhava Sheva"))
                .with(200);

        String number = asha.post("/quotes/" + quote + "/copies", Map.of("kind", "DUPLICATE"))
                .with(201)
                .json()
                .path("dealNumber")
                .asText();
        jobs.runDue(number);

        Quote copy = quotations.currentOfDeal(number).orElseThrow();
        assertThat(copy.lines())
                .extracting(Quote.Line::kind)
                .containsExactly(QuoteLineKind.FIRM, QuoteLineKind.OPTIONAL);
        assertThat(copy.conditions().incoterms()).isEqualTo("FOB Nhava Sheva");
    }
}
