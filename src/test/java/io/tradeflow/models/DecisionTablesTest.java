package io.tradeflow.models;

import static io.tradeflow.models.Tables.decide;
import static io.tradeflow.models.Tables.facts;
import static io.tradeflow.models.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.party.BusinessCategory;
import io.tradeflow.party.TaxRegistration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
                "10.01, 10.01, 40,    100000,     DISCOUNT",
                "4,     10.01, 40,    100000,     DISCOUNT",
                "0,     0,     14.99, 100000,     MARGIN",
                "0,     0,     -3,    100000,     MARGIN",
                "0,     0,     40,    2500000.01, VALUE",
                "26,    40,    5,     9000000,    DISCOUNT MARGIN VALUE",
                "-,     0,     40,    100000,     DISCOUNT",
                "0,     -,     40,    100000,     DISCOUNT",
                "12,    -,     40,    100000,     DISCOUNT",
                "0,     0,     -,     100000,     MARGIN",
                "0,     0,     40,    -,          VALUE",
                "-,     -,     -,     -,          DISCOUNT MARGIN VALUE",
            })
    void approvalsFollowDiscountMarginAndValue(
            Double discount, Double worstLine, Double margin, Double value, String kinds) {
        List<Object> required = table(
                        "quotation/required-approvals",
                        facts(
                                "discountPercent",
                                discount,
                                "worstLineDiscount",
                                worstLine,
                                "marginPercent",
                                margin,
                                "quoteValue",
                                value))
                .collectEntries("kind");

        assertThat(required).containsExactlyElementsOf(kinds.isEmpty() ? List.of() : Arrays.asList(kinds.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "DISCOUNT, 11, 12,    sales-managers, directors, P1D",
                "DISCOUNT, 25, 25,    sales-managers, directors, P1D",
                "DISCOUNT, 25, 25.01, directors,      directors, P1D",
                "DISCOUNT, 26, 26,    directors,      directors, P1D",
                "DISCOUNT, -,  26,    directors,      directors, P1D",
                "DISCOUNT, 11, -,     directors,      directors, P1D",
                "DISCOUNT, -,  -,     directors,      directors, P1D",
                "MARGIN,   0,  0,     directors,      directors, P1D",
                "MARGIN,   -,  -,     directors,      directors, P1D",
                "VALUE,    0,  0,     directors,      directors, P2D",
                "CREDIT,   0,  0,     directors,      directors, P1D",
                "-,        0,  0,     directors,      directors, P1D",
            })
    void approvalsGoToWhoeverMayDecideThem(
            String kind, Double discount, Double worstLine, String group, String escalation, String dueIn) {
        Map<String, Object> route = decide(
                "approval/approval-routing",
                facts("approvalKind", kind, "discountPercent", discount, "worstLineDiscount", worstLine));

        assertThat(route)
                .containsEntry("approverGroup", group)
                .containsEntry("escalationGroup", escalation)
                .containsEntry("dueIn", dueIn);
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
}
