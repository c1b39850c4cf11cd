package io.tradeflow.einvoice.process;

import io.tradeflow.einvoice.EInvoices;
import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What was wrong is put right and the document tried again, or it goes without registration for a reason. */
@Component
class ClearUpEInvoiceForm implements TaskForm {

    private static final String SOLUTION = "eInvoiceSolution";
    private static final String WAIVER = "eInvoiceWaiver";

    private final EInvoices eInvoices;

    ClearUpEInvoiceForm(EInvoices eInvoices) {
        this.eInvoices = eInvoices;
    }

    @Override
    public String form() {
        return "einvoice/clear-up";
    }

    @Override
    public Set<String> fields() {
        return Set.of(SOLUTION, WAIVER);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        Object solution = submitted.get(SOLUTION);
        if (!"TRY_AGAIN".equals(solution) && !"WITHOUT".equals(solution)) {
            throw Problem.invalid("e-invoice-solution", SOLUTION, "TRY_AGAIN or WITHOUT");
        }
        if ("WITHOUT".equals(solution)) {
            eInvoices.checkWaiver(by, (String) submitted.get(WAIVER));
        }
    }
}
