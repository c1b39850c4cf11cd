package io.tradeflow.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import io.tradeflow.inventory.Stock;
import io.tradeflow.journey.Api;
import io.tradeflow.pricing.Prices;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Products, categories, stock and buyers as files, in and out. */
@TradeflowTest
class MasterDataFilesTest {

    private static final Map<String, String> KEEPER = Map.of(
            "products", "meera",
            "categories", "meera",
            "prices", "meera",
            "stock", "ravi",
            "buyers", "asha");

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Stock stock;

    @Autowired
    Prices prices;

    @Autowired
    TransactionTemplate transaction;

    private Files catalogue;
    private Files warehouse;
    private Files sales;

    @BeforeEach
    void open() {
        catalogue = files("products");
        warehouse = files("stock");
        sales = files("buyers");
    }

    private Files files(String kind) {
        return new Files(new Api(port, KEEPER.get(kind)), jobs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"products", "categories", "prices", "stock", "buyers"})
    void whatIsTakenOutSaysNothingNewWhenItComesBack(String kind) {
        Files files = files(kind);
        String text = files.export(kind);
        long rows = text.lines().count() - 1;
        assertThat(rows).isGreaterThan(5);

        JsonNode again = files.upload(kind, text);

        assertThat(again.path("status").asText())
                .as(() -> files.errors(again).toString())
                .isEqualTo("READY");
        assertThat(again.path("fresh").asInt()).isZero();
        assertThat(again.path("changed").asInt())
                .as(() -> files.changes(again).toString())
                .isZero();
        assertThat(again.path("unchanged").asLong()).isEqualTo(rows);
        files.api().delete("/imports/" + again.path("id").asLong()).with(204);
    }

    @Test
    void stockThatHasMovedSinceTheCheckIsShownAgain() {
        catalogue.bringIn("products", "sku,name,family,hsn,cost\nT-MOVED,Name,Family,8481,1\n");
        String header = "warehouse,sku,batch,quantity\n";
        warehouse.bringIn("stock", header + "PUN,T-MOVED,,10\n");
        JsonNode counted = warehouse.upload("stock", header + "PUN,T-MOVED,,12\n");
        assertThat(warehouse.changes(counted).path(0).path("before").asText()).isEqualTo("10");
        warehouse.bringIn("stock", header + "PUN,T-MOVED,,15\n");
        long id = counted.path("id").asLong();

        warehouse.api().post("/imports/" + id + "/approval", null).with(202);

        assertThat(warehouse.goOn(id).path("status").asText()).isEqualTo("READY");
        assertThat(warehouse.changes(counted).path(0).path("before").asText()).isEqualTo("15");
        warehouse.api().post("/imports/" + id + "/approval", null).with(202);
        assertThat(warehouse.goOn(id).path("status").asText()).isEqualTo("DONE");
    }

    @Test
    void goodsToComeAreAnnouncedAndGivenOutAsAFile() {
        Files planners = new Files(new Api(port, "tara"), jobs);
        String header = "reference,warehouse,sku,quantity,expectedOn,source\n";

        JsonNode wrong = planners.upload(
                "expected-receipts",
                header + "T-PO-1,PUN,NO-SUCH,10,2026-01-01,PURCHASE\nT-PO-1,PUN,CP-005-CI,5,2099-01-01,TRANSFER\n");
        assertThat(planners.errors(wrong).findValuesAsText("column")).contains("sku", "expectedOn", "source");

        JsonNode done = planners.bringIn("expected-receipts", header + "T-PO-1,PUN,CP-020-SS,10,2099-01-01,PURCHASE\n");
        assertThat(done.path("status").asText()).isEqualTo("DONE");
        assertThat(planners.api().get("/expected-receipts?sku=CP-020-SS").findValuesAsText("reference"))
                .containsExactly("T-PO-1");

        JsonNode again = planners.upload("expected-receipts", planners.export("expected-receipts"));
        assertThat(again.path("changed").asInt()).isZero();
        assertThat(again.path("fresh").asInt()).isZero();
        planners.api().delete("/imports/" + again.path("id").asLong()).with(204);
    }

