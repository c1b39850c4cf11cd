package io.tradeflow.invoicing.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.kernel.Actor;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finance has mended what the tax rests on; the task cannot be completed while something is still wrong. */
@Component
class ClarifyTax implements TaskForm {

    private final TaxInvoices invoices;

    ClarifyTax(TaxInvoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public String form() {
        return "invoicing/clarify-tax";
    }

    @Override
    public Set<String> fields() {
        return Set.of();
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        invoices.checkTax((String) context.get("shipmentNumber"));
    }
}
