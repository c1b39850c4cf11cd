package io.tradeflow.quotation;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a new quote starts with.
 *
 * @param validityDays days from the quote's date on which it can be accepted
 * @param remindBefore how long before the validity ends a buyer who has not answered is reminded
 * @param priceBasis what the prices include, as printed
 * @param terms one condition each
 */
@ConfigurationProperties("tradeflow.quotation")
record QuoteSettings(
        @DefaultValue("15") int validityDays,
        @DefaultValue("P3D") Duration remindBefore,
        @DefaultValue("Ex works, freight extra; GST extra as shown") String priceBasis,
        @DefaultValue({
                    "Prices hold for the quantities quoted, until the last day of validity.",
                    "GST is charged at the rate in force on the day of supply.",
                    "Advance or credit days are stated in the order confirmation.",
                    "Delivery depends on stock when the order is confirmed; part shipments are possible."
                })
                List<String> terms) {

    String termsText() {
        return String.join("\n", terms);
    }
}
