package io.tradeflow.quotation;

import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.kernel.Percentage;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** The payment terms of a quote as the database keeps them: as the table writes them. */
@Embeddable
record QuotePayment(
        BigDecimal advancePercent, Integer creditDays, String instalments, String dueDay, String earlyDiscount) {

    static QuotePayment of(PaymentTerms terms) {
        return new QuotePayment(
                terms.advance().value(),
                terms.creditDays(),
                terms.instalmentsText(),
                terms.dueDayText(),
                terms.earlyDiscountText());
    }

    PaymentTerms terms() {
        return PaymentTerms.of(new Percentage(advancePercent), creditDays, instalments, dueDay, earlyDiscount);
    }
}
