package io.tradeflow.quotation.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.kernel.Actor;
import io.tradeflow.quotation.Negotiations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Refuse longer validity for whoever completed the task. */
@Component("refuseExtension")
@ProcessStep(
        label = "Refuse longer validity",
        description = "Leaves the validity as it is and tells the buyer by mail.",
        inputs = {
            @ProcessStep.Variable(name = "extensionRequestId", description = "The buyer's request"),
            @ProcessStep.Variable(name = "extensionNote", description = "What the buyer is told, or empty")
        })
class RefuseExtension implements JavaDelegate {

    private final Negotiations negotiations;
    private final TaskCompleter completer;

    RefuseExtension(Negotiations negotiations, TaskCompleter completer) {
        this.negotiations = negotiations;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Actor by = completer.person().map(Actor.class::cast).orElse(Actor.PROGRAM);
        negotiations.refuseExtension((Long) execution.getVariable("extensionRequestId"), by, (String)
                execution.getVariable(ExtensionForm.NOTE));
    }
}
