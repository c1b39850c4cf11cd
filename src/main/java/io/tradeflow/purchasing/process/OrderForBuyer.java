package io.tradeflow.purchasing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.purchasing.PurchaseRounds;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("orderForBuyer")
@ProcessStep(
        label = "Order for buyer",
        description = "Accepts the quote for the person who asked, as approved.",
        inputs = @ProcessStep.Variable(name = "purchaseApprovalId", description = "The buyer's approval"),
        errors = @ProcessStep.Error(code = "QUOTE_NOT_OPEN", description = "The quote cannot be accepted any more"))
class OrderForBuyer implements JavaDelegate {

    private final PurchaseRounds rounds;

    OrderForBuyer(PurchaseRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = (Long) execution.getVariable("purchaseApprovalId");
        rounds.obstacle(id).ifPresent(why -> {
            throw new BpmnError("QUOTE_NOT_OPEN", why);
        });
        rounds.order(id);
    }
}
