package io.tradeflow.payment;

import static io.tradeflow.invoicing.MoneyRoom.FARID;
import static io.tradeflow.invoicing.MoneyRoom.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.credit.Exposure;
import io.tradeflow.invoicing.MoneyRoom;
import io.tradeflow.invoicing.NoteIssued;
import io.tradeflow.invoicing.NoteKind;
import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Instalment;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.kernel.Problem;
import io.tradeflow.notification.MailDraft;
import io.tradeflow.ordering.SalesOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One order with an advance, two instalments and an early-payment discount, worked out by hand: ten pumps at 10,000.00 and 18 % GST, 1,18,000.00 in
 * all. 30 % in advance; half of an invoice after 15 days, half after 45; 2 % less if all of it is paid within 10 days.
 *
 * <pre>
 *  day      step                                              open by due day                            overdue   not yet due
 *  2 Jul    advance 35400.00
 *  3 Jul    first invoice 47200.00: 23600.00 by 18 Jul and
 *           23600.00 by 17 Aug; advance 14160.00 fills 18 Jul  18 Jul 9440.00, 17 Aug 23600.00                0.00      33040.00
 *  6 Jul    second invoice 70800.00: 35400.00 by 21 Jul and
 *           35400.00 by 20 Aug; advance 21240.00               + 21 Jul 14160.00, 20 Aug 35400.00             0.00      82600.00
 * 10 Jul    pays 33040.00 less 2 % of 47200.00 = 944.00:
 *           32096.00                                           21 Jul 14160.00, 20 Aug 35400.00               0.00      49560.00
 * 22 Jul    nothing paid                                       the same                                   14160.00      35400.00
 * 23 Jul    pays 14160.00                                      20 Aug 35400.00                                0.00      35400.00
 * 21 Aug    nothing paid                                       the same                                   35400.00          0.00
 * 21 Aug    pays 35400.00                                      none                                           0.00          0.00
 * 22 Aug    one pump of the first invoice comes back,
 *           11800.00: the discount is 2 % of the 35400.00
 *           left, 708.00; its other 236.00 and 11564.00
 *           are the note's                                     none; 11564.00 are the buyer's
 * </pre>
 */
class InstalmentsTest {

    private static final String BUYER = "B-MH";
    private final MoneyRoom room = new MoneyRoom();
    private static final PaymentTerms TERMS =
            PaymentTerms.of(Percentage.of("30"), 45, "50 % at 15 days; 50 % at 45 days", null, "2 % within 10 days");

    private SalesOrder order;

    @AfterEach
    void close() {
        room.close();
    }

    @BeforeEach
    void anOrder() {
        day(7, 1);
        order = room.order(BUYER, "35400", line(1, "8413", "10", "10000"));
        room.comesTo(order, SalesOrder.Status.CONFIRMED, "118000");
        room.paying(order, TERMS);
    }

