package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import io.tradeflow.access.Visitor;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From packed goods to the last rupee, on the real models. */
@TradeflowTest
class MoneyPathTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aPackedShipmentIsInvoicedRemindedOfAndPaid() throws Exception {
        Deal deal = Deal.inquire(new Api(port, PRIYA), jobs, PRIYA, "CP-010-CI", "2");
        deal.accept().ship();

        JsonNode invoice = deal.invoices().path(0);
        assertThat(invoice.path("number").asText()).matches("[A-Z]{2}-[0-9]{4}-[0-9]{6}");
        assertThat(invoice.path("totals").path("taxableValue").decimalValue())
                .isEqualByComparingTo(deal.order().path("netTotal").decimalValue());
        assertThat(invoice.path("totals").path("grandTotal").decimalValue())
                .isEqualByComparingTo(deal.order().path("grandTotal").decimalValue());
        assertThat(deal.openItems().path(0).path("open").decimalValue())
                .isEqualByComparingTo(invoice.path("totals").path("grandTotal").decimalValue());
        deal.isAt("AWAITING_PAYMENT");

        clock.advance(Duration.ofDays(120));
        deal.goOn();
        assertThat(mails("payment-reminder:" + deal.order().path("number").asText() + ":1:"
                        + deal.openItems().path(0).path("dueOn").asText()))
                .isOne();

        String number = invoice.path("number").asText();
        Visitor farid = Visitor.signedIn(port, "farid");
        assertThat(farid.get("/desk/invoices?state=OVERDUE&q=" + number).body()).contains("/desk/invoices/" + number);
        assertThat(farid.get("/desk/invoices/" + number).body())
                .contains(
                        "Overdue",
                        "Nothing was paid or settled yet",
                        "Credit or debit note",
                        "Why this tax",
                        "CP-010-CI");
        assertThat(farid.get("/desk/invoices/MH-2627-999999").statusCode()).isEqualTo(404);
        assertThat(farid.get("/desk/payments?invoice=" + number).body())
                .contains(
                        "id=\"" + number + "\"", "Record payment", "<datalist id=\"paying-buyers\">", "Sahyadri Agro");
        assertThat(farid.get("/desk/bank").body()).contains("What a CSV has to look like", "Chq./Ref.No.");
        assertThat(farid.get("/desk?q=" + number).body())
                .as("found by its invoice")
                .contains(deal.number());
        assertThat(Visitor.signedIn(port, PRIYA)
                        .get("/portal?q=" + number.toLowerCase(java.util.Locale.ROOT))
                        .body())
                .contains(deal.number());
        assertThat(Visitor.signedIn(port, PRIYA)
                        .get("/portal/invoices/" + number)
                        .body())
                .contains("How to pay", "IFSC", "Nothing was paid or settled yet")
                .doesNotContain("Why this tax", "/desk/");
        assertThat(Visitor.signedIn(port, "arjun@yamuna-retail.example")
                        .get("/portal/invoices/" + number)
                        .statusCode())
                .isEqualTo(404);

        deal.payAll().isAt("CLOSED");
        assertThat(deal.openItems().path(0).path("open").decimalValue()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(farid.get("/desk/invoices/" + number).body())
                .contains("Settled", "/desk/receipts/")
                .doesNotContain("Overdue");
        assertThat(farid.get("/desk/invoices?state=OVERDUE&q=" + number).body()).contains("No invoice matches");
    }

