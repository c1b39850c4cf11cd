package io.tradeflow.invoicing.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.kernel.Actor;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finance has entered the missing rates; the task cannot be completed while one is still missing. */
@Component
class CompleteTaxRates implements TaskForm {

    private final TaxInvoices invoices;

    CompleteTaxRates(TaxInvoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public String form() {
        return "invoicing/complete-tax-rates";
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
