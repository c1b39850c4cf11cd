package io.tradeflow.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import io.tradeflow.access.Visitor;
import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the segment's table says about handling is what happens. */
@TradeflowTest
class HandlingTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";
    private static final String HETAL = "hetal@sabarmati-traders.example";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    Inquiries inquiries;

    @Test
    void packingAndDocumentsStandOnTheDealAndThePickListButAreNotTheBuyers() throws Exception {
        Deal deal = Deal.inquire(new Api(port, "asha"), jobs, PRIYA, "CP-010-CI", "2");
        Handling handling = inquiries.inquiry(deal.number()).handling();
        assertThat(handling.packing()).isNotBlank();
        assertThat(Visitor.signedIn(port, "asha")
                        .get("/desk/deals/" + deal.number())
                        .body())
                .contains("How this buyer is handled", handling.packing(), handling.documents());

        deal.accept();
        String shipment = deal.shipments().path(0).path("number").asText();
        JsonNode pickList = deal.as("ravi").get("/shipments/" + shipment);
        assertThat(pickList.path("packing").asText()).isEqualTo(handling.packing());
        assertThat(pickList.path("documents").asText()).isEqualTo(handling.documents());
        assertThat(deal.buyer().get("/shipments/" + shipment).has("packing")).isFalse();
    }

    @Test
    void theDesksTaskIsDueWithinTheHoursOfTheSegment() {
        Deal deal = Deal.inquire(new Api(port, "asha"), jobs, HETAL, "CP-010-CI", "3")
                .isAt("IN_APPROVAL");
        deal.complete("meera", "approval/decide", Map.of("decision", "SENT_BACK", "comment", "Ask for ten"));

        JsonNode rework = deal.task("asha", "quotation/rework");
        Duration allowed = Duration.between(
                Instant.parse(rework.path("createdAt").asText()),
                Instant.parse(rework.path("dueAt").asText()));
        // the engine dates creation and due date one after the other, so they may lie a moment apart
        assertThat(allowed.truncatedTo(ChronoUnit.SECONDS))
                .isEqualTo(Duration.ofHours(
                        inquiries.inquiry(deal.number()).handling().replyHours()));
    }

    @Test
    void whoExportsTheGoodsHasTheExportApproved() {
        Api api = new Api(port, "asha");
        String number = api.post("/inquiries", Deal.inquiry("CHARMINAR-EXPORTS", "CP-010-CI", "2"))
                .with(201)
                .json()
                .path("number")
                .asText();
        jobs.runDue(number);
        JsonNode approvals = api.get("/approvals?subject="
                + api.get("/quotes?deal=" + number).path(0).path("number").asText());

        assertThat(approvals.findValuesAsText("kind")).contains("EXPORT");
        assertThat(approvals.findValuesAsText("because")).contains("The buyer exports the goods");
    }
}
