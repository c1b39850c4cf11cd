package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import io.tradeflow.access.Visitor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Templates are kept by sales managers, begin quotes, and ask for approvals of their own. */
@TradeflowTest
class QuoteTemplatesTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    private Api asha;

    @BeforeEach
    void open() {
        asha = new Api(port, "asha");
    }

    @Test
    void aTemplateIsKeptByThoseWhoMayAndRefusedWhole() {
        ObjectNode project = (ObjectNode) asha.get("/quote-templates/PROJECT");
        assertThat(project.path("charges").path("packing").decimalValue()).isEqualByComparingTo("2500");
        asha.put("/quote-templates/PROJECT", project).problem(403, "sales-managers-only", null);
        asha.as(PRIYA).tryGet("/quote-templates").problem(403, "staff-only", null);

        Api meera = asha.as("meera");
        ObjectNode wrong = project.deepCopy();
        wrong.put("incoterms", "BY BOAT").put("validityDays", 0).put("segment", "EXPORT");
        wrong.putArray("approvals").add("MOON");
        wrong.putObject("charges").put("freight", new BigDecimal("-1"));
        JsonNode problem = meera.put("/quote-templates/NEW", wrong).problem(422, "quote-template-invalid", "incoterms");
        assertThat(problem.path("violations").findValuesAsText("field"))
                .contains("validityDays", "approvals", "freight", "currency");
        ObjectNode taken = project.deepCopy();
        meera.put("/quote-templates/OTHER", taken.put("segment", "EXPORT"))
                .problem(422, "quote-template-invalid", "segment");
        meera.put("/quote-templates/PROJECT", project).with(200);
    }

    @Test
    void aChosenTemplateSetsWhatItSaysAndItsApprovalIsAskedFor() {
        Deal deal = Deal.inquire(asha, jobs, PRIYA, "PG-010", "4");
        String quote = deal.quote().path("number").asText();
        deal.buyer()
                .post("/quotes/" + quote + "/change-requests", Map.of("wish", "As a project"))
                .with(200);
        deal.goOn();

        JsonNode draft = asha.send("PATCH", "/quotes/" + quote, Map.of("template", "PROJECT"))
                .with(200)
                .json();
        assertThat(draft.path("template").asText()).isEqualTo("PROJECT");
        assertThat(draft.path("paymentTerms").asText()).isEqualTo("20 % in advance; with the invoice");
        assertThat(draft.path("payment").asText()).isEqualTo("20 % in advance, the rest due with the invoice");
        JsonNode problem = asha.send("PATCH", "/quotes/" + quote, Map.of("paymentTerms", "against documents"))
                .problem(422, "quote-change-invalid", "paymentTerms");
        assertThat(problem.toString()).contains("cannot be billed by");
        assertThat(draft.path("charges").path("packing").decimalValue()).isEqualByComparingTo("2500");
        assertThat(draft.path("internalNote").asText()).startsWith("Project quotes bind capacity");

        deal.complete("asha", "quotation/rework", Map.of("reworkDecision", "RESUBMIT"));
        deal.isAt("IN_APPROVAL");
        assertThat(asha.get("/approvals?subject=" + quote).findValuesAsText("kind"))
                .contains("STOCK", "TERMS");
        deal.approve("farid").isAt("IN_APPROVAL");
        deal.approve("tara").isAt("WITH_BUYER");

        deal.accept();
        assertThat(deal.order().path("advance").decimalValue())
                .as("what the buyer has read is what the order asks for")
                .isGreaterThan(BigDecimal.ZERO);
        assertThat(deal.order().path("paymentTerms").asText()).isEqualTo("Due with the invoice");
        deal.isAt("AWAITING_ADVANCE");
    }

    @Test
    void theBuyerReadsWhatIsOfferedAndNotWhatIsOurs() {
        Deal deal = Deal.inquire(asha, jobs, PRIYA, "PG-010", "4", "BV-040-BR", "20");
        String quote = deal.quote().path("number").asText();
        deal.buyer()
                .post("/quotes/" + quote + "/change-requests", Map.of("wish", "The valve as an option"))
                .with(200);
        deal.goOn();
        asha.send(
                        "PATCH",
                        "/quotes/" + quote,
                        Map.of(
                                "lines",
                                List.of(Map.of(
                                        "lineNo",
                                        2,
                                        "kind",
                                        "OPTIONAL",
                                        "note",
                                        "From stock",
                                        "neededBy",
                                        "2099-03-01")),
                                "discountPercent",
                                new BigDecimal("2"),
                                "incoterms",
                                "FOB Nhava Sheva",
                                "note",
                                "Thank you",
                                "internalNote",
                                "Watch the margin"))
                .with(200);
        deal.complete("asha", "quotation/rework", Map.of("reworkDecision", "RESUBMIT"));
        if (deal.stage().equals("IN_APPROVAL")) {
            deal.approve("meera");
        }
        deal.isAt("WITH_BUYER");

        JsonNode seen = deal.buyer().get("/quotes/" + quote);
        JsonNode option = seen.path("lines").path(1);
        assertThat(option.path("kind").asText()).isEqualTo("OPTIONAL");
        assertThat(option.path("note").asText()).isEqualTo("From stock");
        assertThat(option.path("neededBy").asText()).isEqualTo("2099-03-01");
        assertThat(seen.path("documentDiscount").path("percent").decimalValue()).isEqualByComparingTo("2");
        assertThat(seen.path("incoterms").asText()).isEqualTo("FOB Nhava Sheva");
        assertThat(seen.path("note").asText()).isEqualTo("Thank you");
        assertThat(seen.toString()).doesNotContain("Watch the margin", "template", "margin", "belowFloor");
        assertThat(asha.get("/quotes/" + quote).path("internalNote").asText()).isEqualTo("Watch the margin");
    }

    @Test
    void thePagesShowAndKeepThem() throws Exception {
        Visitor meera = Visitor.signedIn(port, "meera");
        assertThat(meera.get("/desk/quote-templates").body()).contains("Export, FOB", "Project with drawing approval");
        assertThat(meera.get("/desk/quote-templates/template?code=EXPORT").body())
                .contains("FOB Nhava Sheva");
        assertThat(meera.form(
                                "/desk/quote-templates",
                                "isNew=true&code=SPARES&name=Spares&validityDays=x&terms=Ex+stock")
                        .body())
                .contains("is not a number", "SPARES");
        meera.form(
                "/desk/quote-templates",
                "isNew=true&code=SPARES&name=Spares&validityDays=7&terms=Ex+stock&approval.MARGIN=on&currency=INR&freight=100");

        JsonNode spares = asha.get("/quote-templates/SPARES");
        assertThat(spares.path("approvals").path(0).asText()).isEqualTo("MARGIN");
        assertThat(spares.path("charges").path("freight").decimalValue()).isEqualByComparingTo("100");
    }
}
