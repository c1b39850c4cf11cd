package io.tradeflow.party;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradeflow.TradeflowTest;
import io.tradeflow.journey.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Company, branches and warehouses over HTTP. What is saved here is what is there: others share the house. */
@TradeflowTest
class SetupOverHttpTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Api admin;

    @BeforeEach
    void open() {
        admin = new Api(port, "admin");
    }

    @Test
    void whatIsThereCanBeEnteredAgain() {
        JsonNode company = admin.get("/company");
        assertThat(admin.put("/company", company).with(200).json()).isEqualTo(company);
        for (JsonNode branch : admin.get("/branches")) {
            assertThat(admin.put("/branches/" + branch.path("code").asText(), branch)
                            .with(200)
                            .json())
                    .isEqualTo(branch);
        }
        for (JsonNode warehouse : admin.get("/warehouses")) {
            ObjectNode sent = warehouse.deepCopy();
            sent.remove("branchCode");
            assertThat(admin.put("/warehouses/" + warehouse.path("code").asText(), sent)
                            .with(200)
                            .json())
                    .isEqualTo(warehouse);
        }
    }

    /** Days of long ago, which change nothing for others in the house. */
    @Test
    void aRegistrationIsTakenAwayOnlyByAnEmptyOne() {
        ObjectNode branch = admin.get("/branches").get(0).deepCopy();
        String path = "/branches/" + branch.path("code").asText();
        branch.putObject("registration").put("effectiveFrom", "2019-01-10").put("certifiedOn", "2019-02-01");
        JsonNode kept = admin.put(path, branch).with(200).json();
        assertThat(kept.at("/registration/certifiedOn").asText()).isEqualTo("2019-02-01");

        ObjectNode without = branch.deepCopy();
        without.remove("registration");
        assertThat(admin.put(path, without).with(200).json()).isEqualTo(kept);

        branch.putObject("registration");
        assertThat(admin.put(path, branch).with(200).json().path("registration").isMissingNode()
                        || admin.get("/branches").get(0).path("registration").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/legalName, '', legalName",
        "/pan, AAZCD0001, pan",
        "/pan, AAZCD0002F, pan",
        "/currency, RUPEE, currency",
        "/email, nobody, email",
        "/letterOfUndertaking/arn, X, letterOfUndertaking.arn",
        "/letterOfUndertaking/validUntil, 2020-01-01, letterOfUndertaking.validUntil"
    })
    void aWrongFieldOfTheCompanyIsNamed(String pointer, String value, String field) {
        JsonNode company = admin.get("/company");
        admin.put("/company", with(company, pointer, value)).problem(422, "invalid-seller", field);
        assertThat(admin.get("/company")).isEqualTo(company);
    }

    @ParameterizedTest
    @CsvSource({
        "/name, '', name",
        "/gstin, 27AAZCD0001F1ZW, gstin",
        "/gstin, 33AAZCD0001F1Z2, gstin",
        "/gstin, 27AAZCS0101A1ZP, gstin",
        "/address/stateCode, 33, gstin",
        "/address/pin, 641021, address.pin",
        "/address/pin, 0410, address.pin",
        "/warehouseCode, CBE, warehouseCode",
        "/warehouseCode, NEW, warehouseCode",
        "/invoiceSeries, TN, invoiceSeries",
        "/invoiceSeries, TOOLONG, invoiceSeries",
        "/bankAccount/ifsc, X, bankAccount.ifsc"
    })
    void aWrongFieldOfABranchIsNamed(String pointer, String value, String field) {
        JsonNode branches = admin.get("/branches");
        JsonNode branch = branches.path(0);
        assertThat(branch.path("code").asText()).isEqualTo("MH");
        admin.put("/branches/MH", with(branch, pointer, value)).problem(422, "invalid-branch", field);
        admin.put("/branches/XX", branch).problem(422, "invalid-branch", "code");
        assertThat(admin.get("/branches")).isEqualTo(branches);
    }

    @Test
    void theCompanyKeepsItsBooksInRupees() {
        JsonNode company = admin.get("/company");
        admin.put("/company", with(company, "/currency", "USD")).problem(422, "currency-not-supported", "currency");
        assertThat(admin.get("/company")).isEqualTo(company);
    }

    /** Its numbers would begin again at 1, and each of them is there already. */
    @Test
    void aSeriesThatInvoicesCarryStaysWithTheirGstin() {
        JsonNode branch = admin.get("/branches").path(0);
        String series = branch.path("invoiceSeries").asText();
        jdbc.sql("insert into invoice_series values (?, ?) on conflict do nothing")
                .params(series, branch.path("gstin").asText())
                .update();
        jdbc.sql("insert into invoice_series values ('OLD', '33AAZCD0001F1Z2')").update();
        try {
            admin.put("/branches/MH", with(branch, "/gstin", "27AAZCD0001F2ZU"))
                    .problem(422, "invalid-branch", "invoiceSeries");
            admin.put("/branches/MH", with(branch, "/invoiceSeries", "OLD"))
                    .problem(422, "invalid-branch", "invoiceSeries");
            JsonNode fresh = with(with(branch, "/gstin", "27AAZCD0001F2ZU"), "/invoiceSeries", "NEW");
            assertThat(admin.put("/branches/MH", fresh).with(200).json()).isEqualTo(fresh);
        } finally {
            admin.put("/branches/MH", branch).with(200);
            jdbc.sql("delete from invoice_series where series = 'OLD'").update();
        }
        assertThat(admin.get("/branches").path(0)).isEqualTo(branch);
    }

    @Test
    void aWarehouseIsTheOneABranchNamesAndLiesInItsState() {
        admin.put("/warehouses/NOWHERE", Map.of("name", "Nowhere")).problem(422, "invalid-warehouse", "code");
        admin.put("/warehouses/PUN", Map.of("name", "")).problem(422, "invalid-warehouse", "name");
        JsonNode coimbatore = admin.get("/branches").path(1).path("address");
        admin.put("/warehouses/PUN", Map.of("name", "Elsewhere", "address", coimbatore))
                .problem(422, "invalid-warehouse", "address.stateCode");
    }

    @Test
    void staffReadAndOnlyAdministratorsAndDirectorsEnter() {
        JsonNode company = admin.get("/company");
        assertThat(new Api(port, "vikram").put("/company", company).status()).isEqualTo(200);
        for (String other : List.of("asha", "meera", "ravi", "farid")) {
            Api api = new Api(port, other);
            assertThat(api.get("/company")).isEqualTo(company);
            api.put("/company", company).problem(403, "setup-only", null);
            api.put("/branches/MH", admin.get("/branches").path(0)).problem(403, "setup-only", null);
            api.put("/warehouses/PUN", Map.of("name", "X")).problem(403, "setup-only", null);
        }
        Api buyer = new Api(port, "priya@sahyadri-agro.example");
        for (String path : List.of("/company", "/branches", "/warehouses")) {
            assertThat(buyer.tryGet(path).status()).as(path).isEqualTo(403);
        }
    }

    private static JsonNode with(JsonNode whole, String pointer, String value) {
        ObjectNode copy = whole.deepCopy();
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) copy.at(pointer.substring(0, last))).put(pointer.substring(last + 1), value);
        return copy;
    }
}
