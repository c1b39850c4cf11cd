package io.tradeflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
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

    @TempDir
    Path folder;

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
        chrome.forgetCookies();
        scan("CP-015-CI");
        chrome.until(
                browser -> browser.findElement(By.id("queue")).getText().contains("1 scan waits: you are signed out"));
        chrome.picture("scan-signed-out-390");
        assertThat(fits()).isTrue();
        chrome.click(By.linkText("Sign in again"));
        chrome.submitSignIn("ravi");
        chrome.until(browser -> browser.findElement(By.id("lines")).getText().contains("3/3"));
        says("good", "3 of 3 NOS");
        assertThat(chrome.texts(By.cssSelector("#queue > div"))).isEmpty();
        chrome.click(By.xpath("//button[contains(., 'HS-050-PVC')]"));
        chrome.script(
                "const more = [...document.querySelectorAll('#card button')].find(one => one.textContent === '+1');"
                        + " more.click(); more.click();");
        says("good", "3 of 100");
        chrome.until(browser -> {
            // at once: while somebody types the card is not drawn anew
            browser.findElement(By.cssSelector("#card input.num"))
                    .sendKeys(Keys.chord(Keys.CONTROL, "a"), "999", Keys.ENTER);
            return true;
        });
        chrome.until(browser ->
                browser.findElement(By.cssSelector(".scan-refused")).getText().contains("From 0 to 100"));
        chrome.picture("scan-set-aside-390");
        assertThat(fits()).isTrue();
        chrome.click(By.xpath("//button[.='Dismiss']"));
        assertThat(chrome.texts(By.cssSelector("#queue > div"))).isEmpty();
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
        assertThat(lines.get(1).path("quantity").asInt()).isEqualTo(3);
        chrome.open("/desk/warehouse?warehouse=PUN");
        assertThat(chrome.text(By.tagName("main"))).contains("To count", "Bin is empty");
        chrome.picture("warehouse-count-390");
        chrome.open("/desk/warehouse/bins?warehouse=PUN&sku=CP-015-CI");
        chrome.picture("warehouse-bins-390");
        assertThat(fits()).isTrue();
    }

    @Test
    void inspectsByChecklistAndPacksPackageByPackage() throws IOException {
        Deal deal = Deal.inquire(new Api(port, "asha"), jobs, PRIYA, "CP-030-CI", "2", "HS-050-PVC", "50")
                .accept();
        String shipment = deal.task("ravi", "fulfilment/pick")
                .path("references")
                .path("shipmentNumber")
                .asText();
        deal.pickAll(shipment);
        chrome.narrow();
        chrome.signIn(port, "lata");
        chrome.open("/desk/warehouse?warehouse=PUN");
        chrome.click(By.cssSelector("a[href$='/inspect/" + shipment + "']"));
        for (String item :
                new String[] {"line-1.item-1", "line-1.item-2", "line-1.item-4", "line-2.item-1", "line-2.item-2"}) {
            chrome.click(By.cssSelector("input[name='" + item + "'][value=OK]"));
        }
        chrome.type(By.name("line-1.item-3"), "1.5");
        chrome.type(By.name("line-1.item-5"), "2");
        chrome.type(By.name("line-2.item-3"), "50");
        chrome.picture("inspect-390");
        assertThat(fits()).isTrue();
        chrome.see(By.name("line-1.photo")).sendKeys(photo().toString());
        chrome.click(By.cssSelector(".scan-bar button"));
        assertThat(chrome.text(By.cssSelector(".message.bad"))).contains("failed its checklist");
        chrome.see(By.cssSelector(".photos img[alt='Photograph 1 of CP-030-CI']"));
        chrome.picture("inspect-refused-390");
        chrome.type(By.name("line-1.item-3"), "15");
        chrome.click(By.cssSelector(".scan-bar button"));
        assertThat(chrome.text(By.cssSelector(".message.good"))).isEqualTo(shipment + " is inspected.");
        chrome.open("/desk/consignments/" + shipment);
        Long width = chrome.until(
                browser -> (Long) chrome.script("return document.querySelector('.photos img')?.naturalWidth || null"));
        assertThat(width).isEqualTo(40);
        writesAChecklist();
        deal.goOn();

        chrome.narrow();
        chrome.signIn(port, "ravi");
        chrome.open("/desk/warehouse?warehouse=PUN");
        chrome.click(By.cssSelector("a[href$='/pack/" + shipment + "']"));
        chrome.see(By.cssSelector(".scan-card .scan-bin"));
        scan("BV-025-SS");
        says("bad", "does not belong into this shipment");
        scan("CP-030-CI");
        says("good", "1 left");
        scan("CP-030-CI");
        says("good", "0 left");
        chrome.picture("pack-390");
        assertThat(fits()).isTrue();
        closePackage("92.5", "Package 1 is closed");
        chrome.click(By.cssSelector("button[aria-label='Put all of HS-050-PVC in']"));
        says("good", "in package 2");
        closePackage("40", "Package 2 is closed");
        chrome.until(
                browser -> browser.findElement(By.cssSelector("#finish button")).isEnabled());
        chrome.picture("pack-done-390");
        chrome.click(By.cssSelector("#finish button"));
        assertThat(chrome.text(By.cssSelector(".message.good"))).isEqualTo(shipment + " is packed.");

        JsonNode packages = deal.goOn().as("ravi").get("/shipments/" + shipment + "/packages");
        assertThat(packages).hasSize(2);
        assertThat(packages.get(0).path("weightKg").decimalValue()).isEqualByComparingTo("92.5");
    }

    /** At a desk, by keyboard from the menu on. */
    private static void writesAChecklist() {
        chrome.screen(1280, 900);
        chrome.open("/desk");
        // the menu is one line, once the page is laid out for the screen it has now
        chrome.until(browser -> (Boolean) chrome.script("const top = one => one.getBoundingClientRect().top;"
                + " const parts = [...document.querySelector('.topbar nav').children];"
                + " return parts.every(one => top(one) === top(parts[0]))"));
        chrome.picture("menu-1280");
        WebElement goods = chrome.see(By.xpath("//summary[.='Goods']"));
        goods.sendKeys(Keys.ENTER);
        chrome.see(By.linkText("Checklists of quality"));
        chrome.picture("menu-open-1280");
        chrome.press(Keys.ESCAPE);
        chrome.notSee(By.linkText("Checklists of quality"));
        chrome.press(Keys.ENTER);
        chrome.see(By.linkText("Checklists of quality")).sendKeys(Keys.ENTER);
        chrome.click(By.linkText("New checklist"));
        chrome.type(By.name("code"), "T-HOSES");
        chrome.type(By.name("name"), "Hoses from next year");
        chrome.type(By.name("sku"), "HS-050-PVC");
        chrome.script("document.getElementsByName('validFrom')[0].value = '2031-01-01'");
        chrome.type(By.name("items[0].label"), "Inner diameter");
        chrome.script("document.getElementsByName('items[0].kind')[0].value = 'MEASURE'");
        chrome.click(By.xpath("//button[.='Keep']"));
        assertThat(chrome.text(By.cssSelector(".message.bad"))).contains("a least or a most value");
        assertThat(chrome.see(By.name("items[0].label")).getDomProperty("value"))
                .isEqualTo("Inner diameter");
        chrome.picture("checklist-refused-1280");
        chrome.type(By.name("items[0].least"), "49.5");
        chrome.type(By.name("items[0].unit"), "mm");
        chrome.narrow();
        chrome.picture("checklist-390");
        assertThat(fits()).isTrue();
        chrome.click(By.xpath("//button[.='Keep']"));
        assertThat(chrome.text(By.cssSelector(".message.good"))).isEqualTo("Checklist T-HOSES is kept.");
        assertThat(chrome.text(By.cssSelector("tbody"))).contains("T-HOSES", "HS-050-PVC", "not today");
        chrome.picture("checklists-390");
        assertThat(fits()).isTrue();
    }

    private Path photo() throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillRect(5, 5, 20, 20);
        Path file = folder.resolve("crack.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static void closePackage(String weight, String message) {
        chrome.type(By.xpath("//label[starts-with(.,'Weight')]/input"), weight);
        chrome.click(By.xpath("//button[.='Close package']"));
        says("good", message);
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
