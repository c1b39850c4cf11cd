package io.tradeflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A buyer with a telephone in the hand. */
@TradeflowTest
class BuyerTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";

    @RegisterExtension
    static final Chrome chrome = new Chrome();

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Test
    void readsTheQuoteAndAcceptsItOnATelephone() throws IOException {
        Deal deal = Deal.inquire(new Api(port, "asha"), jobs, PRIYA, "CP-010-CI", "2", "HS-050-PVC", "50");
        String quote = deal.quote().path("number").asText();
        chrome.narrow();
        chrome.signIn(port, PRIYA);
        chrome.picture("portal-deals-390");
        fitsTheScreen();
        chrome.click(By.linkText(deal.number()));
        chrome.see(By.id("po"));
        chrome.picture("portal-quote-390");
        fitsTheScreen();

        chrome.click(By.partialLinkText(quote));
        Path pdf = chrome.until(browser -> downloaded(quote));
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf))) {
            assertThat(new PDFTextStripper().getText(document)).contains(quote, "Sahyadri");
        }

        chrome.type(By.id("po"), "PO/4711");
        chrome.click(By.xpath("//button[.='Accept and order']"));
        chrome.until(browser -> browser.findElements(By.id("po")).isEmpty());
        deal.goOn().isAt("IN_FULFILMENT");
        chrome.open("/portal/deals/" + deal.number());
        assertThat(chrome.text(By.tagName("main"))).contains("PO/4711");
        chrome.picture("portal-ordered-390");
        fitsTheScreen();
    }

    @Test
    void neverGetsToTheDeskOrTheEngine() {
        chrome.signIn(port, PRIYA);
        for (String path :
                new String[] {"/desk", "/desk/stock", "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/"
                }) {
            chrome.open(path);
            assertThat(chrome.text(By.tagName("body")))
                    .as(path)
                    .doesNotContain("New inquiry", "Whitelabel", "Exception")
                    .containsIgnoringCase("not");
            assertThat(chrome.script("return performance.getEntriesByType('navigation')[0].responseStatus"))
                    .as(path)
                    .isEqualTo(403L);
        }
        chrome.picture("portal-refused");
    }

    private void fitsTheScreen() {
        assertThat((Long) chrome.script("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    /** The document once it is there as a whole. */
    private Path downloaded(String number) {
        try (var files = Files.list(Chrome.downloads())) {
            return files.filter(file -> file.getFileName().toString().matches(number + ".*\\.pdf"))
                    .filter(BuyerTest::isPdf)
                    .findFirst()
                    .orElse(null);
        } catch (IOException notYet) {
            return null;
        }
    }

    private static boolean isPdf(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            return text.startsWith("%PDF-") && text.stripTrailing().endsWith("%%EOF");
        } catch (IOException notYet) {
            return false;
        }
    }
}
