package io.tradeflow.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * All that a statement of account prints. Amounts with two decimals in {@code currency}; a negative balance is the buyer's credit.
 *
 * @param number the buyer's code
 * @param owedBack what is to be paid back and still in the balance; null if nothing
 */
public record StatementPrint(
        String number,
        LocalDate issuedOn,
        LocalDate from,
        LocalDate to,
        SellerPrint seller,
        PartyPrint billTo,
        String currency,
        BigDecimal opening,
        List<Line> lines,
        BigDecimal closing,
        BigDecimal owedBack,
        Ages ages) {

    public StatementPrint {
        lines = List.copyOf(lines);
    }

    /** @param debit null where the buyer owes less, as {@code credit} where it owes more */
    public record Line(
            LocalDate day,
            String kind,
            String number,
            String text,
            BigDecimal debit,
            BigDecimal credit,
            BigDecimal running) {}

    /** What is open by days overdue. */
    public record Ages(
            BigDecimal current,
            BigDecimal upTo30,
            BigDecimal upTo60,
            BigDecimal upTo90,
            BigDecimal over90,
            BigDecimal unapplied,
            BigDecimal total) {}
}
