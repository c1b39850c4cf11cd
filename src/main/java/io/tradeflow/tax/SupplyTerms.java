package io.tradeflow.tax;

import io.tradeflow.kernel.Address;

/**
 * What is out of the ordinary about a supply.
 *
 * @param supplierGstin GSTIN of the supplying branch; null where it does not matter
 * @param site where goods lie or are installed, or the property stands; null for the delivery address
 * @param override null where the law alone decides the place
 * @param reverseCharge whether the recipient owes the tax
 */
public record SupplyTerms(
        Supplier supplier,
        String supplierGstin,
        Subject subject,
        Address site,
        PlaceOverride override,
        boolean reverseCharge) {

    /** A regular supplier sends goods and owes the tax. */
    public static final SupplyTerms ORDINARY =
            new SupplyTerms(Supplier.REGULAR, null, Subject.GOODS, null, null, false);

    public SupplyTerms by(Supplier other) {
        return new SupplyTerms(other, supplierGstin, subject, site, override, reverseCharge);
    }

    /** Supplied under this GSTIN of the seller. */
    public SupplyTerms from(String gstin) {
        return new SupplyTerms(supplier, gstin, subject, site, override, reverseCharge);
    }

    /** @param at where goods lie or are installed, or the property stands */
    public SupplyTerms of(Subject other, Address at) {
        return new SupplyTerms(supplier, supplierGstin, other, at, override, reverseCharge);
    }

    public SupplyTerms at(PlaceOverride decided) {
        return new SupplyTerms(supplier, supplierGstin, subject, site, decided, reverseCharge);
    }

    public SupplyTerms underReverseCharge() {
        return new SupplyTerms(supplier, supplierGstin, subject, site, override, true);
    }
}
