package io.tradeflow.returns.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.returns.CreditClaims;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("claimCredit")
@ProcessStep(
        label = "Claim credit",
        description = "Works out invoice lines, quantities and amounts that are to be credited.",
        inputs = @ProcessStep.Variable(name = "returnNumber", description = "Number of the return"))
class ClaimCredit implements JavaDelegate {

    private final CreditClaims claims;

    ClaimCredit(CreditClaims claims) {
        this.claims = claims;
    }

    @Override
    public void execute(DelegateExecution execution) {
        claims.claim((String) execution.getVariable("returnNumber"));
    }
}
