package io.tradeflow.accounting;

import io.tradeflow.accounting.JournalTable.Exported;
import io.tradeflow.document.CsvLines;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Journal lines for a general ledger, handed over in numbered files that never change. For finance. */
@Service
public class Journal {

    private static final List<String> COLUMNS = List.of(
            "Export",
            "Voucher",
            "Date",
            "Kind",
            "Document",
            "Account",
            "Account name",
            "Debit",
            "Credit",
            "Buyer code",
            "Buyer",
            "Deal",
            "Currency",
            "Narration",
            "Takes back");

    private final TaxDocuments documents;
    private final MoneyVouchers money;
    private final LedgerAccounts accounts;
    private final JournalTable table;

    Journal(TaxDocuments documents, MoneyVouchers money, LedgerAccounts accounts, JournalTable table) {
        this.documents = documents;
        this.money = money;
        this.accounts = accounts;
        this.table = table;
    }

    /** The latest first. @throws Problem {@code finance-only} */
    @Transactional(readOnly = true)
    public List<JournalExport> exports(Actor by) {
        FinanceOnly.require(by);
        return table.exports();
    }

    /**
     * What a file of the period would hold now: everything up to its last day that no file has, from the first day of which anything was ever
     * exported; and what has become different since it was exported, once taken back and once anew.
     *
     * @throws Problem {@code finance-only}; {@code journal-unbalanced} naming the document; {@code ledger-account-missing};
     *     {@code exchange-rate-missing}
     */
    @Transactional(readOnly = true)
    public List<JournalEntry> pending(Actor by, Period period) {
        FinanceOnly.require(by);
        return notExported(period);
    }

    /**
     * Hands over what {@link #pending} shows as a file with the next number. Where there is nothing new the latest file of the same period is given
     * again.
     *
     * @throws Problem as {@link #pending}; {@code nothing-to-export}
     */
    @Transactional
    public JournalExport export(Actor by, Period period) {
        FinanceOnly.require(by);
        table.lock();
        List<JournalEntry> entries = notExported(period);
        if (entries.isEmpty()) {
            return table.latestOf(period)
                    .orElseThrow(() -> Problem.conflict(
                            "nothing-to-export",
                            "Nothing to export",
                            "No entry up to " + period.until() + " is left to export"));
        }
        return table.find(table.add(period, entries, by)).orElseThrow();
    }

    /** The entries of a file. @throws Problem {@code finance-only}; not-found */
    @Transactional(readOnly = true)
    public List<JournalEntry> entries(Actor by, long number) {
        FinanceOnly.require(by);
        requireExport(number);
        return table.entries(number);
    }

    /** Writes a file that was exported. @throws Problem {@code finance-only}; not-found */
    @Transactional(readOnly = true)
    public void write(Actor by, long number, OutputStream out, boolean byteOrderMark) {
        CsvLines lines = new CsvLines(out, COLUMNS, byteOrderMark);
        int voucher = 0;
        for (JournalEntry entry : entries(by, number)) {
            voucher++;
            for (JournalEntry.Line line : entry.lines()) {
                lines.row(cells(number, voucher, entry, line));
            }
        }
        lines.end();
    }

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public JournalExport requireExport(long number) {
        return table.find(number).orElseThrow(() -> Problem.notFound("journal export", Long.toString(number)));
    }

    private static List<String> cells(long number, int voucher, JournalEntry entry, JournalEntry.Line line) {
        return List.of(
                Long.toString(number),
                Integer.toString(voucher),
                entry.on().toString(),
                entry.kind(),
                entry.document(),
                line.accountCode(),
                line.accountName(),
                line.debit().toPlainString(),
                line.credit().toPlainString(),
                entry.buyerCode(),
                entry.buyerName(),
                entry.dealNumber() == null ? "" : entry.dealNumber(),
                entry.currency(),
                entry.narration(),
                entry.takesBack() ? "Y" : "");
    }

    private List<JournalEntry> notExported(Period period) {
        LocalDate from =
                table.begin().filter(begin -> begin.isBefore(period.from())).orElse(period.from());
        AccountPlan plan = accounts.plan();
        Map<String, Exported> exported = table.exported();
        List<JournalEntry> entries = new ArrayList<>();
        for (Voucher voucher : vouchers(new Period(from, period.until()), plan)) {
            voucher.requireBalanced();
            Optional<Exported> before = Optional.ofNullable(exported.get(voucher.source()));
            JournalEntry entry =
                    JournalEntry.of(voucher, plan, before.map(Exported::version).orElse(0) + 1);
            if (before.isEmpty()) {
                entries.add(entry);
            } else if (!before.get().content().equals(entry.content())) {
                entries.add(
                        table.entry(voucher.source(), before.get().version()).takenBack());
                entries.add(entry);
            }
        }
        return entries;
    }

    private List<Voucher> vouchers(Period days, AccountPlan plan) {
        DocumentVouchers ofDocuments = new DocumentVouchers(plan);
        List<Voucher> vouchers = new ArrayList<>();
        documents.forEach(null, days, document -> ofDocuments.of(document).stream()
                .filter(voucher -> days.includes(voucher.on()))
                .forEach(vouchers::add));
        vouchers.addAll(money.of(days));
        vouchers.removeIf(Voucher::isEmpty);
        vouchers.sort(Comparator.comparing(Voucher::on)
                .thenComparing(Voucher::kind)
                .thenComparing(Voucher::document)
                .thenComparing(voucher -> voucher.source().length())
                .thenComparing(Voucher::source));
        return vouchers;
    }
}
