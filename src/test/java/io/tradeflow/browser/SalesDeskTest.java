package io.tradeflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The sales desk takes in what a buyer said on the telephone. */
@TradeflowTest
class SalesDeskTest {

    @RegisterExtension
    static final Chrome chrome = new Chrome();

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Test
    void aWrongLineIsNamedAndWhatWasTypedStays() {
        chrome.signIn(port, "asha");
        chrome.picture("desk-deals");
        chrome.open("/desk/inquiries/new");
        new Select(chrome.see(By.id("buyerCode"))).selectByValue("SAHYADRI-AGRO");
        chrome.type(By.id("requirement"), "Pumps for the new canal & \"a hose\"");
        line(0, "CP-010-CI", "2", "painted blue");
        line(1, "NO-SUCH-PUMP", "3", "");
        chrome.picture("desk-inquiry");
        chrome.click(By.xpath("//button[.='Take in the inquiry']"));

        assertThat(chrome.text(By.cssSelector(".message.bad"))).contains("Line 2", "NO-SUCH-PUMP");
        chrome.picture("desk-inquiry-refused");
        assertThat(value("requirement")).isEqualTo("Pumps for the new canal & \"a hose\"");
        assertThat(value("lines[0].sku")).isEqualTo("CP-010-CI");
        assertThat(value("lines[0].note")).isEqualTo("painted blue");
        assertThat(value("lines[1].sku")).isEqualTo("NO-SUCH-PUMP");
        assertThat(value("lines[1].quantity")).isEqualTo("3");
        assertThat(value("buyerCode")).isEqualTo("SAHYADRI-AGRO");
        assertThat(chrome.see(By.name("lines[1].sku")).getDomAttribute("class")).contains("wrong");

        chrome.type(By.name("lines[1].sku"), "HS-050-PVC");
        chrome.type(By.name("lines[1].quantity"), "50");
        chrome.click(By.xpath("//button[.='Take in the inquiry']"));
        String heading = chrome.until(browser -> {
            String text = browser.findElement(By.tagName("h1")).getText();
            return text.startsWith("INQ-") ? text : null;
        });
        String deal = heading.split("\\s")[0];
        jobs.runDue(deal);
        assertThat(new Api(port, "asha").get("/deals/" + deal).path("stage").asText())
                .isEqualTo("WITH_BUYER");
        chrome.open("/desk/deals/" + deal);
        chrome.picture("desk-deal");
        for (String page : new String[] {"tasks", "stock", "payments", "mails"}) {
            chrome.open("/desk/" + page);
            chrome.see(By.tagName("h1"));
            chrome.picture("desk-" + page);
        }
    }

    private void line(int index, String sku, String quantity, String note) {
        chrome.type(By.name("lines[" + index + "].sku"), sku);
        chrome.type(By.name("lines[" + index + "].quantity"), quantity);
        chrome.type(By.name("lines[" + index + "].note"), note);
    }

    private String value(String name) {
        return chrome.see(By.name(name)).getDomProperty("value");
    }
}
