package io.tradeflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.TimeoutException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages on which a house is filled: files of master data, company, branches and warehouses. */
@TradeflowTest
class SetupAndImportsTest {

    private static final By MAIN = By.tagName("main");

    @RegisterExtension
    static final Chrome chrome = new Chrome();

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @TempDir
    Path folder;

    @Test
    void aBadFileIsMendedAndBroughtIn() throws IOException {
        chrome.signIn(port, "meera");
        upload(
                "bad.csv",
                "sku,name,family,hsn,cost\nW-NEW-1,Window valve,Windows,84818030,10\nw new,Bad,Windows,84,x\n");
        chrome.until(browser -> chrome.text(MAIN).contains("Nothing of the file has come in"));
        assertThat(chrome.text(MAIN)).contains("is no number: write it as 1250.50", "Line", "cost");
        chrome.picture("desk-import-refused");

        upload("good.csv", "sku,name,family,hsn,cost\nW-NEW-1,Window valve,Windows,84818030,10\n");
        chrome.until(browser -> chrome.text(MAIN).contains("See what the file would do"));
        chrome.click(By.xpath("//button[.='Bring all rows in']"));
        // the click may reach the program after the first look for jobs
        chrome.until(browser -> {
            runJobs();
            return chrome.text(MAIN).contains("All rows have come in");
        });

        upload("change.csv", "sku,cost\nW-NEW-1,12.50\n");
        chrome.until(browser -> chrome.text(MAIN).contains("What it would change"));
        assertThat(chrome.texts(By.cssSelector("table tbody td")))
                .containsSubsequence("2", "W-NEW-1", "cost", "10", "12.5");
        chrome.picture("desk-import-preview");
        chrome.click(By.xpath("//button[.='Give the file up']"));
        chrome.until(browser -> chrome.text(MAIN).contains("Nothing of the file comes in"));
        chrome.picture("desk-imports");
    }

    @Test
    void aFileUnderWayIsStopped() throws IOException {
        chrome.signIn(port, "meera");
        choose("stopped.csv", "sku,cost\nCP-010-CI,1\n");
        chrome.click(By.xpath("//button[.='Stop']"));
        chrome.until(browser -> chrome.text(MAIN).contains("wants it to stop"));
        runJobs();
        chrome.until(browser -> chrome.text(MAIN).contains("stopped it. Nothing of the file has come in."));
    }

    @Test
    void theChecklistLeadsToWhatIsThereAndAWrongFieldKeepsWhatWasTyped() {
        chrome.signIn(port, "admin");
        chrome.open("/desk/setup");
        assertThat(chrome.text(By.id("checklist"))).contains("Deccan Flow Controls Private Limited", "Pune works");
        chrome.picture("desk-setup");
        chrome.open("/desk/setup/branches/MH");
        chrome.type(By.name("gstin"), "27AAZCD0001F1ZW");
        chrome.type(By.name("name"), "Pune works and yard");
        chrome.click(By.xpath("//button[.='Keep']"));
        assertThat(chrome.text(By.cssSelector(".field.wrong .error"))).contains("probably a typing error");
        assertThat(chrome.see(By.name("name")).getDomProperty("value")).isEqualTo("Pune works and yard");
        chrome.picture("desk-setup-branch-refused");
        chrome.type(By.name("gstin"), "27AAZCD0001F1ZV");
        chrome.type(By.name("name"), "Pune works");
        chrome.click(By.xpath("//button[.='Keep']"));
        chrome.until(browser -> chrome.text(MAIN).contains("Branch Pune works is kept."));

        chrome.narrow();
        for (String page : new String[] {"", "/company", "/branches/new", "/warehouses/PUN"}) {
            chrome.open("/desk/setup" + page);
            fitsNarrow(page);
        }
        chrome.open("/desk/gst-rates");
        fitsNarrow("gst-rates");
    }

    /** Once the page is laid out anew: the window may still be the wide one when it is there. */
    private void fitsNarrow(String page) {
        try {
            chrome.until(browser -> (Long) chrome.script("return document.documentElement.scrollWidth") <= 390);
        } catch (TimeoutException wide) {
            throw new AssertionError(page + " is wider than 390 px", wide);
        }
    }

    @Test
    void othersDoNotSetUp() {
        chrome.signIn(port, "asha");
        chrome.open("/desk");
        assertThat(chrome.driver().findElements(By.cssSelector("nav a[href$='/desk/setup']")))
                .isEmpty();
        assertThat(chrome.driver().findElements(By.cssSelector("nav a[href$='/desk/absence']")))
                .hasSize(1);
        chrome.open("/desk/setup");
        assertThat(chrome.text(By.tagName("body"))).contains("kept by administrators and directors");
    }

    private void upload(String name, String text) throws IOException {
        choose(name, text);
        runJobs();
    }

    private void choose(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        chrome.open("/desk/imports?kind=products");
        chrome.see(By.name("file")).sendKeys(file.toString());
        chrome.click(By.xpath("//button[.='Upload and check']"));
        chrome.until(browser -> browser.getCurrentUrl().matches(".*/desk/imports/\\d+"));
    }

    private void runJobs() {
        String url = chrome.driver().getCurrentUrl();
        String id = url.substring(url.lastIndexOf('/') + 1);
        jobs.runDue("IMPORT-" + id);
    }
}
