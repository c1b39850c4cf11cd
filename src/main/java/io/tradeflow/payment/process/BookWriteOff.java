package io.tradeflow.payment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.payment.WriteOffs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("bookWriteOff")
@ProcessStep(
        label = "Book write-off",
        description = "Settles the rest of the open item without money; does nothing where a payment has overtaken it.",
        inputs = {
            @ProcessStep.Variable(name = "writeOffNumber", description = "Number of the write-off"),
            @ProcessStep.Variable(name = "writeOffNote", description = "What the approver wrote, where there is one")
        })
class BookWriteOff implements JavaDelegate {

    private final WriteOffs writeOffs;
    private final TaskCompleter completer;

    BookWriteOff(WriteOffs writeOffs, TaskCompleter completer) {
        this.writeOffs = writeOffs;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        writeOffs.book((String) execution.getVariable("writeOffNumber"), completer.actor(), (String)
                execution.getVariable("writeOffNote"));
    }
}
