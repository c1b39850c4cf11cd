package io.tradeflow.quotation;

import jakarta.persistence.Embeddable;

/** Why freight, packing and insurance are what they are, in the words of the table of charges; null where somebody set them. */
@Embeddable
public record ChargeReasons(String freightReason, String packingReason, String insuranceReason) {

    public static final ChargeReasons NONE = new ChargeReasons(null, null, null);
}
