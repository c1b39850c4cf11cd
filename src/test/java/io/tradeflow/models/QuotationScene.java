package io.tradeflow.models;

import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of quotation.bpmn have in common: the inquiry, what pricing finds, and a stand-in for each approval. */
abstract class QuotationScene extends ProcessTest {

    @BeforeEach
    void deployQuotation() {
        deploy("quotation/quotation.bpmn", "quotation/required-approvals.dmn");
        standIn("approval");
        steps.writes("sendQuote", with("acceptanceWaits", false));
    }

    /** A quotation run as far as it goes by itself, with these discounts by turn of pricing. */
    ProcessInstance quoteWithin(Double... discounts) {
        for (Double discount : discounts) {
            steps.writes("priceQuote", priced(discount));
        }
        return startAndRun("quotation", inquiry());
    }

    Map<String, Object> priced(double discount) {
        return with(
                "quoteNumber",
                NUMBER,
                "quoteRevision",
                1,
                "discountPercent",
                discount,
                "worstLineDiscount",
                discount,
                "marginPercent",
                22.0,
                "quoteValue",
                420000.0,
                "belowFloor",
                false,
                "belowOrderMinimum",
                false,
                "creditExcess",
                0.0,
                "stockShortage",
                0.0,
                "exportMode",
                "NONE",
                "termsUnusual",
                false,
                "shortfallDays",
                null,
                "approvalLane",
                "USUAL",
                "validUntil",
                in(Duration.ofDays(15)),
                "reminderAt",
                in(Duration.ofDays(12)));
    }

    static Map<String, Object> inquiry() {
        return with(
                "inquiryNumber", DEAL,
                "buyerCode", "SAHYADRI",
                "buyerName", "Sahyadri Agro",
                "segment", "INDUSTRY",
                "priceTier", "INDUSTRY",
                "replyHours", 8);
    }
}
