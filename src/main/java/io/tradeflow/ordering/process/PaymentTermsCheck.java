package io.tradeflow.ordering.process;

import io.tradeflow.engine.TableCheck;
import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.kernel.Percentage;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A table of payment terms is published only where every rule can be read. */
@Component
class PaymentTermsCheck implements TableCheck {

    @Override
    public String table() {
        return "payment-terms";
    }

    @Override
    public void check(Map<String, String> outputs) {
        if (outputs.containsKey("advancePercent") && outputs.containsKey("creditDays")) {
            PaymentTerms.of(
                    Percentage.of(outputs.get("advancePercent")),
                    Integer.parseInt(outputs.get("creditDays")),
                    outputs.get("instalments"),
                    outputs.get("dueDay"),
                    outputs.get("earlyDiscount"));
        }
    }
}
