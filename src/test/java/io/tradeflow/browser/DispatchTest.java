package io.tradeflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A consignment is followed on the desk and by the buyer, at a desk and on a telephone. */
@TradeflowTest
class DispatchTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";

    @RegisterExtension
    static final Chrome chrome = new Chrome();

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Test
    void followsAConsignmentToItsProofOfDelivery() throws Exception {
        Deal deal = Deal.inquire(new Api(port, "asha"), jobs, PRIYA, "CP-010-CI", "2", "HS-050-PVC", "100")
                .accept()
                .ship();
        String shipment = deal.shipments().path(0).path("number").asText();

        chrome.signIn(port, "ravi");
        chrome.open("/desk/consignments");
        assertThat(chrome.text(By.cssSelector("main"))).contains(shipment, "Deccan Roadways");
        chrome.picture("dispatch-list");
        chrome.click(By.linkText(shipment));
        chrome.click(By.cssSelector("details.report summary"));
        chrome.type(By.name("place"), "Satara");
        choose("kind", "DELIVERED");
        chrome.click(By.cssSelector("details.report button"));
        assertThat(chrome.text(By.cssSelector(".message.bad, .message.error, .message")))
                .contains("Who has received");
        assertThat(chrome.see(By.name("place")).getAttribute("value")).isEqualTo("Satara");
        chrome.type(By.cssSelector("details.report [name=receivedBy]"), "M. Patil");
        chrome.type(By.name("note"), "one hose was wet");
        chrome.type(By.name("refused-2"), "10");
        chrome.picture("dispatch-report");
        chrome.click(By.cssSelector("details.report button"));
        assertThat(chrome.text(By.cssSelector("h1"))).contains("Partly refused");
        Path proof = Files.write(Files.createTempFile("proof", ".pdf"), "%PDF-1.7 signed".getBytes());
        chrome.click(By.xpath("//summary[text()='Add one']"));
        chrome.type(By.cssSelector("form[enctype] [name=receivedBy]"), "M. Patil");
        chrome.see(By.cssSelector("form[enctype] [type=file]")).sendKeys(proof.toString());
        chrome.click(By.cssSelector("form[enctype] button"));
        assertThat(chrome.text(By.cssSelector("aside"))).contains("received by M. Patil");
        chrome.picture("dispatch-consignment");
        chrome.narrow();
        chrome.open("/desk/consignments/" + shipment);
        chrome.picture("dispatch-consignment-narrow");
        fitsTheScreen();
        chrome.open("/desk/consignments?over=true");
        chrome.picture("dispatch-list-narrow");
        fitsTheScreen();

        chrome.signIn(port, PRIYA);
        chrome.open("/portal/consignments/" + shipment);
        assertThat(chrome.text(By.cssSelector("main"))).contains("Delivered", "one hose was wet", "M. Patil", "10");
        chrome.picture("portal-consignment-narrow");
        fitsTheScreen();
        chrome.wide();
        chrome.open("/portal/consignments/" + shipment);
        chrome.picture("portal-consignment");
    }

    private void choose(String field, String value) {
        chrome.script("document.querySelector('details.report [name=" + field + "]').value = '" + value + "'");
    }

    private void fitsTheScreen() {
        assertThat((Long) chrome.script("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }
}
