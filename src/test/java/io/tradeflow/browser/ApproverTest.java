package io.tradeflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import io.tradeflow.journey.DemoSkus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
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

    @Autowired
    TestClock clock;

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

        assertThat(tasklist.queues())
                .containsExactlyInAnyOrder(
                        "My tasks", "Open to me", "Quotes to approve", "Notes to approve", "Overdue", "Due today");
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
                .contains(
                        quoteNumber(),
                        "Sabarmati",
                        "CP-010-CI",
                        "Discount",
                        "Margin",
                        "Your approval: Discount",
                        "More than 10 % off",
                        "Credit");

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
    void isToldWhoWasQuickerAndNothingIsSent() {
        Tasklist tasklist = new Tasklist(chrome.signIn(port, "meera")).open().choose("Quotes to approve");
        tasklist.select(quoteNumber()).claim();
        choose("APPROVED");
        String id = deal.task("meera", "approval/decide").path("id").asText();
        Map<String, Object> sentBack = Map.of("decision", "SENT_BACK", "comment", "Ask for 10 pieces");
        deal.as("meera")
                .post("/tasks/" + id + "/completion", Map.of("variables", sentBack))
                .with(204);

        tasklist.pressComplete();

        assertThat(chrome.text(By.cssSelector(".tradeflow .tf-decided")))
                .contains("Meera Kulkarni has sent it back", "Ask for 10 pieces", "Nothing is left for you to do");
        chrome.see(By.linkText("Open deal " + deal.number()));
        assertThat(chrome.texts(Tasklist.TOAST)).isEmpty();
        chrome.picture("tasklist-approval-too-late");
    }

    @Test
    void decidesWithTheKeyboardAlone() {
        Tasklist tasklist = new Tasklist(chrome.signIn(port, "meera")).open().choose("Quotes to approve");
        tasklist.select(quoteNumber());

        chrome.press(Keys.ENTER);
        chrome.press("b");
        chrome.press(Keys.ENTER);
        assertThat(deal.hasTask("meera", "approval/decide")).isTrue();
        chrome.press("c");
        chrome.press("A bit more volume, please");
        chrome.press(Keys.chord(Keys.CONTROL, Keys.ENTER));

        chrome.notSee(By.cssSelector(".tradeflow .tf-head"));
        assertThat(deal.as("asha")
                        .get("/approvals?subject=" + quoteNumber())
                        .path(0)
                        .path("outcome")
                        .asText())
                .isEqualTo("SENT_BACK");
    }

    @Test
    void seesThreeLinesWithTheirStockReasonsAndWhatChanged() {
        var inquiry = Deal.inquiry("SABARMATI-TRADERS", "CP-010-CI", "3", "BV-025-SS", "50", "ES-100-250-CI", "1")
                .put("neededBy", LocalDate.now(clock).plusDays(8).toString());
        Api api = new Api(port, "asha");
        String number = api.as(HETAL)
                .post("/inquiries", inquiry)
                .with(201)
                .json()
                .path("number")
                .asText();
        jobs.runDue(number);
        String task = null;
        for (JsonNode open : api.as("meera").get("/tasks?deal=" + number)) {
            task = open.path("id").asText();
        }

        Tasklist tasklist = new Tasklist(chrome.signIn(port, "meera")).open();
        tasklist.openTask(task);
        tasklist.claim();
        chrome.press("w");
        chrome.click(By.cssSelector(".tf-lines tbody tr:nth-child(2) details summary"));
        chrome.see(By.cssSelector(".tf-trace-winner"));

        assertThat(chrome.text(By.cssSelector("form.tradeflow")))
                .contains("3 lines", "1 short on", "in stock on", "1 of 3 not in stock in full when promised");
        assertThat(chrome.text(By.cssSelector(".tf-trace"))).isNotBlank();
        chrome.picture("tasklist-approval-3-lines");
        chrome.script("document.querySelector('.tf-lines').scrollTop = 1e6");
        assertThat((Boolean) chrome.script(
                        "const total = document.querySelector('.tf-lines tfoot tr').getBoundingClientRect();"
                                + " const bar = document.querySelector('.tf-decision').getBoundingClientRect();"
                                + " return total.bottom <= bar.top + 1"))
                .as("the decision does not cover the totals")
                .isTrue();
    }

    @Test
    void handsADecisionToTheDirectorOnTheDealsPage() {
        chrome.signIn(port, "meera");
        chrome.open("/desk/deals/" + deal.number());
        chrome.click(By.linkText("Hand to somebody else"));
        chrome.see(By.id("reason"));
        chrome.picture("desk-reassign");
        chrome.script("document.getElementById('userId').value = 'vikram'");
        chrome.type(By.id("reason"), "On the road until Friday");
        chrome.click(By.xpath("//button[.='Hand over']"));
        chrome.until(browser -> browser.getPageSource().contains("Vikram Rao has it now"));
        chrome.picture("desk-deal-reassigned");
        chrome.open("/desk/approvals");
        assertThat(chrome.text(By.tagName("main"))).contains(deal.number(), "Vikram Rao");
        chrome.picture("desk-open-approvals");
        assertThat(deal.task("vikram", "approval/decide").path("assignee").asText())
                .isEqualTo("vikram");
    }

    @Test
    void decidesOnTwoHundredLines() {
        Deal large = Deal.inquire(new Api(port, "asha"), jobs, HETAL, twoHundredLines());
        String approver = large.hasTask("meera", "approval/decide") ? "meera" : "vikram";
        String number = large.quote().path("number").asText();

        Tasklist tasklist = new Tasklist(chrome.signIn(port, approver)).open();
        tasklist.openTask(large.task(approver, "approval/decide").path("id").asText());

        assertThat(chrome.text(By.cssSelector("form.tradeflow"))).contains(number, "200 lines", "need approval");
        List<?> widths = (List<?>) chrome.script("const form = document.querySelector('form.tradeflow');"
                + "return [form.scrollWidth, form.clientWidth, document.querySelectorAll('.tf-lines tbody tr').length,"
                + " document.querySelectorAll('.tf-lines tbody tr:not([hidden])').length]");
        assertThat(((Number) widths.get(0)).intValue()).isLessThanOrEqualTo(((Number) widths.get(1)).intValue());
        assertThat(((Number) widths.get(2)).intValue()).isEqualTo(200);
        assertThat(((Number) widths.get(3)).intValue()).isLessThan(200);
        chrome.picture("tasklist-approval-200-lines");

        chrome.press("a");
        chrome.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
        chrome.notSee(By.cssSelector(".tradeflow .tf-head"));
        large.goOn();
        assertThat(large.hasTask(approver, "approval/decide")).isFalse();
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

    /** SKU and quantity of 200 products in turn, among them one on which the buyer has a large discount. */
    private String[] twoHundredLines() {
        List<String> lines = new ArrayList<>(List.of("CP-010-CI", "3"));
        for (int page = 0; lines.size() < 400; page++) {
            for (JsonNode product : new Api(port, HETAL).get("/products?size=100&page=" + page)) {
                if (lines.size() < 400 && isOnSale(product)) {
                    lines.add(product.path("sku").asText());
                    lines.add(product.path("minimumOrderQuantity").asText("1"));
                }
            }
        }
        return lines.toArray(String[]::new);
    }

    private static boolean isOnSale(JsonNode product) {
        String sku = product.path("sku").asText();
        return !sku.equals("CP-010-CI")
                && DemoSkus.all().contains(sku)
                && product.path("status").asText("ACTIVE").equals("ACTIVE");
    }

    private String quoteNumber() {
        return deal.quote().path("number").asText();
    }

    private void choose(String decision) {
        chrome.click(By.cssSelector("input[name=decision][value=" + decision + "]"));
    }
}
