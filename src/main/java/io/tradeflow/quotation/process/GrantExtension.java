package io.tradeflow.quotation.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.kernel.Actor;
import io.tradeflow.quotation.Negotiations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Grant longer validity for whoever completed the task. */
@Component("grantExtension")
@ProcessStep(
        label = "Grant longer validity",
        description =
                "Makes a revision with the same content and a later end of its validity out of the sent one, and has it approved and sent.",
        inputs = {
            @ProcessStep.Variable(name = "extensionRequestId", description = "The buyer's request"),
            @ProcessStep.Variable(name = "grantedUntil", description = "The new last day, as 2026-12-24"),
            @ProcessStep.Variable(name = "extensionNote", description = "What the buyer is told, or empty")
        })
class GrantExtension implements JavaDelegate {

    private final Negotiations negotiations;
    private final TaskCompleter completer;

    GrantExtension(Negotiations negotiations, TaskCompleter completer) {
        this.negotiations = negotiations;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Actor by = completer.person().map(Actor.class::cast).orElse(Actor.PROGRAM);
        negotiations.grantExtension(
                (Long) execution.getVariable("extensionRequestId"),
                by,
                ExtensionForm.day(execution.getVariable(ExtensionForm.UNTIL)),
                (String) execution.getVariable(ExtensionForm.NOTE));
    }
}
