package io.tradeflow.payment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DealStage;
import io.tradeflow.payment.Payments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

@Component("checkAdvance")
@ProcessStep(
        label = "Check advance",
        description =
                "Looks whether the agreed advance has come in. Put a wait for the message PaymentReceived behind it.",
        inputs = @Variable(name = "orderNumber", description = "The order"),
        outcomes = @Variable(name = "advanceReceived", description = "Whether the advance is there in full"))
class CheckAdvance implements JavaDelegate {

    private static final String ADVANCE_RECEIVED = "advanceReceived";

    private final Payments payments;
    private final ApplicationEventPublisher events;

    CheckAdvance(Payments payments, ApplicationEventPublisher events) {
        this.payments = payments;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNumber = (String) execution.getVariable("orderNumber");
        boolean received = payments.settlement(orderNumber).advanceReceived();
        boolean looksForTheFirstTime = execution.getVariable(ADVANCE_RECEIVED) == null;
        if (!received && looksForTheFirstTime) {
            events.publishEvent(DealProgress.reached(
                    execution.getProcessBusinessKey(),
                    DealStage.AWAITING_ADVANCE,
                    "The order waits for the agreed advance",
                    orderNumber,
                    Actor.PROGRAM));
        }
        execution.setVariable(ADVANCE_RECEIVED, received);
    }
}
