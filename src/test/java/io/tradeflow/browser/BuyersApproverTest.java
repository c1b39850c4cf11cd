package io.tradeflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The demo's Yamuna on a telephone: Arjun orders over the limit, Kavita approves, Neha keeps the company. */
@TradeflowTest
class BuyersApproverTest {

    private static final String ARJUN = "arjun@yamuna-retail.example";
    private static final String KAVITA = "kavita@yamuna-retail.example";
    private static final String NEHA = "neha@yamuna-retail.example";

    @RegisterExtension
    static final Chrome chrome = new Chrome();

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Test
    void anOrderOverTheLimitIsApprovedInThePortal() {
        Deal deal = Deal.inquire(new Api(port, "asha"), jobs, ARJUN, "CP-010-CI", "10", "HS-050-PVC", "200")
                .isAt("WITH_BUYER");
        String quote = deal.quote().path("number").asText();
        chrome.narrow();
        chrome.signIn(port, ARJUN);
        chrome.open("/portal/deals/" + deal.number());
        chrome.type(By.id("po"), "YR/" + deal.number());
        chrome.click(By.xpath("//button[.='Accept and order']"));
        chrome.until(browser -> browser.getPageSource().contains("over your spending limit"));
        assertThat(chrome.text(By.tagName("main"))).contains("Waiting for the approval of Kavita Sethi");
        chrome.picture("portal-waiting-for-approval-390");
        fitsTheScreen();
        deal.goOn();

        chrome.forgetSignIn();
        chrome.signIn(port, KAVITA);
        chrome.open("/portal/approvals");
        chrome.picture("portal-approvals-390");
        fitsTheScreen();
        chrome.click(By.linkText(quote));
        chrome.see(By.id("comment"));
        chrome.picture("portal-approval-390");
        fitsTheScreen();
        chrome.click(By.xpath("//button[.='Approve and order']"));
        chrome.until(browser -> browser.getPageSource().contains("The order is placed for Arjun Malhotra"));
        chrome.picture("portal-approved-390");
        deal.goOn();
        assertThat(deal.order().path("poNumber").asText()).isEqualTo("YR/" + deal.number());
    }

    @Test
    void anAdministratorSeesTheCompanyOnATelephoneAndOthersOnlyThemselves() {
        chrome.narrow();
        chrome.signIn(port, NEHA);
        chrome.open("/portal/company");
        assertThat(chrome.text(By.tagName("main"))).contains("Arjun Malhotra", "Okhla store", "Invite somebody");
        chrome.picture("portal-company-390");
        fitsTheScreen();
        chrome.forgetSignIn();
        chrome.signIn(port, ARJUN);
        chrome.open("/portal/company");
        assertThat(chrome.text(By.tagName("main")))
                .contains("50,000", "Neha Gupta")
                .doesNotContain("Invite somebody", "Kavita");
        chrome.picture("portal-company-buyer-390");
        fitsTheScreen();
    }

    private void fitsTheScreen() {
        assertThat((Long) chrome.script("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }
}
