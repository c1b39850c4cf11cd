package io.tradeflow.quotation;

import jakarta.persistence.Embeddable;

/**
 * What a quote says besides goods and money; each may be null.
 *
 * @param templateCode the template it was begun with
 * @param incoterms for example "FOB Nhava Sheva"
 * @param shippingTerms how and when the goods leave
 * @param note to the buyer
 * @param internalNote for staff only
 * @param paymentTerms as printed; null prints that the order confirmation states them
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

    QuoteConditions withoutInternalNote() {
        return new QuoteConditions(templateCode, incoterms, shippingTerms, note, null, paymentTerms);
    }
}
