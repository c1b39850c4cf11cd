package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders in two shipments under one invoice: by the week, when the evening's run bills what left on challans, and in lots. */
@TradeflowTest
class InvoiceRunJourneyTest {

    private static final String SCARCE = "GV-200-CI";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Test
    void twoShipmentsOfAWeekGetOneInvoice() {
        Deal deal = orderedInTwoParts("WEEKLY");
        String order = deal.order().path("number").asText();

        deal.ship().goesFirst();
        arrive("2");
        deal.goOn().ship();
        assertThat(deal.shipments()).hasSize(2);
        assertThat(deal.invoices()).as("the goods left on challans").isEmpty();
        assertThat(kinds(deal)).filteredOn("DELIVERY_CHALLAN"::equals).hasSize(2);
        // as if they had left in the week before
        jdbc.sql("update shipment_billing set decided_at = decided_at - interval '8 days' where order_number = :order")
                .param("order", order)
                .update();
        anEvening();

        JsonNode invoice = deal.goOn().invoices().path(0);
        assertThat(deal.invoices()).hasSize(1);
        assertThat(invoice.at("/totals/grandTotal").decimalValue())
                .isEqualByComparingTo(deal.order().path("grandTotal").decimalValue());
        assertThat(kinds(deal)).filteredOn("TAX_INVOICE"::equals).hasSize(1);
        anEvening();
        assertThat(deal.goOn().invoices()).as("billed once").hasSize(1);
    }

    /** CGST rule 55(5): the invoice of the whole before the first lot leaves, a challan that quotes it for each later one. */
    @Test
    void lotsGoUnderOneInvoice() {
        Deal deal = orderedInTwoParts("LOTS");
        String first = shipment(deal, 0);
        JsonNode invoice = deal.ship().goesFirst().invoices().path(0);

        assertThat(invoice.at("/totals/grandTotal").decimalValue())
                .isEqualByComparingTo(deal.order().path("grandTotal").decimalValue());
        JsonNode ofFirst = ewayBill(deal, first);
        assertThat(ofFirst.path("docNo").asText())
                .isEqualTo(invoice.path("number").asText());
        assertThat(ofFirst.path("subSupplyType").intValue()).as("lots").isEqualTo(9);

        arrive("2");
        deal.goOn().ship();
        assertThat(deal.invoices()).as("the second lot is in it").hasSize(1);
        JsonNode challan = deal.buyer().get("/shipments/" + shipment(deal, 1) + "/delivery-challan");
        assertThat(ewayBill(deal, shipment(deal, 1)).path("docNo")).isEqualTo(challan.path("number"));
        assertThat(ewayBill(deal, shipment(deal, 1)).path("subSupplyType").intValue())
                .isEqualTo(9);
    }

    private static String shipment(Deal deal, int index) {
        return deal.shipments().path(index).path("number").asText();
    }

    private static JsonNode ewayBill(Deal deal, String shipment) {
        return deal.as("ravi").get("/shipments/" + shipment + "/eway-bill.json");
    }

    /** More than there is of the first goods, so it comes in two shipments. */
    private Deal orderedInTwoParts(String scheduleWish) {
        Api api = new Api(port, "asha");
        BigDecimal there =
                api.as("ravi").get("/stock?sku=" + SCARCE).path("available").decimalValue();
        Deal deal = Deal.inquire(
                api,
                jobs,
                "priya@sahyadri-agro.example",
                SCARCE,
                there.add(new BigDecimal("2")).toPlainString(),
                "GK-080-EP",
                "20");
        for (String approver : List.of("tara", "meera", "vikram")) {
            while (deal.hasTask(approver, "approval/decide")) {
                deal.approve(approver);
            }
        }
        deal.accept();
        deal.as("farid")
                .put(
                        "/orders/" + deal.order().path("number").asText() + "/invoice-terms",
                        Map.of("reverseCharge", false, "scheduleWish", scheduleWish))
                .with(200);
        return deal;
    }

    private static List<String> kinds(Deal deal) {
        return deal.documents().findValuesAsText("kind");
    }

    private void arrive(String quantity) {
        new Api(port, "ravi")
                .post(
                        "/stock-receipts",
                        Map.of(
                                "reference",
                                "GRN-" + UUID.randomUUID().toString().substring(0, 8),
                                "warehouseCode",
                                "PUN",
                                "lines",
                                List.of(Map.of("sku", SCARCE, "quantity", new BigDecimal(quantity), "bin", "RCV-01"))))
                .with(201);
    }

    /** The timer of the run, and what it makes due. */
    private void anEvening() {
        management.executeJob(management
                .createJobQuery()
                .timers()
                .processDefinitionKey("invoice-run")
                .singleResult()
                .getId());
        for (int step = 0; step < 50; step++) {
            List<Job> due = new java.util.ArrayList<>();
            for (String process : List.of("invoice-run", "invoicing")) {
                due.addAll(management
                        .createJobQuery()
                        .processDefinitionKey(process)
                        .executable()
                        .list());
            }
            if (due.isEmpty()) {
                return;
            }
            management.executeJob(due.get(0).getId());
        }
    }
}
