package io.tradeflow.payment;

import static io.tradeflow.invoicing.MoneyRoom.FARID;
import static io.tradeflow.invoicing.MoneyRoom.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.invoicing.MoneyRoom;
import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Money on account becomes an order's advance; one bank line is several receipts. */
class MoneyOnAccountTest {

    @Test
    void anOrderWaitsNoLongerOnceMoneyOnAccountIsItsAdvance() {
        try (MoneyRoom room = new MoneyRoom()) {
            SalesOrder order = room.order("B-MH", "300", line(1, "8413", "10", "100"));
            room.comesTo(order, SalesOrder.Status.CONFIRMED, "1180");
            SalesOrder other = room.order("B-MH", line(1, "8413", "1", "100"));
            room.comesTo(other, SalesOrder.Status.CONFIRMED, "118");
            TaxInvoice invoice = room.invoices.issue(room.packed(other, "1"));
            Receipt receipt = onAccount(room, "400");
            room.appliedMoney.apply(FARID, receipt.number(), invoice.number(), new BigDecimal("118"));
            room.exposures.confirmed(order.debt(), Money.of("1180", "INR"));

            assertRefused(() -> assign(room, receipt, "SO-2627-999999"), "There is no order SO-2627-999999");
            SalesOrder foreign = room.order("B-GJ", line(1, "8413", "1", "100"));
            assertRefused(() -> assign(room, receipt, foreign.number()), "is not one of buyer B-MH");
            assign(room, receipt, order.number());

            assertThat(room.payments.settlement(order.number()).advanceReceived())
                    .as("118.00 of the 400.00 went to another order before")
                    .isFalse();
            Receipt rest = onAccount(room, "18");
            assign(room, rest, order.number());
            assertThat(room.payments.settlement(order.number()).advanceReceived())
                    .isTrue();
            assertThat(room.vouchers.ofReceipt(receipt.number()).orElseThrow().amount())
                    .isEqualTo(Money.of("282", "INR"));
            assertThat(room.exposures.rows("B-MH", "INR"))
                    .filteredOn(row -> row.number().equals(receipt.number()))
                    .singleElement()
                    .satisfies(row -> assertThat(row.orderNumber()).isEqualTo(order.number()));
            assertRefused(() -> assign(room, rest, order.number()), "is the money of order " + order.number());

            TaxInvoice first = room.invoices.issue(room.packed(order, "10"));
            assertThat(room.payments.ofDeal(FARID, order.dealNumber()))
                    .filteredOn(item -> item.invoiceNumber().equals(first.number()))
                    .singleElement()
                    .satisfies(item -> assertThat(item.paid()).isEqualTo(Money.of("300", "INR")));
            assertThat(room.exposures.reconcile()).isEmpty();
        }
    }

    @Test
    void oneBankLineIsSeveralReceipts() {
        try (MoneyRoom room = new MoneyRoom()) {
            SalesOrder order = room.order("B-MH", "300", line(1, "8413", "10", "100"));
            room.comesTo(order, SalesOrder.Status.CONFIRMED, "1180");
            SalesOrder other = room.order("B-GJ", line(1, "8413", "1", "100"));
            room.comesTo(other, SalesOrder.Status.CONFIRMED, "118");
            TaxInvoice invoice = room.invoices.issue(room.packed(other, "1"));
            room.bank.uploadCsv(
                    FARID,
                    "HDFC",
                    "PLAIN",
                    "date,amount,reference,narration\n2026-07-10,468.00,UTR-TWO,RTGS GROUP PAYMENT\n"
                            .getBytes(StandardCharsets.UTF_8));
            long id = room.bank.waiting(FARID).get(0).line().id();

            assertRefused(
                    () -> room.bank.split(FARID, id, List.of(share("B-MH", order.number(), "468"))), "two shares");
            assertRefused(
                    () -> room.bank.split(
                            FARID, id, List.of(share("B-MH", order.number(), "300"), share("B-GJ", null, "100"))),
                    "The shares come to ₹400.00, the line to ₹468.00");
            assertRefused(
                    () -> room.bank.split(
                            FARID, id, List.of(share("B-MH", order.number(), "300"), share("NOBODY", null, "168"))),
                    "There is no buyer NOBODY");
            assertThat(room.payments.receipts(FARID, order.dealNumber()))
                    .as("refused as a whole")
                    .isEmpty();

            List<Receipt> booked = room.bank.split(
                    FARID,
                    id,
                    List.of(
                            share("B-MH", order.number(), "300"),
                            new BankStatements.Share(
                                    "B-GJ",
                                    null,
                                    new BigDecimal("118"),
                                    List.of(new ReceiptDraft.Part(invoice.number(), new BigDecimal("118"), null))),
                            share("B-GJ", null, "50")));

            assertThat(booked).extracting(Receipt::reference).containsExactly("UTR-TWO/1", "UTR-TWO/2", "UTR-TWO/3");
            assertThat(room.payments.settlement(order.number()).advanceReceived())
                    .isTrue();
            assertThat(room.payments.openItems(FARID)).isEmpty();
            assertThat(room.bank.waiting(FARID)).isEmpty();
            assertThat(room.bank.decided(FARID)).singleElement().satisfies(line -> assertThat(line.note())
                    .isEqualTo("Split: "
                            + String.join(
                                    ", ", booked.stream().map(Receipt::number).toList())));
        }
    }

