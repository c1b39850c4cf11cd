package io.tradeflow.payment;

import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Parties;
import io.tradeflow.quotation.Amounts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bank statements: each line that brought money is kept once, gets proposals, and becomes a receipt when finance confirms one. A line that
 * waits for a person is a list, not a process: nothing depends on it but the person.
 */
@Service
@Transactional
public class BankStatements {

    private static final Pattern ORDER = Pattern.compile("SO([0-9]{4})([0-9]{6})");
    private static final int LONGEST_ACCOUNT = 40;
    private static final int LONGEST_REFERENCE = 64;
    private static final int LAST_DECIDED = 50;
    /** No rate of tax deducted takes more of a payment than this part. */
    private static final BigDecimal CLOSE = new BigDecimal("1.1");

    private final BankLineTable table;
    private final PaymentBook book;
    private final ReceiptTable receipts;
    private final Payments payments;
    private final Deductions deductions;
    private final TaxInvoices invoices;
    private final SalesOrders orders;
    private final Parties parties;
    private final Clock clock;

    BankStatements(
            BankLineTable table,
            PaymentBook book,
            ReceiptTable receipts,
            Payments payments,
            Deductions deductions,
            TaxInvoices invoices,
            SalesOrders orders,
            Parties parties,
            Clock clock) {
        this.table = table;
        this.book = book;
        this.receipts = receipts;
        this.payments = payments;
        this.deductions = deductions;
        this.invoices = invoices;
        this.orders = orders;
        this.parties = parties;
        this.clock = clock;
    }

    /** What an upload brought: new lines, those there were, withdrawals that are not kept. */
    public record Uploaded(int added, int known, int withdrawals) {}

    /** A line with what it may be for, the best first, and the receipt that has its reference already, or null. */
    public record Waiting(BankLine line, List<MatchProposal> proposals, String bookedAs) {}

    @Transactional(readOnly = true)
    public List<BankCsvLayout> layouts() {
        return table.layouts();
    }