    @Test
    void productsComeWithAttributesPackagesAndSuccessorsFromAnywhereInTheFile() {
        catalogue.bringIn("categories", "code,name,parent\nT-CHILD,Child,T-TOP\nT-TOP,Top,\n");
        String header =
                "sku,name,family,category,hsn,unit,minimumOrderQuantity,cost,status,successor,attributes,packaging\n";
        JsonNode done = catalogue.bringIn(
                "products",
                header + "T-OLD,Old valve,T family,T-CHILD,84818030,NOS,2,10.5,DISCONTINUED,T-NEW,,\n"
                        + "T-NEW,\"New valve, \"\"better\"\"\",T family,T-CHILD,84818030,NOS,5,12,ACTIVE,,Size=DN 25; Material=brass,BOX=10; CTN=100\n");
        assertThat(done.path("status").asText())
                .as(() -> catalogue.errors(done).toString())
                .isEqualTo("DONE");

        JsonNode fresh = new Api(port, "meera").get("/products/T-OLD");
        assertThat(fresh.path("status").asText()).isEqualTo("DISCONTINUED");
        assertThat(fresh.path("successor").asText()).isEqualTo("T-NEW");
        String out = catalogue.export("products");
        assertThat(out)
                .contains("\"New valve, \"\"better\"\"\"")
                .contains("\"Size=DN 25; Material=brass\",\"BOX=10; CTN=100\"");

        // only what the file has a column for changes
        JsonNode change = catalogue.upload("products", "sku,minimumOrderQuantity\nT-NEW,20\nT-OLD,2.000\n");
        assertThat(change.path("changed").asInt()).isEqualTo(1);
        assertThat(change.path("unchanged").asInt()).isEqualTo(1);
        JsonNode cell = catalogue.changes(change).path(0);
        assertThat(catalogue.changes(change)).hasSize(1);
        assertThat(cell.path("what").asText()).isEqualTo("T-NEW");
        assertThat(cell.path("column").asText()).isEqualTo("minimumOrderQuantity");
        assertThat(cell.path("before").asText()).isEqualTo("5");
        assertThat(cell.path("after").asText()).isEqualTo("20");
        long id = change.path("id").asLong();
        catalogue.api().post("/imports/" + id + "/approval", null).with(202);
        assertThat(catalogue.goOn(id).path("status").asText()).isEqualTo("DONE");
        assertThat(catalogue.export("products")).contains("\"Size=DN 25; Material=brass\",\"BOX=10; CTN=100\"");
        assertThat(jdbc.sql("select minimum_order_quantity from product where sku = 'T-NEW'")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("20");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "products | sku,name,family,hsn,cost | x,Name,Family,8481,1 | sku | is no SKU",
                "products | sku,name,family,hsn,cost | T-A,,Family,8481,1 | name | is missing",
                "products | sku,name,family,hsn,cost | T-A,Name,Family,84,1 | hsn | is no HSN code",
                "products | sku,name,family,hsn,cost | T-A,Name,Family,8481, | cost | is missing",
                "products | sku,name,family,hsn,cost | T-A,Name,Family,8481,1e99 | cost | is no number",
                "products | sku,name,family,hsn,cost,category | T-A,Name,Family,8481,1,NOWHERE | category | There is no category NOWHERE",
                "products | sku,name,family,hsn,cost,batchTracked | T-A,Name,Family,8481,1,perhaps | batchTracked | neither true nor false",
                "products | sku,name,family,hsn,cost,packaging | T-A,Name,Family,8481,1,BOX=1 | packaging | not one",
                "products | sku,name,family,hsn,cost,packaging | T-A,Name,Family,8481,1,CASE=12 | packaging | no unit quantity code",
                "products | sku,name,family,hsn,cost,attributes | T-A,Name,Family,8481,1,Size | attributes | no name and value",
                "products | sku,unit | BV-025-SS,KGS | unit | Prices and stock are kept in NOS",
                "products | sku,name,family,hsn,cost,status,successor | T-A,Name,Family,8481,1,DISCONTINUED,T-NONE | successor | There is no product T-NONE",
                "categories | code,name,parent | T-LOST,Lost,NOWHERE | parent | There is no category NOWHERE",
                "categories | code,name,parent | PUMPS,Pumps,CENTRIFUGAL-PUMPS | parent | within itself",
                "stock | warehouse,sku,batch,quantity | XXX,CP-005-CI,,1 | warehouse | There is no warehouse XXX",
                "stock | warehouse,sku,batch,quantity | PUN,NO-SUCH,,1 | sku | There is no product NO-SUCH",
                "stock | warehouse,sku,batch,quantity | PUN,CP-005-CI,,-1 | quantity | zero or more",
                "stock | warehouse,sku,batch,quantity | PUN,CP-005-CI,B-1,1 | batch | not kept by batch",
                "buyers | code,gstin | SAHYADRI-AGRO,27AAZCS0101A1ZQ | gstin | check character",
                "buyers | code,billToPin | SAHYADRI-AGRO,641004 | billToPin | does not lie in",
                "buyers | code,email | SAHYADRI-AGRO,nobody | email | no e-mail address",
                "buyers | code,creditDays | SAHYADRI-AGRO,999 | creditDays | lies between",
                "buyers | code,category | SAHYADRI-AGRO,SHOP | category | is none of",
            })
    void everyWrongCellIsNamed(String kind, String header, String row, String column, String reason) {
        Files files = files(kind);

        JsonNode file = files.upload(kind, header + "\n" + row + "\n");

        assertThat(file.path("status").asText()).isEqualTo("REFUSED");
        assertThat(files.errors(file)).anySatisfy(error -> {
            assertThat(error.path("line").asInt()).isEqualTo(2);
            assertThat(error.path("column").asText()).isEqualTo(column);
            assertThat(error.path("reason").asText()).contains(reason);
        });
    }

