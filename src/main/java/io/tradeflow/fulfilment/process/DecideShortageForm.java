package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.fulfilment.Shortages;
import io.tradeflow.kernel.Actor;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The stock planner's form: what happens about what is missing, for all open lines and otherwise for single ones. */
@Component
class DecideShortageForm implements TaskForm {

    private final Shortages shortages;

    DecideShortageForm(Shortages shortages) {
        this.shortages = shortages;
    }

    @Override
    public String form() {
        return "fulfilment/decide-shortage";
    }

    @Override
    public Set<String> fields() {
        return ShortageFields.NAMES;
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        shortages.check((String) context.get("orderNumber"), ShortageFields.decision(submitted));
    }
}
