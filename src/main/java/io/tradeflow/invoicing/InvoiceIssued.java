package io.tradeflow.invoicing;

import io.tradeflow.kernel.Instalment;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Percentage;
import java.time.LocalDate;
import java.util.List;

/**
 * An invoice asks for its money.
 *
 * @param dueOn when the last of it is due
 * @param instalments first due first, together the grand total
 * @param earlyPayment null where paying early earns nothing
 */
public record InvoiceIssued(
        String invoiceNumber,
        String dealNumber,
        String orderNumber,
        String buyerCode,
        String buyerName,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money grandTotal,
        List<Instalment> instalments,
        EarlyPayment earlyPayment) {

    /**
     * What is taken off where the whole invoice is paid in time.
     *
     * @param until the last day
     */
    public record EarlyPayment(Percentage percent, LocalDate until) {}

    public InvoiceIssued {
        instalments = List.copyOf(instalments);
    }
}
