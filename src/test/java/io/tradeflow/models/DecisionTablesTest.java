package io.tradeflow.models;

import static io.tradeflow.models.Tables.decide;
import static io.tradeflow.models.Tables.facts;
import static io.tradeflow.models.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.party.BusinessCategory;
import io.tradeflow.party.TaxRegistration;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The decision tables at their edges. A fact that is missing must always end at the strictest answer, never at none: the engine itself
 * would let a null slip through to whatever rule has an empty cell.
 */
class DecisionTablesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "D2C_BRAND,    REGULAR,      BRAND,       BRAND",
                "EXPORTER,     REGULAR,      TRADE,       WHOLESALE",
                "MANUFACTURER, SEZ,          INDUSTRY,    INDUSTRY",
                "WHOLESALER,   COMPOSITION,  TRADE,       WHOLESALE",
                "DISTRIBUTOR,  REGULAR,      TRADE,       DISTRIBUTOR",
                "RETAIL_CHAIN, REGULAR,      RETAIL,      RETAIL",
                "INSTITUTION,  UNREGISTERED, INSTITUTION, INSTITUTION",
                "DISTRIBUTOR,  OVERSEAS,     EXPORT,      EXPORT",
                "-,            OVERSEAS,     EXPORT,      EXPORT",
                "-,            REGULAR,      OTHER,       STANDARD",
                "COOPERATIVE,  REGULAR,      OTHER,       STANDARD",
                "MANUFACTURER, -,            INDUSTRY,    INDUSTRY",
                "-,            -,            OTHER,       STANDARD",
            })
    void segmentAndPriceTierFollowTheKindOfBusiness(
            String category, String registration, String segment, String priceTier) {
        Map<String, Object> decided = decide(
                "inquiry/customer-segment", facts("businessCategory", category, "taxRegistration", registration));

        assertThat(decided).containsEntry("segment", segment).containsEntry("priceTier", priceTier);
        assertThat((Integer) decided.get("replyHours")).isBetween(1, 24);
        assertThat((String) decided.get("packing")).isNotBlank();
        assertThat((String) decided.get("documents")).isNotBlank();
        boolean exports = "EXPORTER".equals(category) && !"OVERSEAS".equals(registration);
        assertThat(decided).containsEntry("approvalLane", exports ? "EXPORT" : "USUAL");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2500000, true,  0,      NONE,        ''",
                "2500001, true,  0,      NONE,        FIRST_ORDER/sales-managers",
                "9000000, false, 0,      UNDER_LUT,   ''",
                "1000,    false, 500000, NONE,        ''",
                "1000,    false, 500001, NONE,        OVERDUE/finance",
                "1000,    false, 0,      WITHOUT_LUT, EXPORT_DOCUMENTS/finance",
                "2500001, true,  600000, WITHOUT_LUT, FIRST_ORDER/sales-managers OVERDUE/finance EXPORT_DOCUMENTS/finance",
                "-,       false, 0,      NONE,        UNCLEAR/sales-managers",
                "1000,    -,     0,      NONE,        UNCLEAR/sales-managers",
                "1000,    false, -,      NONE,        OVERDUE/finance",
                "1000,    false, 0,      -,           EXPORT_DOCUMENTS/finance",
            })
    void anOrderIsHeldForEveryReasonThatFits(
            BigDecimal value, Boolean first, BigDecimal overdue, String export, String holds) {
        String decided = table(
                        "ordering/order-hold",
                        facts("holdValue", value, "firstOrder", first, "overdue", overdue, "exportMode", export))
                .stream()
                .map(row -> row.get("reason") + "/" + row.get("releasedBy"))
                .collect(Collectors.joining(" "));

        assertThat(decided).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "500000, 0,    10,    15, false, 0, false, ''",
                "500001, 0,    10,    15, false, 0, false, VALUE",
                "0,      25,   0,     15, false, 0, false, REDUCTION",
                "0,      24.9, 0,     15, false, 0, false, ''",
                "1,      0,    10.01, 15, false, 0, false, DISCOUNT",
                "1,      0,    0,     14.9, false, 0, false, MARGIN",
                "1,      0,    0,     15, true,  0, false, FLOOR",
                "1,      0,    0,     15, false, 1, false, CREDIT",
                "0,      0,    0,     15, false, 0, true,  SHIP_TO",
                "-,      -,    -,     -,  -,     -, -,     VALUE REDUCTION DISCOUNT MARGIN FLOOR CREDIT SHIP_TO",
            })
    void aChangeOfAnOrderNeedsAnApprovalForEverythingThatFits(
            BigDecimal increase,
            BigDecimal decrease,
            BigDecimal discount,
            BigDecimal margin,
            Boolean floor,
            BigDecimal credit,
            Boolean place,
            String kinds) {
        String decided = table(
                        "amendment/order-change-approval",
                        facts(
                                "increase", increase,
                                "decreasePercent", decrease,
                                "worstDiscount", discount,
                                "marginPercent", margin,
                                "belowFloor", floor,
                                "creditExcess", credit,
                                "placeChanges", place))
                .stream()
                .map(row -> String.valueOf(row.get("kind")))
                .distinct()
                .collect(Collectors.joining(" "));

        assertThat(decided).isEqualTo(kinds);
    }

    @Test
    void everyKindOfBuyerHasASegmentAndPaymentTerms() {
        for (BusinessCategory category : BusinessCategory.values()) {
            for (TaxRegistration registration : TaxRegistration.values()) {
                Map<String, Object> segment = decide(
                        "inquiry/customer-segment",
                        facts("businessCategory", category.name(), "taxRegistration", registration.name()));
                Map<String, Object> terms = decide(
                        "ordering/payment-terms",
                        facts("segment", segment.get("segment"), "taxRegistration", registration.name()));

                assertThat(segment.get("segment")).isNotNull().isNotEqualTo("OTHER");
                assertThat(terms).containsKeys("advancePercent", "creditDays");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0,     0,     40,    100000,     ''",
                "10,    10,    15,    2500000,    ''",
                "10.01, 10.01, 40,    100000,     DISCOUNT/1",
                "4,     10.01, 40,    100000,     DISCOUNT/1",
                "25,    25,    40,    100000,     DISCOUNT/1",
                "25.01, 25,    40,    100000,     DISCOUNT/2",
                "4,     25.01, 40,    100000,     DISCOUNT/2",
                "0,     0,     14.99, 100000,     MARGIN/1",
                "0,     0,     -3,    100000,     MARGIN/1",
                "0,     0,     40,    2500000.01, VALUE/1",
                "26,    40,    5,     9000000,    DISCOUNT/2 MARGIN/1 VALUE/1",
                "-,     0,     40,    100000,     DISCOUNT/2",
                "0,     -,     40,    100000,     DISCOUNT/2",
                "12,    -,     40,    100000,     DISCOUNT/2",
                "0,     0,     -,     100000,     MARGIN/1",
                "0,     0,     40,    -,          VALUE/1",
                "-,     -,     -,     -,          DISCOUNT/2 MARGIN/1 VALUE/1",
            })
    void approvalsFollowDiscountMarginAndValue(
            Double discount, Double worstLine, Double margin, Double value, String needs) {
        assertThat(needs(modest(
                        "discountPercent",
                        discount,
                        "worstLineDiscount",
                        worstLine,
                        "marginPercent",
                        margin,
                        "quoteValue",
                        value)))
                .isEqualTo(needs);
    }

    static Stream<Arguments> conditions() {
        return Stream.of(
                Arguments.of("belowFloor", false, ""),
                Arguments.of("belowFloor", true, "FLOOR/1"),
                Arguments.of("belowFloor", null, "FLOOR/1"),
                Arguments.of("belowOrderMinimum", false, ""),
                Arguments.of("belowOrderMinimum", true, "ORDER_MINIMUM/1"),
                Arguments.of("belowOrderMinimum", null, "ORDER_MINIMUM/1"),
                Arguments.of("creditExcess", 0d, ""),
                Arguments.of("creditExcess", 0.01, "CREDIT/1"),
                Arguments.of("creditExcess", null, "CREDIT/1"),
                Arguments.of("stockShortage", 75d, ""),
                Arguments.of("stockShortage", 75.1, "STOCK/1"),
                Arguments.of("stockShortage", null, "STOCK/1"),
                Arguments.of("approvalLane", "EXPORT", "EXPORT/1"),
                Arguments.of("approvalLane", null, ""),
                Arguments.of("shortfallDays", 14, "STOCK/1"),
                Arguments.of("shortfallDays", 15, ""),
                Arguments.of("shortfallDays", null, ""),
                Arguments.of("exportMode", "UNDER_LUT", ""),
                Arguments.of("exportMode", "WITHOUT_LUT", "EXPORT/1"),
                Arguments.of("exportMode", "SOMETHING_NEW", "EXPORT/1"),
                Arguments.of("exportMode", null, "EXPORT/1"),
                Arguments.of("termsUnusual", false, ""),
                Arguments.of("termsUnusual", true, "TERMS/1"),
                Arguments.of("termsUnusual", null, "TERMS/1"));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void approvalsFollowFloorCreditStockExportAndTerms(String fact, Object value, String needs) {
        assertThat(needs(modest(fact, value))).isEqualTo(needs);
    }

    @Test
    void everyRowSaysBecauseOfWhat() {
        assertThat(table("quotation/required-approvals", facts()).getResultList())
                .isNotEmpty()
                .allSatisfy(row -> assertThat((String) row.get("because")).isNotBlank());
    }

    /** A quote that needs nobody's approval, with these facts instead. */
    private static Map<String, Object> modest(Object... namesAndValues) {
        Map<String, Object> facts = new HashMap<>(
                facts("discountPercent", 0d, "worstLineDiscount", 0d, "marginPercent", 40d, "quoteValue", 100000d));
        facts.putAll(facts(
                "belowFloor",
                false,
                "belowOrderMinimum",
                false,
                "creditExcess",
                0d,
                "stockShortage",
                0d,
                "exportMode",
                "NONE",
                "termsUnusual",
                false,
                "shortfallDays",
                null,
                "approvalLane",
                "USUAL"));
        facts.putAll(facts(namesAndValues));
        return facts;
    }

    /** "DISCOUNT/2 MARGIN/1": of several rows for a kind the highest level counts. */
    private static String needs(Map<String, Object> facts) {
        Map<String, Integer> levels = new TreeMap<>();
        table("quotation/required-approvals", facts)
                .getResultList()
                .forEach(row -> levels.merge((String) row.get("kind"), (Integer) row.get("levels"), Math::max));
        return levels.entrySet().stream()
                .map(need -> need.getKey() + "/" + need.getValue())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "DISCOUNT, 1, sales-managers, directors,      P1D, PT4H",
                "DISCOUNT, 2, directors,      directors,      P1D, PT4H",
                "DISCOUNT, -, directors,      directors,      P1D, PT4H",
                "MARGIN,   1, directors,      directors,      P1D, PT4H",
                "FLOOR,    1, directors,      directors,      P1D, PT4H",
                "VALUE,    1, directors,      directors,      P2D, P1D",
                "CREDIT,   1, finance,        directors,      P1D, PT4H",
                "CREDIT,   2, directors,      directors,      P1D, PT4H",
                "TERMS,    1, finance,        directors,      P1D, PT4H",
                "STOCK,    1, stock-planners, sales-managers, P1D, PT4H",
                "EXPORT,   1, sales-managers, directors,      P1D, PT4H",
                "ORDER_MINIMUM, 1, sales-managers, directors, P1D, PT4H",
                "BARTER,   1, directors,      directors,      P1D, PT4H",
                "-,        1, directors,      directors,      P1D, PT4H",
                "-,        -, directors,      directors,      P1D, PT4H",
            })
    void approvalsGoToWhoeverMayDecideThem(
            String kind, Integer level, String group, String escalation, String dueIn, String remindAfter) {
        Map<String, Object> route =
                decide("approval/approval-routing", facts("approvalKind", kind, "approvalLevel", level));

        assertThat(route)
                .containsEntry("approverGroup", group)
                .containsEntry("escalationGroup", escalation)
                .containsEntry("dueIn", dueIn)
                .containsEntry("remindAfter", remindAfter);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "NORMAL,   -, 100000,     70",
                "NORMAL,   10, 2500000,   70",
                "NORMAL,   7, 100000,     75",
                "NORMAL,   8, 100000,     70",
                "NORMAL,   3, 100000,     85",
                "NORMAL,   1, 100000,     90",
                "NORMAL,   -1, 100000,    90",
                "NORMAL,   -, 2500000.01, 80",
                "NORMAL,   -,  -,         80",
                "NORMAL,   3, -,          85",
                "URGENT,   3, 100000,     88",
                "URGENT,   20, 100000,    82",
                "CRITICAL, -, 100,        95",
                "-,        -, 100,        70",
            })
    void whatIsUrgentOrLargeStandsFurtherUp(String urgency, Integer daysToNeed, Double value, int priority) {
        assertThat(decide(
                        "approval/approval-priority",
                        facts("urgency", urgency, "daysToNeed", daysToNeed, "quoteValue", value)))
                .containsEntry("taskPriority", priority);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "line.*.quantity,    true", "line.*.unitPrice, true", "line.*.sku,       true", "terms,   true",
                "shipTo.line1,       true", "shipTo.pin,       true", "validUntil,       true", "total,   true",
                "line.*.discount,    true", "charge.*.amount,  true", "somethingNew,     true", "-,       true",
                "line.*.description, false", "line.*.note,     false", "notes,           false", "contact, false",
                "internalNote,       false", "buyerReference,  false", "shipTo.stateName, false",
            })
    void whatNobodyDecidedOnMayChangeWithoutVoidingTheDecision(String field, boolean material) {
        assertThat(decide("quotation/material-change", facts("field", field))).containsEntry("material", material);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "INDUSTRY,    REGULAR,      0,  30",
                "TRADE,       COMPOSITION,  0,  30",
                "RETAIL,      SEZ,          0,  30",
                "BRAND,       REGULAR,      0,  15",
                "INSTITUTION, REGULAR,      0,  45",
                "EXPORT,      OVERSEAS,     0,  30",
                "INDUSTRY,    UNREGISTERED, 30, 0",
                "OTHER,       UNREGISTERED, 30, 0",
                "OTHER,       REGULAR,      30, 0",
                "-,           REGULAR,      30, 0",
                "-,           UNREGISTERED, 30, 0",
                "INDUSTRY,    -,            30, 0",
                "INDUSTRY,    NON_RESIDENT, 30, 0",
                "-,           -,            30, 0",
            })
    void paymentTermsFollowSegmentAndRegistration(
            String segment, String registration, int advancePercent, int creditDays) {
        Map<String, Object> terms =
                decide("ordering/payment-terms", facts("segment", segment, "taxRegistration", registration));

        assertThat(terms).containsEntry("advancePercent", advancePercent).containsEntry("creditDays", creditDays);
        assertThat(PaymentTerms.of(
                                Percentage.of(String.valueOf(advancePercent)),
                                creditDays,
                                (String) terms.get("instalments"),
                                (String) terms.get("dueDay"),
                                (String) terms.get("earlyDiscount"))
                        .allWords())
                .isNotBlank();
    }

    @Test
    void institutionsPayInInstalmentsAndBrandsEarnADiscount() {
        assertThat(decide("ordering/payment-terms", facts("segment", "INSTITUTION", "taxRegistration", "REGULAR")))
                .containsEntry("instalments", "40 % at 15 days; 60 % at 45 days")
                .doesNotContainKey("earlyDiscount");
        assertThat(decide("ordering/payment-terms", facts("segment", "BRAND", "taxRegistration", "REGULAR")))
                .doesNotContainKey("instalments")
                .containsEntry("earlyDiscount", "1 % within 7 days");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "29, INDUSTRY, CBE", "32, TRADE,    CBE", "33, RETAIL,   CBE", "34, TRADE,    CBE", "36, BRAND,    CBE",
                "37, INDUSTRY, CBE", "27, INDUSTRY, PUN", "30, TRADE,    PUN", "07, RETAIL,   PUN", "33, EXPORT,   PUN",
                "96, EXPORT,   PUN", "-,  EXPORT,   PUN", "-,  TRADE,    PUN", "33, -,        CBE", "-,  -,        PUN",
            })
    void theSouthIsServedFromCoimbatore(String state, String segment, String warehouse) {
        Map<String, Object> route =
                decide("fulfilment/warehouse-routing", facts("shipToState", state, "segment", segment));

        assertThat(route).containsEntry("preferredWarehouse", warehouse).containsEntry("shortageReviewIn", "P3D");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "DE, 96, -,  false, ABROAD",
                "DE, -,  41, true,  ABROAD",
                "IN, 18, 78, false, REMOTE",
                "IN, 35, 74, true,  REMOTE",
                "IN, -,  19, false, REMOTE",
                "IN, -,  79, true,  REMOTE",
                "IN, 27, 41, true,  LOCAL",
                "IN, 33, 64, false, NATIONAL",
                "IN, -,  64, false, NATIONAL",
                "IN, -,  -,  false, REMOTE",
                "-,  -,  -,  -,     REMOTE",
            })
    void goodsTravelIntoAZone(String country, String state, String pin, Boolean sameState, String zone) {
        assertThat(decide(
                        "pricing/shipping-charge",
                        "delivery-zone",
                        facts("country", country, "state", state, "pinPrefix", pin, "sameState", sameState)))
                .containsEntry("zone", zone);
    }

    /** Each row, at its edges; amounts are worked out by DecidedShippingCharges. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "LOCAL,    PICK_UP, TRADE,    INR, 90000,     10, BUYER,              0,   0,  0,    0,   0",
                "ABROAD,   PICK_UP, EXPORT,   USD, 90000,     -,  BUYER,              0,   0,  0,    0,   0",
                "ABROAD,   ROAD,    EXPORT,   USD, 100,       -,  CARRIER_TO_COLLECT, 0,   0,  0,    1.5, 0",
                "ABROAD,   COURIER, EXPORT,   INR, 100,       10, CARRIER_TO_COLLECT, 0,   0,  0,    1.5, 0",
                "NATIONAL, ROAD,    TRADE,    USD, 900000,    10, BUYER,              3,   0,  0,    0.5, 0.15",
                "LOCAL,    ROAD,    -,        INR, 50000,     10, SELLER,             0,   0,  0,    0,   0",
                "LOCAL,    ROAD,    INDUSTRY, INR, 50000.01,  -,  SELLER,             0,   0,  0,    0,   0",
                "LOCAL,    ROAD,    INDUSTRY, INR, 49999.99,  10, BUYER,              0,   4,  350,  0,   0",
                "LOCAL,    ROAD,    INDUSTRY, INR, 49999.99,  -,  BUYER,              1,   0,  350,  0,   0",
                "NATIONAL, ROAD,    TRADE,    INR, 200000,    10, SELLER,             0,   0,  0,    0,   0.15",
                "NATIONAL, ROAD,    TRADE,    INR, 199999.99, 10, BUYER,              0,   9,  600,  0,   0.15",
                "NATIONAL, ROAD,    RETAIL,   INR, 200000,    10, BUYER,              0,   9,  600,  0,   0.15",
                "NATIONAL, ROAD,    -,        INR, 200000,    -,  BUYER,              2,   0,  600,  0,   0.15",
                "LOCAL,    COURIER, RETAIL,   INR, 90000,     0,  BUYER,              0,   60, 150,  0.5, 0",
                "REMOTE,   COURIER, RETAIL,   INR, 100,       2,  BUYER,              0,   60, 150,  0.5, 0",
                "LOCAL,    COURIER, RETAIL,   INR, 90000,     -,  BUYER,              1,   0,  350,  0,   0",
                "NATIONAL, COURIER, RETAIL,   INR, 100,       -,  BUYER,              2,   0,  600,  0,   0.15",
                "REMOTE,   ROAD,    TRADE,    INR, 900000,    10, BUYER,              0,   16, 1200, 0.5, 0.25",
                "REMOTE,   ROAD,    TRADE,    INR, 900000,    -,  BUYER,              3.5, 0,  1200, 0.5, 0.25",
                "-,        -,       -,        INR, -,         -,  BUYER,              3.5, 0,  1200, 0.5, 0.25",
            })
    void freightPackingAndInsuranceFollowZoneModeValueAndWeight(
            String zone,
            String mode,
            String segment,
            String currency,
            Double orderValue,
            Double weight,
            String payer,
            BigDecimal percent,
            BigDecimal perKg,
            BigDecimal atLeast,
            BigDecimal packing,
            BigDecimal insurance) {
        Map<String, Object> charge = decide(
                "pricing/shipping-charge",
                "shipping-charge",
                facts(
                        "zone",
                        zone,
                        "mode",
                        mode,
                        "segment",
                        segment,
                        "currency",
                        currency,
                        "orderValue",
                        orderValue,
                        "weightKg",
                        weight));

        assertThat(charge).containsEntry("freightPaidBy", payer);
        assertThat((String) charge.get("words")).isNotBlank();
        assertThat(Stream.of("freightPercent", "freightPerKg", "freightMinimum", "packingPercent", "insurancePercent")
                        .map(output -> new BigDecimal(String.valueOf(charge.get(output)))))
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(percent, perKg, atLeast, packing, insurance);
    }

    static Stream<Arguments> reminders() {
        return Stream.of(
                Arguments.of(0, "REMIND", "P7D"),
                Arguments.of(1, "REMIND", "P7D"),
                Arguments.of(2, "REMIND", "P5D"),
                Arguments.of(3, "HAND_OVER", "P3D"),
                Arguments.of(4, "HAND_OVER", "P3D"),
                Arguments.of(-1, "HAND_OVER", "P3D"),
                Arguments.of(null, "HAND_OVER", "P3D"));
    }

    @ParameterizedTest
    @MethodSource("reminders")
    void threeRemindersThenAPerson(Integer level, String action, String lookAgainIn) {
        Map<String, Object> decided = decide("payment/reminders", facts("reminderLevel", level));

        assertThat(decided).containsEntry("reminderAction", action).containsEntry("nextReminderIn", lookAgainIn);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "AS_READY, false, 100, SPLIT",
                "AS_READY, true,    5, SPLIT",
                "AS_READY, true,    6, ASK",
                "COMPLETE, false,   1, ASK",
                "COMPLETE, true,  100, ASK",
                "-,        false,   1, ASK",
                "AS_READY, -,      40, ASK",
                "AS_READY, true,    -, ASK",
                "-,        -,       -, ASK",
            })
    void smallShortPicksOfOrdersThatMayLeaveInPartsAreSettled(
            String policy, Boolean otherStock, Integer missing, String decision) {
        assertThat(decide(
                        "fulfilment/short-pick",
                        facts("shippingPolicy", policy, "otherStockHere", otherStock, "missingPercent", missing)))
                .containsEntry("shortPickDecision", decision);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "TRADE,    Cartons,         FITTINGS,                false, 25000, SKIP",
                "RETAIL,   -,               '',                      false, 10,    SKIP",
                "TRADE,    Cartons,         FITTINGS,                false, 25001, INSPECT",
                "TRADE,    Cartons,         'FITTINGS,SMALL-PUMPS',  false, 10,    INSPECT",
                "TRADE,    Seaworthy cases, FITTINGS,                false, 10,    INSPECT",
                "TRADE,    Cartons,         OILS,                    true,  10,    INSPECT",
                "INDUSTRY, Cartons,         FITTINGS,                false, 10,    INSPECT",
                "EXPORT,   Cartons,         FITTINGS,                false, 10,    INSPECT",
                "-,        -,               -,                       false, 10,    INSPECT",
                "TRADE,    -,               -,                       false, -,     INSPECT",
                "-,        -,               -,                       -,     -,     INSPECT",
            })
    void onlySmallOrdersOfResellersAreNotInspected(
            String segment, String packing, String categories, Boolean batches, Long net, String inspection) {
        assertThat(decide(
                        "fulfilment/quality-inspection",
                        facts(
                                "segment",
                                segment,
                                "packing",
                                packing,
                                "categories",
                                categories,
                                "batchTracked",
                                batches,
                                "orderNet",
                                net)))
                .containsEntry("inspection", inspection);
    }
}
