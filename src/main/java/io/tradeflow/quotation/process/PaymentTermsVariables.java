package io.tradeflow.quotation.process;

import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.kernel.Percentage;
import java.math.BigDecimal;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The payment terms that the table answered, as variables of a process. */
public final class PaymentTermsVariables {

    private PaymentTermsVariables() {}

    /**
     * Empty in processes from before the terms were handed to them; those from before there were instalments have one.
     *
     * @throws IllegalArgumentException where they cannot be read; the table is checked when it is published
     */
    public static Optional<PaymentTerms> of(VariableScope scope) {
        Object advance = scope.getVariable("advancePercent");
        Object days = scope.getVariable("creditDays");
        if (advance == null || days == null) {
            return Optional.empty();
        }
        return Optional.of(PaymentTerms.of(
                new Percentage(new BigDecimal(advance.toString())),
                ((Number) days).intValue(),
                (String) scope.getVariable("instalments"),
                (String) scope.getVariable("dueDay"),
                (String) scope.getVariable("earlyDiscount")));
    }
}
