package io.tradeflow.accounting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An entry with its accounts, as it goes into a file.
 *
 * @param version counts how often the same event was entered
 * @param takesBack whether it takes an earlier version back
 * @param kind in words
 * @param dealNumber null for what belongs to no deal
 */
public record JournalEntry(
        String source,
        int version,
        boolean takesBack,
        String kind,
        String document,
        LocalDate on,
        String dealNumber,
        String buyerCode,
        String buyerName,
        String currency,
        String narration,
        List<Line> lines) {

    public JournalEntry {
        lines = List.copyOf(lines);
    }

    /** One of debit and credit is zero; in INR. */
    public record Line(String accountCode, String accountName, BigDecimal debit, BigDecimal credit) {

        Line other() {
            return new Line(accountCode, accountName, credit, debit);
        }
    }

    static JournalEntry of(Voucher voucher, AccountPlan plan, int version) {
        BigDecimal nothing = Amounts.ZERO.taxable();
        List<Line> lines = voucher.postings().stream()
                .map(posting -> {
                    LedgerAccount account = plan.account(posting.purpose(), posting.qualifier(), voucher.on());
                    boolean debit = posting.amount().signum() > 0;
                    BigDecimal amount = posting.amount().abs();
                    return new Line(account.code(), account.name(), debit ? amount : nothing, debit ? nothing : amount);
                })
                .toList();
        return new JournalEntry(
                voucher.source(),
                version,
                false,
                voucher.kind().label(),
                voucher.document(),
                voucher.on(),
                voucher.dealNumber(),
                voucher.buyerCode(),
                voucher.buyerName(),
                voucher.currency(),
                voucher.narration(),
                lines);
    }

    /** Takes this version back, line by line. */
    JournalEntry takenBack() {
        return new JournalEntry(
                source,
                version,
                true,
                kind,
                document,
                on,
                dealNumber,
                buyerCode,
                buyerName,
                currency,
                narration,
                lines.stream().map(Line::other).toList());
    }

    public BigDecimal total() {
        return lines.stream().map(Line::debit).reduce(Amounts.ZERO.taxable(), BigDecimal::add);
    }

    /** Day, accounts and amounts in short: as long as they are the same nothing has become different. */
    String content() {
        return on
                + lines.stream()
                        .map(line -> "|" + line.accountCode() + " " + line.debit() + " " + line.credit())
                        .collect(Collectors.joining());
    }
}
