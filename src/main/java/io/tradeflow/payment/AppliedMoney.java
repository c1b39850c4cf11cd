package io.tradeflow.payment;

import io.tradeflow.credit.Exposures;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.quotation.Amounts;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money that is booked changes its place: it is applied later, taken back from an invoice, or did not come after all. Finance only. */
@Service
@Transactional
public class AppliedMoney {

    private final PaymentBook book;
    private final ReceiptTable table;
    private final SettlementLedger ledger;
    private final Settlements settlements;
    private final EarlyDiscounts discounts;
    private final OrderMoney orderMoney;
    private final Exposures exposures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AppliedMoney(
            PaymentBook book,
            ReceiptTable table,
            SettlementLedger ledger,
            Settlements settlements,
            EarlyDiscounts discounts,
            OrderMoney orderMoney,
            Exposures exposures,
            ApplicationEventPublisher events,
            Clock clock) {
        this.book = book;
        this.table = table;
        this.ledger = ledger;
        this.settlements = settlements;
        this.discounts = discounts;
        this.orderMoney = orderMoney;
        this.exposures = exposures;
        this.events = events;
        this.clock = clock;
    }

    /** What became of the receipt so far, in the order it was booked. */
    @Transactional(readOnly = true)
    public List<SettlementEntry> ofReceipt(String receiptNumber) {
        return ledger.ofReceipt(receiptNumber);
    }

    /** What settled the open item so far, in the order it was booked. */
    @Transactional(readOnly = true)
    public List<SettlementEntry> ofInvoice(String invoiceNumber) {
        return ledger.ofInvoice(invoiceNumber);
    }

    /** Open items of the receipt's buyer that could take its money. */
    @Transactional(readOnly = true)
    public List<OpenItem> candidates(Receipt receipt) {
        return book.openOfBuyer(receipt.buyerCode()).stream()
                .filter(item -> item.amount().currency().equals(receipt.amount().currency()))
                .toList();
    }

    /**
     * Gives unapplied money to an invoice of the same buyer, whichever order it is of.
     *
     * @throws Problem {@code finance-only}; {@code application-invalid} per field; not-found
     */
    public SettlementEntry apply(Actor by, String receiptNumber, String invoiceNumber, BigDecimal amount) {
        FinanceOnly.require(by);
        Receipt before = receipt(receiptNumber);
        OpenItem named = book.openItem(invoiceNumber == null ? "" : invoiceNumber)
                .filter(item -> item.buyerCode().equals(before.buyerCode()))
                .orElseThrow(() -> Problem.invalid(
                        "application-invalid",
                        "invoiceNumber",
                        "There is no invoice " + invoiceNumber + " of buyer " + before.buyerCode()));
        book.lockAll(List.of(lockOf(before), named.orderNumber()));
        Receipt receipt = receipt(receiptNumber);
        OpenItem item = book.openItem(invoiceNumber).orElseThrow();
        check(receipt, item, amount);
        SettlementEntry entry = orderMoney.applyToday(receipt, item, amount, by);
        events.publishEvent(DealProgress.noted(
                item.dealNumber(),
                entry.amount() + " of " + receipt.reference() + " settle invoice " + item.invoiceNumber(),
                receipt.number(),
                by));
        events.publishEvent(new PaymentReceived(item.dealNumber(), item.orderNumber()));
        return entry;
    }

