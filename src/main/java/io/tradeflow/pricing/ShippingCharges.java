package io.tradeflow.pricing;

import io.tradeflow.kernel.Address;
import java.math.BigDecimal;

/** Freight, packing and insurance by the table {@code shipping-charge}, which the sales managers keep. */
public interface ShippingCharges {

    Charges charges(Facts facts);

    /** How the goods travel. */
    enum Mode {
        ROAD,
        COURIER,
        /** The buyer fetches them. */
        PICK_UP
    }

    /**
     * What the table decides by.
     *
     * @param orderValue net of the lines after discounts
     * @param weightKg gross weight of all lines; null where a product's weight is not known
     * @param segment null if not known
     * @param fromStateCode state the goods are sent from
     * @param destination PIN, state and country count
     */
    record Facts(
            BigDecimal orderValue,
            String currency,
            BigDecimal weightKg,
            String segment,
            Mode mode,
            String fromStateCode,
            Address destination) {}
}
