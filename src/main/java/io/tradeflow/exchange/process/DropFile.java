package io.tradeflow.exchange.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.exchange.Imports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("dropFile")
@ProcessStep(
        label = "Drop file",
        description = "Gives up on an uploaded file that nobody wants; nothing of it comes in.",
        inputs = @ProcessStep.Variable(name = "importId", description = "The uploaded file"))
class DropFile implements JavaDelegate {

    private final Imports imports;

    DropFile(Imports imports) {
        this.imports = imports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        imports.drop((Long) execution.getVariable("importId"));
    }
}
