package io.tradeflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A buyer and the sales desk negotiate on their pages. */
@TradeflowTest
class NegotiationTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";

    @RegisterExtension
    static final Chrome chrome = new Chrome();

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Test
    void aCounterOfferIsMadeInThePortalAnsweredAtTheDeskAndSomeLinesAreOrdered() {
        Deal deal = Deal.inquire(
                        new Api(port, "asha"), jobs, PRIYA, "CP-010-CI", "10", "HS-050-PVC", "200", "GV-050-CI", "20")
                .isAt("WITH_BUYER");
        String quote = deal.quote().path("number").asText();
        chrome.wide();
        chrome.signIn(port, PRIYA);
        chrome.open("/portal/deals/" + deal.number() + "/negotiation");
        assertThat(chrome.text(By.tagName("main"))).contains("Your turn", "Order these lines");
        chrome.click(By.name("take-3"));
        chrome.until(browser -> !chrome.text(By.id("choice")).contains("Nothing"));
        chrome.until(browser -> chrome.text(By.id("choice")).contains("GST"));
        chrome.type(By.name("unitPrice-1"), "4,700.50");
        chrome.type(By.name("note-2"), "in black please");
        chrome.type(By.id("wish"), "At these prices we order today.");
        chrome.picture("portal-negotiation-1280");
        chrome.narrow();
        chrome.picture("portal-negotiation-390");
        fitsTheScreen();
        chrome.wide();
        chrome.click(By.xpath("//button[.='Send counter-offer']"));
        chrome.until(browser -> browser.getPageSource().contains("Your counter-offer is with our sales desk"));
        chrome.type(By.id("text"), "We need an answer before noon.");
        chrome.click(By.xpath("//button[.='Send message']"));
        chrome.until(browser -> browser.getPageSource().contains("Your message is sent"));
        chrome.picture("portal-negotiation-sent-1280");
        deal.goOn();

        chrome.forgetSignIn();
        chrome.signIn(port, "asha");
        chrome.open("/desk/quotes/" + quote + "/negotiation");
        assertThat(chrome.text(By.tagName("main")))
                .contains(
                        "Our turn", "At these prices we order today.", "in black please", "not wanted", "before noon");
        chrome.picture("desk-negotiation-1280");
        chrome.click(By.xpath("//tr[td[1][.='1']]//button[.='Adopt']"));
        chrome.until(browser -> browser.getPageSource().contains("Line 1 is as the buyer wants it"));
        chrome.type(By.xpath("//tr[td[1][.='2']]//input[@name='answerNote']"), "Black is out of stock");
        chrome.click(By.xpath("//tr[td[1][.='2']]//button[.='Keep ours']"));
        chrome.until(browser -> browser.getPageSource().contains("Line 2 stays as it was offered"));
        chrome.picture("desk-negotiation-answered-1280");
        chrome.narrow();
        chrome.picture("desk-negotiation-390");
        fitsTheScreen();
        chrome.wide();
        deal.complete("asha", "quotation/rework", Map.of("reworkDecision", "RESUBMIT"));
        approveAll(deal);

        chrome.forgetSignIn();
        chrome.signIn(port, PRIYA);
        chrome.open("/portal/deals/" + deal.number() + "/negotiation");
        assertThat(chrome.text(By.tagName("main"))).contains("agreed", "Black is out of stock");
        chrome.click(By.name("take-3"));
        chrome.click(By.name("take-2"));
        chrome.until(browser -> chrome.text(By.id("choice")).contains("GST"));
        chrome.type(By.id("po"), "SA/" + deal.number());
        chrome.picture("portal-negotiation-answered-1280");
        chrome.click(By.xpath("//button[.='Order these lines']"));
        chrome.until(browser -> browser.getPageSource().contains("We confirm the lines you took"));
        deal.goOn();
        approveAll(deal);
        assertThat(deal.order().path("lines")).hasSize(1);
        assertThat(deal.order().path("lines").path(0).path("unitPrice").decimalValue())
                .isEqualByComparingTo("4700.50");
    }

    private static void approveAll(Deal deal) {
        while (deal.stage().equals("IN_APPROVAL")) {
            deal.approve(List.of("vikram", "meera", "farid", "tara").stream()
                    .filter(user -> deal.hasTask(user, "approval/decide"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private void fitsTheScreen() {
        assertThat((Long) chrome.script("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }
}
