package io.tradeflow.ordering.process;

import io.tradeflow.engine.TableCheck;
import io.tradeflow.kernel.PaymentTerms;
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
        PaymentTerms.answered(outputs::get);
    }
}