    @Test
    void aQuoteAndItsOrderAreAskedForWithProformaInvoicesOfTheirOwn() {
        Deal deal = Deal.inquire(new Api(port, PRIYA), jobs, PRIYA, "CP-010-CI", "2");
        String quote = deal.quote().path("number").asText();
        String ofQuote = "/quotes/" + quote + "/proforma-invoice";
        deal.as("ravi").post(ofQuote, Map.of()).problem(403, "proforma-makers-only", null);

        JsonNode proforma = deal.as("asha").post(ofQuote, Map.of()).with(200).json();
        assertThat(proforma.path("number").asText()).matches("PF-[0-9]{4}-[0-9]{6}");
        assertThat(proforma.path("total").decimalValue())
                .isEqualByComparingTo(deal.quote().path("grandTotal").decimalValue());
        assertThat(deal.as("farid").post(ofQuote, Map.of()).with(200).json()).isEqualTo(proforma);
        assertThat(new String(
                        deal.buyer()
                                .bytes("/documents/"
                                        + proforma.path("documentId").asLong()),
                        0,
                        5))
                .isEqualTo("%PDF-");
        deal.as("asha")
                .post("/proforma-invoices/" + proforma.path("number").asText() + "/mail", Map.of())
                .with(200);
        assertThat(mails("proforma-sent:" + proforma.path("number").asText() + ":1"))
                .isOne();

        deal.accept();
        JsonNode ofOrder = deal.as("farid")
                .post("/orders/" + deal.order().path("number").asText() + "/proforma-invoice", Map.of())
                .with(200)
                .json();
        assertThat(ofOrder.path("number").asText())
                .isNotEqualTo(proforma.path("number").asText());
        assertThat(ofOrder.path("total").decimalValue())
                .isEqualByComparingTo(deal.order().path("grandTotal").decimalValue());
    }

    /** Short by more than the tolerance, so that a director decides; what is written off closes the deal. */
    @Test
    void aBankLineBecomesAReceiptAndItsRestIsWrittenOffWithApproval() {
        Deal deal = Deal.inquire(new Api(port, PRIYA), jobs, PRIYA, "CP-010-CI", "2");
        deal.accept().ship();
        JsonNode item = deal.openItems().path(0);
        String invoice = item.path("invoiceNumber").asText();
        BigDecimal paid = item.path("open").decimalValue().subtract(new BigDecimal("5100"));
        Api farid = deal.as("farid");
        String statement = "date,amount,reference,narration\n%s,%s,UTR-%s,NEFT %s\n"
                .formatted(item.path("issuedOn").asText(), paid, invoice, invoice);

        assertThat(farid.postCsv("/bank-statements?account=HDFC", statement)
                        .with(200)
                        .json()
                        .path("added")
                        .asInt())
                .isOne();
        assertThat(farid.postCsv("/bank-statements?account=HDFC", statement)
                        .with(200)
                        .json()
                        .path("known")
                        .asInt())
                .isOne();
        farid.postCsv("/bank-statements?account=HDFC", statement + "soon,1,R,N\n")
                .problem(422, "bank-file-invalid", "line 3, date");
        JsonNode line = line(farid, invoice);
        JsonNode best = line.path("proposals").path(0);
        assertThat(best.path("buyerCode")).isEqualTo(item.path("buyerCode"));
        farid.post(
                        "/bank-lines/" + line.path("id").asLong() + "/confirmation",
                        Map.of("buyerCode", item.path("buyerCode"), "parts", best.path("parts")))
                .with(201);
        deal.goOn().isAt("AWAITING_PAYMENT");

        farid.post("/write-offs", Map.of("invoiceNumber", invoice, "reason", "PRICE", "note", "Agreed by phone"))
                .with(201);
        deal.complete("vikram", "payment/decide-write-off", Map.of("writeOffDecision", "APPROVE"));
        deal.goOn().isAt("CLOSED");

        JsonNode account = deal.buyer()
                .get("/accounts/" + item.path("buyerCode").asText() + "/statement?from=2020-01-01&to="
                        + item.path("issuedOn").asText());
        assertThat(account.path("lines").findValuesAsText("kind")).contains("INVOICE", "RECEIPT", "WRITE_OFF");
        assertThat(account.path("closing").decimalValue())
                .isEqualByComparingTo(account.path("ageing").path("total").decimalValue());
        deal.as("hetal@sabarmati-traders.example")
                .tryGet("/accounts/" + item.path("buyerCode").asText() + "/statement?from=2020-01-01&to=2020-02-01")
                .problem(404, "not-found", null);
    }

    private static JsonNode line(Api farid, String invoice) {
        for (JsonNode line : farid.get("/bank-lines")) {
            if (line.path("narration").asText().contains(invoice)) {
                return line;
            }
        }
        throw new AssertionError("No line names " + invoice);
    }

    private long mails(String key) {
        return jdbc.sql("select count(*) from mail where key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }
}
