package io.tradeflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import io.tradeflow.journey.Deal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Stock as staff, buyers and waiting orders meet it in the running program. */
@TradeflowTest
class StockOverHttpTest {

    private static final String NEVER_IN_STOCK = "ES-100-250-CI";
    private static final String PRIYA = "priya@sahyadri-agro.example";

    @LocalServerPort
    private int port;

    @Autowired
    private EngineJobs jobs;

    @Autowired
    private Stock stock;

    @Test
    void buyersSeeHowMuchAndStaffAlsoSeeWhere() {
        JsonNode forStaff = api("ravi").get("/stock?sku=CP-005-CI");
        JsonNode forBuyer = api(PRIYA).get("/stock?sku=CP-005-CI");

        assertThat(forBuyer.path("available").decimalValue())
                .isEqualByComparingTo(forStaff.path("available").decimalValue());
        assertThat(forBuyer.path("unit").asText()).isEqualTo("NOS");
        assertThat(forBuyer.has("balances")).isFalse();
        assertThat(forStaff.path("balances").findValuesAsText("bin")).isNotEmpty();
        api(PRIYA).tryGet("/stock?sku=NO-SUCH").with(404);
    }

    @Test
    void goodsAreBookedInByTheWarehouseOnceAndCheckedWhole() {
        Map<String, Object> receipt = receipt("CP-005-CI", "3");
        BigDecimal before = available("CP-005-CI");

        api("asha").post("/stock-receipts", receipt).with(403);
        api(PRIYA).post("/stock-receipts", receipt).with(403);
        api("ravi").post("/stock-receipts", receipt).with(201);
        api("ravi").post("/stock-receipts", receipt).with(201);

        assertThat(available("CP-005-CI").subtract(before)).isEqualByComparingTo("3");
        JsonNode problem = api("tara")
                .post("/stock-receipts", receipt("NO-SUCH", "1.0000001"))
                .with(422)
                .json();
        assertThat(problem.path("violations").findValuesAsText("field"))
                .containsExactly("lines[0].sku", "lines[0].quantity");
    }

    @Test
    void anOrderWaitsForStockAndGoesOnInTwoShipmentsAsItArrives() {
        Deal deal = Deal.inquire(api("asha"), jobs, PRIYA, NEVER_IN_STOCK, "3");
        for (String approver : List.of("tara", "meera", "vikram")) {
            while (deal.hasTask(approver, "approval/decide")) {
                deal.approve(approver);
            }
        }
        deal.accept();
        assertThat(deal.stage()).isEqualTo("AWAITING_STOCK");
        deal.goesFirst();

        api("ravi").post("/stock-receipts", receipt(NEVER_IN_STOCK, "2")).with(201);
        deal.goOn();
        assertThat(deal.stage()).isEqualTo("IN_FULFILMENT");
        deal.ship();
        assertThat(deal.stage()).isEqualTo("AWAITING_STOCK");

        api("ravi").post("/stock-receipts", receipt(NEVER_IN_STOCK, "1")).with(201);
        deal.goOn().ship();

        assertThat(deal.shipments().findValuesAsText("status")).containsExactly("DISPATCHED", "DISPATCHED");
        String second = deal.shipments().path(1).path("number").asText();
        JsonNode consignment = deal.buyer().get("/shipments/" + second + "/consignment");
        assertThat(consignment.path("vehicleNumber").asText()).isEqualTo("MH12AB1234");
        assertThat(deal.buyer().get("/shipments/" + second).findValues("bin")).isEmpty();
        api("senthil@kaveri-process.example").tryGet("/shipments/" + second).with(404);
        assertThat(available(NEVER_IN_STOCK)).isZero();
        assertThat(stock.reconcile()).isEmpty();
    }

    private static Map<String, Object> receipt(String sku, String quantity) {
        return Map.of(
                "reference",
                "GRN-" + UUID.randomUUID(),
                "warehouseCode",
                "PUN",
                "lines",
                List.of(Map.of("sku", sku, "bin", "Z-01", "quantity", new BigDecimal(quantity))));
    }

    private BigDecimal available(String sku) {
        return api("ravi").get("/stock?sku=" + sku).path("available").decimalValue();
    }

    private Api api(String user) {
        return new Api(port, user);
    }
}
