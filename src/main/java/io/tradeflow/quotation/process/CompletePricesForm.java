package io.tradeflow.quotation.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.quotation.Quotations;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The sales desk's form for missing prices: it submits nothing, prices are set on the draft or in the lists; all must be there. */
@Component
class CompletePricesForm implements TaskForm {

    private final Quotations quotations;

    CompletePricesForm(Quotations quotations) {
        this.quotations = quotations;
    }

    @Override
    public String form() {
        return "quotation/complete-prices";
    }

    @Override
    public Set<String> fields() {
        return Set.of();
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        quotations.requirePriceable((String) context.get("inquiryNumber"));
    }
}
