package io.tradeflow.inventory.process;

import io.tradeflow.engine.Decisions;
import io.tradeflow.engine.Decisions.MatchedRule;
import io.tradeflow.inventory.WarehouseSuit;
import io.tradeflow.inventory.WarehouseSuits;
import io.tradeflow.ordering.SalesOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the table {@code warehouse-suitability} about each warehouse; the first rule that matches answers. */
@Component
class JudgeWarehouses implements WarehouseSuits {

    private final Decisions decisions;

    JudgeWarehouses(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<WarehouseSuit> judge(SalesOrder order, Collection<Facts> warehouses) {
        List<Facts> asked = List.copyOf(warehouses);
        List<List<MatchedRule>> answers = decisions.matchingEach(
                "warehouse-suitability",
                asked.stream().map(facts -> facts(order, facts)).toList());
        List<WarehouseSuit> judged = new ArrayList<>();
        for (int at = 0; at < asked.size(); at++) {
            judged.add(suit(asked.get(at), answers.get(at)));
        }
        return judged;
    }

    private static Map<String, Object> facts(SalesOrder order, Facts facts) {
        Map<String, Object> known = new HashMap<>();
        known.put("warehouse", facts.warehouseCode());
        known.put("preferred", facts.preferred());
        known.put("segment", order.segment());
        known.put("orderValue", order.grandTotal().amount().doubleValue());
        known.put("distanceKm", facts.km() == null ? null : facts.km().doubleValue());
        known.put("servedPercent", facts.servedPercent().doubleValue());
        return known;
    }

    /** A warehouse no rule speaks of is not used. */
    private static WarehouseSuit suit(Facts facts, List<MatchedRule> answer) {
        if (answer.isEmpty()) {
            return new WarehouseSuit(facts.warehouseCode(), false, BigDecimal.ZERO, facts.km(), "No rule speaks of it");
        }
        MatchedRule rule = answer.get(0);
        BigDecimal way = facts.km() == null ? BigDecimal.ZERO : facts.km();
        BigDecimal cost =
                number(rule, "costPerShipment").add(number(rule, "costPerKm").multiply(way));
        return new WarehouseSuit(
                facts.warehouseCode(),
                Boolean.TRUE.equals(rule.outputs().get("eligible")),
                cost.setScale(2, RoundingMode.HALF_UP),
                facts.km(),
                note(facts, rule));
    }

    private static String note(Facts facts, MatchedRule rule) {
        return facts.km() == null
                ? rule.annotation()
                : facts.km().stripTrailingZeros().toPlainString() + " km, " + rule.annotation();
    }

    /** Tables answer with numbers of several kinds; their texts are exact. */
    private static BigDecimal number(MatchedRule rule, String output) {
        Object value = rule.outputs().get(output);
        return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
    }
}
