package io.tradeflow.pricing;

import io.tradeflow.kernel.Problem;
import io.tradeflow.tax.CustomsRates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Costs of products in the currency of the prices, at the customs rate of the day. One look-up for all lines, none in rupees. */
@Component
class UnitCosts {

    private static final String RUPEE = "INR";
    private static final int SCALE = 6;

    private final CustomsRates rates;

    UnitCosts(CustomsRates rates) {
        this.rates = rates;
    }

    /** @param rupees for one unit of the prices' currency; null where it is not known */
    record Rate(String currency, BigDecimal rupees) {

        /** Null where it is not known. */
        BigDecimal of(PricedProduct product) {
            String own = product.cost().currency().getCurrencyCode();
            if (own.equals(currency)) {
                return product.cost().amount();
            }
            return RUPEE.equals(own) && rupees != null
                    ? product.cost().amount().divide(rupees, SCALE, RoundingMode.HALF_UP)
                    : null;
        }
    }

    Rate on(String currency, LocalDate day, Collection<PricedProduct> products) {
        boolean needed = products.stream()
                .anyMatch(
                        product -> !product.cost().currency().getCurrencyCode().equals(currency));
        if (!needed || RUPEE.equals(currency)) {
            return new Rate(currency, null);
        }
        try {
            return new Rate(currency, rates.rate(currency, day).rate());
        } catch (Problem missing) {
            if (!"exchange-rate-missing".equals(missing.slug())) {
                throw missing;
            }
            return new Rate(currency, null);
        }
    }
}
