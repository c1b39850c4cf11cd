package io.tradeflow.quotation;

import io.tradeflow.kernel.PaymentTerms;
import jakarta.persistence.Embeddable;
import java.util.Optional;

/**
 * What a quote says besides goods and money; each may be null.
 *
 * @param templateCode the template it was begun with
 * @param incoterms for example "FOB Nhava Sheva"
 * @param shippingTerms how and when the goods leave
 * @param note to the buyer
 * @param internalNote for staff only
 * @param paymentTerms agreed for this quote instead of those of the table, as {@link PaymentTerms#text()} writes them; null where the table's
 *     stand
 * @param paymentTermsAgreed whether a draft was saved with them since they need an approval; words from before bind nobody, readable or not
 */
@Embeddable
public record QuoteConditions(
        String templateCode,
        String incoterms,
        String shippingTerms,
        String note,
        String internalNote,
        String paymentTerms,
        boolean paymentTermsAgreed) {

    public static final QuoteConditions NONE = new QuoteConditions(null, null, null, null, null, null, false);

    /** The payment terms agreed for this quote; empty where the table's stand. */
    Optional<PaymentTerms> agreedPayment() {
        return paymentTermsAgreed ? read(paymentTerms) : Optional.empty();
    }

    /** Whether words stand that were never agreed and say something else than what counts. */
    boolean hasWordsOtherThan(PaymentTerms counts) {
        return paymentTerms != null
                && agreedPayment().isEmpty()
                && (counts == null
                        || read(paymentTerms)
                                .filter(words -> words.text().equals(counts.text()))
                                .isEmpty());
    }

    /** Empty where nothing is written, and for words that cannot be billed by. */
    static Optional<PaymentTerms> read(String words) {
        try {
            return Optional.ofNullable(words).map(PaymentTerms::written);
        } catch (IllegalArgumentException wordsFromBefore) {
            return Optional.empty();
        }
    }

    QuoteConditions withoutInternalNote() {
        return new QuoteConditions(
                templateCode, incoterms, shippingTerms, note, null, paymentTerms, paymentTermsAgreed);
    }
}
