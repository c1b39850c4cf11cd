package io.tradeflow.quotation;

import io.tradeflow.kernel.PaymentTerms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a new quote starts with.
 *
 * @param segment buyers of this segment start with it; null for none
 * @param terms one condition a line
 * @param paymentTerms as {@link PaymentTerms#written} reads them; null leaves them to the table of payment terms
 * @param note to the buyer
 * @param approvalNote what approvers should know of such quotes
 * @param charges set on drafts in their currency
 * @param approvals kinds of approval such quotes need besides those of the decision table
 */
public record QuoteTemplate(
        String code,
        String name,
        String segment,
        int validityDays,
        String terms,
        String paymentTerms,
        String shippingTerms,
        String incoterms,
        String note,
        String approvalNote,
        Charges charges,
        List<String> approvals) {

    public QuoteTemplate {
        charges = charges == null ? Charges.BY_TABLE : charges;
        approvals = approvals == null ? List.of() : List.copyOf(approvals);
    }

    /** Empty where the table's stand, also for words from before they were read. */
    Optional<PaymentTerms> agreedPayment() {
        return QuoteConditions.read(paymentTerms);
    }

    /** What is charged before tax; null leaves a charge to the table of charges. Quotes in another currency keep theirs. */
    public record Charges(String currency, BigDecimal freight, BigDecimal packing, BigDecimal insurance) {

        public static final Charges BY_TABLE = new Charges(null, null, null, null);

        boolean isEmpty() {
            return freight == null && packing == null && insurance == null;
        }
    }
}
