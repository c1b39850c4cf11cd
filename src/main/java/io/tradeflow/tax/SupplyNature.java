package io.tradeflow.tax;

import io.tradeflow.tax.Supply.BuyerKind;
import java.util.Arrays;
import java.util.Optional;

/** What kind of supply it is, and with that which heads are charged and what the invoice must say (CGST rule 46, proviso). */
public enum SupplyNature {
    INTRA_STATE("Intra-State supply", false, Zero.NO, "IGST Act s. 8(1)"),
    INTER_STATE("Inter-State supply", true, Zero.NO, "IGST Act s. 7(1)"),
    SEZ_UNDER_LUT(
            "Supply to SEZ under LUT without payment of tax", true, Zero.UNTAXED, "IGST Act s. 7(5)(b), s. 16(3)"),
    SEZ_WITH_PAYMENT("Supply to SEZ with payment of tax", true, Zero.TAXED, "IGST Act s. 7(5)(b), s. 16"),
    EXPORT_UNDER_LUT("Export under LUT without payment of tax", true, Zero.UNTAXED, "IGST Act s. 7(5)(a), s. 16(3)"),
    EXPORT_WITH_PAYMENT("Export with payment of tax", true, Zero.TAXED, "IGST Act s. 7(5)(a), s. 16"),
    BY_SEZ_UNIT("Supply by an SEZ unit", true, Zero.NO, "IGST Act s. 7(5)(b)"),
    WITHIN_REGISTRATION("Movement within one registration, no supply", false, Zero.NO, "CGST Act s. 7(1)(a)"),
    BY_COMPOSITION_SUPPLIER("Supply by a composition taxpayer, no tax charged", false, Zero.NO, "CGST Act s. 10(4)"),
    BY_UNREGISTERED_SUPPLIER("Supply by an unregistered supplier, no tax charged", false, Zero.NO, "CGST Act s. 32(1)");

    private enum Zero {
        NO,
        TAXED,
        UNTAXED
    }

    private static final String MEANT_FOR =
            "SUPPLY MEANT FOR EXPORT/SUPPLY TO SEZ UNIT OR SEZ DEVELOPER FOR AUTHORISED" + " OPERATIONS ";

    private final String label;
    private final boolean interState;
    private final Zero zeroRated;
    private final String section;

    SupplyNature(String label, boolean interState, Zero zeroRated, String section) {
        this.label = label;
        this.interState = interState;
        this.zeroRated = zeroRated;
        this.section = section;
    }

    static SupplyNature of(Supply supply, GstState placeOfSupply) {
        if (supply.isWithinRegistration()) {
            return WITHIN_REGISTRATION;
        }
        return switch (supply.terms().supplier()) {
            case COMPOSITION -> BY_COMPOSITION_SUPPLIER;
            case UNREGISTERED -> BY_UNREGISTERED_SUPPLIER;
            case REGULAR, SEZ_UNIT -> taxed(supply, placeOfSupply);
        };
    }

    private static SupplyNature taxed(Supply supply, GstState placeOfSupply) {
        if (!placeOfSupply.isInIndia()) {
            return supply.underLut() ? EXPORT_UNDER_LUT : EXPORT_WITH_PAYMENT;
        }
        if (supply.buyerKind() == BuyerKind.SEZ) {
            return supply.underLut() ? SEZ_UNDER_LUT : SEZ_WITH_PAYMENT;
        }
        if (supply.terms().supplier() == Supplier.SEZ_UNIT) {
            return BY_SEZ_UNIT;
        }
        return placeOfSupply.equals(GstState.of(supply.sellerStateCode())) ? INTRA_STATE : INTER_STATE;
    }

    /** The nature that documents show by this text. */
    public static Optional<SupplyNature> labelled(String label) {
        return Arrays.stream(values())
                .filter(nature -> nature.label.equals(label))
                .findFirst();
    }

    /** As documents show it, for example "Inter-State supply". */
    public String label() {
        return label;
    }

    /** Whether IGST is the head, rather than CGST with SGST. */
    public boolean interState() {
        return interState;
    }

    /** Exports and supplies to a special economic zone. */
    public boolean zeroRated() {
        return zeroRated != Zero.NO;
    }

    /** Whether no tax is charged at all, whatever the goods. */
    public boolean withoutTax() {
        return zeroRated == Zero.UNTAXED
                || this == WITHIN_REGISTRATION
                || this == BY_COMPOSITION_SUPPLIER
                || this == BY_UNREGISTERED_SUPPLIER;
    }

    /** Which heads are charged. */
    public Heads heads() {
        if (withoutTax()) {
            return Heads.NONE;
        }
        return interState ? Heads.INTEGRATED : Heads.CENTRAL_AND_STATE;
    }

    String section() {
        return section;
    }

    Reason reason() {
        return new Reason("nature-" + Reason.codeOf(this), label, section);
    }

    /** The words of the proviso to CGST rule 46, or null where none are asked for. */
    public String endorsement() {
        return switch (zeroRated) {
            case NO -> null;
            case TAXED -> MEANT_FOR + "ON PAYMENT OF INTEGRATED TAX";
            case UNTAXED -> MEANT_FOR + "UNDER BOND OR LETTER OF UNDERTAKING WITHOUT PAYMENT OF INTEGRATED TAX";
        };
    }
}
