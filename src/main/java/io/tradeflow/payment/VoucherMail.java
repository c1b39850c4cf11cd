package io.tradeflow.payment;

import io.tradeflow.notification.MailDraft;
import io.tradeflow.notification.Mails;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.tax.AmountInWords;
import java.util.List;
import org.springframework.stereotype.Component;

/** The mails that bring vouchers to the buyer; one per voucher. */
@Component
class VoucherMail {

    private final Mails mails;
    private final Parties parties;

    VoucherMail(Mails mails, Parties parties) {
        this.mails = mails;
        this.parties = parties;
    }

    void received(ReceiptVoucher voucher, SalesOrder order) {
        queue(
                "receipt-voucher:",
                voucher,
                order,
                "Receipt voucher %s for your advance".formatted(voucher.number()),
                "we have received your advance of %s for order %s. Our receipt voucher %s is attached.");
    }

    void paidBack(ReceiptVoucher voucher, String quoted, SalesOrder order) {
        queue(
                "refund-voucher:",
                voucher,
                order,
                "Refund voucher %s for %s".formatted(voucher.number(), quoted),
                "we have paid back %s of your advance for order %s. Our refund voucher %s is attached.");
    }

    private void queue(String key, ReceiptVoucher voucher, SalesOrder order, String subject, String sentence) {
        Buyer buyer = parties.buyer(order.buyerCode());
        String amount = voucher.amount().currency().getCurrencyCode() + " " + AmountInWords.grouped(voucher.amount());
        mails.queue(new MailDraft(
                key + voucher.number(),
                order.dealNumber(),
                buyer.email(),
                subject,
                "Dear %s,\n\n%s\n\nRegards\n%s\n"
                        .formatted(
                                buyer.contactName(),
                                sentence.formatted(amount, order.number(), voucher.number()),
                                parties.seller().legalName()),
                List.of(voucher.documentId())));
    }
}
