package io.tradeflow.einvoice.process;

import io.tradeflow.einvoice.EInvoice;
import io.tradeflow.einvoice.EInvoices;
import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finance has taken the file to the portal: the signed answer is uploaded, which ends the task by itself, or the portal refused the document. */
@Component
class RegisterEInvoiceForm implements TaskForm {

    private static final String REFUSAL = "eInvoiceRefusal";
    private static final int LONGEST = 500;

    private final EInvoices eInvoices;

    RegisterEInvoiceForm(EInvoices eInvoices) {
        this.eInvoices = eInvoices;
    }

    @Override
    public String form() {
        return "einvoice/register";
    }

    @Override
    public Set<String> fields() {
        return Set.of(REFUSAL);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        Object refusal = submitted.get(REFUSAL);
        EInvoice eInvoice = eInvoices.eInvoice((String) context.get("irn"));
        if ((refusal == null || refusal.toString().isBlank()) && !eInvoice.isRegistered()) {
            throw Problem.invalid(
                    "e-invoice-not-registered",
                    REFUSAL,
                    "The signed answer is not uploaded yet; if the portal refused the document, say why");
        }
        if (refusal != null && refusal.toString().length() > LONGEST) {
            throw Problem.invalid("e-invoice-not-registered", REFUSAL, "At most " + LONGEST + " characters");
        }
    }
}
