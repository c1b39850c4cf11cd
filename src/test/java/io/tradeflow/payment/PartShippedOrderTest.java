package io.tradeflow.payment;

import static io.tradeflow.invoicing.MoneyRoom.FARID;
import static io.tradeflow.invoicing.MoneyRoom.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.credit.Exposure;
import io.tradeflow.invoicing.MoneyRoom;
import io.tradeflow.invoicing.NoteIssued;
import io.tradeflow.invoicing.NoteKind;
import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import io.tradeflow.ordering.SalesOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * One order from advance to refund, its money compared after each step with figures worked out by hand: ten pumps at 10,000.00, 18 % GST,
 * 1,18,000.00 in all, 30 % of it in advance, delivered in parts of four and six.
 *
 * <pre>
 *  day  step                                          confirmed  dispatched  receivable  unapplied  advance    to be      statement
 *                                                                                                              paid back
 *   1   order confirmed                               118000.00        0.00        0.00       0.00      0.00       0.00       0.00
 *   2   advance 35400.00 received                     118000.00        0.00        0.00  -35400.00  35400.00       0.00  -35400.00
 *   3   four leave; goods are worth 47200.00           70800.00    47200.00        0.00  -35400.00  35400.00       0.00  -35400.00
 *   3   invoice 47200.00 takes 35400 x 47200/118000
 *       = 14160.00, the rest is open: 33040.00         70800.00        0.00    33040.00  -21240.00  21240.00       0.00   11800.00
 *   4   pays 32500.00 and keeps TDS 0.1 % of
 *       40000.00 = 40.00; short by freight 500.00      70800.00        0.00      500.00  -21240.00  21240.00       0.00  -20740.00
 *   5   the 500.00 are written off                     70800.00        0.00        0.00  -21240.00  21240.00       0.00  -21240.00
 *   6   invoice of six, 70800.00, takes all that is
 *       left of the advance; open 49560.00                 0.00        0.00    49560.00       0.00      0.00       0.00   49560.00
 *   7   one pump comes back: credit note 11800.00          0.00        0.00    37760.00       0.00      0.00       0.00   37760.00
 *   8   pays 37700.00, TDS 0.1 % of 60000.00 = 60.00       0.00        0.00        0.00       0.00      0.00       0.00       0.00
 *   9   another of the first invoice comes back:
 *       credit note 11800.00, nothing open any more        0.00        0.00        0.00  -11800.00      0.00       0.00  -11800.00
 *  10   the credit is to be paid back: it covers
 *       nothing any more, but is still the buyer's         0.00        0.00        0.00       0.00      0.00   11800.00  -11800.00
 *  11   it is paid back                                    0.00        0.00        0.00       0.00      0.00       0.00       0.00
 * </pre>
 */
class PartShippedOrderTest {

    private static final String BUYER = "B-MH";
    private static final Actor.Staff VIKRAM = new Actor.Staff("vikram", "Vikram Rao", Set.of("directors"));

    @Test
    void exposureReceivableAdvanceAndStatementAgreeAtEachStep() {
        try (MoneyRoom room = new MoneyRoom()) {
            SalesOrder order = room.order(BUYER, "35400", line(1, "8413", "10", "10000"));
            room.comesTo(order, SalesOrder.Status.CONFIRMED, "118000");
            Table table = new Table(room, order);

            day(room, 1);
            room.exposures.confirmed(order.debt(), inr("118000"));
            table.says("118000.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00");

            day(room, 2);
            pay(room, order, "35400", "ADVANCE", List.of());
            table.says("118000.00", "0.00", "0.00", "-35400.00", "35400.00", "0.00", "-35400.00");
            assertThat(room.payments.settlement(order.number()).advanceReceived())
                    .isTrue();

            day(room, 3);
            String first = room.packed(order, "4");
            room.exposures.dispatched(order.debt(), first, inr("47200"));
            table.says("70800.00", "47200.00", "0.00", "-35400.00", "35400.00", "0.00", "-35400.00");
            TaxInvoice four = room.invoices.issue(first);
            assertThat(four.grandTotal()).isEqualTo(inr("47200"));
            table.says("70800.00", "0.00", "33040.00", "-21240.00", "21240.00", "0.00", "11800.00");

            day(room, 4);
            pay(room, order, "32500", "SHORT", List.of(part(four, "32500", "40")));
            table.says("70800.00", "0.00", "500.00", "-21240.00", "21240.00", "0.00", "-20740.00");

            day(room, 5);
            WriteOff freight =
                    room.writeOffs.request(FARID, four.number(), WriteOff.Reason.FREIGHT, "paid by the buyer");
            table.says("70800.00", "0.00", "500.00", "-21240.00", "21240.00", "0.00", "-20740.00");
            room.writeOffs.book(freight.number(), VIKRAM, null);
            table.says("70800.00", "0.00", "0.00", "-21240.00", "21240.00", "0.00", "-21240.00");

            day(room, 6);
            TaxInvoice six = room.invoices.issue(room.packed(order, "6"));
            assertThat(six.grandTotal()).isEqualTo(inr("70800"));
            table.says("0.00", "0.00", "49560.00", "0.00", "0.00", "0.00", "49560.00");

            day(room, 7);
            room.heard(creditNote(order, six, "MH-2627-CN0001", 7));
            table.says("0.00", "0.00", "37760.00", "0.00", "0.00", "0.00", "37760.00");

            day(room, 8);
            pay(room, order, "37700", "LAST", List.of(part(six, "37700", "60")));
            table.says("0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00");
            assertThat(room.payments.settlement(order.number()).settled()).isTrue();

            day(room, 9);
            room.heard(creditNote(order, four, "MH-2627-CN0002", 9));
            table.says("0.00", "0.00", "0.00", "-11800.00", "0.00", "0.00", "-11800.00");

            day(room, 10);
            Receipt credit = room.payments.unapplied(FARID).get(0);
            Refund refund = room.refunds.payBack(FARID, credit.number(), "the pump came back");
            table.says("0.00", "0.00", "0.00", "0.00", "0.00", "11800.00", "-11800.00");

            day(room, 11);
            room.refunds.settle(
                    FARID, refund.number(), new RefundPayment(july(11), ReceiptDraft.Mode.NEFT, "BACK-1", null));
            table.says("0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00");

            AccountStatement whole = room.accounts.statement(Actor.PROGRAM, BUYER, "INR", july(1), july(11));
            assertThat(whole.lines())
                    .extracting(line -> line.movement().day().getDayOfMonth() + " "
                            + line.movement().kind() + " "
                            + line.movement().change().toDocumentScale() + " = "
                            + line.balance().toDocumentScale())
                    .containsExactly(
                            "2 RECEIPT -35400.00 = -35400.00",
                            "3 INVOICE 47200.00 = 11800.00",
                            "4 RECEIPT -32500.00 = -20700.00",
                            "4 TDS -40.00 = -20740.00",
                            "5 WRITE_OFF -500.00 = -21240.00",
                            "6 INVOICE 70800.00 = 49560.00",
                            "7 CREDIT_NOTE -11800.00 = 37760.00",
                            "8 RECEIPT -37700.00 = 60.00",
                            "8 TDS -60.00 = 0.00",
                            "9 CREDIT_NOTE -11800.00 = -11800.00",
                            "11 REFUND 11800.00 = 0.00");
            AccountStatement later = room.accounts.statement(Actor.PROGRAM, BUYER, "INR", july(5), july(6));
            assertThat(later.opening()).isEqualTo(inr("-20740"));
            assertThat(later.closing()).isEqualTo(inr("49560"));
            assertThat(later.ageing().current()).as("ageing of a day gone by").isEqualTo(inr("49560"));
        }
    }

