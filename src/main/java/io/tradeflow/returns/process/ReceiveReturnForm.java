package io.tradeflow.returns.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.fulfilment.QuantitiesByLine;
import io.tradeflow.kernel.Actor;
import io.tradeflow.returns.Arrivals;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What arrived of each line, and where. */
@Component
class ReceiveReturnForm implements TaskForm {

    private final Arrivals arrivals;

    ReceiveReturnForm(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public String form() {
        return "returns/receive";
    }

    @Override
    public Set<String> fields() {
        return Set.of("warehouse", "received");
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        arrivals.checkReceipt(
                (String) context.get("returnNumber"),
                SubmittedText.of(submitted, "warehouse"),
                QuantitiesByLine.parse("received", submitted.get("received")));
    }
}
