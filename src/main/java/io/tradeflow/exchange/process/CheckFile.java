package io.tradeflow.exchange.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.exchange.ImportSettings;
import io.tradeflow.exchange.Imports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("checkFile")
@ProcessStep(
        label = "Check file",
        description = "Looks at every row of an uploaded file and notes what is wrong and what it would change.",
        inputs = @ProcessStep.Variable(name = "importId", description = "The uploaded file"),
        outcomes = {
            @ProcessStep.Variable(name = "fileIsRight", description = "Whether every row is right"),
            @ProcessStep.Variable(name = "keptFor", description = "How long the file waits for an answer, e.g. P7D")
        })
class CheckFile implements JavaDelegate {

    private final Imports imports;
    private final ImportSettings settings;

    CheckFile(Imports imports, ImportSettings settings) {
        this.imports = imports;
        this.settings = settings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("fileIsRight", imports.check((Long) execution.getVariable("importId")));
        execution.setVariable("keptFor", settings.keptFor().toString());
    }
}
