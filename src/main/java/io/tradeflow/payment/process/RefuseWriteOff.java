package io.tradeflow.payment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.payment.WriteOffs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("refuseWriteOff")
@ProcessStep(
        label = "Refuse write-off",
        description = "Keeps that the rest stays open, and why.",
        inputs = {
            @ProcessStep.Variable(name = "writeOffNumber", description = "Number of the write-off"),
            @ProcessStep.Variable(name = "writeOffNote", description = "Why it is refused")
        })
class RefuseWriteOff implements JavaDelegate {

    private final WriteOffs writeOffs;
    private final TaskCompleter completer;

    RefuseWriteOff(WriteOffs writeOffs, TaskCompleter completer) {
        this.writeOffs = writeOffs;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        writeOffs.refuse((String) execution.getVariable("writeOffNumber"), completer.actor(), (String)
                execution.getVariable("writeOffNote"));
    }
}
