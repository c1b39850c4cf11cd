package io.tradeflow.quotation.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.quotation.Quotations;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks for the approvals that the decision table demands. */
@Component("requestApprovals")
@ProcessStep(
        label = "Request approvals",
        description =
                "Asks for one decision of each kind on the quote as it is now; none demanded is recorded as well.",
        inputs = {
            @ProcessStep.Variable(name = "quoteNumber", description = "Number of the quote"),
            @ProcessStep.Variable(name = "approvalKinds", description = "Kinds the decision table found")
        })
class RequestApprovals implements JavaDelegate {

    private final Quotations quotations;

    RequestApprovals(Quotations quotations) {
        this.quotations = quotations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        quotations.requestApprovals((String) execution.getVariable("quoteNumber"), kinds(execution));
    }

    private static Set<String> kinds(DelegateExecution execution) {
        Set<String> kinds = new LinkedHashSet<>();
        if (execution.getVariable("approvalKinds") instanceof Collection<?> found) {
            found.forEach(kind -> kinds.add(String.valueOf(kind)));
        }
        return kinds;
    }
}
