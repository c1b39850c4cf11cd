package io.tradeflow.ewaybill;

import io.tradeflow.ewaybill.EwayThreshold.Movement;
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
        EwayThreshold threshold =
                settings.threshold(movement(document), document.dispatchFrom().stateCode(), document.date());
        boolean needed = value.compareTo(threshold.amount()) > 0;
        return new EwayBillNeed(
                needed,
                value,
                "Consignment worth " + value.toPlainString() + " INR, " + way(document, threshold) + ": "
                        + (needed ? "more than " : "not more than ")
                        + threshold.amount().toPlainString() + " (" + threshold.source() + ")");
    }

    private static Movement movement(EwayDocument document) {
        return document.isInterState() ? Movement.INTER : document.isInOneCity() ? Movement.CITY : Movement.INTRA;
    }

    private static String way(EwayDocument document, EwayThreshold threshold) {
        return switch (threshold.movement()) {
            case INTER -> "the goods leave the State";
            case INTRA -> "the goods stay in " + document.dispatchFrom().stateName();
            case CITY ->
                "the goods stay in the city of " + document.dispatchFrom().city();
        };
    }
}
