package io.tradeflow.payment;

import static io.tradeflow.invoicing.MoneyRoom.FARID;
import static io.tradeflow.invoicing.MoneyRoom.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.document.VoucherPrint;
import io.tradeflow.invoicing.MoneyRoom;
import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.OrderCancelled;
import io.tradeflow.ordering.SalesOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Papers of advances, and rests that nobody asks for any more. Invoices are over 118.00 for each piece. */
class VouchersAndWriteOffsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 15);
    private static final Actor.Staff VIKRAM = new Actor.Staff("vikram", "Vikram Rao", Set.of("directors"));
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

    @Test
    void anAdvanceGetsItsVoucherAndARefundQuotesIt() {
        SalesOrder order = order("10", "1180");
        Receipt receipt = pay(order, null, "354");

        ReceiptVoucher voucher = room.vouchers.ofReceipt(receipt.number()).orElseThrow();
        assertThat(voucher.number()).matches("[A-Z]{1,4}-2627-R[0-9]{5}");
        assertThat(voucher.amount()).isEqualTo(inr("354"));
        VoucherPrint print = (VoucherPrint) room.paper(voucher.number());
        assertThat(print.tax()).isEqualByComparingTo("0");
        assertThat(print.taxReason()).contains("66/2017");
        assertThat(print.supply().placeOfSupplyCode()).isEqualTo("27");
        assertThat(print.goods()).hasSize(1);
        assertThat(room.mails())
                .filteredOn(mail -> mail.key().equals("receipt-voucher:" + voucher.number()))
                .singleElement()
                .satisfies(mail -> assertThat(mail.documentIds()).containsExactly(voucher.documentId()));

        room.comesTo(order, SalesOrder.Status.CANCELLED, "1180");
        room.heard(new OrderCancelled(order.dealNumber(), order.number()));
        Refund refund = room.refunds.ofDeal(FARID, order.dealNumber()).get(0);
        assertThat(refundVouchers(refund)).isEmpty();
        room.refunds.settle(
                FARID, refund.number(), new RefundPayment(TODAY, ReceiptDraft.Mode.CHEQUE, "BANK-1", "HDFC 0042"));

        List<String> issued = refundVouchers(refund);
        assertThat(issued).hasSize(1);
        VoucherPrint back = (VoucherPrint) room.paper(issued.get(0));
        assertThat(back.receiptVoucherNumber()).isEqualTo(voucher.number());
        assertThat(back.amount()).isEqualByComparingTo("354");
    }

    @Test
    void vouchersAreNumberedWithoutGapAlsoWhereAReceiptIsRefused() {
        SalesOrder order = order("10", "1180");
        String first = room.vouchers
                .ofReceipt(pay(order, null, "10").number())
                .orElseThrow()
                .number();
        assertThatThrownBy(() -> room.transaction.executeWithoutResult(status -> {
                    pay(order, null, "11");
                    throw new IllegalStateException("the house is on fire");
                }))
                .isInstanceOf(IllegalStateException.class);
        String second = room.vouchers
                .ofReceipt(pay(order, null, "12").number())
                .orElseThrow()
                .number();

        assertThat(serial(second)).isEqualTo(serial(first) + 1);
    }

    @Test
    void whatPaysAnInvoiceIsNoAdvance() {
        SalesOrder order = order("1", "118");
        TaxInvoice invoice = invoice(order, "1");

        Receipt receipt = pay(order, invoice, "120");

        assertThat(receipt.unapplied()).isEqualTo(inr("2"));
        assertThat(room.vouchers.ofReceipt(receipt.number()))
                .as("nothing is left to invoice")
                .isEmpty();
    }

    @Test
    void aSmallRestIsProposedAndWrittenOffOnce() {
        SalesOrder order = order("1", "118");
        TaxInvoice invoice = invoice(order, "1");
        assertThat(proposed(invoice)).as("nothing is paid yet").isFalse();
        pay(order, invoice, "110");
        assertThat(proposed(invoice)).isTrue();

        WriteOff wish = room.writeOffs.request(FARID, invoice.number(), WriteOff.Reason.ROUNDING, "short by 8");
        assertThat(wish.amount()).isEqualTo(inr("8"));
        assertThat(proposed(invoice)).isFalse();
        assertThatThrownBy(
                        () -> room.writeOffs.request(FARID, invoice.number(), WriteOff.Reason.ROUNDING, "short by 8"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("write-off-requested"));

        room.writeOffs.book(wish.number(), VIKRAM, null);
        room.writeOffs.book(wish.number(), VIKRAM, null);

        assertThat(item(invoice).settled().writtenOff()).isEqualTo(inr("8"));
        assertThat(room.writeOffs.writeOff(wish.number()).status()).isEqualTo(WriteOff.Status.BOOKED);
        assertThat(room.payments.settlement(order.number()).settled()).isTrue();
        assertThat(room.exposures.reconcile()).isEmpty();
    }

    @Test
    void aPaymentOvertakesAWriteOffAndAWithdrawnOneBooksNothing() {
        SalesOrder order = order("1", "118");
        TaxInvoice invoice = invoice(order, "1");
        pay(order, invoice, "18");
        WriteOff first = room.writeOffs.request(FARID, invoice.number(), WriteOff.Reason.QUALITY, "claims damage");

        pay(order, invoice, "1");

        assertThat(room.writeOffs.writeOff(first.number()).status()).isEqualTo(WriteOff.Status.OVERTAKEN);
        room.writeOffs.book(first.number(), VIKRAM, null);
        assertThat(item(invoice).open()).isEqualTo(inr("99"));

        WriteOff second = room.writeOffs.request(FARID, invoice.number(), WriteOff.Reason.PRICE, "other price");
        room.writeOffs.withdraw(FARID, second.number());
        room.writeOffs.book(second.number(), VIKRAM, null);
        assertThat(item(invoice).open()).isEqualTo(inr("99"));

        WriteOff third = room.writeOffs.request(FARID, invoice.number(), WriteOff.Reason.OTHER, "again");
        room.writeOffs.refuse(third.number(), VIKRAM, "they owe it");
        assertThat(room.writeOffs.writeOff(third.number()))
                .extracting(WriteOff::status, WriteOff::decisionNote)
                .containsExactly(WriteOff.Status.REFUSED, "they owe it");
        assertThat(item(invoice).open()).isEqualTo(inr("99"));
    }

    @Test
    void nobodyIsRemindedWhileAWriteOffIsOpenNorAfterPaying() {
        SalesOrder order = order("1", "118");
        TaxInvoice invoice = invoice(order, "1");
        pay(order, invoice, "18");
        room.clock.set(invoice.dueOn().plusDays(1));
        try {
            WriteOff wish = room.writeOffs.request(FARID, invoice.number(), WriteOff.Reason.PRICE, "other price");
            assertThat(room.payments.remind(order.number(), 1)).isEqualTo(Payments.Reminded.ON_HOLD);

            room.writeOffs.withdraw(FARID, wish.number());
            assertThat(room.payments.remind(order.number(), 1)).isEqualTo(Payments.Reminded.SENT);

            pay(order, invoice, "100");
            assertThat(room.payments.remind(order.number(), 2)).isEqualTo(Payments.Reminded.NOT_NEEDED);
            assertThat(room.mails())
                    .filteredOn(mail -> mail.key().contains(order.number()))
                    .hasSize(1);
        } finally {
            room.clock.reset();
        }
    }

    private static boolean proposed(TaxInvoice invoice) {
        return room.writeOffs.proposals().stream()
                .anyMatch(item -> item.invoiceNumber().equals(invoice.number()));
    }

    private static int serial(String voucher) {
        return Integer.parseInt(voucher.substring(voucher.lastIndexOf('R') + 1));
    }

    private static List<String> refundVouchers(Refund refund) {
        return room.jdbc
                .sql("select number from refund_voucher where refund_number = :refund")
                .param("refund", refund.number())
                .query(String.class)
                .list();
    }

    private static SalesOrder order(String pieces, String grandTotal) {
        SalesOrder order = room.order("B-MH", line(1, "8413", pieces, "100"));
        room.comesTo(order, SalesOrder.Status.CONFIRMED, grandTotal);
        return order;
    }

    private static TaxInvoice invoice(SalesOrder order, String pieces) {
        return room.invoices.issue(room.packed(order, pieces));
    }

    private static OpenItem item(TaxInvoice invoice) {
        return room.payments.ofDeal(FARID, invoice.dealNumber()).stream()
                .filter(item -> item.invoiceNumber().equals(invoice.number()))
                .findFirst()
                .orElseThrow();
    }

    private static Receipt pay(SalesOrder order, TaxInvoice invoice, String amount) {
        return room.payments.record(
                FARID,
                new ReceiptDraft(
                        "B-MH",
                        order.number(),
                        invoice == null ? null : invoice.number(),
                        new BigDecimal(amount),
                        "INR",
                        ReceiptDraft.Mode.NEFT,
                        "UTR-V" + REFERENCES.incrementAndGet(),
                        TODAY));
    }

    private static Money inr(String amount) {
        return Money.of(amount, "INR");
    }
}