    @Test
    void sharesThatTakeFromOneAnotherAreRefusedBeforeAnyHasANumber() {
        try (MoneyRoom room = new MoneyRoom()) {
            SalesOrder order = room.order("B-MH", line(1, "8413", "1", "100"));
            room.comesTo(order, SalesOrder.Status.CONFIRMED, "118");
            TaxInvoice invoice = room.invoices.issue(room.packed(order, "1"));
            room.bank.uploadCsv(
                    FARID,
                    "HDFC",
                    "PLAIN",
                    "date,amount,reference,narration\n2026-07-10,236.00,UTR-SAME,RTGS\n"
                            .getBytes(StandardCharsets.UTF_8));
            long id = room.bank.waiting(FARID).get(0).line().id();
            BankStatements.Share all = named(invoice, "118", null);
            BankStatements.Share rest = share("B-MH", order.number(), "118");

            assertRefused(() -> room.bank.split(FARID, id, List.of(all, all)), "shares[1].parts[0].amount");
            assertRefused(
                    () -> room.bank.split(FARID, id, List.of(all, all)),
                    "Of " + invoice.number() + " ₹118.00 is open, and the shares before take ₹118.00 of it");
            assertRefused(() -> room.bank.split(FARID, id, List.of(rest, all)), "shares[1].parts[0].invoiceNumber");
            assertRefused(
                    () -> room.bank.split(FARID, id, List.of(rest, all)),
                    "Share 1 is for order " + order.number() + " and goes to its open invoices");
            ReceiptDraft.Tds tds = new ReceiptDraft.Tds("194Q", new BigDecimal("0.10"), null, null);
            BankStatements.Share half = named(invoice, "50", tds);
            assertRefused(
                    () -> room.bank.split(FARID, id, List.of(half, half, share("B-MH", null, "136"))),
                    "shares[1].parts[0].tds.amount");

            assertThat(room.bank.split(FARID, id, List.of(all, rest)))
                    .as("the invoice first, the order takes what is left")
                    .extracting(Receipt::number)
                    .allMatch(number -> number.endsWith("000001") || number.endsWith("000002"));
        }
    }

    private static BankStatements.Share named(TaxInvoice invoice, String amount, ReceiptDraft.Tds tds) {
        BigDecimal money = new BigDecimal(amount);
        return new BankStatements.Share(
                "B-MH", null, money, List.of(new ReceiptDraft.Part(invoice.number(), money, tds)));
    }

    private static BankStatements.Share share(String buyer, String order, String amount) {
        return new BankStatements.Share(buyer, order, new BigDecimal(amount), List.of());
    }

    private static Receipt assign(MoneyRoom room, Receipt receipt, String order) {
        return room.onAccount.assign(FARID, receipt.number(), order);
    }

    private static Receipt onAccount(MoneyRoom room, String amount) {
        return room.payments.record(
                FARID,
                new ReceiptDraft(
                        "B-MH",
                        null,
                        null,
                        new BigDecimal(amount),
                        "INR",
                        ReceiptDraft.Mode.UPI,
                        "ACC-" + amount,
                        LocalDate.now(room.clock)));
    }

    private static void assertRefused(Runnable deed, String sentence) {
        assertThatThrownBy(deed::run).isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                        problem.getMessage() + " " + problem.violations())
                .contains(sentence));
    }
}
