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

/** A shipment goes through the hands of warehouse and quality, in Tasklist alone. */
@TradeflowTest
class WarehouseTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";

    @RegisterExtension
    static final Chrome chrome = new Chrome();

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Test
    void picksInspectsPacksAndHandsOver() {
        Deal deal = Deal.inquire(new Api(port, "asha"), jobs, PRIYA, "CP-010-CI", "4", "HS-050-PVC", "100")
                .accept();
        String shipment = deal.task("ravi", "fulfilment/pick")
                .path("references")
                .path("shipmentNumber")
                .asText();
        Tasklist tasklist = new Tasklist(chrome);

        chrome.signIn(port, "ravi");
        tasklist.open().choose("Warehouse work").select(shipment).claim();
        assertThat(chrome.text(By.cssSelector("form.tradeflow"))).contains("CP-010-CI", "HS-050-PVC", "Bin");
        tasklist.type("picked[1]", "99999").mayNotComplete().type("picked[1]", "4");
        tasklist.picture("tasklist-pick").complete();
        deal.goOn();

        chrome.signIn(port, "lata");
        tasklist.open().choose("Goods to inspect").select(shipment).claim();
        tasklist.type("rejected[1]", "1").mayNotComplete();
        tasklist.type("remark", "One casing is cracked")
                .picture("tasklist-inspect")
                .complete();
        deal.goOn();

        chrome.signIn(port, "tara");
        tasklist.open().choose("Shortages to decide").select(shipment).claim().mayNotComplete();
        assertThat(chrome.text(By.cssSelector("form.tradeflow")))
                .contains("25 % of a line", "Other goods of it are free");
        chrome.click(By.cssSelector("input[value=SPLIT]"));
        tasklist.picture("tasklist-short-pick").complete();
        deal.goOn();

        chrome.signIn(port, "ravi");
        tasklist.open().choose("Warehouse work").select(shipment).claim().mayNotComplete();
        tasklist.type("packages", "2").type("grossWeightKg", "61,5x").mayNotComplete();
        tasklist.type("grossWeightKg", "61.5").picture("tasklist-pack").complete();
        deal.goOn();

        tasklist.open().choose("Warehouse work").select(shipment).claim().mayNotComplete();
        tasklist.type("carrier", "Deccan Roadways").type("vehicleNumber", "mh 12 ab 1234");
        tasklist.picture("tasklist-hand-over").complete();
        deal.goOn();

        assertThat(deal.as("ravi").get("/shipments/" + shipment).path("status").asText())
                .isEqualTo("DISPATCHED");
        assertThat(deal.invoices()).hasSize(1);
    }
}
