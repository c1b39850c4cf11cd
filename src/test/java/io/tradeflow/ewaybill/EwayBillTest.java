package io.tradeflow.ewaybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradeflow.dispatch.HandOver.Mode;
import io.tradeflow.ewaybill.EwayDocument.Item;
import io.tradeflow.ewaybill.EwayDocument.Party;
import io.tradeflow.ewaybill.EwayThreshold.Movement;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When an e-way bill is needed, what it says, and how long it holds. */
class EwayBillTest {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Address PUNE = address("Pune", "27", "Maharashtra", "410501");
    private static final Address WAREHOUSE = address("Nashik", "27", "Maharashtra", "422010");
    private static final Address MUMBAI = address("Mumbai", "27", "Maharashtra", "400001");
    private static final Address CHENNAI = address("Chennai", "33", "Tamil Nadu", "600058");
    private static final Address PORT = address("Nhava Sheva", "27", "Maharashtra", "400707");
    private static final Address HAMBURG =
            new Address("Speicherstadt 9", null, "Hamburg", "96", "Hamburg", "20457", "DE");
    private static final Party SELLER = new Party("Deccan Flow Controls", "27AAZCD0001F1ZV", PUNE);
    private static final Party BUYER = new Party("Sahyadri Agro", "27AABCS1429B1ZB", MUMBAI);
    private static final Party TAMIL = new Party("Kaveri Mills", "33AABCK1111K1Z5", CHENNAI);
    private static final Party ABROAD = new Party("Hansa GmbH", null, HAMBURG);

    private static final EwaySettings SETTINGS = new EwaySettings(
            List.of(threshold(true, "*", "50000"), threshold(false, "*", "50000"), threshold(false, "27", "100000")),
            99,
            50);

