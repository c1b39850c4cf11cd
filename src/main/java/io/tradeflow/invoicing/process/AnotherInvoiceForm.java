package io.tradeflow.invoicing.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.kernel.Actor;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finance has another invoice issued once what was wrong is put right; the task stays while its tax cannot be right. */
@Component
class AnotherInvoiceForm implements TaskForm {

    private final TaxInvoices invoices;

    AnotherInvoiceForm(TaxInvoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public String form() {
        return "invoicing/another-invoice";
    }

    @Override
    public Set<String> fields() {
        return Set.of();
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        String shipment = (String) context.get("shipmentNumber");
        if (invoices.isToBillAgain(shipment)) {
            invoices.checkTax(shipment);
        }
    }
}
