package io.tradeflow.quotation;

import io.tradeflow.approval.ApprovalGranted;
import io.tradeflow.credit.CreditOverrides;
import io.tradeflow.credit.Exposures;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who approves the credit of a quote allows the excess that stands at that moment, and no more. */
@Component
class ApprovedCredit {

    private static final String CREDIT = "CREDIT";

    private final Quotations quotations;
    private final Exposures exposures;
    private final CreditOverrides overrides;

    ApprovedCredit(Quotations quotations, Exposures exposures, CreditOverrides overrides) {
        this.quotations = quotations;
        this.exposures = exposures;
        this.overrides = overrides;
    }

    @EventListener
    void on(ApprovalGranted granted) {
        if (granted.kind().equals(CREDIT) && granted.subject().type().equals(Quotations.SUBJECT_TYPE)) {
            Quote quote = quotations.quote(granted.subject().number());
            overrides.approved(
                    quote.number(),
                    granted.subject().revision(),
                    quote.buyerCode(),
                    exposures.hold(quote.buyerCode(), quote.currency()).excessWith(quote.grandTotal()),
                    granted.by());
        }
    }
}
