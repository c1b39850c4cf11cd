package io.tradeflow.payment;

import io.tradeflow.document.DocumentKind;
import io.tradeflow.document.Documents;
import io.tradeflow.document.FrozenDocument;
import io.tradeflow.invoicing.DocumentSeries;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Money;
import io.tradeflow.ordering.OrderRevisions;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Parties;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Receipt vouchers for advances and refund vouchers where they go back (CGST rules 50 and 51), each series gapless for GSTIN and financial
 * year. The caller asks for them last, as their numbers stay locked until its transaction ends.
 */
@Service
public class Vouchers {

    private static final int ONLY_REVISION = 1;

    private final VoucherTable table;
    private final PaymentBook book;
    private final DocumentSeries series;
    private final Documents documents;
    private final SalesOrders orders;
    private final OrderRevisions revisions;
    private final Parties parties;
    private final VoucherPaper paper;
    private final VoucherMail mail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Vouchers(
            VoucherTable table,
            PaymentBook book,
            DocumentSeries series,
            Documents documents,
            SalesOrders orders,
            OrderRevisions revisions,
            Parties parties,
            VoucherPaper paper,
            VoucherMail mail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.book = book;
        this.series = series;
        this.documents = documents;
        this.orders = orders;
        this.revisions = revisions;
        this.parties = parties;
        this.paper = paper;
        this.mail = mail;
        this.events = events;
        this.clock = clock;
    }

    /** The voucher of a receipt, empty where it was no advance. */
    @Transactional(readOnly = true)
    public Optional<ReceiptVoucher> ofReceipt(String receiptNumber) {
        return table.ofReceipt(receiptNumber);
    }

    /** Issues the voucher over what of the receipt no invoice has taken, where the order is still to be invoiced. */
    void received(Receipt receipt) {
        if (receipt.isOnAccount() || !receipt.unapplied().isPositive()) {
            return;
        }
        SalesOrder order = orders.order(receipt.orderNumber());
        BigDecimal toInvoice = revisions.standing(order).grandTotal().amount().subtract(book.invoiced(order.number()));
        if (order.status() != SalesOrder.Status.CONFIRMED || toInvoice.signum() <= 0) {
            return;
        }
        issue(receipt, order);
    }

    private void issue(Receipt receipt, SalesOrder order) {
        Branch branch = parties.branch(order.branchCode());
        LocalDate today = LocalDate.now(clock);
        long serial = series.next("RCV", branch.gstin(), branch.invoiceSeries(), today);
        String number = number(branch, today, "R", serial);
        FrozenDocument frozen = documents.freeze(
                DocumentKind.RECEIPT_VOUCHER,
                number,
                ONLY_REVISION,
                order.dealNumber(),
                order.buyerCode(),
                paper.received(number, today, receipt, order, branch));
        ReceiptVoucher voucher =
                new ReceiptVoucher(number, receipt.number(), order.number(), today, receipt.unapplied(), frozen.id());
        table.add(voucher, order, branch, serial);
        mail.received(voucher, order);
        events.publishEvent(DealProgress.noted(
                order.dealNumber(), "Receipt voucher " + number + " issued for the advance", number, Actor.PROGRAM));
    }

    /** Issues a refund voucher for each receipt voucher whose money has gone back. */
    void paidBack(Refund refund) {
        for (VoucherTable.GivenBack back : table.givenBack(refund.number())) {
            SalesOrder order = orders.order(back.voucher().orderNumber());
            Branch branch = parties.branch(order.branchCode());
            LocalDate today = LocalDate.now(clock);
            long serial = series.next("RFV", branch.gstin(), branch.invoiceSeries(), today);
            String number = number(branch, today, "F", serial);
            FrozenDocument frozen = documents.freeze(
                    DocumentKind.REFUND_VOUCHER,
                    number,
                    ONLY_REVISION,
                    order.dealNumber(),
                    order.buyerCode(),
                    paper.paidBack(number, today, refund, back, order, branch));
            Money amount = back.amount();
            ReceiptVoucher issued = new ReceiptVoucher(
                    number, back.voucher().receiptNumber(), order.number(), today, amount, frozen.id());
            table.addRefund(number, back, refund.number(), branch, serial, issued);
            mail.paidBack(issued, back.voucher().number(), order);
            events.publishEvent(DealProgress.noted(
                    order.dealNumber(),
                    "Refund voucher " + number + " issued, it quotes "
                            + back.voucher().number(),
                    number,
                    Actor.PROGRAM));
        }
    }

    /** At most 16 characters with a series of four and five digits of serial. */
    private static String number(Branch branch, LocalDate on, String letter, long serial) {
        return new DocumentNumber("%s-%s-%s%05d"
                        .formatted(branch.invoiceSeries(), FinancialYear.of(on).code(), letter, serial))
                .value();
    }
}
