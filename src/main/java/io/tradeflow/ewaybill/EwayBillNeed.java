package io.tradeflow.ewaybill;

import java.math.BigDecimal;

/**
 * Whether a consignment needs an e-way bill (CGST rule 138(1)): when it is worth more than the threshold of its movement. Exempt goods on
 * the same document do not count.
 *
 * @param value taxable value with tax of what counts, in INR
 * @param reason in words
 */
record EwayBillNeed(boolean needed, BigDecimal value, String reason) {

    static EwayBillNeed of(EwayDocument document, EwaySettings settings) {
        BigDecimal value = document.items().stream()
                .filter(item -> !item.exempt())
                .map(item -> item.taxableValue().add(item.tax()))
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        boolean interState = document.isInterState();
        EwaySettings.Threshold threshold =
                settings.threshold(interState, document.dispatchFrom().stateCode(), document.date());
        boolean needed = value.compareTo(threshold.amount()) > 0;
        String movement = interState
                ? "the goods leave the State"
                : "the goods stay in " + document.dispatchFrom().stateName();
        return new EwayBillNeed(
                needed,
                value,
                "Consignment worth " + value.toPlainString() + " INR, " + movement + ": "
                        + (needed ? "more than " : "not more than ")
                        + threshold.amount().toPlainString() + " (" + threshold.source() + ")");
    }
}
