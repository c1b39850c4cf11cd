package io.tradeflow.returns.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.returns.CreditClaims;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The number of the credit note finance has issued. */
@Component
class CreditNoteForm implements TaskForm {

    private final CreditClaims claims;

    CreditNoteForm(CreditClaims claims) {
        this.claims = claims;
    }

    @Override
    public String form() {
        return "returns/credit-note";
    }

    @Override
    public Set<String> fields() {
        return Set.of("creditNoteNumber");
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        claims.checkCreditNote(SubmittedText.of(submitted, "creditNoteNumber"));
    }
}
