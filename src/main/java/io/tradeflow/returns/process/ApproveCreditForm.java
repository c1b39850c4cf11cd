package io.tradeflow.returns.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.returns.CreditClaims;
import io.tradeflow.returns.CreditedOtherwise;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finance has the credit note issued, names the one that credited the goods already, or lets the credit wait for some days with a reason. */
@Component
class ApproveCreditForm implements TaskForm {

    /** How long a credit may wait before finance is asked again. */
    private static final Set<String> WAITS = Set.of("P1D", "P3D", "P7D", "P14D");

    private static final int LONGEST_REASON = 500;

    private final CreditClaims claims;
    private final CreditedOtherwise otherwise;

    ApproveCreditForm(CreditClaims claims, CreditedOtherwise otherwise) {
        this.claims = claims;
        this.otherwise = otherwise;
    }

    @Override
    public String form() {
        return "returns/approve-credit";
    }

    @Override
    public Set<String> fields() {
        return Set.of("creditDecision", "heldFor", "holdReason", "creditNoteNumber");
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        String decision = SubmittedText.of(submitted, "creditDecision");
        if ("APPROVED".equals(decision)) {
            claims.checkCreditable((String) context.get("returnNumber"));
            return;
        }
        // a return that began in an older version of the model has no step for it
        if ("CREDITED".equals(decision) && Boolean.TRUE.equals(context.get("otherCreditKnown"))) {
            otherwise.check((String) context.get("returnNumber"), SubmittedText.of(submitted, "creditNoteNumber"));
            return;
        }
        if (!"HELD".equals(decision)) {
            throw Problem.invalid("invalid-decision", "creditDecision", "Decide: APPROVED, CREDITED or HELD");
        }
        String wait = SubmittedText.of(submitted, "heldFor");
        if (wait == null || !WAITS.contains(wait)) {
            throw Problem.invalid("invalid-hold", "heldFor", "Choose for how long: P1D, P3D, P7D or P14D");
        }
        String reason = SubmittedText.of(submitted, "holdReason");
        if (reason == null || reason.length() > LONGEST_REASON) {
            throw Problem.invalid(
                    "reason-missing", "holdReason", "Say why it waits, in at most " + LONGEST_REASON + " characters");
        }
    }
}
