package io.tradeflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Finance makes the month's files for the tax office and the accountant, and takes them away. */
@TradeflowTest
class AccountsTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";

    @RegisterExtension
    static final Chrome chrome = new Chrome();

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Test
    void theReturnTheRegisterAndTheJournalAreTakenAsFiles() throws IOException {
        Deal deal = Deal.inquire(new Api(port, "asha"), jobs, PRIYA, "CP-010-CI", "2");
        deal.accept().ship().payAll();
        JsonNode invoice = deal.invoices().path(0);
        String number = invoice.path("number").asText();

        chrome.signIn(port, "farid");
        chrome.open("/desk/accounts/gstr-1?gstin=" + invoice.path("sellerGstin").asText());
        assertThat(chrome.text(By.tagName("main"))).contains("Every table agrees with its documents");
        chrome.picture("accounts-gstr-1");
        chrome.click(By.cssSelector("a[aria-label='CSV of table B2B']"));
        assertThat(read(".*-B2B\\.csv")).contains(number);
        chrome.click(By.linkText("JSON for the offline tool"));
        assertThat(read("GSTR1-.*\\.json")).contains("\"inum\" : \"" + number + "\"");
        chrome.click(By.linkText("All tables as ZIP"));
        try (ZipFile zip = new ZipFile(file("GSTR1-.*\\.zip").toFile())) {
            assertThat(zip.getEntry("b2b.csv")).isNotNull();
        }
        chrome.click(By.cssSelector("a[href*='/gstr-1/B2B?']"));
        assertThat(chrome.text(By.tagName("main"))).contains(number);
        chrome.picture("accounts-gstr-1-b2b");

        chrome.open("/desk/accounts/register");
        chrome.picture("accounts-register");
        assertThat(chrome.text(By.tagName("main"))).contains(number, "All rows of the period, in INR");
        chrome.click(By.cssSelector("a[href*='/sales-register.csv?']"));
        assertThat(read("sales-register-.*\\.csv")).contains(number, deal.number());

        chrome.open("/desk/accounts/journal");
        chrome.picture("accounts-journal");
        chrome.click(By.xpath("//button[starts-with(normalize-space(), 'Hand over ')]"));
        chrome.until(browser -> !browser.getPageSource().contains(">Hand over "));
        chrome.picture("accounts-journal-file");
        chrome.open("/desk/accounts/journal");
        assertThat(chrome.text(By.tagName("main"))).contains("Nothing is left to hand over");
        chrome.click(By.cssSelector("a[aria-label^='CSV of file']"));
        assertThat(read("journal-.*\\.csv")).contains(number);

        chrome.narrow();
        for (String page : new String[] {"gstr-1", "register", "journal", "ledger"}) {
            chrome.open("/desk/accounts/" + page);
            chrome.picture("accounts-" + page + "-390");
            assertThat((Long) chrome.script("return document.documentElement.scrollWidth"))
                    .as(page)
                    .isLessThanOrEqualTo(390);
        }
    }

    private static String read(String name) throws IOException {
        return Files.readString(file(name), StandardCharsets.UTF_8);
    }

    /** Once it is there as a whole. */
    private static Path file(String name) {
        return chrome.until(browser -> {
            try (var files = Files.list(Chrome.downloads())) {
                return files.filter(file -> file.getFileName().toString().matches(name))
                        .findFirst()
                        .orElse(null);
            } catch (IOException notYet) {
                return null;
            }
        });
    }
}
