package io.tradeflow.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import io.tradeflow.notification.SentMails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A mail that cannot be delivered becomes an incident, which operations find in Cockpit and end there. */
@TradeflowTest
class OperationsTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";

    @RegisterExtension
    static final Chrome chrome = new Chrome();

    @LocalServerPort
    int port;

    @Value("${tradeflow.mail.folder}")
    Path folder;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    SentMails mails;

    private Path away;

    @BeforeEach
    void namePlaceForTheFolder() {
        away = folder.resolveSibling(folder.getFileName() + "-away");
    }

    @AfterEach
    void mendTheFolder() throws IOException {
        if (Files.isRegularFile(folder)) {
            Files.delete(folder);
        }
        if (Files.exists(away)) {
            Files.move(away, folder);
        }
    }

    @Test
    void retriesInCockpitWhatCouldNotBeDelivered() throws IOException {
        Deal deal = Deal.inquire(new Api(port, "asha"), jobs, PRIYA, "CP-010-CI", "1");
        deal.accept();
        putAFileInTheFoldersPlace();
        deal.pickAll(shipment(deal)).inspect();
        assertThatThrownBy(deal::pack).hasMessageContaining("Mail folder");
        String instance = instance(deal);
        Job job = exhaust(instance);

        chrome.signIn(port, "omkar");
        chrome.openAnew("/camunda/app/cockpit/default/#/processes");
        chrome.see(By.linkText("Mail delivery"));
        chrome.picture("cockpit-processes");
        chrome.click(By.linkText("Mail delivery"));
        chrome.click(By.xpath(
                "//tr[td[normalize-space(.)='" + deal.number() + "']]//a[contains(@href,'" + instance + "')]"));
        chrome.click(By.linkText("Incidents"));
        assertThat(chrome.text(By.cssSelector("incidents-tab"))).contains("Mail folder", "Tax invoice");
        chrome.picture("cockpit-incident");

        mendTheFolder();
        chrome.click(By.cssSelector("incidents-tab .glyphicon-repeat"));
        chrome.click(By.cssSelector("[ng-click='incrementRetry()']"));
        chrome.until(browser ->
                management.createJobQuery().jobId(job.getId()).singleResult().getRetries() > 0);
        assertThat(management.createJobQuery().jobId(job.getId()).singleResult().getRetries())
                .isPositive();
        // Cockpit keeps the time of the next try unless another is chosen.
        clock.advance(Duration.ofMinutes(31));
        jobs.runDue(deal.number());

        assertThat(runtime.createIncidentQuery().processInstanceId(instance).count())
                .isZero();
        assertThat(mails.ofDeal(deal.number())).allMatch(mail -> mail.isSent());
    }

    private void putAFileInTheFoldersPlace() throws IOException {
        Files.move(folder, away);
        Files.createFile(folder);
    }

    private static String shipment(Deal deal) {
        return deal.task("ravi", "fulfilment/pick")
                .path("references")
                .path("shipmentNumber")
                .asText();
    }

    private String instance(Deal deal) {
        return management.createJobQuery().withException().processDefinitionKey("mail-delivery").list().stream()
                .map(Job::getProcessInstanceId)
                .filter(id -> runtime.createProcessInstanceQuery()
                                .processInstanceId(id)
                                .processInstanceBusinessKey(deal.number())
                                .count()
                        == 1)
                .findFirst()
                .orElseThrow();
    }

    /** Tries as often as the model says, each time after the longest wait it prescribes. */
    private Job exhaust(String instance) {
        Job job = job(instance);
        while (job.getRetries() > 0) {
            clock.advance(Duration.ofMinutes(31));
            String id = job.getId();
            assertThatThrownBy(() -> management.executeJob(id)).hasMessageContaining("Mail folder");
            job = job(instance);
        }
        return job;
    }

    private Job job(String instance) {
        return management.createJobQuery().processInstanceId(instance).singleResult();
    }
}
