package io.tradeflow.payment;

import io.tradeflow.credit.Debt;
import io.tradeflow.invoicing.InvoiceIssued;
import io.tradeflow.kernel.Instalment;
import io.tradeflow.kernel.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What an invoice, debit note or revised invoice still has to bring in; {@code invoiceNumber} is the debit note's own where it is one.
 *
 * @param dueOn when the last of it is due
 * @param creditNotes what all credit notes over it come to, also what of them it could not take any more
 * @param lastMoneyOn when the last of the money and tax deducted that settle it came; null where nothing did, or paying early earns nothing
 * @param instalments what of it is due when, first due first, whether settled or not; together the amount
 * @param earlyPayment null where paying early earns nothing
 */
public record OpenItem(
        String invoiceNumber,
        Kind kind,
        String dealNumber,
        String orderNumber,
        String buyerCode,
        String buyerName,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money amount,
        Settled settled,
        Money creditNotes,
        LocalDate lastMoneyOn,
        List<Instalment> instalments,
        InvoiceIssued.EarlyPayment earlyPayment) {

    public OpenItem {
        instalments = List.copyOf(instalments);
    }

    public enum Kind {
        INVOICE,
        DEBIT_NOTE,
        /** What a revised invoice asks for besides what was billed. */
        REVISED_INVOICE
    }

    public Money open() {
        return amount.minus(settled.total());
    }

    /** What of each instalment is open; those that are settled left out. */
    public List<Instalment> openInstalments() {
        return Instalment.open(instalments, open()).stream()
                .filter(one -> one.amount().isPositive())
                .toList();
    }

    /** When the next open instalment is due; of a settled item, when its last was. */
    public LocalDate nextDueOn() {
        return openInstalments().stream().map(Instalment::dueOn).findFirst().orElse(dueOn);
    }

    /** The open instalments whose due day is past. */
    public List<Instalment> overdue(LocalDate today) {
        return openInstalments().stream()
                .filter(one -> one.dueOn().isBefore(today))
                .toList();
    }

    /**
     * What money of that day may leave out, if it settles the rest: a share of the total after credit notes, less what was taken off already.
     * Nothing where other money of the item came late.
     */
    public Money discountOffered(LocalDate receivedOn) {
        Money nothing = Money.zero(currency());
        if (earlyPayment == null || receivedOn.isAfter(earlyPayment.until()) || tookMoneyLate()) {
            return nothing;
        }
        Money left = wholeDiscount().minus(settled.discounted());
        return left.isNegative() ? nothing : left.compareTo(open()) > 0 ? open() : left;
    }

    /** Whether some of what settles it came too late for its discount. */
    boolean tookMoneyLate() {
        return earlyPayment != null && lastMoneyOn != null && lastMoneyOn.isAfter(earlyPayment.until());
    }

    /** The whole discount, on what is left after all credit notes. */
    Money wholeDiscount() {
        Money rest = amount.minus(creditNotes).minus(settled.cancelled());
        return rest.isPositive() ? rest.percent(earlyPayment.percent()).rounded() : Money.zero(currency());
    }

    public Money paid() {
        return settled.paid();
    }

    public String currency() {
        return amount.currency().getCurrencyCode();
    }

    Debt debt() {
        return new Debt(buyerCode, currency(), dealNumber, orderNumber);
    }
}
