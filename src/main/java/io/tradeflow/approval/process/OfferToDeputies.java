package io.tradeflow.approval.process;

import io.tradeflow.engine.ProcessStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** An absence begins or ends. */
@Component("offerToDeputies")
@ProcessStep(
        label = "Offer approvals to deputies",
        description = "Offers the open approvals to the deputies of all who are away now, and to no other deputy.")
class OfferToDeputies implements JavaDelegate {

    private final DeputyLinks links;

    OfferToDeputies(DeputyLinks links) {
        this.links = links;
    }

    @Override
    public void execute(DelegateExecution execution) {
        links.renew();
    }
}
