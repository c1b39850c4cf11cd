package io.tradeflow.exchange.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.exchange.ImportFile;
import io.tradeflow.exchange.Imports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("importRows")
@ProcessStep(
        label = "Import rows",
        description = "Brings all rows of a checked file in, all together or none.",
        inputs = @ProcessStep.Variable(name = "importId", description = "The uploaded file"),
        outcomes = {
            @ProcessStep.Variable(name = "fileIsRight", description = "Whether the rows have come in"),
            @ProcessStep.Variable(
                    name = "houseHasChanged",
                    description = "Whether the rows would do something else than was shown and wait for another answer")
        })
class ImportRows implements JavaDelegate {

    private final Imports imports;

    ImportRows(Imports imports) {
        this.imports = imports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ImportFile.Status status = imports.apply((Long) execution.getVariable("importId"));
        execution.setVariable("fileIsRight", status == ImportFile.Status.DONE);
        execution.setVariable("houseHasChanged", status == ImportFile.Status.READY);
    }
}