    @Test
    void eachInstalmentIsDueByItself() {
        room.exposures.confirmed(order.debt(), inr("118000"));
        day(7, 2);
        pay(null, "35400", "ADVANCE");
        day(7, 3);
        TaxInvoice four = room.invoices.issue(room.packed(order, "4"));
        assertThat(four.dueOn()).isEqualTo("2026-08-17");
        assertStands("2026-07-18 9440.00, 2026-08-17 23600.00", "0.00", "33040.00");
        assertThat(room.printed(four.number()).instalments())
                .extracting(one -> one.dueOn() + " " + one.amount())
                .containsExactly("2026-07-18 23600.00", "2026-08-17 23600.00");
        assertThat(room.printed(four.number()).paymentTerms())
                .isEqualTo(
                        "50 % after 15 days, 50 % after 45 days; 2 % less, INR 944.00, if all of it is paid by 13 Jul 2026");
        day(7, 6);
        TaxInvoice six = room.invoices.issue(room.packed(order, "6"));
        assertStands(
                "2026-07-18 9440.00, 2026-07-21 14160.00, 2026-08-17 23600.00, 2026-08-20 35400.00",
                "0.00",
                "82600.00");

        day(7, 10);
        Receipt early = pay(four.number(), "32096", "EARLY");
        assertThat(room.appliedMoney.ofReceipt(early.number()))
                .extracting(entry -> entry.kind() + " " + entry.amount().toDocumentScale())
                .containsExactly("RECEIPT 32096.00", "EARLY_DISCOUNT 944.00");
        assertStands("2026-07-21 14160.00, 2026-08-20 35400.00", "0.00", "49560.00");
        day(7, 21);
        assertThat(room.payments.remind(order.number(), 1)).isEqualTo(Payments.Reminded.NOT_NEEDED);

        day(7, 22);
        assertStands("2026-07-21 14160.00, 2026-08-20 35400.00", "14160.00", "35400.00");
        assertThat(room.payments.settlement(order.number()).nextDueOn()).isEqualTo("2026-07-21");
        assertThat(room.payments.remind(order.number(), 1)).isEqualTo(Payments.Reminded.SENT);
        assertThat(room.mails())
                .filteredOn(mail -> mail.key().equals("payment-reminder:" + order.number() + ":1:2026-07-21"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.body())
                        .contains(six.number() + " of 6 Jul 2026, instalment, due on 21 Jul 2026: INR 14,160.00")
                        .doesNotContain("35,400.00", four.number()));

        day(7, 23);
        pay(null, "14160", "FIRST-HALF");
        assertStands("2026-08-20 35400.00", "0.00", "35400.00");
        assertThat(room.payments.remind(order.number(), 2)).isEqualTo(Payments.Reminded.NOT_NEEDED);
        assertThat(room.payments.settlement(order.number()).nextDueOn()).isEqualTo("2026-08-20");

        day(8, 21);
        assertStands("2026-08-20 35400.00", "35400.00", "0.00");
        pay(null, "35400", "SECOND-HALF");
        assertStands("", "0.00", "0.00");
        assertThat(room.payments.settlement(order.number()).settled()).isTrue();

        day(8, 22);
        room.heard(new NoteIssued(
                "MH-2627-CN0901",
                NoteKind.CREDIT,
                order.dealNumber(),
                order.number(),
                BUYER,
                order.buyerName(),
                LocalDate.of(2026, 8, 22),
                null,
                List.of(new NoteIssued.OfInvoice(four.number(), inr("11800")))));
        assertThat(item(four).settled().discounted()).isEqualTo(inr("708"));
        assertThat(item(four).settled().credited()).isEqualTo(inr("236"));
        assertThat(room.payments.unapplied(FARID))
                .extracting(Receipt::unapplied)
                .containsExactly(inr("11564"));
        assertThat(room.exposures.reconcile()).isEmpty();
        AccountStatement statement = room.accounts.statement(
                Actor.PROGRAM, BUYER, "INR", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 8, 22));
        assertThat(statement.closing()).isEqualTo(inr("-11564"));
        assertThat(statement.lines())
                .extracting(
                        line -> line.movement().kind() + " " + line.movement().text())
                .contains("INVOICE due 18 Jul 2026: 23600.00, 17 Aug 2026: 23600.00");
        room.refunds.payBack(FARID, room.payments.unapplied(FARID).get(0).number(), "the pump came back");
    }

    @Test
    void theDiscountIsForPayingAllOfItInTime() {
        day(7, 3);
        TaxInvoice invoice = room.invoices.issue(room.packed(order, "4"));
        day(7, 13);
        assertRefused(() -> payFor(part(invoice, "46256", "945"), "46256", "MORE"), "At most ₹944.00 may be taken off");
        assertRefused(
                () -> payFor(part(invoice, "40000", "944"), "40000", "PART"),
                "is for paying all of it; ₹6,256.00 would still be open");
        Receipt inTwo = payFor(part(invoice, "40000", null), "46256", "IN-TWO");
        assertThat(inTwo.unapplied()).isEqualTo(inr("6256"));
        room.appliedMoney.apply(FARID, inTwo.number(), invoice.number(), new BigDecimal("6256"));

        day(7, 20);
        SettlementEntry taken = room.discounts.allow(FARID, inTwo.number(), invoice.number());
        assertThat(taken.amount())
                .as("it had come in time, whoever looks later")
                .isEqualTo(inr("944"));
        assertThat(item(invoice).open()).isEqualTo(inr("0"));
        room.appliedMoney.unapply(FARID, taken.id(), "pressed by mistake");
        assertThat(item(invoice).open()).isEqualTo(inr("944"));

        day(7, 21);
        TaxInvoice late = room.invoices.issue(room.packed(order, "1"));
        day(8, 1);
        assertRefused(
                () -> payFor(part(late, "11564", "236"), "11564", "LATE"),
                "is for money that came by 2026-07-31; this came on 2026-08-01");
        Receipt short236 = pay(late.number(), "11564", "LATE-2");
        assertThat(item(late).open()).as("a day late nothing is taken off").isEqualTo(inr("236"));
        assertRefused(() -> room.discounts.allow(FARID, short236.number(), late.number()), "is for money that came by");
        assertRefused(() -> room.discounts.allow(FARID, inTwo.number(), late.number()), "has paid nothing of");
        pay(late.number(), "236", "REST");
        pay(invoice.number(), "944", "REST-2");
    }

    @Test
    void eachCreditNoteLeavesTheDiscountOfWhatIsLeft() {
        day(7, 3);
        TaxInvoice invoice = room.invoices.issue(room.packed(order, "4"));
        day(7, 10);
        pay(invoice.number(), "46256", "ALL");
        assertThat(item(invoice).settled().discounted()).isEqualTo(inr("944"));

        credit(invoice, "MH-2627-CN0911", "11800");
        assertThat(item(invoice).settled().discounted()).as("2 % of 35,400.00").isEqualTo(inr("708"));
        credit(invoice, "MH-2627-CN0912", "11800");
        assertThat(item(invoice).settled().discounted()).as("2 % of 23,600.00").isEqualTo(inr("472"));
        assertThat(item(invoice).creditNotes()).isEqualTo(inr("23600"));
        List<Receipt> given = notApplied();
        assertThat(given)
                .as("what was paid for each pump")
                .extracting(Receipt::unapplied)
                .containsExactly(inr("11564"), inr("11564"));
        assertThat(room.exposures.reconcile()).isEmpty();
        given.forEach(receipt -> room.refunds.payBack(FARID, receipt.number(), "the pumps came back"));
    }

    @Test
    void theDiscountGoesWithTheMoneyItWasGivenFor() {
        day(7, 3);
        TaxInvoice invoice = room.invoices.issue(room.packed(order, "4"));
        day(7, 10);
        Receipt most = pay(invoice.number(), "40000", "MOST");
        Receipt rest = pay(invoice.number(), "6256", "REST");
        assertThat(ledger(rest)).containsExactly("RECEIPT 6256.00", "EARLY_DISCOUNT 944.00");

        day(7, 20);
        SettlementEntry paid = room.appliedMoney.ofReceipt(most.number()).get(0);
        room.appliedMoney.unapply(FARID, paid.id(), "was for another invoice");
        assertThat(item(invoice).open()).isEqualTo(inr("40944"));
        assertThat(ledger(rest)).containsExactly("RECEIPT 6256.00", "EARLY_DISCOUNT 944.00", "EARLY_DISCOUNT -944.00");
        assertThat(room.discounts.open(rest)).isEmpty();
        assertThat(room.exposures.reconcile()).isEmpty();

        room.appliedMoney.apply(FARID, most.number(), invoice.number(), new BigDecimal("40000"));
        assertThat(room.discounts.open(rest))
                .extracting(OpenItem::invoiceNumber)
                .containsExactly(invoice.number());
        room.discounts.allow(FARID, rest.number(), invoice.number());
        assertThat(item(invoice).open()).isEqualTo(inr("0"));
        room.appliedMoney.reverse(FARID, most.number(), "cheque returned");
        assertThat(item(invoice).open()).isEqualTo(inr("40944"));
        assertThat(item(invoice).settled().discounted()).isEqualTo(inr("0"));
        assertThat(room.exposures.reconcile()).isEmpty();
        Exposure exposure = room.exposures.of(BUYER, "INR");
        assertThat(exposure.overdue().plus(exposure.receivable())).isEqualTo(inr("40944"));
        pay(invoice.number(), "40944", "AT-LAST");
    }

    @Test
    void theDiscountIsNotForMoneyOfWhichMostCameLate() {
        day(7, 3);
        TaxInvoice invoice = room.invoices.issue(room.packed(order, "4"));
        day(7, 8);
        Receipt inTime = pay(invoice.number(), "1000", "IN-TIME");
        day(8, 12);
        pay(invoice.number(), "45000", "LATE");

        assertRefused(
                () -> record(null, List.of(part(invoice, "256", "944")), "256", "FOUND", LocalDate.of(2026, 7, 9)),
                "is for money that came by 2026-07-13; some of it came on 2026-08-12");
        record(invoice.number(), List.of(), "256", "FOUND-2", LocalDate.of(2026, 7, 9));
        assertThat(item(invoice).open()).as("nothing is taken off by itself").isEqualTo(inr("944"));
        assertThat(room.discounts.open(inTime)).isEmpty();
        assertRefused(
                () -> room.discounts.allow(FARID, inTime.number(), invoice.number()),
                "is for money that came by 2026-07-13; some of it came on 2026-08-12");
        pay(invoice.number(), "944", "LAST");
    }

    @Test
    void whatIsDueLaterIsRemindedOfFromTheFirstReminderOn() {
        day(7, 3);
        TaxInvoice invoice = room.invoices.issue(room.packed(order, "4"));
        day(7, 21);
        assertThat(room.payments.remind(order.number(), 1)).isEqualTo(Payments.Reminded.SENT);
        day(7, 22);
        pay(invoice.number(), "23600", "FIRST");
        assertThat(room.payments.settlement(order.number()).nextDueOn()).isEqualTo("2026-08-17");
        day(8, 20);
        assertThat(room.payments.remind(order.number(), 1)).isEqualTo(Payments.Reminded.SENT);
        room.payments.remind(order.number(), 1);

        assertThat(room.mails())
                .extracting(MailDraft::key)
                .filteredOn(key -> key.contains(order.number()))
                .as("one key for each mail that is to go out, so that a step done twice sends nothing twice")
                .containsExactly(
                        "payment-reminder:" + order.number() + ":1:2026-07-18",
                        "payment-reminder:" + order.number() + ":1:2026-08-17",
                        "payment-reminder:" + order.number() + ":1:2026-08-17");
        pay(invoice.number(), "23600", "SECOND");
    }

    private void credit(TaxInvoice invoice, String number, String amount) {
        room.heard(new NoteIssued(
                number,
                NoteKind.CREDIT,
                order.dealNumber(),
                order.number(),
                BUYER,
                order.buyerName(),
                LocalDate.now(room.clock),
                null,
                List.of(new NoteIssued.OfInvoice(invoice.number(), inr(amount)))));
    }

    private List<Receipt> notApplied() {
        return room.payments.unapplied(FARID).stream()
                .filter(receipt -> order.number().equals(receipt.orderNumber()))
                .toList();
    }

    private List<String> ledger(Receipt receipt) {
        return room.appliedMoney.ofReceipt(receipt.number()).stream()
                .map(entry -> entry.kind() + " " + entry.amount().toDocumentScale())
                .toList();
    }

    @Test
    void aBankLineShortByTheDiscountIsProposedWithIt() {
        day(7, 3);
        TaxInvoice invoice = room.invoices.issue(room.packed(order, "4"));
        day(7, 9);
        room.bank.uploadCsv(
                FARID,
                "HDFC",
                "PLAIN",
                "date,amount,reference,narration\n2026-07-09,46256.00,UTR-EPD,RTGS\n2026-07-09,46216.00,UTR-BOTH,RTGS\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));

        List<BankStatements.Waiting> waiting = room.bank.waiting(FARID);
        MatchProposal only = proposal(waiting, "UTR-EPD");
        assertThat(only.parts()).containsExactly(part(invoice, "46256.00", "944.00"));
        assertThat(only.reasons()).anyMatch(reason -> reason.endsWith("less the early-payment discount"));
        MatchProposal withTds = proposal(waiting, "UTR-BOTH");
        assertThat(withTds.parts()).singleElement().satisfies(part -> {
            assertThat(part.discount()).isEqualByComparingTo("944");
            assertThat(part.tds().amount()).isEqualByComparingTo("40");
        });

        long line = waiting.stream()
                .filter(one -> one.line().reference().equals("UTR-BOTH"))
                .findFirst()
                .orElseThrow()
                .line()
                .id();
        room.bank.confirm(FARID, line, BUYER, null, withTds.parts());
        assertThat(item(invoice).settled().total()).isEqualTo(inr("47200"));
        assertThat(item(invoice).settled().discounted()).isEqualTo(inr("944"));
    }

    private static MatchProposal proposal(List<BankStatements.Waiting> waiting, String reference) {
        return waiting.stream()
                .filter(one -> one.line().reference().equals(reference))
                .flatMap(one -> one.proposals().stream())
                .filter(one -> one.buyerCode().equals(BUYER))
                .findFirst()
                .orElseThrow();
    }

    private void assertStands(String open, String overdue, String notYetDue) {
        LocalDate today = LocalDate.now(room.clock);
        List<Instalment> instalments = room.payments.ofDeal(FARID, order.dealNumber()).stream()
                .flatMap(item -> item.openInstalments().stream())
                .sorted(java.util.Comparator.comparing(Instalment::dueOn))
                .toList();
        assertThat(instalments.stream()
                        .map(one -> one.dueOn() + " " + one.amount().toDocumentScale())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(open);
        Exposure exposure = room.exposures.of(BUYER, "INR");
        assertThat(List.of(exposure.overdue(), exposure.receivable())).containsExactly(inr(overdue), inr(notYetDue));
        Ageing ageing = room.accounts
                .statement(Actor.PROGRAM, BUYER, "INR", LocalDate.of(2026, 7, 1), today)
                .ageing();
        assertThat(List.of(ageing.overdue(), ageing.current())).containsExactly(inr(overdue), inr(notYetDue));
        assertThat(room.exposures.reconcile()).isEmpty();
    }

    private OpenItem item(TaxInvoice invoice) {
        return room.payments.ofDeal(FARID, invoice.dealNumber()).stream()
                .filter(item -> item.invoiceNumber().equals(invoice.number()))
                .findFirst()
                .orElseThrow();
    }

    private static ReceiptDraft.Part part(TaxInvoice invoice, String amount, String discount) {
        return new ReceiptDraft.Part(
                invoice.number(), new BigDecimal(amount), null, discount == null ? null : new BigDecimal(discount));
    }

    private Receipt pay(String invoice, String amount, String reference) {
        return pay(invoice, List.of(), amount, reference);
    }

    private Receipt payFor(ReceiptDraft.Part part, String amount, String reference) {
        return pay(null, List.of(part), amount, reference);
    }

    private Receipt pay(String invoice, List<ReceiptDraft.Part> parts, String amount, String reference) {
        return record(invoice, parts, amount, reference, LocalDate.now(room.clock));
    }

    private Receipt record(
            String invoice, List<ReceiptDraft.Part> parts, String amount, String reference, LocalDate receivedOn) {
        return room.payments.record(
                FARID,
                new ReceiptDraft(
                        BUYER,
                        order.number(),
                        invoice,
                        new BigDecimal(amount),
                        "INR",
                        ReceiptDraft.Mode.RTGS,
                        order.number() + reference,
                        receivedOn,
                        parts));
    }

    private static void assertRefused(Runnable deed, String sentence) {
        assertThatThrownBy(deed::run).isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                        problem.violations().stream().map(Problem.Violation::message))
                .anyMatch(message -> message.contains(sentence)));
    }

    private void day(int month, int day) {
        room.clock.set(LocalDate.of(2026, month, day));
    }

    private static Money inr(String amount) {
        return Money.of(amount, "INR");
    }
}
