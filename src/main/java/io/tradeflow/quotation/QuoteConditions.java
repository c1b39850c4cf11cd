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
 * @param paymentTerms agreed for this quote instead of those of the table, as {@link PaymentTerms#text()} writes them; words from before they
 *     were read bind nobody; null where the table's stand
 */
@Embeddable
public record QuoteConditions(
        String templateCode,
        String incoterms,
        String shippingTerms,
        String note,
        String internalNote,
        String paymentTerms) {

    public static final QuoteConditions NONE = new QuoteConditions(null, null, null, null, null, null);

    /** The payment terms agreed for this quote; empty where the table's stand. */
    Optional<PaymentTerms> agreedPayment() {
        try {
            return Optional.ofNullable(paymentTerms).map(PaymentTerms::written);
        } catch (IllegalArgumentException wordsFromBefore) {
            return Optional.empty();
        }
    }

    QuoteConditions withoutInternalNote() {
        return new QuoteConditions(templateCode, incoterms, shippingTerms, note, null, paymentTerms);
    }
}
