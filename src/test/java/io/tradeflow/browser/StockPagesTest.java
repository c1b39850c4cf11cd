package io.tradeflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of stock as the warehouse uses them, at a desk and on a telephone. */
@TradeflowTest
class StockPagesTest {

    private static final String SKU = "CP-005-CI";

    @RegisterExtension
    static final Chrome chrome = new Chrome();

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Test
    void goodsAreHeldBackReleasedAndTransferred() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        chrome.signIn(port, "ravi");
        chrome.open("/desk/stock?sku=" + SKU);
        chrome.click(By.xpath("//summary[contains(., 'Correct, hold back')]"));
        chrome.type(By.cssSelector("form[action$=adjustments] [name=quantity]"), "5");
        chrome.script("document.querySelector('[name=kind]').value = 'HOLD_BACK'");
        chrome.script("document.querySelector('[name=reason]').value = 'FOUND'");
        chrome.click(By.cssSelector("form[action$=adjustments] button"));
        assertThat(chrome.text(By.cssSelector(".message.bad"))).contains("is no reason for this");
        chrome.picture("stock-adjust-refused");
        chrome.script("document.querySelector('[name=reason]').value = 'DAMAGED'");
        chrome.click(By.cssSelector("form[action$=adjustments] button"));
        assertThat(chrome.text(By.cssSelector(".message.good"))).contains("is booked");
        show("stock-product");
        chrome.open("/desk/stock/adjustments");
        assertThat(chrome.text(By.cssSelector("tbody"))).contains("Hold back", SKU, "Damaged", "Ravi Shinde");
        show("stock-adjustments");

