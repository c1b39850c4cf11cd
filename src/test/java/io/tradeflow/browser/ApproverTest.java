package io.tradeflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The sales manager decides in Tasklist. */
@TradeflowTest
class ApproverTest {

    private static final String HETAL = "hetal@sabarmati-traders.example";
    private static final String PRIYA = "priya@sahyadri-agro.example";

    @RegisterExtension
    static final Chrome chrome = new Chrome();

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    private Deal deal;

    @BeforeEach
    void aQuoteThatNeedsAnApproval() {
        deal = Deal.inquire(new Api(port, "asha"), jobs, HETAL, "CP-010-CI", "3");
        deal.isAt("IN_APPROVAL");
    }

    @Test
    void seesOnlyTheOwnQueueAfterOneSignIn() {
        Deal inTheWarehouse = Deal.inquire(new Api(port, "asha"), jobs, PRIYA, "CP-010-CI", "2");
        String pick = inTheWarehouse
                .accept()
                .task("ravi", "fulfilment/pick")
                .path("name")
                .asText();

        Tasklist tasklist = new Tasklist(chrome.signIn(port, "meera")).open();

        assertThat(tasklist.queues()).containsExactlyInAnyOrder("My tasks", "Quotes to approve");
        tasklist.choose("Quotes to approve");
        chrome.see(Tasklist.task(quoteNumber()));
        assertThat(tasklist.tasks()).isNotEmpty().doesNotContain(pick).allMatch(name -> name.startsWith("Approve"));
    }

    @Test
    void decidesOnOneScreen() {
        Tasklist tasklist = new Tasklist(chrome.signIn(port, "meera")).open().choose("Quotes to approve");
        tasklist.select(quoteNumber());
        tasklist.mayNotComplete();
        chrome.picture("tasklist-approval-unclaimed");
        String form = chrome.text(By.cssSelector("form.tradeflow"));
        assertThat(form)
                .contains(quoteNumber(), "Sabarmati", "CP-010-CI", "Discount", "Margin", "Why it needs your approval");

        tasklist.claim();
        tasklist.mayNotComplete();
        choose("REJECTED");
        tasklist.mayNotComplete();
        chrome.click(By.name("comment"));
        chrome.script("document.activeElement.blur()");
        assertThat(chrome.text(By.cssSelector(".tradeflow .tf-error:not([hidden])")))
                .contains("Say why");
        chrome.picture("tasklist-approval-rejected-without-comment");

        choose("APPROVED");
        tasklist.type("comment", "In line with the agreement of last year");
        chrome.picture("tasklist-approval-decided");
        tasklist.complete();

        deal.goOn();
        while (deal.stage().equals("IN_APPROVAL")) {
            deal.approve(deal.hasTask("meera", "approval/decide") ? "meera" : "vikram");
        }
        deal.isAt("WITH_BUYER");
    }

    @Test
    void isToldInWordsWhenSomebodyWasQuicker() {
        Tasklist tasklist = new Tasklist(chrome.signIn(port, "meera")).open().choose("Quotes to approve");
        tasklist.select(quoteNumber()).claim();
        choose("APPROVED");
        String id = deal.task("meera", "approval/decide").path("id").asText();
        deal.as("meera")
                .post("/tasks/" + id + "/completion", Map.of("variables", Map.of("decision", "APPROVED")))
                .with(204);

        tasklist.pressComplete();

        assertThat(chrome.text(Tasklist.TOAST))
                .contains("does not exist anymore")
                .doesNotContain("Exception", id);
        chrome.picture("tasklist-approval-too-late");
    }

    @Test
    void signingOutInTasklistEndsTheSession() {
        new Tasklist(chrome.signIn(port, "meera")).open();
        chrome.click(By.cssSelector(".account > a"));
        chrome.picture("tasklist-account-menu");
        chrome.click(By.cssSelector(".logout a"));
        chrome.see(By.id("username"));
        chrome.open("/desk");
        chrome.see(By.id("username"));
        chrome.open("/camunda/app/tasklist/default/");
        chrome.see(By.id("username"));
    }

    private String quoteNumber() {
        return deal.quote().path("number").asText();
    }

    private void choose(String decision) {
        chrome.click(By.cssSelector("input[name=decision][value=" + decision + "]"));
    }
}
