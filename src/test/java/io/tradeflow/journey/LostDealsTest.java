package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A lost deal carries a reason, whoever gave it or did not; the report adds up what is in one currency. */
@TradeflowTest
class LostDealsTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

    private Api asha;

    @BeforeEach
    void open() {
        asha = new Api(port, "asha");
    }

    @Test
    void whatTheBuyerSaysIsKeptAndTheSalesDeskMayCorrectIt() {
        Deal deal = Deal.inquire(asha, jobs, PRIYA, "PG-010", "4");
        String quote = deal.quote().path("number").asText();

        deal.buyer()
                .post(
                        "/quotes/" + quote + "/decline",
                        Map.of("reason", "Pune Valves is cheaper", "lostReason", "PRICE"))
                .with(200);
        deal.goOn().isAt("LOST");

        JsonNode loss = asha.get("/deals/" + deal.number() + "/loss");
        assertThat(loss.path("reason").asText()).isEqualTo("PRICE");
        assertThat(loss.path("note").asText()).isEqualTo("Pune Valves is cheaper");
        assertThat(loss.path("outcome").asText()).isEqualTo("DECLINED");

        asha.put("/deals/" + deal.number() + "/loss", Map.of("reason", "DELIVERY", "note", "They needed it on Monday"))
                .with(200);
        assertThat(asha.get("/deals/" + deal.number() + "/loss")
                        .path("reasonName")
                        .asText())
                .isEqualTo("Delivery too late");
        assertThat(asha.get("/lost-deals?reason=DELIVERY").findValuesAsText("deal"))
                .contains(deal.number());
        assertThat(asha.get("/lost-deals?reason=PRICE").findValuesAsText("deal"))
                .doesNotContain(deal.number());
    }

    @Test
    void whereNobodySaysWhyTheEndOfTheQuoteTells() {
        Deal declined = Deal.inquire(asha, jobs, PRIYA, "PG-010", "4");
        declined.buyer()
                .post(
                        "/quotes/" + declined.quote().path("number").asText() + "/decline",
                        Map.of("reason", "No words to choose"))
                .with(200);
        declined.goOn().isAt("LOST");
        Deal expired = Deal.inquire(asha, jobs, PRIYA, "PG-010", "4");
        clock.advance(Duration.ofDays(40));
        expired.goOn().isAt("LOST");

        assertThat(asha.get("/deals/" + declined.number() + "/loss")
                        .path("reason")
                        .asText())
                .isEqualTo("NOT_SAID");
        assertThat(asha.get("/deals/" + declined.number() + "/loss")
                        .path("note")
                        .asText())
                .isEqualTo("No words to choose");
        assertThat(asha.get("/deals/" + expired.number() + "/loss")
                        .path("reason")
                        .asText())
                .isEqualTo("NO_ANSWER");
    }

    @Test
    void theSumsGrowByWhatIsLost() {
        Deal deal = Deal.inquire(asha, jobs, PRIYA, "PG-010", "4");
        JsonNode quote = deal.quote();
        BigDecimal before = worth("SEGMENT", "TRADE");
        int deals = count("REASON", "TERMS");

        asha.post(
                        "/quotes/" + quote.path("number").asText() + "/decline",
                        Map.of("reason", "Wants 90 days", "lostReason", "TERMS"))
                .with(200);
        deal.goOn().isAt("LOST");

        assertThat(worth("SEGMENT", "TRADE").subtract(before))
                .isEqualByComparingTo(quote.path("grandTotal").decimalValue());
        assertThat(count("REASON", "TERMS")).isEqualTo(deals + 1);
        String month = asha.get("/lost-deals/sums?by=MONTH").path(0).path("key").asText();
        assertThat(month).matches("20[0-9]{2}-[01][0-9]");
        assertThat(asha.get("/lost-deals/sums?by=REASON&reason=TERMS&segment=TRADE")
                        .findValuesAsText("key"))
                .containsExactly("TERMS");
    }

    @Test
    void reasonsAreKeptByProcessOwnersAndEndOnADay() {
        Api pia = asha.as("pia");
        Map<String, Object> reason = Map.of("name", "Stock-out", "forBuyers", false, "activeFrom", "2026-01-01");
        asha.put("/lost-reasons/STOCK_OUT", reason).problem(403, "process-owners-only", null);
        pia.put("/lost-reasons/stock", reason).problem(422, "lost-reason-invalid", "code");
        pia.put("/lost-reasons/STOCK_OUT", reason).with(200);
        assertThat(asha.get("/lost-reasons").findValuesAsText("code")).contains("STOCK_OUT");
        assertThat(asha.as(PRIYA).get("/lost-reasons").findValuesAsText("code"))
                .contains("PRICE")
                .doesNotContain("STOCK_OUT", "MARGIN");

        pia.put(
                        "/lost-reasons/STOCK_OUT",
                        Map.of("name", "Stock-out", "activeFrom", "2026-01-01", "activeUntil", "2026-01-31"))
                .with(200);
        assertThat(asha.get("/lost-reasons").findValuesAsText("code")).doesNotContain("STOCK_OUT");
        assertThat(asha.get("/lost-reasons?all=true").findValuesAsText("code")).contains("STOCK_OUT");
        pia.put("/lost-reasons/NO_ANSWER", reason).problem(422, "lost-reason-invalid", "standsFor");
    }

    @Test
    void aReasonThatIsNotOfferedIsRefusedWithTheWholeAnswer() {
        Deal deal = Deal.inquire(asha, jobs, PRIYA, "PG-010", "4");
        String quote = deal.quote().path("number").asText();
        deal.buyer()
                .post("/quotes/" + quote + "/decline", Map.of("lostReason", "MARGIN"))
                .problem(422, "lost-reason-unknown", "lostReason");
        deal.goOn().isAt("WITH_BUYER");
        asha.put("/deals/" + deal.number() + "/loss", Map.of("reason", "PRICE")).problem(409, "deal-not-lost", null);
        asha.as(PRIYA).tryGet("/lost-deals").problem(403, "staff-only", null);
    }

    private BigDecimal worth(String by, String key) {
        for (JsonNode sum : asha.get("/lost-deals/sums?by=" + by)) {
            if (sum.path("key").asText().equals(key)) {
                for (JsonNode value : sum.path("values")) {
                    if (value.path("currency").asText().equals("INR")) {
                        return value.path("amount").decimalValue();
                    }
                }
            }
        }
        return BigDecimal.ZERO;
    }

    private int count(String by, String key) {
        for (JsonNode sum : asha.get("/lost-deals/sums?by=" + by)) {
            if (sum.path("key").asText().equals(key)) {
                return sum.path("deals").asInt();
            }
        }
        return 0;
    }
}