    private static void check(Receipt receipt, OpenItem item, BigDecimal amount) {
        List<Violation> wrong = new ArrayList<>();
        if (!item.amount().currency().equals(receipt.amount().currency())) {
            wrong.add(new Violation("invoiceNumber", "Invoice " + item.invoiceNumber() + " is in " + item.currency()));
        } else if (amount == null
                || amount.signum() <= 0
                || amount.stripTrailingZeros().scale() > Money.DOCUMENT_SCALE) {
            wrong.add(new Violation("amount", "An amount greater than zero with at most two decimals"));
        } else if (amount.compareTo(receipt.unapplied().amount()) > 0) {
            wrong.add(new Violation("amount", "Of the receipt only " + receipt.unapplied() + " is not applied"));
        } else if (amount.compareTo(item.open().amount()) > 0) {
            wrong.add(new Violation("amount", "Of the invoice only " + Amounts.shown(item.open()) + " is open"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("application-invalid", "The money cannot be applied like this", wrong);
        }
    }

    /**
     * Takes an entry back: money is unapplied again, tax deducted or a discount is open again. With money or tax deducted goes the invoice's
     * early-payment discount. What a note or a cancellation settled stays.
     *
     * @throws Problem {@code finance-only}; {@code reason-missing}; {@code settlement-stands}; not-found
     */
    public SettlementEntry unapply(Actor by, long entryId, String reason) {
        FinanceOnly.require(by);
        String why = Reason.given(reason);
        SettlementEntry first = entry(entryId);
        OpenItem item = book.openItem(first.invoiceNumber()).orElseThrow();
        Set<String> locks = new LinkedHashSet<>(Set.of(item.orderNumber()));
        if (first.receiptNumber() != null) {
            locks.add(lockOf(receipt(first.receiptNumber())));
        }
        book.lockAll(locks);
        SettlementEntry entry = entry(entryId);
        boolean ofPaper = entry.kind() == SettlementKind.CREDIT_NOTE || entry.kind() == SettlementKind.CANCELLATION;
        if (!entry.stands() || ofPaper) {
            throw Problem.conflict(
                    "settlement-stands",
                    "Cannot be taken back",
                    entry.stands()
                            ? entry.kind().label() + " " + entry.source() + " settles the invoice by itself"
                            : "This entry is taken back already");
        }
        SettlementEntry reversal = settlements.reverse(entry, why, LocalDate.now(clock), by);
        if (entry.kind() == SettlementKind.RECEIPT || entry.kind() == SettlementKind.TDS) {
            discounts.withdraw(item, why, by);
        }
        opensAgain(item, entry.amount() + " no longer settle invoice " + item.invoiceNumber(), why, by);
        return reversal;
    }

    /**
     * The money did not come after all, such as a cheque that was returned: every invoice it settled is open again, without
     * its early-payment discount.
     *
     * @throws Problem {@code finance-only}; {@code reason-missing}; {@code receipt-refunded}; {@code receipt-reversed};
     *     {@code receipt-of-note}; not-found
     */
    public Receipt reverse(Actor by, String receiptNumber, String reason) {
        FinanceOnly.require(by);
        String why = Reason.given(reason);
        Receipt before = receipt(receiptNumber);
        Set<String> locks = new LinkedHashSet<>(Set.of(lockOf(before)));
        standing(receiptNumber)
                .forEach(entry -> locks.add(
                        book.openItem(entry.invoiceNumber()).orElseThrow().orderNumber()));
        book.lockAll(locks);
        Receipt receipt = receipt(receiptNumber);
        refuseWhatStays(receipt);
        Map<String, OpenItem> reopened = new LinkedHashMap<>();
        for (SettlementEntry entry : standing(receiptNumber)) {
            settlements.reverse(entry, why, LocalDate.now(clock), by);
            reopened.put(
                    entry.invoiceNumber(), book.openItem(entry.invoiceNumber()).orElseThrow());
        }
        reopened.values().forEach(item -> discounts.withdraw(item, why, by));
        table.reverse(receiptNumber, why, by);
        exposures.withdrawn(receipt.debt(), "reversed " + receiptNumber, receiptNumber, receipt.amount());
        reopened.values()
                .forEach(item ->
                        opensAgain(item, "Payment " + receipt.reference() + " did not come after all", why, by));
        if (reopened.isEmpty() && !receipt.isOnAccount()) {
            tell(
                    receipt.dealNumber(),
                    "Payment " + receipt.reference() + " did not come after all",
                    why,
                    receiptNumber,
                    by);
        }
        return receipt(receiptNumber);
    }

    private List<SettlementEntry> standing(String receiptNumber) {
        return ledger.ofReceipt(receiptNumber).stream()
                .filter(SettlementEntry::stands)
                .toList();
    }

    private static void refuseWhatStays(Receipt receipt) {
        if (receipt.reversal() != null) {
            throw Problem.conflict(
                    "receipt-reversed",
                    "Taken back already",
                    receipt.number() + " was taken back on "
                            + receipt.reversal().on());
        }
        if (receipt.mode() == ReceiptDraft.Mode.CREDIT_NOTE) {
            throw Problem.conflict(
                    "receipt-of-note",
                    "No money came",
                    receipt.number() + " stands for credit note " + receipt.reference());
        }
        if (receipt.refunded().isPositive()) {
            throw Problem.conflict(
                    "receipt-refunded",
                    "Part of it is paid back",
                    "Of " + receipt.number() + " " + receipt.refunded() + " is paid or to be paid back to the buyer");
        }
    }

    /** The buyer reads the fact in our fixed words; what a colleague wrote about it stays in the house. */
    private void tell(String dealNumber, String fact, String reason, String documentNumber, Actor by) {
        events.publishEvent(DealProgress.noted(dealNumber, fact, documentNumber, by));
        events.publishEvent(DealProgress.internal(dealNumber, fact + ": " + reason, documentNumber, by));
    }

    private void opensAgain(OpenItem item, String fact, String reason, Actor by) {
        tell(item.dealNumber(), fact, reason, item.invoiceNumber(), by);
        events.publishEvent(new PaymentWithdrawn(item.dealNumber(), item.orderNumber(), item.buyerName()));
    }

    /**
     * The invoice itself was cancelled, such as by its e-invoice within the day: money goes back to the order unapplied, and nothing of the
     * invoice is open any more. May be repeated.
     *
     * @throws Problem not-found
     */
    public void cancelled(String invoiceNumber) {
        OpenItem named = book.openItem(invoiceNumber).orElseThrow(() -> Problem.notFound("open item", invoiceNumber));
        Set<String> locks = new LinkedHashSet<>(Set.of(named.orderNumber()));
        ledger.ofInvoice(invoiceNumber).stream()
                .filter(entry -> entry.receiptNumber() != null)
                .forEach(entry -> locks.add(lockOf(receipt(entry.receiptNumber()))));
        book.lockAll(locks);
        LocalDate today = LocalDate.now(clock);
        ledger.ofInvoice(invoiceNumber).stream()
                .filter(entry -> entry.stands()
                        && entry.kind() != SettlementKind.CREDIT_NOTE
                        && entry.kind() != SettlementKind.CANCELLATION)
                .forEach(entry -> settlements.reverse(entry, "The invoice was cancelled", today, Actor.PROGRAM));
        Money open = book.openItem(invoiceNumber).orElseThrow().open();
        if (open.isPositive()) {
            settlements.book(new SettlementLedger.Draft(
                    invoiceNumber,
                    SettlementKind.CANCELLATION,
                    open.amount(),
                    null,
                    invoiceNumber,
                    null,
                    today,
                    Actor.PROGRAM));
            events.publishEvent(DealProgress.noted(
                    named.dealNumber(),
                    "Nothing of " + invoiceNumber + " is owed any more"
                            + (named.paid().isPositive()
                                    ? "; " + named.paid() + " paid for it are not applied now"
                                    : ""),
                    invoiceNumber,
                    Actor.PROGRAM));
            events.publishEvent(new PaymentReceived(named.dealNumber(), named.orderNumber()));
            events.publishEvent(new PaymentWithdrawn(named.dealNumber(), named.orderNumber(), named.buyerName()));
        }
    }

    private static String lockOf(Receipt receipt) {
        return receipt.isOnAccount() ? receipt.buyerCode() : receipt.orderNumber();
    }

    private Receipt receipt(String number) {
        return table.find(number).orElseThrow(() -> Problem.notFound("receipt", number));
    }

    private SettlementEntry entry(long id) {
        return ledger.find(id).orElseThrow(() -> Problem.notFound("settlement", String.valueOf(id)));
    }
}