    /**
     * Takes a CSV statement as a whole or not at all. The same file again changes nothing.
     *
     * @param account ours, in the user's words; with a line's key it tells whether the line is known
     * @throws Problem {@code finance-only}; {@code bank-upload-invalid}; {@code bank-file-invalid} naming line and column
     */
    public Uploaded uploadCsv(Actor by, String account, String layoutCode, byte[] file) {
        FinanceOnly.require(by);
        BankCsvLayout layout = table.layouts().stream()
                .filter(one -> one.code().equals(layoutCode))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "bank-upload-invalid", "layout", "There is no layout " + layoutCode + " of CSV statements"));
        return keep(by, account, BankCsv.read(new String(file, StandardCharsets.UTF_8), layout));
    }

    /** As {@link #uploadCsv}, of a camt.053 statement. */
    public Uploaded uploadCamt(Actor by, String account, byte[] file) {
        FinanceOnly.require(by);
        return keep(by, account, Camt053.read(file));
    }

    private Uploaded keep(Actor by, String account, List<BankEntry> entries) {
        if (account == null || account.isBlank() || account.strip().length() > LONGEST_ACCOUNT) {
            throw Problem.invalid(
                    "bank-upload-invalid",
                    "account",
                    "Say which account, in at most " + LONGEST_ACCOUNT + " characters");
        }
        refuseDaysToCome(entries);
        String own = account.strip();
        String home = parties.seller().currency();
        Map<String, Integer> seen = new HashMap<>();
        int added = 0;
        int withdrawals = 0;
        for (BankEntry entry : entries) {
            if (entry.amount().signum() <= 0) {
                withdrawals++;
                continue;
            }
            String key = key(entry, seen);
            String reference = entry.reference() == null || entry.reference().isBlank()
                    ? "BANK " + key.substring(0, Math.min(key.length(), 24))
                    : entry.reference();
            String currency = entry.currency() == null || entry.currency().isBlank() ? home : entry.currency();
            if (table.add(own, key, entry, currency, reference.strip().toUpperCase(Locale.ROOT), by)) {
                added++;
            }
        }
        return new Uploaded(added, entries.size() - withdrawals - added, withdrawals);
    }

    /** A line of a day to come is a wrong date: kept, it could never be booked. */
    private void refuseDaysToCome(List<BankEntry> entries) {
        LocalDate today = LocalDate.now(clock);
        List<Violation> wrong = entries.stream()
                .filter(entry -> entry.bookedOn().isAfter(today))
                .map(entry -> new Violation(
                        "entry",
                        "'" + entry.narration() + "' over " + entry.amount().toPlainString() + " is dated "
                                + entry.bookedOn() + ", which is still to come"))
                .toList();
        if (!wrong.isEmpty()) {
            throw Problem.invalid("bank-file-invalid", "Nothing of the file was taken", wrong);
        }
    }

    /**
     * The content, and how many equal ones the file had before. The bank's reference alone is no key: entries of one collective booking share
     * it. Without one the narration has to tell them apart.
     */
    private static String key(BankEntry entry, Map<String, Integer> seen) {
        String content = String.join(
                "|",
                entry.bookedOn().toString(),
                entry.amount().stripTrailingZeros().toPlainString(),
                entry.reference(),
                entry.bankReference() == null ? entry.narration() : "R:" + entry.bankReference());
        return sha256(content + "|" + seen.merge(content, 1, Integer::sum));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Lines a person has to look at, each with its proposals. @throws Problem {@code finance-only} */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Actor by) {
        FinanceOnly.require(by);
        List<OpenItem> open = book.stillOpen();
        List<BankMatching.Payer> payers = parties.buyers().stream()
                .map(buyer -> new BankMatching.Payer(buyer.code(), buyer.legalName()))
                .toList();
        List<TdsRate> rates = deductions.rates(LocalDate.now(clock));
        return table.open().stream()
                .map(line -> waiting(line, open, payers, rates))
                .toList();
    }

    private Waiting waiting(BankLine line, List<OpenItem> open, List<BankMatching.Payer> payers, List<TdsRate> rates) {
        String key = line.payerKey();
        String remembered = key == null ? null : table.payer(key).orElse(null);
        List<MatchProposal> proposals = BankMatching.of(
                line,
                open.stream().map(item -> candidate(item, line)).toList(),
                awaited(line),
                payers,
                rates,
                remembered);
        String bookedAs = proposals.stream()
                .flatMap(proposal -> receipts.find(proposal.buyerCode(), line.reference()).stream())
                .map(booked -> booked.receipt().number())
                .findFirst()
                .orElse(null);
        return new Waiting(line, proposals, bookedAs);
    }

    /** The value without GST is only looked up where a deduction could explain the difference. */
    private BankMatching.Candidate candidate(OpenItem item, BankLine line) {
        BigDecimal open = item.open().amount();
        BigDecimal paid = line.amount().amount();
        boolean close = item.kind() == OpenItem.Kind.INVOICE
                && open.compareTo(paid) > 0
                && open.compareTo(paid.multiply(CLOSE)) < 0;
        return new BankMatching.Candidate(
                item,
                close
                        ? invoices.invoice(item.invoiceNumber()).lines().stream()
                                .map(one -> one.taxableValue().amount())
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                        : null);
    }

    private List<BankMatching.Awaited> awaited(BankLine line) {
        List<BankMatching.Awaited> named = new ArrayList<>();
        Matcher found = ORDER.matcher(BankMatching.letters(line.reference() + " " + line.narration()));
        while (found.find()) {
            String number = "SO-" + found.group(1) + "-" + found.group(2);
            try {
                SalesOrder order = orders.order(number);
                named.add(new BankMatching.Awaited(number, order.buyerCode(), order.advance()));
            } catch (Problem unknown) {
                continue; // a number that looks like one of ours
            }
        }
        return named;
    }

    /** The lines decided last. @throws Problem {@code finance-only} */
    @Transactional(readOnly = true)
    public List<BankLine> decided(Actor by) {
        FinanceOnly.require(by);
        return table.decided(LAST_DECIDED);
    }

    /**
     * The line is what finance says; it becomes a receipt, and its payer is remembered.
     *
     * @param orderNumber null unless it is an advance
     * @param parts what goes to which invoice; empty for an advance or money on account
     * @throws Problem {@code finance-only}; {@code bank-line-decided}; {@code reference-used} where the buyer's reference is booked already, by
     *     hand or of another line; as {@link Payments#record}; not-found
     */
    public Receipt confirm(Actor by, long id, String buyerCode, String orderNumber, List<ReceiptDraft.Part> parts) {
        FinanceOnly.require(by);
        BankLine line = openLine(id);
        Money amount = line.amount();
        receipts.find(buyerCode, line.reference()).ifPresent(booked -> refuseUsed(line, booked.receipt()));
        Receipt receipt = payments.record(
                by,
                new ReceiptDraft(
                        buyerCode,
                        orderNumber,
                        null,
                        amount.toDocumentScale(),
                        amount.currency().getCurrencyCode(),
                        mode(line),
                        line.reference(),
                        line.bookedOn(),
                        parts));
        if (table.hasLine(receipt.number())) {
            refuseUsed(line, receipt); // somebody confirmed the other line at this moment
        }
        decided(line, receipt, by);
        return receipt;
    }

    /**
     * What of a line is for one buyer.
     *
     * @param orderNumber null unless it is an advance
     * @param parts what goes to which invoice; empty for an advance or money on account
     */
    public record Share(String buyerCode, String orderNumber, BigDecimal amount, List<ReceiptDraft.Part> parts) {

        public Share {
            parts = List.copyOf(parts);
        }
    }

    /**
     * The line came for several buyers or orders: one receipt for each, whose references are the line's with a number.
     *
     * @throws Problem {@code finance-only}; {@code bank-line-decided}; {@code bank-split-invalid} where the shares are not the line; as
     *     {@link #confirm}; not-found
     */
    public List<Receipt> split(Actor by, long id, List<Share> shares) {
        FinanceOnly.require(by);
        BankLine line = openLine(id);
        requireWhole(line, shares);
        lock(shares);
        // all are looked at, each alone and together, before the first is booked, so that a refused split uses no
        // number
        for (int index = 0; index < shares.size(); index++) {
            ReceiptDraft draft = draft(line, shares.get(index), index);
            asShare(index, () -> {
                payments.requireBookable(draft);
                return null;
            });
        }
        SplitCheck.check(shares, named(shares));
        List<Receipt> booked = new ArrayList<>();
        for (int index = 0; index < shares.size(); index++) {
            ReceiptDraft draft = draft(line, shares.get(index), index);
            booked.add(asShare(index, () -> payments.record(by, draft)));
        }
        List<String> numbers = booked.stream().map(Receipt::number).toList();
        table.decide(id, BankLine.Status.CONFIRMED, numbers.get(0), "Split: " + String.join(", ", numbers), by);
        table.share(id, numbers);
        return booked;
    }

    private Map<String, OpenItem> named(List<Share> shares) {
        Map<String, OpenItem> items = new HashMap<>();
        shares.stream()
                .flatMap(share -> share.parts().stream())
                .map(ReceiptDraft.Part::invoiceNumber)
                .forEach(number -> book.openItem(number).ifPresent(item -> items.put(number, item)));
        return items;
    }

    private static void requireWhole(BankLine line, List<Share> shares) {
        if (shares.size() < 2) {
            throw Problem.invalid(
                    "bank-split-invalid", "shares", "Name two shares or more; a line for one buyer is booked as it is");
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int index = 0; index < shares.size(); index++) {
            BigDecimal amount = shares.get(index).amount();
            if (amount == null || amount.signum() <= 0) {
                throw Problem.invalid(
                        "bank-split-invalid", "shares[" + index + "].amount", "Each share is greater than zero");
            }
            sum = sum.add(amount);
        }
        if (sum.compareTo(line.amount().amount()) != 0) {
            throw Problem.invalid(
                    "bank-split-invalid",
                    "shares",
                    "The shares come to "
                            + Amounts.shown(new Money(sum, line.amount().currency())) + ", the line to "
                            + Amounts.shown(line.amount()));
        }
    }

    /** All at once and in their order, so that two people who split lines do not wait for each other. */
    private void lock(List<Share> shares) {
        Set<String> locks = new TreeSet<>();
        for (Share share : shares) {
            Set<String> own = new TreeSet<>();
            if (share.orderNumber() != null && !share.orderNumber().isBlank()) {
                own.add(share.orderNumber());
            }
            share.parts().stream().filter(part -> part.invoiceNumber() != null).forEach(part -> book.openItem(
                            part.invoiceNumber())
                    .ifPresent(item -> own.add(item.orderNumber())));
            if (own.isEmpty() && share.buyerCode() != null) {
                own.add(share.buyerCode());
            }
            locks.addAll(own);
        }
        book.lockAll(locks);
    }

    private ReceiptDraft draft(BankLine line, Share share, int index) {
        String reference = cut(line.reference(), LONGEST_REFERENCE - 3) + "/" + (index + 1);
        receipts.find(share.buyerCode() == null ? "" : share.buyerCode(), reference)
                .ifPresent(booked -> refuseUsed(line, booked.receipt()));
        return new ReceiptDraft(
                share.buyerCode(),
                share.orderNumber(),
                null,
                share.amount(),
                line.amount().currency().getCurrencyCode(),
                mode(line),
                reference,
                line.bookedOn(),
                share.parts());
    }

    /** What is wrong is said of the share. */
    private static Receipt asShare(int index, Supplier<Receipt> deed) {
        try {
            return deed.get();
        } catch (Problem problem) {
            if (problem.violations().isEmpty()) {
                throw problem;
            }
            throw Problem.invalid(
                    problem.slug(),
                    "Share " + (index + 1) + " cannot be booked",
                    problem.violations().stream()
                            .map(wrong ->
                                    new Problem.Violation("shares[" + index + "]." + wrong.field(), wrong.message()))
                            .toList());
        }
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest).strip();
    }

    /** Two payments may share a reference, so a line never becomes a receipt that is there already by itself. */
    private static void refuseUsed(BankLine line, Receipt receipt) {
        throw Problem.conflict(
                "reference-used",
                "Booked before",
                "Reference " + line.reference() + " of buyer " + receipt.buyerCode() + " is booked as "
                        + receipt.number()
                        + " over " + Amounts.shown(receipt.amount()) + ". If the line is this money, link it to "
                        + receipt.number()
                        + "; if it is another payment, record it by hand with a reference of its own and link the line"
                        + " to that receipt");
    }

    /**
     * The line is the money of a receipt that was booked by hand.
     *
     * @throws Problem {@code finance-only}; {@code bank-line-decided}; {@code bank-link-invalid}; {@code receipt-linked}; not-found
     */
    public Receipt link(Actor by, long id, String receiptNumber) {
        FinanceOnly.require(by);
        BankLine line = openLine(id);
        String number = receiptNumber == null ? "" : receiptNumber.strip().toUpperCase(Locale.ROOT);
        Receipt before = receipts.find(number)
                .orElseThrow(() -> Problem.invalid(
                        "bank-link-invalid", "receiptNumber", "There is no receipt " + number + "; give its number"));
        book.lockOrder(before.isOnAccount() ? before.buyerCode() : before.orderNumber());
        Receipt receipt = receipts.find(number).orElseThrow();
        String wrong = whyNot(line, receipt);
        if (wrong != null) {
            throw Problem.invalid("bank-link-invalid", "receiptNumber", wrong);
        }
        if (table.hasLine(number)) {
            throw Problem.conflict(
                    "receipt-linked",
                    "Stands for another line",
                    "Another line of a bank statement is " + number + " already; each line is a receipt of its own");
        }
        decided(line, receipt, by);
        return receipt;
    }

    private static String whyNot(BankLine line, Receipt receipt) {
        if (receipt.mode() == ReceiptDraft.Mode.CREDIT_NOTE) {
            return receipt.number() + " stands for a credit note; no money came for it";
        }
        if (receipt.reversal() != null) {
            return receipt.number() + " was taken back on " + receipt.reversal().on();
        }
        return receipt.amount().equals(line.amount())
                ? null
                : receipt.number() + " is over " + Amounts.shown(receipt.amount()) + ", the line over "
                        + Amounts.shown(line.amount());
    }

    private void decided(BankLine line, Receipt receipt, Actor by) {
        table.decide(line.id(), BankLine.Status.CONFIRMED, receipt.number(), null, by);
        if (line.payerKey() != null) {
            table.remember(line.payerKey(), receipt.buyerCode(), by);
        }
    }

    /** The line is nothing a buyer paid, such as interest. @throws Problem {@code finance-only}; {@code reason-missing}; {@code bank-line-decided} */
    public void ignore(Actor by, long id, String reason) {
        FinanceOnly.require(by);
        String why = Reason.given(reason);
        openLine(id);
        table.decide(id, BankLine.Status.IGNORED, null, why, by);
    }

    private BankLine openLine(long id) {
        BankLine line = table.locked(id).orElseThrow(() -> Problem.notFound("bank line", String.valueOf(id)));
        if (line.status() != BankLine.Status.OPEN) {
            throw Problem.conflict(
                    "bank-line-decided",
                    "Decided already",
                    "The line is " + line.status().name().toLowerCase(Locale.ROOT) + " by " + line.decidedBy());
        }
        return line;
    }

    /** As banks begin the narration; a transfer where they do not say. */
    private static ReceiptDraft.Mode mode(BankLine line) {
        String text = BankMatching.letters(line.narration());
        return ReceiptDraft.Mode.ofMoney().stream()
                .filter(mode -> text.contains(mode.name()))
                .findFirst()
                .orElse(ReceiptDraft.Mode.NEFT);
    }
}
