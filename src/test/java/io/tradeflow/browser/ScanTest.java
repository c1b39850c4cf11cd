package io.tradeflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Picking on a handheld of 390 px: the scanner types, the page judges. */
@TradeflowTest
class ScanTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";
    private static final By ANSWER = By.id("answer");

    @RegisterExtension
    static final Chrome chrome = new Chrome();

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Test
    void picksByScanningWhileAnotherPersonPicksTheSameList() {
        Deal deal = Deal.inquire(new Api(port, "asha"), jobs, PRIYA, "CP-015-CI", "3", "HS-050-PVC", "100")
                .accept();
        String shipment = deal.task("ravi", "fulfilment/pick")
                .path("references")
                .path("shipmentNumber")
                .asText();
        chrome.narrow();
        chrome.signIn(port, "ravi");
        chrome.open("/desk/warehouse?warehouse=PUN");
        chrome.picture("warehouse-floor-390");
        assertThat(fits()).isTrue();
        chrome.click(By.cssSelector("a[href$='/pick/" + shipment + "']"));
        chrome.see(By.cssSelector(".scan-card .scan-bin"));

        scan("CP-010-CI");
        says("bad", "CP-010-CI is not on this list. Put it back");
        chrome.picture("scan-refused-390");
        assertThat(fits()).isTrue();
        scan("HS-050-PVC");
        says("good", "1 of 100");
        scan("CP-015-CI");
        says("good", "1 of 3 NOS");
        deal.as("murugan")
                .post(
                        "/pick-lists/" + shipment + "/scans",
                        Map.of("id", UUID.randomUUID().toString(), "code", "CP-015-CI"))
                .with(200);
        chrome.until(browser -> browser.findElement(By.id("lines")).getText().contains("Murugan S"));
        chrome.driver().navigate().refresh();
        chrome.until(browser -> browser.findElement(By.id("lines")).getText().contains("2/3"));
        scan("CP-015-CI");
        says("good", "3 of 3 NOS");
        chrome.picture("scan-card-390");
        assertThat(chrome.isEnabled(By.cssSelector("#finish button"))).isFalse();
        chrome.click(By.xpath("//div[@id='card']//button[.='Short…']"));
        chrome.see(By.cssSelector(".scan-reasons"));
        chrome.picture("scan-short-390");
        chrome.click(By.xpath("//button[.='Bin is empty']"));
        says("good", "closed short");
        chrome.until(
                browser -> browser.findElement(By.cssSelector("#finish button")).isEnabled());
        chrome.picture("scan-done-390");
        chrome.click(By.cssSelector("#finish button"));
        assertThat(chrome.text(By.cssSelector(".message.good"))).isEqualTo(shipment + " is picked.");

        JsonNode lines = deal.goOn().as("ravi").get("/shipments/" + shipment).path("lines");
        assertThat(lines.get(0).path("quantity").asInt()).isEqualTo(3);
        assertThat(lines.get(1).path("quantity").asInt()).isEqualTo(1);
        chrome.open("/desk/warehouse?warehouse=PUN");
        assertThat(chrome.text(By.tagName("main"))).contains("To count", "Bin is empty");
        chrome.picture("warehouse-count-390");
        chrome.open("/desk/warehouse/bins?warehouse=PUN&sku=CP-015-CI");
        chrome.picture("warehouse-bins-390");
        assertThat(fits()).isTrue();
    }

    private static void scan(String code) {
        chrome.see(By.id("code"));
        chrome.driver().findElement(By.id("code")).sendKeys(code, Keys.ENTER);
    }

    private static void says(String kind, String message) {
        chrome.until(browser -> browser.findElement(ANSWER).getText().contains(message));
        assertThat(chrome.see(ANSWER).getAttribute("class")).contains(kind);
    }

    /** Nothing is wider than the screen. */
    private static boolean fits() {
        return (Boolean) chrome.script("return document.documentElement.scrollWidth <= window.innerWidth");
    }
}