    private final EwayBillSchema schema = new EwayBillSchema();

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(
                        "within the State, below its threshold",
                        document("INV", 1, BUYER, MUMBAI, 1, "84000", false),
                        false,
                        1,
                        27,
                        27,
                        400001),
                Arguments.of(
                        "within the State, above it",
                        document("INV", 1, BUYER, MUMBAI, 1, "85000", false),
                        true,
                        1,
                        27,
                        27,
                        400001),
                Arguments.of(
                        "to another State",
                        document("INV", 1, TAMIL, CHENNAI, 1, "60000", true),
                        true,
                        1,
                        33,
                        33,
                        600058),
                Arguments.of(
                        "to another State, below",
                        document("INV", 1, TAMIL, CHENNAI, 1, "42000", true),
                        false,
                        1,
                        33,
                        33,
                        600058),
                Arguments.of(
                        "billed to one, shipped to another",
                        document("INV", 1, BUYER, CHENNAI, 1, "85000", false),
                        true,
                        2,
                        27,
                        33,
                        600058),
                Arguments.of(
                        "export to the port",
                        document("INV", 3, ABROAD, PORT, 1, "900000", true),
                        true,
                        2,
                        99,
                        27,
                        400707),
                Arguments.of(
                        "export by road over the border",
                        document("INV", 3, ABROAD, HAMBURG, 1, "900000", true),
                        true,
                        1,
                        99,
                        99,
                        999999),
                Arguments.of(
                        "challan for a transfer",
                        document(
                                "CHL",
                                5,
                                new Party("Deccan Flow Controls", "27AAZCD0001F1ZV", WAREHOUSE),
                                WAREHOUSE,
                                2,
                                "70000",
                                false),
                        true,
                        1,
                        27,
                        27,
                        422010),
                Arguments.of(
                        "challan for a replacement",
                        document("CHL", 8, TAMIL, CHENNAI, 1, "60000", true),
                        true,
                        1,
                        33,
                        33,
                        600058),
                Arguments.of(
                        "300 lines",
                        document("INV", 1, TAMIL, CHENNAI, 300, "1000.01", true),
                        true,
                        1,
                        33,
                        33,
                        600058));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isNeededWhenTheTableSaysAndIsValidWithSumsThatAgree(
            String name, EwayDocument document, boolean needed, int type, int toState, int actToState, int toPin) {
        assertThat(EwayBillNeed.of(document, SETTINGS).needed()).isEqualTo(needed);

        ObjectNode json = EwayBillJson.of(document, EwayTransport.UNKNOWN, SETTINGS);

        assertThat(schema.violations(json)).isEmpty();
        assertThat(json.path("transactionType").asInt()).isEqualTo(type);
        assertThat(json.path("toStateCode").asInt()).isEqualTo(toState);
        assertThat(json.path("actToStateCode").asInt()).isEqualTo(actToState);
        assertThat(json.path("toPincode").asInt()).isEqualTo(toPin);
        assertThat(json.path("itemList").size()).isLessThanOrEqualTo(250);
        assertThat(sum(json.path("itemList"), "taxableAmount")).isEqualByComparingTo(amount(json, "totalValue"));
        assertThat(Stream.of("totalValue", "cgstValue", "sgstValue", "igstValue", "otherValue")
                        .map(field -> amount(json, field))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("to the paisa")
                .isEqualByComparingTo(amount(json, "totInvValue"));
        assertThat(amount(json, "totInvValue")).isEqualByComparingTo(document.total());
    }

    @Test
    void manyLinesAreGroupedByHsnUnitAndRate() {
        JsonNode items = EwayBillJson.of(
                        document("INV", 1, TAMIL, CHENNAI, 300, "1000.01", true), EwayTransport.UNKNOWN, SETTINGS)
                .path("itemList");

        assertThat(items).hasSize(6);
        assertThat(sum(items, "quantity")).isEqualByComparingTo("300");
    }

    @Test
    void exemptGoodsDoNotCount() {
        EwayDocument plain = document("INV", 1, TAMIL, CHENNAI, 2, "30000", true);
        Item exempt = new Item(
                "S",
                "Seed",
                "1209",
                "KGS",
                BigDecimal.ONE,
                new BigDecimal("30000.00"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                true);
        EwayDocument mixed = with(plain, List.of(plain.items().get(0), exempt));

        assertThat(EwayBillNeed.of(plain, SETTINGS).needed()).isTrue();
        assertThat(EwayBillNeed.of(mixed, SETTINGS).needed()).isFalse();
        assertThat(EwayBillNeed.of(mixed, SETTINGS).reason()).contains("35400.00", "not more than 50000");
    }

    @Test
    void thresholdsChangeWithTime() {
        EwaySettings changed = new EwaySettings(
                List.of(
                        new EwayThreshold(
                                Movement.INTER,
                                "*",
                                new BigDecimal("50000"),
                                LocalDate.of(2018, 4, 1),
                                DAY.minusDays(1),
                                "old"),
                        new EwayThreshold(Movement.INTER, "*", new BigDecimal("200000"), DAY, null, "new")),
                99,
                50);

        assertThat(EwayBillNeed.of(document("INV", 1, TAMIL, CHENNAI, 1, "60000", true), changed)
                        .reason())
                .contains("(new)");
    }

    @Test
    void transportIsSaidAsFarAsItIsKnown() {
        EwayDocument document = document("INV", 1, TAMIL, CHENNAI, 1, "60000", true);

        JsonNode partA = EwayBillJson.of(
                document,
                new EwayTransport(
                        Mode.ROAD, 0, "29AAFCA7488L1Z0", "Deccan Roadways and Parcel Service", null, null, null, false),
                SETTINGS);
        assertThat(schema.violations(partA)).isEmpty();
        assertThat(partA.has("transMode")).as("Part A only").isFalse();
        assertThat(partA.path("transporterName").asText()).hasSize(25);

        JsonNode road = EwayBillJson.of(
                document, new EwayTransport(Mode.ROAD, 1150, null, null, null, null, "MH12AB1234", true), SETTINGS);
        assertThat(schema.violations(road)).isEmpty();
        assertThat(road.path("vehicleType").asText()).isEqualTo("O");

        JsonNode rail = EwayBillJson.of(
                document,
                new EwayTransport(Mode.RAIL, 1150, null, null, "RR/77", DAY.minusDays(3), null, false),
                SETTINGS);
        assertThat(schema.violations(rail)).isEmpty();
        assertThat(rail.path("transDocDate").asText())
                .as("never before the document")
                .isEqualTo("23/11/2026");

        JsonNode ship = EwayBillJson.of(
                document, new EwayTransport(Mode.SHIP, 1150, null, null, "BL77", DAY, "MH43AB1234", false), SETTINGS);
        assertThat(schema.violations(ship)).isEmpty();
        assertThat(ship.path("transMode").asInt()).isEqualTo(4);
        ((ObjectNode) ship).remove("vehicleNo");
        assertThat(schema.violations(ship))
                .as("the vehicle that brings the goods alongside")
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ROAD, , , MH12AB1234, true",
        "ROAD, LR77, 2026-11-23, , false",
        "RAIL, RR77, 2026-11-23, , true",
        "RAIL, RR77, , , false",
        "AIR, , , MH12AB1234, false",
        "SHIP, BL77, 2026-11-23, , false",
        "SHIP, BL77, 2026-11-23, MH43AB1234, true"
    })
    void partBIsSaidOnlyWhenItIsComplete(Mode mode, String number, LocalDate day, String vehicle, boolean complete) {
        EwayTransport transport = new EwayTransport(mode, 0, null, null, number, day, vehicle, false);

        assertThat(transport.isPartB()).isEqualTo(complete);
        JsonNode json = EwayBillJson.of(document("INV", 1, TAMIL, CHENNAI, 1, "60000", true), transport, SETTINGS);
        assertThat(json.has("transMode")).isEqualTo(complete);
        assertThat(schema.violations(json)).isEmpty();
    }

    @Test
    void withinOneCityTheStatesRuleForCitiesCounts() {
        EwaySettings rajasthan = new EwaySettings(
                List.of(
                        threshold(false, "*", "50000"),
                        threshold(false, "08", "100000"),
                        new EwayThreshold(
                                Movement.CITY, "08", new BigDecimal("200000"), LocalDate.of(2021, 4, 1), null, "city")),
                99,
                50);
        Address sitapura = address("Jaipur", "08", "Rajasthan", "302022");
        Address vaishali = address("JAIPUR ", "08", "Rajasthan", "302021");
        Address kota = address("Kota", "08", "Rajasthan", "324005");

        assertThat(EwayBillNeed.of(moved(sitapura, vaishali, "150000"), rajasthan))
                .matches(need -> !need.needed())
                .extracting(EwayBillNeed::reason)
                .asString()
                .contains("the city of Jaipur", "not more than 200000 (city)");
        assertThat(EwayBillNeed.of(moved(sitapura, kota, "150000"), rajasthan).needed())
                .isTrue();
        assertThat(EwayBillNeed.of(moved(PUNE, PUNE, "60000"), rajasthan).needed())
                .as("a State without a rule for cities")
                .isTrue();
    }

    @Test
    void withinOnePinTheShortestDistanceIsSaid() {
        JsonNode json = EwayBillJson.of(
                moved(PUNE, PUNE, "60000"), new EwayTransport(null, 0, null, null, null, null, null, false), SETTINGS);

        assertThat(json.path("transDistance").asInt()).isOne();
    }

    private static EwayDocument moved(Address from, Address to, String value) {
        EwayDocument plain = document("INV", 1, BUYER, to, 1, value, false);
        return new EwayDocument(
                plain.docType(),
                plain.subType(),
                null,
                plain.number(),
                plain.date(),
                plain.from(),
                from,
                plain.to(),
                to,
                false,
                plain.items(),
                plain.taxableValue(),
                plain.cgst(),
                plain.sgst(),
                plain.igst(),
                plain.otherValue(),
                plain.total());
    }

    @Test
    void aSupplierWithoutCertificateHasNoGstin() {
        EwayDocument plain = document("BIL", 1, BUYER, MUMBAI, 1, "150000", false);
        JsonNode json = EwayBillJson.of(
                new EwayDocument(
                        plain.docType(),
                        plain.subType(),
                        null,
                        plain.number(),
                        plain.date(),
                        new Party(SELLER.name(), null, PUNE),
                        PUNE,
                        plain.to(),
                        MUMBAI,
                        false,
                        plain.items(),
                        plain.taxableValue(),
                        plain.cgst(),
                        plain.sgst(),
                        plain.igst(),
                        plain.otherValue(),
                        plain.total()),
                EwayTransport.UNKNOWN,
                SETTINGS);

        schema.require(json);
        assertThat(json.path("fromGstin").asText()).isEqualTo("URP");
        assertThat(json.has("userGstin")).isFalse();
    }

    @Test
    void theSchemaRefusesWhatThePortalWould() {
        ObjectNode json =
                EwayBillJson.of(document("CHL", 8, TAMIL, CHENNAI, 1, "60000", true), EwayTransport.UNKNOWN, SETTINGS);
        json.put("docNo", "MH-2627-000042-TOO-LONG")
                .put("docDate", "2026-11-23")
                .remove("subSupplyDesc");

        assertThatThrownBy(() -> schema.require(json)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.slug()).isEqualTo("eway-bill-invalid");
            assertThat(problem.violations())
                    .extracting(Problem.Violation::field)
                    .contains("$.docNo", "$.docDate");
            assertThat(problem.violations())
                    .extracting(Problem.Violation::message)
                    .anyMatch(message -> message.contains("subSupplyDesc"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2467, false, 2026-09-16T10:00:00Z, 2026-09-29T18:29:00Z",
        "10,   false, 2026-10-05T10:00:00Z, 2026-10-06T18:29:00Z",
        "200,  false, 2026-10-05T10:00:00Z, 2026-10-06T18:29:00Z",
        "201,  false, 2026-10-05T10:00:00Z, 2026-10-07T18:29:00Z",
        "0,    false, 2026-10-05T10:00:00Z, 2026-10-06T18:29:00Z",
        "45,   true,  2026-10-05T10:00:00Z, 2026-10-08T18:29:00Z",
        "10,   false, 2026-10-05T19:00:00Z, 2026-10-07T18:29:00Z"
    })
    void holdsADayForEvery200Km(int km, boolean overDimensional, Instant begins, Instant until) {
        assertThat(EwayBillValidity.until(begins, km, overDimensional, INDIA)).isEqualTo(until);
    }

    @Test
    void isExtendedAroundItsEndAndCancelledWithinADay() {
        Instant end = Instant.parse("2026-10-06T18:29:00Z");

        assertThat(EwayBillValidity.mayExtend(end, end.minusSeconds(8 * 3600 + 1)))
                .isFalse();
        assertThat(EwayBillValidity.mayExtend(end, end.minusSeconds(8 * 3600))).isTrue();
        assertThat(EwayBillValidity.mayExtend(end, end.plusSeconds(8 * 3600 + 1)))
                .isFalse();
        assertThat(EwayBillValidity.mayCancel(end, end.plusSeconds(24 * 3600))).isTrue();
        assertThat(EwayBillValidity.mayCancel(end, end.plusSeconds(24 * 3600 + 1)))
                .isFalse();
    }

    /** Lines of the same value, in six groups of HSN and unit, at 18 %. */
    private static EwayDocument document(
            String type, int subType, Party to, Address shipTo, int lines, String each, boolean interState) {
        BigDecimal value = new BigDecimal(each).setScale(2);
        BigDecimal count = BigDecimal.valueOf(lines);
        BigDecimal head = interState ? percent(value, "18") : percent(value, "9");
        BigDecimal tax = interState ? head : head.add(head);
        BigDecimal none = BigDecimal.ZERO.setScale(2);
        List<Item> items = IntStream.range(0, lines)
                .mapToObj(n -> new Item(
                        "SKU-" + n,
                        "Valve " + n,
                        n % 3 == 0 ? "84818030" : n % 3 == 1 ? "8413" : "848210",
                        n % 2 == 0 ? "NOS" : "SET",
                        BigDecimal.ONE,
                        value,
                        new BigDecimal(interState ? "0" : "9"),
                        new BigDecimal(interState ? "0" : "9"),
                        new BigDecimal(interState ? "18" : "0"),
                        tax,
                        false))
                .toList();
        BigDecimal exact = value.add(tax).multiply(count);
        BigDecimal total = exact.setScale(0, java.math.RoundingMode.HALF_UP).setScale(2);
        return new EwayDocument(
                type,
                subType,
                subType == 8 ? "Replacement" : null,
                "MH-2627-000042",
                DAY,
                SELLER,
                PUNE,
                to,
                shipTo,
                false,
                items,
                value.multiply(count),
                interState ? none : head.multiply(count),
                interState ? none : head.multiply(count),
                interState ? head.multiply(count) : none,
                total.subtract(exact),
                total);
    }

    private static EwayDocument with(EwayDocument plain, List<Item> items) {
        return new EwayDocument(
                plain.docType(),
                plain.subType(),
                plain.subTypeNote(),
                plain.number(),
                plain.date(),
                plain.from(),
                plain.dispatchFrom(),
                plain.to(),
                plain.shipTo(),
                plain.sez(),
                items,
                plain.taxableValue(),
                plain.cgst(),
                plain.sgst(),
                plain.igst(),
                plain.otherValue(),
                plain.total());
    }

    private static BigDecimal percent(BigDecimal value, String rate) {
        return value.multiply(new BigDecimal(rate)).divide(BigDecimal.valueOf(100), 2, java.math.RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(JsonNode items, String field) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode item : items) {
            sum = sum.add(item.path(field).decimalValue());
        }
        return sum;
    }

    private static BigDecimal amount(JsonNode json, String field) {
        return json.path(field).decimalValue();
    }

    private static Address address(String city, String code, String state, String pin) {
        return new Address("Plot 1, Industrial Estate", null, city, code, state, pin, "IN");
    }

    private static EwayThreshold threshold(boolean interState, String state, String amount) {
        return new EwayThreshold(
                interState ? Movement.INTER : Movement.INTRA,
                state,
                new BigDecimal(amount),
                LocalDate.of(2018, 4, 1),
                null,
                "test");
    }
}
