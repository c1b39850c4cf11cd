package io.tradeflow.tax;

import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem;
import io.tradeflow.tax.Supply.BuyerKind;

/**
 * Where goods are supplied in the eyes of the IGST Act, sections 10 and 11, and the rule that says so. The first rule that
 * fits wins.
 */
record PlaceOfSupply(GstState state, String reason) {

    static PlaceOfSupply of(Supply supply) {
        Address destination = supply.destination();
        if (destination != null && !destination.isInIndia()) {
            return new PlaceOfSupply(GstState.outsideIndia(), "IGST Act s. 11(b): the goods leave India");
        }
        return switch (supply.buyerKind()) {
            case OVERSEAS ->
                new PlaceOfSupply(
                        stateOf(destination, "shipTo"),
                        "IGST Act s. 10(1)(a): delivered to an overseas buyer inside India, so no export");
            case UNREGISTERED -> ofUnregistered(supply);
            case REGISTERED, SEZ -> ofRegistered(supply);
        };
    }

    private static PlaceOfSupply ofUnregistered(Supply supply) {
        if (hasState(supply.shipTo())) {
            return new PlaceOfSupply(
                    stateOf(supply.shipTo(), "shipTo"),
                    "IGST Act s. 10(1)(ca): delivery address of the unregistered buyer");
        }
        if (hasState(supply.billTo())) {
            return new PlaceOfSupply(
                    stateOf(supply.billTo(), "billTo"), "IGST Act s. 10(1)(ca): address of the unregistered buyer");
        }
        return new PlaceOfSupply(
                GstState.of(supply.sellerStateCode()),
                "IGST Act s. 10(1)(ca): no address of the unregistered buyer on record, so the supplier's place");
    }

    /**
     * The state of the GSTIN that ordered, wherever the truck goes: delivery in another state counts as delivery to a third
     * person on the buyer's direction.
     */
    private static PlaceOfSupply ofRegistered(Supply supply) {
        GstState registered = stateOfGstin(supply);
        boolean movementEndsThere =
                !hasState(supply.destination()) || registered.equals(stateOf(supply.destination(), "shipTo"));
        return new PlaceOfSupply(
                registered,
                movementEndsThere
                        ? "IGST Act s. 10(1)(a): movement ends for delivery in the buyer's state"
                        : "IGST Act s. 10(1)(b): billed to one state and shipped to another, so the buyer's place of"
                                + " business");
    }

    private static GstState stateOfGstin(Supply supply) {
        String gstin = supply.buyerGstin();
        if (gstin == null || gstin.length() < 2) {
            throw Problem.invalid(
                    "gstin-missing",
                    "buyerGstin",
                    supply.buyerKind() == BuyerKind.SEZ
                            ? "A unit in a special economic zone needs its GSTIN"
                            : "A registered buyer needs a GSTIN");
        }
        return GstState.find(gstin.substring(0, 2))
                .filter(GstState::isInIndia)
                .orElseThrow(() -> Problem.invalid(
                        "state-unknown", "buyerGstin", "The GSTIN " + gstin + " starts with no state's code"));
    }

    private static GstState stateOf(Address address, String field) {
        return GstState.find(address == null ? null : address.stateCode())
                .filter(GstState::isInIndia)
                .orElseThrow(() -> Problem.invalid(
                        "state-unknown", field + ".stateCode", "The address in India needs a valid GST state code"));
    }

    private static boolean hasState(Address address) {
        return address != null
                && address.stateCode() != null
                && !address.stateCode().isBlank();
    }
}
