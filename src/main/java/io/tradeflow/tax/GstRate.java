package io.tradeflow.tax;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The GST rate of all goods whose HSN starts with {@code hsnPrefix}, for a time.
 *
 * @param rate full rate in percent (IGST, or CGST and SGST together); zero unless TAXABLE
 * @param validUntil last day, or null while it stands
 * @param source where the rate is taken from
 */
public record GstRate(
        String hsnPrefix,
        TaxTreatment treatment,
        BigDecimal rate,
        LocalDate validFrom,
        LocalDate validUntil,
        String source) {

    public GstRate {
        BigDecimal plain = rate.stripTrailingZeros();
        rate = plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    Reason reason() {
        return new Reason(
                "rate-of-goods",
                "HSN " + hsnPrefix + ": " + (treatment == TaxTreatment.TAXABLE ? rate + " %" : treatment.label())
                        + " since " + validFrom,
                source);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }
}
