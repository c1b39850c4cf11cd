package io.tradeflow.quotation;

import io.tradeflow.pricing.Charges;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** Freight, packing and insurance of a quote, before tax; those set by hand stay when the draft is computed anew. */
@Embeddable
public record QuoteCharges(
        BigDecimal freight,
        BigDecimal packing,
        BigDecimal insurance,
        boolean freightByHand,
        boolean packingByHand,
        boolean insuranceByHand) {

    private static final BigDecimal ZERO = BigDecimal.ZERO.setScale(2);

    public static final QuoteCharges NONE = new QuoteCharges(ZERO, ZERO, ZERO, false, false, false);

    public BigDecimal total() {
        return freight.add(packing).add(insurance);
    }

    /** A charge that is given stays as set by hand; one that is given as it is changes nothing. */
    QuoteCharges changed(QuoteEdit.Amounts to) {
        return new QuoteCharges(
                given(to.freight(), freight),
                given(to.packing(), packing),
                given(to.insurance(), insurance),
                byHand(freightByHand, to.freight(), freight, to, "freight"),
                byHand(packingByHand, to.packing(), packing, to, "packing"),
                byHand(insuranceByHand, to.insurance(), insurance, to, "insurance"));
    }

    /** With those that a template sets in this currency. */
    QuoteCharges preset(QuoteTemplate.Charges template, String currency) {
        return currency.equals(template.currency())
                ? new QuoteCharges(
                        given(template.freight(), freight),
                        given(template.packing(), packing),
                        given(template.insurance(), insurance),
                        freightByHand || template.freight() != null,
                        packingByHand || template.packing() != null,
                        insuranceByHand || template.insurance() != null)
                : this;
    }

    private static BigDecimal given(BigDecimal to, BigDecimal before) {
        return to == null ? before : to.setScale(2, java.math.RoundingMode.UNNECESSARY);
    }

    private static boolean byHand(
            boolean before, BigDecimal to, BigDecimal amount, QuoteEdit.Amounts change, String name) {
        boolean differs = to != null && to.compareTo(amount) != 0;
        return (before || differs) && !change.fromTable().contains(name);
    }

    /** As the table says, except what was set by hand. */
    QuoteCharges proposed(Charges table) {
        return new QuoteCharges(
                freightByHand ? freight : table.freight().charged(),
                packingByHand ? packing : table.packing().charged(),
                insuranceByHand ? insurance : table.insurance().charged(),
                freightByHand,
                packingByHand,
                insuranceByHand);
    }

    /** What the table says of those that were not set by hand. */
    ChargeReasons reasons(Charges table) {
        return new ChargeReasons(
                freightByHand ? null : table.freight().reason(),
                packingByHand ? null : table.packing().reason(),
                insuranceByHand ? null : table.insurance().reason());
    }

    /** The reasons that still hold: not of what was set by hand since. */
    ChargeReasons remaining(ChargeReasons before) {
        return new ChargeReasons(
                freightByHand ? null : before.freightReason(),
                packingByHand ? null : before.packingReason(),
                insuranceByHand ? null : before.insuranceReason());
    }
}