        chrome.open("/desk/stock/transfers");
        chrome.type(By.name("reference"), "GP-" + mark);
        chrome.type(By.name("lines[0].sku"), SKU);
        chrome.type(By.name("lines[0].quantity"), "7");
        chrome.script("document.querySelector('[name=expectedOn]').value = arguments[0]", day(4));
        chrome.script("document.querySelector('[name=fromWarehouse]').value = 'PUN';"
                + "document.querySelector('[name=toWarehouse]').value = 'CBE'");
        chrome.click(By.xpath("//button[. = 'Send']"));
        assertThat(chrome.text(By.cssSelector(".message.good"))).contains("is under way");
        show("stock-transfers");
        chrome.click(By.cssSelector("tbody tr td a"));
        assertThat(chrome.text(By.cssSelector(".message.warn"))).contains("supply", "GSTIN");
        show("stock-transfer");
        chrome.type(By.name("lines[0].received"), "6");
        chrome.type(By.name("lines[0].lost"), "1");
        chrome.type(By.name("reference"), "GRN-" + mark);
        chrome.click(By.xpath("//button[. = 'Book what arrived']"));
        assertThat(chrome.text(By.cssSelector(".message.bad"))).contains("needs a reason");
        chrome.script("document.querySelector('select[name=\"lines[0].reason\"]').value = 'LOST'");
        chrome.click(By.xpath("//button[. = 'Book what arrived']"));
        assertThat(chrome.text(By.cssSelector("h1"))).contains("Received");
    }

    @Test
    void goodsToComeAreAnnouncedMovedAndReceived() {
        String reference = "PO-" + UUID.randomUUID().toString().substring(0, 8);
        chrome.signIn(port, "tara");
        chrome.open("/desk/stock/expected");
        chrome.click(By.xpath("//summary[. = 'Announce goods']"));
        chrome.type(By.name("reference"), reference);
        chrome.type(By.name("sku"), "NO-SUCH");
        chrome.type(By.name("quantity"), "20");
        chrome.script("document.querySelector('[name=expectedOn]').value = arguments[0]", day(9));
        chrome.click(By.xpath("//button[. = 'Announce']"));
        assertThat(chrome.text(By.cssSelector(".message.bad"))).contains("There is no product NO-SUCH");
        chrome.type(By.name("sku"), SKU);
        chrome.click(By.xpath("//button[. = 'Announce']"));
        assertThat(chrome.text(By.cssSelector(".message.good"))).contains(reference);
        show("stock-expected");

        chrome.click(By.xpath("//a[b[. = '" + reference + "']]"));
        chrome.type(By.cssSelector("form[action$=receipts] [name=quantity]"), "8");
        chrome.type(By.cssSelector("form[action$=receipts] [name=reference]"), "GRN-" + reference);
        chrome.click(By.xpath("//button[. = 'Book receipt']"));
        assertThat(chrome.text(By.cssSelector("aside"))).contains("12");
        chrome.click(By.xpath("//summary[. = 'Another day']"));
        chrome.script("document.querySelector('form[action$=day] [name=expectedOn]').value = arguments[0]", day(12));
        chrome.type(By.cssSelector("form[action$=day] [name=reason]"), "The vessel is late");
        chrome.click(By.xpath("//button[. = 'Keep the new day']"));
        assertThat(chrome.text(By.cssSelector(".timeline"))).contains("The vessel is late", "8 came in");
        show("stock-expected-one");
    }

    @Test
    void ledgerExpiryAndIntegrityAreThereForThoseWhoNeedThem() {
        chrome.signIn(port, "omkar");
        chrome.open("/desk/stock/ledger?sku=" + SKU);
        assertThat(chrome.text(By.cssSelector("tbody"))).contains("Receipt", "OPENING-PUN", "Tradeflow");
        show("stock-ledger");
        chrome.open("/desk/stock/expiring?days=900");
        assertThat(chrome.text(By.cssSelector("h1"))).isEqualTo("Expiring stock");
        show("stock-expiring");
        chrome.open("/desk/stock/integrity");
        assertThat(chrome.texts(By.cssSelector("tbody td[data-label=State]"))).hasSize(9);
        chrome.click(By.xpath("//button[. = 'Check and keep the result']"));
        assertThat(chrome.text(By.cssSelector(".message"))).contains("agree");
        show("stock-integrity");
        chrome.open("/desk/stock/webhooks");
        assertThat(chrome.text(By.cssSelector("h1"))).isEqualTo("Webhooks");
        assertThat(chrome.texts(By.cssSelector("form[action$=webhooks]"))).isEmpty();
        chrome.open("/desk/stock/transit");
        assertThat(chrome.text(By.cssSelector("tbody"))).contains("everywhere", "PIN 411", "State 27");
        show("stock-transit");
        chrome.open("/desk/products/product?sku=" + SKU);
        assertThat(chrome.text(By.cssSelector("#content, main"))).contains("What can be promised", "PO-778");
        show("stock-product-forecast");

        chrome.signIn(port, "admin");
        chrome.open("/desk/stock/webhooks");
        chrome.type(By.name("url"), "not an address");
        chrome.click(By.xpath("//button[. = 'Add']"));
        assertThat(chrome.text(By.cssSelector(".message.bad"))).contains("An address such as");
        chrome.type(By.name("url"), "http://127.0.0.1:1/stock");
        chrome.click(By.xpath("//button[. = 'Add']"));
        assertThat(chrome.text(By.cssSelector(".message.good"))).contains("Its secret, shown only now");
        show("stock-webhooks");
        chrome.click(By.xpath("//button[. = 'End']"));
        assertThat(chrome.text(By.cssSelector(".message.good"))).contains("told nothing any more");
    }

    @Test
    void anOrderSaysWhenItArrivesAndWhy() {
        Deal deal = Deal.inquire(new Api(port, "asha"), jobs, "priya@sahyadri-agro.example", SKU, "4")
                .accept();

        chrome.signIn(port, "asha");
        chrome.open("/desk/deals/" + deal.number());
        assertThat(chrome.text(By.id("arrival"))).contains("All from PUN now", "on the way");
        chrome.script("document.getElementById('arrival').scrollIntoView()");
        show("stock-promise");
        chrome.signIn(port, "priya@sahyadri-agro.example");
        chrome.open("/portal/deals/" + deal.number());
        assertThat(chrome.text(By.id("arrival"))).contains("All now").doesNotContain("PUN");
        show("stock-promise-portal");

        JsonNode forStaff =
                deal.as("asha").get("/orders/" + deal.order().path("number").asText() + "/promises");
        JsonNode forBuyer =
                deal.buyer().get("/orders/" + deal.order().path("number").asText() + "/promises");
        assertThat(forStaff.path(0).path("reason").asText()).contains("PUN");
        assertThat(forBuyer.path(0).path("reason").asText()).doesNotContain("PUN");
        assertThat(forBuyer.path(0).path("promisedOn").asText()).isGreaterThan(day(0));
        deal.as("senthil@kaveri-process.example")
                .tryGet("/orders/" + deal.order().path("number").asText() + "/promises")
                .with(404);
    }

    @Test
    void whatCanBePromisedIsToldToEachAsTheyMaySee() {
        Api ravi = new Api(port, "ravi");
        JsonNode now = ravi.get("/availability?sku=CP-010-CI");
        JsonNode then = ravi.get("/availability?sku=CP-010-CI&date=" + day(12));
        assertThat(then.path("available")
                        .decimalValue()
                        .subtract(now.path("available").decimalValue()))
                .isEqualByComparingTo("250");
        assertThat(then.path("later").findValuesAsText("reference")).contains("PO-778");
        JsonNode forBuyer = ravi.as("priya@sahyadri-agro.example").get("/availability?sku=CP-010-CI&date=" + day(12));
        assertThat(forBuyer.path("available").decimalValue())
                .isEqualByComparingTo(then.path("available").decimalValue());
        assertThat(forBuyer.toString()).doesNotContain("PO-778", "PUN", "warehouse");
        ravi.tryGet("/availability?sku=NO-SUCH").with(404);
    }

    @Test
    void quarantineAndTransfersWorkOverTheApi() {
        Api ravi = new Api(port, "ravi");
        String mark = UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> sample = Map.of(
                "reference",
                "ADJ-" + mark,
                "warehouseCode",
                "PUN",
                "reason",
                "SAMPLE",
                "lines",
                List.of(Map.of("sku", SKU, "quantity", -1)));
        ravi.as("asha").post("/stock-adjustments", sample).problem(403, "warehouse-only", null);
        ravi.post("/stock-adjustments", sample).with(201);
        ravi.post("/stock-adjustments", sample).with(201);
        ravi.post(
                        "/stock-adjustments",
                        Map.of(
                                "reference",
                                "ADJ-2-" + mark,
                                "warehouseCode",
                                "PUN",
                                "reason",
                                "LOST",
                                "lines",
                                List.of(Map.of("sku", SKU, "quantity", -99_999_999))))
                .problem(422, "invalid-adjustment", "lines[0].quantity");
        ravi.put("/stock-reasons/T-WATER", Map.of("name", "Water", "uses", List.of("LESS")))
                .problem(403, "planners-only", null);
        ravi.as("tara")
                .put("/stock-reasons/T-WATER", Map.of("name", "Water", "uses", List.of("LESS")))
                .with(200);

        String number = ravi.post(
                        "/stock-transfers",
                        Map.of(
                                "reference",
                                "GP-" + mark,
                                "fromWarehouse",
                                "PUN",
                                "toWarehouse",
                                "CBE",
                                "expectedOn",
                                day(3),
                                "lines",
                                List.of(Map.of("sku", SKU, "quantity", 4))))
                .with(201)
                .json()
                .path("number")
                .asText();
        assertThat(ravi.get("/expected-receipts?sku=" + SKU).findValuesAsText("reference"))
                .contains(number);
        ravi.post(
                        "/stock-transfers/" + number + "/receipts",
                        Map.of("reference", "GRN-" + mark, "lines", List.of(Map.of("lineNo", 1, "received", 5))))
                .problem(422, "invalid-transfer", "lines[0].received");
        assertThat(ravi.post(
                                "/stock-transfers/" + number + "/receipts",
                                Map.of(
                                        "reference",
                                        "GRN-" + mark,
                                        "lines",
                                        List.of(Map.of("lineNo", 1, "received", 4))))
                        .with(201)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("RECEIVED");
    }

    private static void show(String name) {
        chrome.picture(name);
        chrome.narrow();
        assertThat((Long) chrome.script("return document.documentElement.scrollWidth"))
                .as(name + " at 390 px")
                .isLessThanOrEqualTo(390);
        chrome.picture(name + "-390");
        chrome.wide();
    }

    private static String day(int ahead) {
        return java.time.LocalDate.now(java.time.ZoneId.of("Asia/Kolkata"))
                .plusDays(ahead)
                .toString();
    }
}
