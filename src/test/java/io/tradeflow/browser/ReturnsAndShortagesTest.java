package io.tradeflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A buyer with a telephone sends goods back; a planner decides about goods that are missing. */
@TradeflowTest
class ReturnsAndShortagesTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";

    @RegisterExtension
    static final Chrome chrome = new Chrome();

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

    @Test
    void damagedGoodsGoFromTheBuyersTelephoneToTheCreditNote() {
        Deal deal = ordered("CP-010-CI", "4").ship();
        deal.as("ravi")
                .post(
                        "/consignments/"
                                + deal.shipments().path(0).path("number").asText() + "/events",
                        Map.of("kind", "DELIVERED", "receivedBy", "Anil Patil"))
                .with(200);
        Tasklist tasklist = new Tasklist(chrome);
        chrome.narrow();
        chrome.signIn(port, PRIYA);
        chrome.open("/portal/deals/" + deal.number());
        chrome.click(By.linkText("Send goods back"));
        chrome.click(By.cssSelector("#kind option[value=DAMAGED]"));
        chrome.click(By.cssSelector("#remedy option[value=CREDIT]"));
        chrome.type(By.id("note"), "One casing is cracked, see the photograph.");
        String shipment = deal.shipments().path(0).path("number").asText();
        chrome.type(By.name(shipment + ".1"), "9");
        chrome.picture("portal-return-request-390");
        fitsTheScreen();
        chrome.click(By.xpath("//button[.='Ask to send back']"));
        assertThat(chrome.text(By.cssSelector(".message.bad"))).contains("At most 4 NOS");
        assertThat(chrome.see(By.id("note")).getAttribute("value")).contains("cracked");
        chrome.type(By.name(shipment + ".1"), "2");
        chrome.click(By.xpath("//button[.='Ask to send back']"));
        chrome.see(By.cssSelector(".message.good"));
        chrome.picture("portal-return-390");
        fitsTheScreen();
        chrome.wide();
        chrome.picture("portal-return");
        String number = deal.buyer()
                .get("/returns?deal=" + deal.number())
                .path(0)
                .path("number")
                .asText();
        deal.goOn();

        chrome.signIn(port, "lata");
        tasklist.open().choose("Goods to inspect").select(number).claim().mayNotComplete();
        chrome.click(By.xpath("//label[contains(.,'Approve')]"));
        tasklist.picture("tasklist-return-approve").complete();
        deal.goOn();

        chrome.signIn(port, "ravi");
        tasklist.open().choose("Warehouse work").select(number).claim();
        tasklist.type("received[1]", "99").mayNotComplete().type("received[1]", "2");
        tasklist.picture("tasklist-return-receive");
        chrome.narrow();
        chrome.picture("tasklist-return-receive-390");
        chrome.wide();
        tasklist.complete();
        deal.goOn();

        chrome.signIn(port, "lata");
        tasklist.open().choose("Goods to inspect").select(number).claim();
        tasklist.type("restock[1]", "1").type("scrap[1]", "1").mayNotComplete();
        tasklist.type("note", "Casing cracked")
                .picture("tasklist-return-inspect")
                .complete();
        deal.goOn();

        chrome.signIn(port, "farid");
        tasklist.open().choose("Finance work").select(number).claim().mayNotComplete();
        chrome.click(By.xpath("//label[contains(.,'Issue the credit note')]"));
        tasklist.picture("tasklist-return-credit-note").complete();
        deal.goOn();

        chrome.signIn(port, "asha");
        chrome.open("/desk/returns?all=true");
        chrome.picture("desk-returns");
        chrome.click(By.partialLinkText(number));
        assertThat(chrome.text(By.cssSelector("h1"))).contains(number, "Settled");
        chrome.picture("desk-return");
        chrome.open("/desk/deals/" + deal.number());
        chrome.script("document.querySelector('.return-list').scrollIntoView({block: 'end'})");
        chrome.picture("desk-deal-returns");
        chrome.narrow();
        chrome.open("/desk/returns?all=true");
        chrome.picture("desk-returns-390");
        fitsTheScreen();
    }

    @Test
    void aShortageIsDecidedLineByLineAndTheBuyerAnswersOnATelephone() {
        Deal deal = ordered("ES-100-250-CI", "3", "CP-010-CI", "2");
        deal.ship();
        clock.advance(Duration.ofDays(3).plusMinutes(1));
        deal.goOn();
        String order = deal.order().path("number").asText();
        Tasklist tasklist = new Tasklist(chrome);

        chrome.signIn(port, "tara");
        tasklist.open().choose("Shortages to decide").select(order).claim().mayNotComplete();
        chrome.click(By.xpath("//label[contains(.,'Have them produced')]"));
        tasklist.mayNotComplete();
        chrome.click(By.xpath("//label[contains(.,'Wait for stock')]"));
        chrome.click(By.cssSelector("select[name='lines[1]'] option[value=SUBSTITUTE]"));
        tasklist.mayNotComplete();
        tasklist.type("lines[1].sku", "CP-010-CI").picture("tasklist-shortage").complete();
        deal.goOn();

        chrome.narrow();
        chrome.signIn(port, PRIYA);
        chrome.open("/portal/deals/" + deal.number());
        chrome.script("document.querySelector('.offers').scrollIntoView({block: 'center'})");
        chrome.picture("portal-offer-390");
        fitsTheScreen();
        chrome.click(By.xpath("//button[.='No, thank you']"));
        chrome.see(By.cssSelector(".message.good"));
        deal.goOn();
        deal.complete(
                "tara",
                "fulfilment/decide-shortage",
                java.util.Map.of(
                        "shortageDecision",
                        "PRODUCE",
                        "until",
                        java.time.LocalDate.now(clock).plusDays(9).toString()));
        chrome.open("/portal/deals/" + deal.number());
        chrome.script("document.querySelector('.offers').scrollIntoView({block: 'end'})");
        chrome.picture("portal-shortage-390");

        chrome.wide();
        chrome.signIn(port, "tara");
        chrome.open("/desk/production");
        assertThat(chrome.text(By.cssSelector("main"))).contains("ES-100-250-CI");
        chrome.click(By.xpath("//summary[.='Book in what was produced']"));
        chrome.picture("desk-production");
        chrome.narrow();
        chrome.picture("desk-production-390");
        fitsTheScreen();
    }

    private Deal ordered(String... lines) {
        Deal deal = Deal.inquire(new Api(port, "asha"), jobs, PRIYA, lines);
        for (String approver : List.of("tara", "meera", "vikram")) {
            while (deal.hasTask(approver, "approval/decide")) {
                deal.approve(approver);
            }
        }
        return deal.accept();
    }

    private static void fitsTheScreen() {
        assertThat((Boolean) chrome.script("return document.documentElement.scrollWidth <= window.innerWidth + 1"))
                .as("the page is no wider than the screen")
                .isTrue();
    }
}
