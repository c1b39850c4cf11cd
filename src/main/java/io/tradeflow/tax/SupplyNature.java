package io.tradeflow.tax;

import io.tradeflow.tax.Supply.BuyerKind;

/** What kind of supply it is, and with that which heads are charged and what the invoice must say (CGST rule 46, proviso). */
enum SupplyNature {
    INTRA_STATE("Intra-State supply", false, Zero.NO, "IGST Act s. 8(1)"),
    INTER_STATE("Inter-State supply", true, Zero.NO, "IGST Act s. 7(1)"),
    SEZ_UNDER_LUT(
            "Supply to SEZ under LUT without payment of tax", true, Zero.UNTAXED, "IGST Act s. 7(5)(b), s. 16(3)"),
    SEZ_WITH_PAYMENT("Supply to SEZ with payment of tax", true, Zero.TAXED, "IGST Act s. 7(5)(b), s. 16"),
    EXPORT_UNDER_LUT("Export under LUT without payment of tax", true, Zero.UNTAXED, "IGST Act s. 7(5)(a), s. 16(3)"),
    EXPORT_WITH_PAYMENT("Export with payment of tax", true, Zero.TAXED, "IGST Act s. 7(5)(a), s. 16");

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
        if (!placeOfSupply.isInIndia()) {
            return supply.underLut() ? EXPORT_UNDER_LUT : EXPORT_WITH_PAYMENT;
        }
        if (supply.buyerKind() == BuyerKind.SEZ) {
            return supply.underLut() ? SEZ_UNDER_LUT : SEZ_WITH_PAYMENT;
        }
        return placeOfSupply.equals(GstState.of(supply.sellerStateCode())) ? INTRA_STATE : INTER_STATE;
    }

    String label() {
        return label;
    }

    /** Whether IGST is the head, rather than CGST with SGST. */
    boolean interState() {
        return interState;
    }

    /** Exports and supplies to a special economic zone. */
    boolean zeroRated() {
        return zeroRated != Zero.NO;
    }

    /** Whether no tax is charged at all, whatever the goods. */
    boolean withoutTax() {
        return zeroRated == Zero.UNTAXED;
    }

    String section() {
        return section;
    }

    /** The words of the proviso to CGST rule 46, or null where none are asked for. */
    String endorsement() {
        return switch (zeroRated) {
            case NO -> null;
            case TAXED -> MEANT_FOR + "ON PAYMENT OF INTEGRATED TAX";
            case UNTAXED -> MEANT_FOR + "UNDER BOND OR LETTER OF UNDERTAKING WITHOUT PAYMENT OF INTEGRATED TAX";
        };
    }
}
