package io.tradeflow.amendment.process;

import io.tradeflow.amendment.ChangeFacts;
import io.tradeflow.approval.ApprovalNeed;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Facts as the table's variables, and its rows as approvals: one for each kind, with all its reasons. */
final class ChangeNeeds {

    private ChangeNeeds() {}

    static Map<String, Object> variables(ChangeFacts facts) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("increase", toDouble(facts.increase()));
        variables.put("decreasePercent", toDouble(facts.decreasePercent()));
        variables.put("worstDiscount", toDouble(facts.worstDiscount()));
        variables.put("marginPercent", toDouble(facts.marginPercent()));
        variables.put("belowFloor", facts.belowFloor());
        variables.put("creditExcess", toDouble(facts.creditExcess()));
        variables.put("placeChanges", facts.placeChanges());
        return variables;
    }

    static List<ApprovalNeed> of(List<Map<String, Object>> rows) {
        Map<String, ApprovalNeed> needs = new LinkedHashMap<>();
        for (Map<String, Object> row : rows) {
            String because = String.valueOf(row.get("because"));
            needs.merge(
                    String.valueOf(row.get("kind")),
                    new ApprovalNeed(String.valueOf(row.get("kind")), 1, because),
                    (one, other) -> new ApprovalNeed(one.kind(), 1, one.because() + ". " + other.because()));
        }
        return List.copyOf(needs.values());
    }

    /** For comparison in the decision table only. */
    private static Double toDouble(BigDecimal fact) {
        return fact == null ? null : fact.doubleValue();
    }
}
