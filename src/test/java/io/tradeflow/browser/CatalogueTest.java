package io.tradeflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.TradeflowTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The same catalogue in the hands of two buyers: other products, other prices. */
@TradeflowTest
class CatalogueTest {

    private static final String TRADER = "sunil@sahyadri-agro.example";
    private static final String MAKER = "senthil@kaveri-process.example";
    private static final By PRICE = By.cssSelector(".product .price");

    @RegisterExtension
    static final Chrome chrome = new Chrome();

    @LocalServerPort
    int port;

    @Test
    void twoBuyersSeeTheirOwnCatalogue() {
        chrome.signIn(port, TRADER);
        chrome.open("/portal/catalogue");
        chrome.type(By.id("q"), "relief");
        chrome.until(browser -> chrome.text(By.id("found")).contains("Nothing matches"));
        chrome.open("/portal/catalogue/product?sku=SV-025");
        assertThat(chrome.text(By.tagName("body"))).contains("not found").doesNotContain("relief");
        chrome.open("/portal/catalogue/product?sku=CP-010-CI");
        String tradersPrice = chrome.text(PRICE);
        chrome.picture("portal-product-trader");

        chrome.forgetSignIn();
        chrome.signIn(port, MAKER);
        chrome.open("/portal/catalogue?q=relief");
        assertThat(chrome.text(By.id("found"))).contains("Safety relief valve", "SV-025");
        chrome.picture("portal-catalogue-maker");
        chrome.open("/portal/catalogue/product?sku=CP-010-CI");
        assertThat(chrome.text(PRICE)).isNotEqualTo(tradersPrice);
    }

    @Test
    void whoKeepsTheCatalogueFindsChangesAndIsToldWhatIsWrong() {
        chrome.signIn(port, "meera");
        chrome.open("/desk/products?q=ball+vlave");
        assertThat(chrome.text(By.tagName("main"))).contains("Ball valve");
        chrome.picture("desk-products");
        chrome.open("/desk/products/product?sku=BV-040-BR");
        assertThat(chrome.text(By.tagName("main"))).contains("BV-040-BR", "BOX");
        chrome.picture("desk-product");
        chrome.open("/desk/products/edit?sku=BV-040-BR");
        chrome.type(By.name("hsn"), "12");
        chrome.click(By.xpath("//main//button[@type='submit']"));
        chrome.until(browser -> chrome.text(By.tagName("main")).contains("is no HSN code"));
        chrome.picture("desk-product-refused");
        chrome.open("/desk/visibility?as=KAVERI-PROCESS&q=relief");
        assertThat(chrome.text(By.tagName("main"))).contains("SV-025");
        chrome.picture("desk-visibility");
    }

    @Test
    void variantsInBoxesGoOntoTheListAndBecomeAnInquiryOnATelephone() {
        chrome.narrow();
        chrome.signIn(port, TRADER);
        chrome.open("/portal/catalogue/product?sku=BV-040-BR");
        chrome.type(By.cssSelector("[aria-label='Quantity of BV-040-BR']"), "3");
        chrome.type(By.cssSelector("[aria-label='Quantity of BV-050-BR']"), "2 BOX");
        chrome.click(By.xpath("//button[.='Put on the request list']"));
        chrome.until(browser -> chrome.text(By.tagName("main")).contains("The minimum order is 10 NOS"));
        chrome.type(By.cssSelector("[aria-label='Quantity of BV-040-BR']"), "20");
        chrome.click(By.xpath("//button[.='Put on the request list']"));
        chrome.until(browser -> chrome.text(By.tagName("main")).contains("2 lines are on your request list"));

        chrome.open("/portal/request-list");
        assertThat(chrome.text(By.tagName("main"))).contains("BV-050-BR", "20 NOS");
        assertThat((Long) chrome.script("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        chrome.picture("portal-request-list-390");
        chrome.click(By.xpath("//button[.='Request a quote']"));
        chrome.until(browser -> browser.getCurrentUrl().contains("/portal/deals/INQ-"));
        chrome.open("/portal/request-list");
        assertThat(chrome.text(By.tagName("main"))).contains("Nothing on it yet");
    }
}
