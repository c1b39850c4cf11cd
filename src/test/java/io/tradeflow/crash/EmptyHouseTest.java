package io.tradeflow.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.journey.Api;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** A program without the demo: an administrator makes an empty house ready, and it sends its first quote. */
@Tag("crash")
class EmptyHouseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Api admin;

    @Test
    void fromNothingToTheFirstQuote() throws Exception {
        Path data = Path.of("target", "empty-house-test").toAbsolutePath();
        FileSystemUtils.deleteRecursively(data);
        Files.createDirectories(data);
        try (ForkedProgram program = new ForkedProgram(data, "--tradeflow.demo.load=false")) {
            program.start();
            admin = new Api(program.port(), "admin");
            StaffEntry desk = new StaffEntry(program.port());
            assertThat(desk.page("/desk")).contains("This house is empty");
            assertThat(desk.page("/desk/setup")).contains("7 things are missing");

            admin.put("/branches/MH", branch()).problem(409, "company-missing", null);
            enterCompany();
            bringIn("categories", "code,name,parent\nPLIERS,Pliers,TOOLS\nTOOLS,Hand tools,\n");
            bringIn(
                    "products",
                    "sku,name,family,category,hsn,minimumOrderQuantity,cost,packaging\n"
                            + "PL-160,Combination pliers,Pliers,PLIERS,82032000,5,110,BOX=10\n");
            bringIn(
                    "prices",
                    "level,owner,sku,currency,fromQuantity,unitPrice,validFrom\nBASE,,PL-160,INR,1,180,2026-01-01\n");
            bringIn("stock", "warehouse,sku,batch,bin,quantity\nPUN,PL-160,,A-1,500\n");
            bringIn(
                    "buyers",
                    "code,legalName,category,taxRegistration,billToLine1,billToCity,billToStateCode,billToPin,contactName,email\n"
                            + "RAIGAD,Raigad Hardware,WHOLESALER,UNREGISTERED,4 Station Road,Pune,27,411001,Anil Patil,anil@raigad.example\n");
            desk.enter("asha", "sales-desk");
            desk.enter("farid", "finance");
            assertThat(desk.page("/desk/setup"))
                    .contains("No rate today for HSN 82032000")
                    .contains("Nobody is in: Sales managers");
            admin.as("farid")
                    .put(
                            "/gst-rates",
                            Map.of(
                                    "hsnPrefix", "8203",
                                    "treatment", "TAXABLE",
                                    "rate", 18,
                                    "validFrom", "2026-01-01",
                                    "source", "The company's tax adviser"))
                    .with(200);
            assertThat(desk.page("/desk/setup")).contains("One thing is missing");

            JsonNode quote = firstQuote();

            assertThat(quote.path("status").asText()).isEqualTo("SENT");
            assertThat(quote.path("grandTotal").decimalValue())
                    .as("20 at 180, freight 350 by the table, and 18 % on both")
                    .isEqualByComparingTo("4661");
            assertThat(admin.as("asha")
                            .get("/stock?sku=PL-160")
                            .path("available")
                            .asInt())
                    .isEqualTo(500);
        }
    }

    private void enterCompany() {
        Map<String, Object> company = Map.of(
                "legalName", "Sahya Tools Private Limited",
                "pan", "aazcd0001f",
                "currency", "INR",
                "email", "sales@sahya.example");
        assertThat(admin.put("/company", company).with(200).json().path("pan").asText())
                .isEqualTo("AAZCD0001F");
        admin.put("/branches/MH", branch()).with(200);
        admin.put("/warehouses/PUN", Map.of("name", "Chakan warehouse")).with(200);
        assertThat(admin.get("/warehouses")
                        .path(0)
                        .path("address")
                        .path("stateName")
                        .asText())
                .isEqualTo("Maharashtra");
    }

    private static Map<String, Object> branch() {
        return Map.of(
                "name", "Pune works",
                "gstin", "27AAZCD0001F1ZV",
                "address",
                        Map.of("line1", "Plot 14", "city", "Pune", "stateCode", "27", "pin", "410501", "country", "IN"),
                "warehouseCode", "PUN",
                "invoiceSeries", "MH",
                "bankAccount",
                        Map.of(
                                "accountName", "Sahya Tools",
                                "bank", "Deccan Bank, Pune",
                                "accountNumber", "004110200057813",
                                "ifsc", "DECB0000411"));
    }

    private void bringIn(String kind, String text) {
        long id = admin.postCsv("/imports?kind=" + kind, text)
                .with(202)
                .json()
                .path("id")
                .asLong();
        reaches(id, "READY");
        admin.post("/imports/" + id + "/approval", null).with(202);
        reaches(id, "DONE");
    }

    private void reaches(long id, String status) {
        Awaitility.await("import " + id + " becomes " + status)
                .atMost(PATIENCE)
                .until(() -> admin.get("/imports/" + id).path("status").asText().equals(status));
    }

    private JsonNode firstQuote() {
        Api asha = admin.as("asha");
        Map<String, Object> inquiry = Map.of(
                "buyerCode", "RAIGAD",
                "channel", "SALES_CALL",
                "requirement", "Pliers for the season",
                "urgency", "NORMAL",
                "lines", List.of(Map.of("sku", "PL-160", "quantity", 20)));
        String deal =
                asha.post("/inquiries", inquiry).with(201).json().path("number").asText();
        Awaitility.await("the quote is with the buyer")
                .atMost(PATIENCE)
                .until(() -> asha.get("/deals/" + deal).path("stage").asText().equals("WITH_BUYER"));
        return asha.get("/quotes?deal=" + deal).path(0);
    }
}
