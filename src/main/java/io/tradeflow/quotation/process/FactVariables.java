package io.tradeflow.quotation.process;

import io.tradeflow.quotation.QuoteFacts;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The facts that the table of required approvals compares, as its variables. */
final class FactVariables {

    private FactVariables() {}

    static Map<String, Object> of(QuoteFacts facts) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("discountPercent", toDouble(facts.discountPercent()));
        variables.put("worstLineDiscount", toDouble(facts.worstLineDiscount()));
        variables.put("marginPercent", toDouble(facts.marginPercent()));
        variables.put("quoteValue", toDouble(facts.value()));
        variables.put("belowFloor", facts.belowFloor());
        variables.put("belowOrderMinimum", facts.belowOrderMinimum());
        variables.put("creditExcess", toDouble(facts.creditExcess()));
        variables.put("stockShortage", toDouble(facts.stockShortage()));
        variables.put("exportMode", facts.exportMode());
        variables.put("termsUnusual", facts.termsUnusual());
        variables.put("shortfallDays", facts.shortfallDays());
        variables.put("approvalLane", facts.approvalLane());
        return variables;
    }

    /** For comparison in decision tables only. */
    private static Double toDouble(BigDecimal fact) {
        return fact == null ? null : fact.doubleValue();
    }
}
