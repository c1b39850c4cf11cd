package io.tradeflow.payment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.payment.ReceiptDraft;
import io.tradeflow.payment.RefundPayment;
import io.tradeflow.payment.Refunds;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("recordRefund")
@ProcessStep(
        label = "Record refund",
        description = "Keeps that the money is paid back, by whom, how, where to and with which reference of the bank.",
        inputs = {
            @ProcessStep.Variable(name = "refundNumber", description = "Number of the refund"),
            @ProcessStep.Variable(name = "paidOn", description = "Day of the payment, such as 2026-12-15"),
            @ProcessStep.Variable(name = "reference", description = "The bank's reference, or the cheque's number"),
            @ProcessStep.Variable(name = "mode", description = "How it was paid, such as NEFT or CHEQUE"),
            @ProcessStep.Variable(name = "account", description = "Where it was paid to; may be null")
        })
class RecordRefund implements JavaDelegate {

    private final Refunds refunds;
    private final TaskCompleter completer;

    RecordRefund(Refunds refunds, TaskCompleter completer) {
        this.refunds = refunds;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String mode = (String) execution.getVariable("mode");
        refunds.settle(
                completer.person().orElseThrow(() -> new IllegalStateException("Nobody paid the refund")),
                (String) execution.getVariable("refundNumber"),
                new RefundPayment(
                        LocalDate.parse((String) execution.getVariable("paidOn")),
                        mode == null ? null : ReceiptDraft.Mode.valueOf(mode),
                        (String) execution.getVariable("reference"),
                        (String) execution.getVariable("account")));
    }
}
