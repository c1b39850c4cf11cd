package io.tradeflow.quotation;

import io.tradeflow.kernel.Problem;
import io.tradeflow.tax.CustomsRates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Turns amounts between the seller's and a quote's currency for margins and limits; nothing is booked at these rates. */
@Component
class Exchange {

    static final String SELLERS_CURRENCY = "INR";
    private static final int SCALE = 6;

    private final CustomsRates rates;

    Exchange(CustomsRates rates) {
        this.rates = rates;
    }

    /** Units of the seller's currency for one unit of this one; empty if no rate is known on that day. */
    Optional<BigDecimal> rate(String currency, LocalDate on) {
        if (SELLERS_CURRENCY.equals(currency)) {
            return Optional.of(BigDecimal.ONE);
        }
        try {
            return Optional.of(rates.rate(currency, on).rate());
        } catch (Problem missing) {
            if (!"exchange-rate-missing".equals(missing.slug())) {
                throw missing;
            }
            return Optional.empty();
        }
    }

    /** An amount in the seller's currency as one in the currency with this rate. */
    static BigDecimal inForeign(BigDecimal amount, BigDecimal rate) {
        return amount.divide(rate, SCALE, RoundingMode.HALF_UP);
    }
}
