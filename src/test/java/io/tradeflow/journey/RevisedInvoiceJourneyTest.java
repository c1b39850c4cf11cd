package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import io.tradeflow.access.Visitor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A deal of a branch whose certificate of registration is still to come, to its end: four gaskets at 25.00 and 350.00 of freight go on a bill of supply over
 * 450.00, which is paid; the certificate comes; the revised invoice asks for 18 % of it, 81.00, of which the return of its month tells.
 */
@TradeflowTest
class RevisedInvoiceJourneyTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";
    private static final String SKU = "GK-UP-1";
    private static final String GSTIN = "09AAZCD0001F1ZT";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

    @Test
    void theTaxFollowsTheBillAndIsReportedOnce() throws Exception {
        LocalDate today = LocalDate.now(clock);
        LocalDate certified = today.plusDays(5);
        branch(today, certified);
        wrongDaysAreKeptOnThePage();
        Deal deal = Deal.inquire(new Api(port, PRIYA), jobs, PRIYA, SKU, "4")
                .accept()
                .ship();
        JsonNode bill = deal.invoices().path(0);
        String number = bill.path("number").asText();
        assertThat(number).startsWith("UP-").contains("-B");
        assertThat(bill.path("totals").path("grandTotal").decimalValue()).isEqualByComparingTo("450");
        deal.isAt("AWAITING_PAYMENT").payAll().isAt("CLOSED");

        Visitor farid = Visitor.signedIn(port, "farid");
        farid.form("/desk/revised-invoices", "invoice=" + number);
        assertThat(farid.get("/desk/revised-invoices").body())
                .contains("has no certificate of registration before")
                .doesNotContain("of/" + number);
        clock.advance(Duration.ofDays(6));
        farid = Visitor.signedIn(port, "farid");
        assertThat(farid.get("/desk/revised-invoices").body()).contains("/desk/revised-invoices/of/" + number);
        assertThat(farid.get("/desk/revised-invoices/of/" + number).body())
                .contains("Preview", "₹531.00", "₹81.00", "A revised invoice cannot be taken back");

        String page = farid.form("/desk/revised-invoices", "invoice=" + number)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String revised = page.substring(page.lastIndexOf('/') + 1);
        assertThat(revised).startsWith("UP-").contains("-V00001");
        assertThat(farid.get("/desk/revised-invoices/" + revised).body())
                .contains(revised + " is issued", number, "Transporter’s copy", "Record payment");
        assertThat(farid.get("/desk/invoices/" + number).body()).contains("stands in its place", revised);
        assertThat(farid.get("/desk/accounts/SAHYADRI-AGRO").body()).contains("/desk/revised-invoices/" + revised);
        Visitor asha = Visitor.signedIn(port, "asha");
        assertThat(asha.get("/desk/revised-invoices").statusCode()).isEqualTo(403);
        assertThat(asha.get("/desk/revised-invoices/" + revised).body())
                .contains(revised)
                .doesNotContain("Record payment");
        Visitor priya = Visitor.signedIn(port, PRIYA);
        assertThat(priya.get("/portal/revised-invoices/" + revised).headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/portal/invoices/" + number));
        assertThat(priya.get("/portal/invoices/" + number).body()).contains(revised + " (PDF)");

        deal.goOn().payAll().isAt("CLOSED");
        LocalDate now = LocalDate.now(clock);
        String of = "?gstin=" + GSTIN + "&period=" + now.toString().substring(0, 7);
        JsonNode gstr1 = deal.as("farid").get("/accounting/gstr-1" + of);
        assertThat(gstr1.path("agrees").asBoolean()).as(gstr1::toPrettyString).isTrue();
        assertThat(deal.as("farid")
                        .tryGet("/accounting/gstr-1/b2b.csv" + of)
                        .with(200)
                        .text())
                .contains("," + revised + ",")
                .doesNotContain(number);
    }

    private void wrongDaysAreKeptOnThePage() throws Exception {
        Visitor vikram = Visitor.signedIn(port, "vikram");
        vikram.form(
                "/desk/setup/branches",
                "isNew=false&code=UP&registration.effectiveFrom=2026-04-10&registration.certifiedOn=2026-04-09");
        assertThat(vikram.get("/desk/setup/branches/UP").body())
                .contains("lies before the day the registration counts from", "value=\"2026-04-09\"");
    }

    private void branch(LocalDate effectiveFrom, LocalDate certifiedOn) {
        Api admin = new Api(port, "admin");
        Map<String, Object> branch = new HashMap<>(Map.of(
                "name",
                "Noida branch",
                "gstin",
                GSTIN,
                "address",
                Map.of(
                        "line1", "Sector 63",
                        "city", "Noida",
                        "stateCode", "09",
                        "pin", "201301",
                        "country", "IN"),
                "warehouseCode",
                "NOI",
                "invoiceSeries",
                "UP",
                "bankAccount",
                Map.of(
                        "accountName", "Deccan Flow Controls",
                        "bank", "Deccan Bank, Noida",
                        "accountNumber", "004110200057111",
                        "ifsc", "DECB0000499")));
        branch.put(
                "registration",
                Map.of("effectiveFrom", effectiveFrom.toString(), "certifiedOn", certifiedOn.toString()));
        admin.put("/branches/UP", branch).with(200);
        admin.put("/warehouses/NOI", Map.of("name", "Noida warehouse")).with(200);
        bringIn("meera", "products", "sku,name,family,hsn,cost\n" + SKU + ",Gasket,Gaskets,84818030,10\n");
        bringIn(
                "meera",
                "prices",
                "level,owner,sku,currency,fromQuantity,unitPrice,validFrom\nBASE,," + SKU
                        + ",INR,1,25.00,2026-04-01\n");
        bringIn("ravi", "stock", "warehouse,sku,batch,quantity\nNOI," + SKU + ",,50\n");
    }

    private void bringIn(String user, String kind, String file) {
        Api api = new Api(port, user);
        long id = api.postCsv("/imports?kind=" + kind, file)
                .with(202)
                .json()
                .path("id")
                .asLong();
        jobs.runDue("IMPORT-" + id);
        api.post("/imports/" + id + "/approval", null).with(202);
        jobs.runDue("IMPORT-" + id);
        assertThat(api.get("/imports/" + id).path("status").asText()).isEqualTo("DONE");
    }
}
