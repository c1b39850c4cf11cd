package io.tradeflow.quotation;

import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.pricing.BulkDiscount;
import io.tradeflow.pricing.PriceTrace;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One revision of a quote. Cost and margin are for staff only.
 *
 * @param contentHash hash over all the buyer and the approver agree on; approvals and acceptance are bound to it
 * @param validUntil last day the buyer can accept, seller's zone
 * @param listTotal what the lines would cost at list price
 * @param netTotal what is taxed: the goods less the document's discount, and with the charges
 * @param poNumber the buyer's, once accepted
 * @param goodsTotal sum of the lines that count
 * @param bulkDiscount what the bulk discounts say of these goods, for staff only; granted unless the discount was set by hand
 * @param orderMinimum least value of the goods agreed for an order of this buyer; null where none is
 * @param payment when it is to be paid by the table of payment terms; null on quotes from before that was stated. What was agreed
 *     instead is in the conditions: {@link #paymentTerms()} says what counts
 * @param version rises with every change, so that nobody overwrites what somebody else has changed
 */
public record Quote(
        String number,
        int revision,
        String dealNumber,
        String buyerCode,
        String buyerName,
        QuoteStatus status,
        LocalDate quotedOn,
        LocalDate validUntil,
        String currency,
        String branchCode,
        Address billTo,
        Address shipTo,
        String placeOfSupply,
        String terms,
        List<Line> lines,
        Money listTotal,
        Money netTotal,
        Money tax,
        Money roundOff,
        Money grandTotal,
        Percentage discount,
        Percentage margin,
        String contentHash,
        String preparedBy,
        String poNumber,
        LocalDate poDate,
        Money goodsTotal,
        QuoteDiscount documentDiscount,
        QuoteCharges charges,
        QuoteConditions conditions,
        int version,
        ChargeReasons chargeReasons,
        BulkDiscount bulkDiscount,
        Money orderMinimum,
        PaymentTerms payment) {

    /** The lines that count towards the totals. */
    public List<Line> firmLines() {
        return lines.stream().filter(Line::isFirm).toList();
    }

    /** What the goods come to after the discount on the whole, without charges. */
    public Money discountedGoods() {
        return goodsTotal.minus(new Money(documentDiscount.documentDiscount(), goodsTotal.currency()));
    }

    /** Whether the goods come to less than is agreed for an order: that needs an approval, once given the minimum is waived. */
    public boolean isBelowOrderMinimum() {
        return orderMinimum != null && discountedGoods().compareTo(orderMinimum) < 0;
    }

    /** When it is to be paid: as agreed for this quote, else as the table says. Null on quotes from before terms were stated. */
    public PaymentTerms paymentTerms() {
        return conditions.agreedPayment().orElse(payment);
    }

    /** Whether other payment terms are agreed than the buyer has by the table: that needs an approval. */
    public boolean hasOwnPaymentTerms() {
        PaymentTerms agreed = paymentTerms();
        return agreed != null && (payment == null || !agreed.text().equals(payment.text()));
    }

    /** Whether words from before terms were agreed stand where payment terms do now, and say otherwise: nothing is billed by them. */
    public boolean hasOtherPaymentWords() {
        return saysOtherwiseThan(paymentTerms());
    }

    /** As {@link #hasOtherPaymentWords}, where it is ordered on these terms. */
    public boolean saysOtherwiseThan(PaymentTerms ordered) {
        return conditions.hasWordsOtherThan(ordered);
    }

    /** Optional lines and alternatives, to be chosen on acceptance. */
    public List<Line> choices() {
        return lines.stream().filter(line -> !line.isFirm()).toList();
    }

    /** Whether the buyer can answer it on this day, in the seller's zone. */
    public boolean isOpenOn(LocalDate today) {
        return status == QuoteStatus.SENT && !today.isAfter(validUntil);
    }

    /**
     * What they are offered instead of, or null, has {@code insteadOf}; {@code targetPrice} is what the buyer would
     * like to pay; {@code note} is ours and printed, {@code buyerNote} the buyer's own and not; {@code previousLineNo} is
     * the line of the revision before that it continues, or null.
     */
    public record Line(
            int lineNo,
            String sku,
            String description,
            String hsn,
            Quantity quantity,
            Money listPrice,
            Percentage discount,
            Money unitPrice,
            Money net,
            BigDecimal taxRate,
            Percentage margin,
            String priceReason,
            QuoteLineKind kind,
            Integer insteadOf,
            Money targetPrice,
            LocalDate neededBy,
            String note,
            String buyerNote,
            LineShares shares,
            boolean belowFloor,
            PriceTrace priceTrace,
            Integer previousLineNo) {

        public boolean isFirm() {
            return kind == QuoteLineKind.FIRM;
        }

        /** Of the list price, what the line bears of the discount on the whole included. */
        public Percentage discountInAll() {
            BigDecimal share = shares.discountShare();
            if (share.signum() == 0) {
                return discount;
            }
            BigDecimal list = listPrice.amount().multiply(quantity.value());
            return Percentage.share(list.subtract(net.amount().subtract(share)), list);
        }

        /** Net less the share of the document's discount, and with the shares of its charges. */
        public Money taxableValue() {
            return new Money(shares.taxable(net.amount()), net.currency());
        }

        /** How far our price lies above what the buyer would like to pay, in percent of that; null without both. */
        public Percentage gap() {
            return targetPrice == null || unitPrice == null
                    ? null
                    : Percentage.share(unitPrice.minus(targetPrice).amount(), targetPrice.amount());
        }
    }
}