    @Test
    void stockGoesThroughTheLedgerAndWhatIsPromisedStays() {
        catalogue.bringIn("products", "sku,name,family,hsn,cost\nT-COUNT,Counted,T family,84818030,1\n");
        assertThat(warehouse
                        .bringIn("stock", "warehouse,sku,batch,quantity,bin\nPUN,T-COUNT,,40,A-1\n")
                        .path("status")
                        .asText())
                .isEqualTo("DONE");

        JsonNode less =
                warehouse.bringIn("stock", "warehouse,sku,batch,quantity,reason\nPUN,T-COUNT,,37,Three were broken\n");

        assertThat(less.path("changed").asInt()).isEqualTo(1);
        assertThat(stock.available(Set.of("T-COUNT")).get("T-COUNT")).isEqualByComparingTo("37");
        assertThat(jdbc.sql(
                                """
                                select l.kind || ' ' || trunc(l.on_hand_change) || ' ' || l.reason from stock_ledger l
                                join stock_balance b on b.id = l.balance_id where b.sku = 'T-COUNT' order by l.id""")
                        .query(String.class)
                        .list())
                .containsExactly("COUNT 40 Counted: file stock.csv", "COUNT -3 Three were broken");
        assertThat(stock.balances("T-COUNT").get(0).bin())
                .as("no column, no change")
                .isEqualTo("A-1");
        assertThat(stock.reconcile()).noneMatch(wrong -> wrong.sku().equals("T-COUNT"));
    }

    @Test
    void whatIsPromisedCannotBeCountedAway() {
        catalogue.bringIn("products", "sku,name,family,hsn,cost\nT-HELD,Held back,T family,84818030,1\n");
        warehouse.bringIn("stock", "warehouse,sku,batch,quantity\nPUN,T-HELD,,40\n");
        jdbc.sql("update stock_balance set quarantined = 5 where sku = 'T-HELD'")
                .update();

        JsonNode file = warehouse.upload("stock", "warehouse,sku,batch,quantity\nPUN,T-HELD,,4\n");

        jdbc.sql("update stock_balance set quarantined = 0 where sku = 'T-HELD'")
                .update();
        assertThat(file.path("status").asText()).isEqualTo("REFUSED");
        assertThat(warehouse.errors(file).path(0).path("reason").asText())
                .contains("5 of it are promised to orders or held back");
    }

    @Test
    void buyersComeInByTheRulesOfTheirRoom() {
        String header =
                "code,legalName,category,taxRegistration,gstin,billToLine1,billToCity,billToStateCode,billToPin,creditDays,contactName,email\n";
        JsonNode done = sales.bringIn(
                "buyers",
                header
                        + "T-BUYER,=Formula Traders,WHOLESALER,UNREGISTERED,,1 Road,Pune,27,411001,30,A B,a@b.example\n");
        assertThat(done.path("status").asText())
                .as(() -> sales.errors(done).toString())
                .isEqualTo("DONE");

        JsonNode buyer = sales.api().get("/buyers/T-BUYER");
        assertThat(buyer.path("tradeName").asText()).isEqualTo("=Formula Traders");
        assertThat(buyer.path("billTo").path("stateName").asText()).isEqualTo("Maharashtra");
        assertThat(buyer.path("currency").asText()).isEqualTo("INR");
        assertThat(sales.export("buyers")).contains("T-BUYER,'=Formula Traders,'=Formula Traders,");
    }

    /** Where the driver reads through a cursor, what an export needs in memory does not grow with what there is. */
    @Test
    void anExportReadsThroughACursor() {
        int cursors = transaction.execute(held -> {
            int[] seen = {0};
            prices.forEach(row -> seen[0] = Math.max(
                    seen[0],
                    seen[0] > 0
                            ? 0
                            : jdbc.sql("select count(*) from pg_cursors where statement like '%price_row%'")
                                    .query(Integer.class)
                                    .single()));
            return seen[0];
        });
        assertThat(cursors).isPositive();
    }

    @Test
    void eachKindHasItsPeople() {
        for (var kind : KEEPER.entrySet()) {
            for (String other : List.of("farid", "lata", "priya@sahyadri-agro.example")) {
                Api api = new Api(port, other);
                assertThat(api.tryGet("/exports/" + kind.getKey()).status())
                        .as(other)
                        .isEqualTo(403);
                assertThat(api.postCsv("/imports?kind=" + kind.getKey(), "a\n1\n")
                                .status())
                        .as(other)
                        .isEqualTo(403);
            }
            assertThat(new Api(port, "admin")
                            .tryGet("/exports/" + kind.getKey())
                            .status())
                    .isEqualTo(200);
        }
        new Api(port, "meera").tryGet("/exports/moods").with(404);
    }
}
