package io.tradeflow.einvoice.process;

import io.tradeflow.einvoice.EInvoice;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** How far a registration has come, as the process knows it. */
final class EInvoiceOutcome {

    private static final int LONGEST_VARIABLE = 3000;

    private EInvoiceOutcome() {}

    static void tell(DelegateExecution execution, EInvoice eInvoice) {
        String problem = eInvoice.problem();
        execution.setVariable("eInvoiceState", eInvoice.state().name());
        execution.setVariable(
                "eInvoiceProblem",
                problem == null || problem.length() <= LONGEST_VARIABLE
                        ? problem
                        : problem.substring(0, LONGEST_VARIABLE) + " …");
    }
}