    /** What the rooms say, beside the row of the table above. */
    private record Table(MoneyRoom room, SalesOrder order) {

        void says(
                String confirmed,
                String dispatched,
                String receivable,
                String unapplied,
                String advance,
                String owedBack,
                String balance) {
            Exposure exposure = room.exposures.of(BUYER, "INR");
            LocalDate today = LocalDate.now(room.clock);
            AccountStatement statement = room.accounts.statement(Actor.PROGRAM, BUYER, "INR", july(1), today);
            assertThat(List.of(
                            exposure.confirmed(),
                            exposure.dispatchedUnbilled(),
                            exposure.receivable().plus(exposure.overdue()),
                            exposure.unapplied(),
                            advanceLeft(),
                            statement.owedBack(),
                            statement.closing()))
                    .containsExactly(
                            inr(confirmed),
                            inr(dispatched),
                            inr(receivable),
                            inr(unapplied),
                            inr(advance),
                            inr(owedBack),
                            inr(balance));
            assertThat(exposure.receivable().plus(exposure.overdue()).plus(exposure.unapplied()))
                    .as("exposure is the balance with what is to be paid back")
                    .isEqualTo(statement.closing().plus(statement.owedBack()));
            assertThat(open()).as("open items").isEqualTo(inr(receivable));
            assertThat(statement.ageing().total()).as("foot of the statement").isEqualTo(statement.closing());
            assertThat(room.exposures.reconcile()).isEmpty();
        }

        private Money advanceLeft() {
            return sum(room.payments.receipts(FARID, order.dealNumber()).stream()
                    .filter(receipt -> receipt.mode() != ReceiptDraft.Mode.CREDIT_NOTE)
                    .map(Receipt::unapplied)
                    .toList());
        }

        private Money open() {
            return sum(room.payments.ofDeal(FARID, order.dealNumber()).stream()
                    .map(OpenItem::open)
                    .toList());
        }

        private static Money sum(List<Money> amounts) {
            return amounts.stream().reduce(Money.zero("INR"), Money::plus);
        }
    }

    private static ReceiptDraft.Part part(TaxInvoice invoice, String amount, String tds) {
        return new ReceiptDraft.Part(
                invoice.number(),
                new BigDecimal(amount),
                new ReceiptDraft.Tds("194Q", new BigDecimal(tds), null, null));
    }

    private static void pay(
            MoneyRoom room, SalesOrder order, String amount, String reference, List<ReceiptDraft.Part> parts) {
        room.payments.record(
                FARID,
                new ReceiptDraft(
                        BUYER,
                        order.number(),
                        null,
                        new BigDecimal(amount),
                        "INR",
                        ReceiptDraft.Mode.RTGS,
                        reference,
                        LocalDate.now(room.clock),
                        parts));
    }

    private static NoteIssued creditNote(SalesOrder order, TaxInvoice invoice, String number, int day) {
        return new NoteIssued(
                number,
                NoteKind.CREDIT,
                order.dealNumber(),
                order.number(),
                BUYER,
                order.buyerName(),
                july(day),
                null,
                List.of(new NoteIssued.OfInvoice(invoice.number(), inr("11800"))));
    }

    private static void day(MoneyRoom room, int day) {
        room.clock.set(july(day));
    }

    private static LocalDate july(int day) {
        return LocalDate.of(2026, 7, day);
    }

    private static Money inr(String amount) {
        return Money.of(amount, "INR");
    }
}
