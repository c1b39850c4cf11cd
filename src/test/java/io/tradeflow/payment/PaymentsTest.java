package io.tradeflow.payment;

import static io.tradeflow.invoicing.MoneyRoom.FARID;
import static io.tradeflow.invoicing.MoneyRoom.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.invoicing.MoneyRoom;
import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.OrderCancelled;
import io.tradeflow.ordering.OrderRevised;
import io.tradeflow.ordering.OrderShortClosed;
import io.tradeflow.ordering.SalesOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;

/** Invoices here are over 118.00 for each piece at 100. */
class PaymentsTest {

    private static final AtomicInteger REFERENCES = new AtomicInteger();
    private static MoneyRoom room;

    @BeforeAll
    static void open() {
        room = new MoneyRoom();
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @AfterEach
    void resetClock() {
        room.clock.reset();
    }

    /** Receipts take the lock of the money first as well, so none waits for another in a circle. */
    @Test
    void whoeverMovesAnAccountHasLockedTheMoneyOfTheOrder() {
        SalesOrder order = order("1");
        room.transaction.executeWithoutResult(status -> {
            room.exposures.hold(order.debt());
            assertThat(isFree(order)).isFalse();
        });
        assertThat(isFree(order)).isTrue();
    }

    /** As another connection sees it. */
    private static boolean isFree(SalesOrder order) {
        return CompletableFuture.supplyAsync(() -> room.jdbc
                        .sql("select pg_try_advisory_xact_lock(hashtextextended('payment:' || :order, 0))")
                        .param("order", order.number())
                        .query(Boolean.class)
                        .single())
                .join();
    }

    @Test
    void whoeverMovesAnAccountHasLockedThoseItIsJudgedWith() {
        room.transaction.executeWithoutResult(status -> {
            room.exposures.hold("B-MH", "INR");
            room.exposures.hold("B-GJ", "INR");
        });
        room.jdbc
                .sql("update credit_account set group_code = 'WEST' where buyer_code in ('B-MH', 'B-GJ')")
                .update();
        try {
            room.transaction.executeWithoutResult(status -> {
                room.exposures.hold("B-MH", "INR");
                assertThat(freeAccounts("B-GJ")).isZero();
            });
            assertThat(freeAccounts("B-GJ")).isOne();
        } finally {
            room.jdbc.sql("update credit_account set group_code = null").update();
        }
    }

    /** As another connection sees it. */
    private static int freeAccounts(String buyerCode) {
        return CompletableFuture.supplyAsync(() -> room.jdbc
                        .sql(
                                "select 1 from credit_account where buyer_code = :buyer and currency = 'INR' for update skip locked")
                        .param("buyer", buyerCode)
                        .query(Integer.class)
                        .list()
                        .size())
                .join();
    }

    @Test
    void anIssuedInvoiceIsOpenUntilItIsPaid() {
        SalesOrder order = order("1");
        TaxInvoice invoice = invoice(order, "1");

        assertThat(settlement(order)).isEqualTo(new Settlement(true, false, LocalDate.of(2026, 8, 14)));
        assertThat(room.payments.openItems(Actor.PROGRAM))
                .extracting(OpenItem::invoiceNumber)
                .contains(invoice.number());

        Receipt receipt = pay(order, invoice, "118");

        assertThat(receipt.unapplied().isZero()).isTrue();
        assertThat(receipt.number()).matches("RCT-2627-[0-9]{6}");
        assertThat(settlement(order)).isEqualTo(new Settlement(true, true, null));
        assertThat(room.payments.openItems(Actor.PROGRAM))
                .extracting(OpenItem::invoiceNumber)
                .doesNotContain(invoice.number());
        assertThat(room.paymentsHeard()).contains(new PaymentReceived(order.dealNumber(), order.number()));
    }

    @Test
    void partPaymentsLeaveTheRestOpen() {
        SalesOrder order = order("1");
        TaxInvoice invoice = invoice(order, "1");

        pay(order, invoice, "100.50");
        assertThat(item(order).open()).isEqualTo(Money.of("17.50", "INR"));
        assertThat(settlement(order).settled()).isFalse();

        pay(order, invoice, "17.50");
        assertThat(settlement(order).settled()).isTrue();
    }

    @Test
    void whatIsPaidTooMuchWaitsForTheNextInvoiceOfTheOrder() {
        SalesOrder order = order("2");
        Receipt receipt = pay(order, invoice(order, "1"), "150");
        assertThat(receipt.unapplied()).isEqualTo(Money.of("32", "INR"));

        TaxInvoice second = invoice(order, "1");

        assertThat(room.payments.ofDeal(FARID, order.dealNumber()))
                .filteredOn(item -> item.invoiceNumber().equals(second.number()))
                .singleElement()
                .satisfies(item -> assertThat(item.paid()).isEqualTo(Money.of("32", "INR")));
        assertThat(room.payments.receipts(FARID, order.dealNumber()))
                .singleElement()
                .satisfies(booked -> assertThat(booked.unapplied().isZero()).isTrue());
        assertThat(settlement(order).settled()).isFalse();
    }

    @Test
    void anAdvanceIsThereOnlyInFullAndPaysTheFirstInvoices() {
        SalesOrder order = room.order("B-MH", "100", line(1, "8413", "2", "100"));

        pay(order, null, "60");
        assertThat(settlement(order).advanceReceived()).isFalse();
        pay(order, null, "40");
        assertThat(settlement(order).advanceReceived()).isTrue();
        assertThat(settlement(order).settled()).isFalse();

        invoice(order, "1");
        assertThat(item(order).open()).isEqualTo(Money.of("18", "INR"));
        assertThat(room.payments.receipts(FARID, order.dealNumber()))
                .allSatisfy(receipt -> assertThat(receipt.unapplied().isZero()).isTrue());
    }

    @Test
    void anAdvanceLargerThanTheInvoiceNeverOverpaysIt() {
        SalesOrder order = order("3");
        pay(order, null, "200");

        invoice(order, "1");

        assertThat(item(order).open().isZero()).isTrue();
        assertThat(room.payments.receipts(FARID, order.dealNumber()))
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.unapplied()).isEqualTo(Money.of("82", "INR")));
    }

    @Test
    void moneyOnTheOrderPaysItsOldestInvoiceFirst() {
        SalesOrder order = order("2");
        // a financial year of its own: the series of the others takes no earlier date after this
        room.clock.set(LocalDate.of(2035, 7, 15));
        TaxInvoice first = invoice(order, "1");
        room.clock.set(LocalDate.of(2035, 7, 20));
        TaxInvoice second = invoice(order, "1");

        pay(order, null, "120");

        assertThat(room.payments.ofDeal(FARID, order.dealNumber()))
                .extracting(item -> item.invoiceNumber() + " " + item.open())
                .containsExactly(first.number() + " 0.00 INR", second.number() + " 116.00 INR");
        assertThat(settlement(order).nextDueOn()).isEqualTo(second.dueOn());
    }

    @Test
    void theSameReceiptReportedAgainIsBookedOnce() {
        SalesOrder order = order("1");
        ReceiptDraft draft = draft(order, invoice(order, "1"), "50", "UTR-SAME");

        Receipt first = room.payments.record(FARID, draft);
        long heard = room.paymentsHeard().size();

        assertThat(room.payments.record(FARID, draft)).isEqualTo(first);
        assertThat(room.paymentsHeard()).hasSize((int) heard);
        assertThat(item(order).paid()).isEqualTo(Money.of("50", "INR"));
    }

    @Test
    void aReferenceIsNotBookedForOtherMoney() {
        SalesOrder order = order("1");
        TaxInvoice invoice = invoice(order, "1");
        room.payments.record(FARID, draft(order, invoice, "50", "utr-once"));

        assertThatThrownBy(() -> room.payments.record(FARID, draft(order, invoice, "60", " UTR-ONCE ")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("reference-used"));
        assertThat(item(order).paid()).isEqualTo(Money.of("50", "INR"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "amount, 0",
                "amount, -1",
                "amount, 10.005",
                "amount, -",
                "currency, USD",
                "currency, -",
                "buyerCode, B-GJ",
                "buyerCode, -",
                "invoiceNumber, MH-2627-999999",
                "orderNumber, SO-2627-999999",
                "reference, -",
                "receivedOn, 2026-07-16",
                "receivedOn, -",
            })
    void namesTheFieldThatIsWrong(String field, String value) {
        SalesOrder order = order("1");
        TaxInvoice invoice = invoice(order, "1");
        ReceiptDraft wrong = new ReceiptDraft(
                field.equals("buyerCode") ? value : "B-MH",
                field.equals("orderNumber") ? value : order.number(),
                field.equals("invoiceNumber") ? value : invoice.number(),
                field.equals("amount") ? (value == null ? null : new BigDecimal(value)) : BigDecimal.TEN,
                field.equals("currency") ? value : "INR",
                ReceiptDraft.Mode.NEFT,
                field.equals("reference") ? value : "UTR-WRONG",
                field.equals("receivedOn")
                        ? (value == null ? null : LocalDate.parse(value))
                        : LocalDate.of(2026, 7, 1));
        String blamed = field.equals("buyerCode") && value != null ? "invoiceNumber" : field;

        assertThatThrownBy(() -> room.payments.record(FARID, wrong)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.slug()).isEqualTo("receipt-invalid");
            assertThat(problem.violations())
                    .extracting(Problem.Violation::field)
                    .contains(blamed);
        });
        assertThat(room.payments.receipts(FARID, order.dealNumber())).isEmpty();
    }

    @Test
    void anInvoiceOfAnotherOrderIsRefused() {
        TaxInvoice invoice = invoice(order("1"), "1");

        assertThatThrownBy(() -> room.payments.record(FARID, draft(order("1"), invoice, "10", "UTR-MIXED")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Problem.Violation::field)
                        .containsExactly("invoiceNumber"));
    }

    @Test
    void onlyFinanceBooksMoney() {
        SalesOrder order = order("1");
        ReceiptDraft draft = draft(order, null, "10", "UTR-OTHERS");

        for (Actor other : List.of(
                new Actor.Staff("asha", "Asha Nair", Set.of("sales-desk")),
                new Actor.BuyerUser("priya@mh.example", "Priya", "B-MH"))) {
            assertThatThrownBy(() -> room.payments.record(other, draft))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
        }
    }

    @Test
    void buyersSeeTheirOwnMoneyOnly() {
        SalesOrder order = order("1");
        pay(order, invoice(order, "1"), "10");
        Actor own = new Actor.BuyerUser("priya@mh.example", "Priya", "B-MH");
        Actor other = new Actor.BuyerUser("raj@gj.example", "Raj", "B-GJ");

        assertThat(room.payments.ofDeal(own, order.dealNumber())).hasSize(1);
        assertThat(room.payments.receipts(own, order.dealNumber())).hasSize(1);
        assertThat(room.payments.ofDeal(other, order.dealNumber())).isEmpty();
        assertThat(room.payments.receipts(other, order.dealNumber())).isEmpty();
        assertThat(room.payments.openItems(other))
                .noneMatch(item -> item.buyerCode().equals("B-MH"));
    }

    @Test
    void remindsOfWhatIsOverdueOnly() {
        SalesOrder order = order("1");
        TaxInvoice invoice = invoice(order, "1");

        room.clock.set(invoice.dueOn());
        room.payments.remind(order.number(), 1);
        assertThat(room.mails()).noneMatch(mail -> mail.key().contains(order.number()));

        room.clock.set(invoice.dueOn().plusDays(1));
        room.payments.remind(order.number(), 1);
        assertThat(room.mails())
                .filteredOn(mail -> mail.key().equals("payment-reminder:" + order.number() + ":1:" + invoice.dueOn()))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.body()).contains(invoice.number(), "INR 118.00");
                    assertThat(mail.documentIds()).containsExactly(invoice.documentId());
                });
    }

    @Test
    void theDatabaseRefusesToOverpayAnInvoice() {
        invoice(order("1"), "1");

        assertThatThrownBy(() -> room.jdbc
                        .sql("update open_item set paid = amount + 0.01")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("never_paid_beyond_amount");
    }

    @Test
    void manyReceiptsAtOnceNeverOverpayAndLoseNothing() throws Exception {
        SalesOrder order = order("1");
        TaxInvoice invoice = invoice(order, "1");
        List<Callable<Receipt>> payments = new ArrayList<>();
        for (int index = 0; index < 16; index++) {
            payments.add(() -> pay(order, invoice, "10"));
        }

        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Receipt> payment : threads.invokeAll(payments)) {
                payment.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(item(order).open().isZero()).isTrue();
        assertThat(room.payments.receipts(FARID, order.dealNumber()).stream()
                        .map(Receipt::unapplied)
                        .reduce(Money.zero("INR"), Money::plus))
                .isEqualTo(Money.of("42", "INR"));
    }

    @Test
    void aReceiptWaitsForWhoeverLooksAtTheOrder() throws Exception {
        SalesOrder order = order("1");
        TaxInvoice invoice = invoice(order, "1");
        CountDownLatch looked = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> process = threads.submit(() -> room.transaction.executeWithoutResult(status -> {
                assertThat(settlement(order).settled()).isFalse();
                looked.countDown();
                await(mayCommit);
            }));
            await(looked);
            Future<Receipt> payment = threads.submit(() -> pay(order, invoice, "118"));
            assertThatThrownBy(() -> payment.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

            mayCommit.countDown();

            process.get(10, TimeUnit.SECONDS);
            assertThat(payment.get(10, TimeUnit.SECONDS).unapplied().isZero()).isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void anOrderGivenUpInStepsIsPaidBackInStepsAndNothingTwice() {
        SalesOrder order = order("10");
        pay(order, null, "1000");
        room.comesTo(order, SalesOrder.Status.CONFIRMED, "590");
        room.heard(new OrderShortClosed(order.dealNumber(), order.number()));
        room.heard(new OrderShortClosed(order.dealNumber(), order.number()));
        assertThat(refunds(order)).containsExactly("410");

        room.comesTo(order, SalesOrder.Status.CANCELLED, "590");
        room.heard(new OrderCancelled(order.dealNumber(), order.number()));
        room.heard(new OrderCancelled(order.dealNumber(), order.number()));
        assertThat(refunds(order)).as("the first is not paid yet").containsExactly("410", "590");

        pay(order, null, "25");
        assertThat(refunds(order)).as("it came too late").containsExactly("410", "590", "25");
        assertThat(room.payments.receipts(FARID, order.dealNumber()))
                .allSatisfy(receipt -> assertThat(receipt.unapplied().isZero()).isTrue());
    }

    @Test
    void whatLaterInvoicesNeedIsNotPaidBack() {
        SalesOrder order = order("10");
        room.comesTo(order, SalesOrder.Status.CONFIRMED, "1180");
        pay(order, null, "700");
        invoice(order, "2");

        room.comesTo(order, SalesOrder.Status.CONFIRMED, "708");
        room.heard(new OrderRevised(order.dealNumber(), order.number(), 2));
        assertThat(refunds(order)).as("236 invoiced and 472 to come take all").isEmpty();

        room.comesTo(order, SalesOrder.Status.CONFIRMED, "590");
        room.heard(new OrderRevised(order.dealNumber(), order.number(), 3));
        assertThat(refunds(order)).containsExactly("110");

        TaxInvoice last = invoice(order, "3");
        assertThat(room.payments.openItems(Actor.PROGRAM))
                .extracting(OpenItem::invoiceNumber)
                .as("what was kept pays it")
                .doesNotContain(last.number());
    }

    @Test
    void whatComesTooMuchForAnOrderThatStandsIsKeptForIt() {
        SalesOrder order = order("1");
        room.comesTo(order, SalesOrder.Status.CONFIRMED, "118");
        pay(order, null, "200");
        assertThat(refunds(order)).isEmpty();
    }

    private static List<String> refunds(SalesOrder order) {
        return room.refunds.ofDeal(FARID, order.dealNumber()).stream()
                .sorted(Comparator.comparing(Refund::number))
                .map(refund -> refund.amount().amount().stripTrailingZeros().toPlainString())
                .toList();
    }

    private static SalesOrder order(String pieces) {
        return room.order("B-MH", line(1, "8413", pieces, "100"));
    }

    private static TaxInvoice invoice(SalesOrder order, String pieces) {
        return room.invoices.issue(room.packed(order, pieces));
    }

    private static Settlement settlement(SalesOrder order) {
        return room.payments.settlement(order.number());
    }

    private static OpenItem item(SalesOrder order) {
        return room.payments.ofDeal(FARID, order.dealNumber()).get(0);
    }

    private static Receipt pay(SalesOrder order, TaxInvoice invoice, String amount) {
        return room.payments.record(FARID, draft(order, invoice, amount, "UTR" + REFERENCES.incrementAndGet()));
    }

    private static ReceiptDraft draft(SalesOrder order, TaxInvoice invoice, String amount, String reference) {
        return new ReceiptDraft(
                "B-MH",
                order.number(),
                invoice == null ? null : invoice.number(),
                new BigDecimal(amount),
                "INR",
                ReceiptDraft.Mode.NEFT,
                reference,
                LocalDate.of(2026, 7, 15));
    }
}
