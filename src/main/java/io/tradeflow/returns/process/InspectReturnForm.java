package io.tradeflow.returns.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.fulfilment.QuantitiesByLine;
import io.tradeflow.kernel.Actor;
import io.tradeflow.returns.Arrivals;
import io.tradeflow.returns.Inspected;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Where the goods of each line go. */
@Component
class InspectReturnForm implements TaskForm {

    private final Arrivals arrivals;

    InspectReturnForm(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public String form() {
        return "returns/inspect";
    }

    @Override
    public Set<String> fields() {
        return Set.of("restock", "quarantine", "scrap", "note");
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        arrivals.checkInspection(
                (String) context.get("returnNumber"), placed(submitted), SubmittedText.of(submitted, "note"));
    }

    /** By line; a quantity that is not named is zero. */
    static Map<Integer, Inspected> placed(Map<String, Object> fields) {
        Map<Integer, BigDecimal> restock = QuantitiesByLine.parse("restock", fields.get("restock"));
        Map<Integer, BigDecimal> quarantine = QuantitiesByLine.parse("quarantine", fields.get("quarantine"));
        Map<Integer, BigDecimal> scrap = QuantitiesByLine.parse("scrap", fields.get("scrap"));
        Set<Integer> lines = new TreeSet<>(restock.keySet());
        lines.addAll(quarantine.keySet());
        lines.addAll(scrap.keySet());
        Map<Integer, Inspected> placed = new TreeMap<>();
        lines.forEach(line -> placed.put(
                line,
                new Inspected(
                        restock.getOrDefault(line, BigDecimal.ZERO),
                        quarantine.getOrDefault(line, BigDecimal.ZERO),
                        scrap.getOrDefault(line, BigDecimal.ZERO))));
        return placed;
    }
}
