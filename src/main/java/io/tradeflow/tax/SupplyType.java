package io.tradeflow.tax;

import io.tradeflow.tax.Supply.BuyerKind;
import java.util.Optional;

/** The kinds of supply that a registered supplier reports invoice by invoice, by the codes of FORM GST INV-01. */
public enum SupplyType {
    B2B,
    SEZWP,
    SEZWOP,
    EXPWP,
    EXPWOP,
    DEXP;

    /**
     * As a supply of this nature is reported. Empty where it is not: to consumers, and without a tax invoice.
     *
     * @param registered whether the buyer has a GSTIN; deemed exports are told apart where the decision is made
     */
    public static Optional<SupplyType> of(SupplyNature nature, boolean registered) {
        return of(nature, registered ? BuyerKind.REGISTERED : BuyerKind.UNREGISTERED);
    }

    static Optional<SupplyType> of(SupplyNature nature, BuyerKind buyer) {
        return Optional.ofNullable(
                switch (nature) {
                    case EXPORT_UNDER_LUT -> EXPWOP;
                    case EXPORT_WITH_PAYMENT -> EXPWP;
                    case SEZ_UNDER_LUT -> SEZWOP;
                    case SEZ_WITH_PAYMENT -> SEZWP;
                    case WITHIN_REGISTRATION, BY_COMPOSITION_SUPPLIER, BY_UNREGISTERED_SUPPLIER -> null;
                    case INTRA_STATE, INTER_STATE, BY_SEZ_UNIT -> ofRegistered(buyer);
                });
    }

    private static SupplyType ofRegistered(BuyerKind buyer) {
        if (buyer == BuyerKind.DEEMED_EXPORT) {
            return DEXP;
        }
        return buyer.isRegistered() ? B2B : null;
    }
}
