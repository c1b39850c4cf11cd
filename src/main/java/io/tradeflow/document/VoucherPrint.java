package io.tradeflow.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * All that a receipt voucher (CGST rule 50) or a refund voucher (rule 51) prints. Amounts with two decimals in {@code currency}.
 *
 * @param title which of the two it is
 * @param supply place of supply and nature, null where they are not known yet
 * @param goods what the advance is for
 * @param tax always printed, also as zero
 * @param taxReason why there is none, with its notification
 * @param movedOn the day the money came, or went back
 * @param mode how it came, null on a refund voucher
 * @param receiptVoucherNumber the voucher a refund voucher quotes, else null, like {@code receiptVoucherOn} and {@code refundReason}
 */
public record VoucherPrint(
        String title,
        String number,
        LocalDate issuedOn,
        SellerPrint seller,
        PartyPrint billTo,
        ReferencePrint reference,
        SupplyPrint supply,
        String currency,
        List<Goods> goods,
        BigDecimal amount,
        BigDecimal tax,
        String taxReason,
        String amountInWords,
        LocalDate movedOn,
        String mode,
        String bankReference,
        String receiptNumber,
        String receiptVoucherNumber,
        LocalDate receiptVoucherOn,
        String refundReason) {

    public VoucherPrint {
        goods = List.copyOf(goods);
        amount = Figures.amount(amount);
        tax = Figures.amount(tax);
    }

    /** A line of the order the money is for. */
    public record Goods(int lineNo, String description, String hsn, BigDecimal quantity, String unit) {

        public Goods {
            quantity = Figures.plain(quantity);
        }
    }
}
