package io.tradeflow.tax;

import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem;
import io.tradeflow.tax.Supply.BuyerKind;

/**
 * Where a supply takes place in the eyes of the IGST Act, sections 10 to 13, and the rule that says so. The first rule that
 * fits wins.
 */
public record PlaceOfSupply(GstState state, Reason reason) {

    /**
     * @throws Problem {@code gstin-missing}, {@code state-unknown} where an address or GSTIN does not say its state; {@code
     *     place-override-invalid} where nobody may override
     */
    static PlaceOfSupply of(Supply supply) {
        PlaceOfSupply byLaw = byLaw(supply);
        return supply.terms().override() == null ? byLaw : byLaw.overridden(supply);
    }

    private static PlaceOfSupply byLaw(Supply supply) {
        return switch (supply.terms().subject()) {
            case GOODS -> ofGoods(supply);
            case GOODS_NOT_MOVED ->
                supply.buyerKind() == BuyerKind.UNREGISTERED
                        ? ofUnregistered(supply)
                        : at(site(supply), PlaceRule.NOT_MOVED);
            case GOODS_INSTALLED -> at(site(supply), PlaceRule.INSTALLED);
            case SERVICES -> ofServices(supply);
            case SERVICES_ON_PROPERTY ->
                at(
                        site(supply),
                        supply.buyerKind() == BuyerKind.OVERSEAS
                                ? PlaceRule.SERVICE_ON_PROPERTY_FOR_OVERSEAS
                                : PlaceRule.SERVICE_ON_PROPERTY);
        };
    }

    private static PlaceOfSupply ofGoods(Supply supply) {
        Address destination = supply.destination();
        if (destination != null && !destination.isInIndia()) {
            return by(PlaceRule.EXPORT, GstState.outsideIndia());
        }
        return switch (supply.buyerKind()) {
            case OVERSEAS -> by(PlaceRule.DELIVERED_IN_INDIA, stateOf(destination, "shipTo"));
            case UNREGISTERED -> ofUnregistered(supply);
            case REGISTERED, SEZ, DEEMED_EXPORT -> ofRegistered(supply);
        };
    }

    private static PlaceOfSupply ofUnregistered(Supply supply) {
        if (hasState(supply.shipTo())) {
            return by(PlaceRule.UNREGISTERED_DELIVERY, stateOf(supply.shipTo(), "shipTo"));
        }
        if (hasState(supply.billTo())) {
            return by(PlaceRule.UNREGISTERED_ADDRESS, stateOf(supply.billTo(), "billTo"));
        }
        return by(PlaceRule.UNREGISTERED_UNKNOWN, GstState.of(supply.sellerStateCode()));
    }

    /**
     * The state of the GSTIN that ordered, wherever the truck goes: delivery in another state counts as delivery to a third
     * person on the buyer's direction.
     */
    private static PlaceOfSupply ofRegistered(Supply supply) {
        GstState registered = stateOfGstin(supply);
        boolean movementEndsThere =
                !hasState(supply.destination()) || registered.equals(stateOf(supply.destination(), "shipTo"));
        return by(movementEndsThere ? PlaceRule.DELIVERY : PlaceRule.BILL_TO, registered);
    }

    private static PlaceOfSupply ofServices(Supply supply) {
        if (supply.buyerKind() == BuyerKind.OVERSEAS) {
            return by(PlaceRule.SERVICE_OVERSEAS, GstState.outsideIndia());
        }
        if (supply.buyerKind().isRegistered()) {
            return by(PlaceRule.SERVICE_REGISTERED, stateOfGstin(supply));
        }
        return hasState(supply.billTo())
                ? by(PlaceRule.SERVICE_ADDRESS, stateOf(supply.billTo(), "billTo"))
                : by(PlaceRule.SERVICE_UNKNOWN, GstState.of(supply.sellerStateCode()));
    }

    /** Only goods billed to one state and shipped to another leave a choice, and only that between the two. */
    private PlaceOfSupply overridden(Supply supply) {
        PlaceOverride override = supply.terms().override();
        if (!PlaceRule.BILL_TO.isMeantBy(reason)) {
            throw Problem.invalid(
                    "place-override-invalid",
                    "placeOverride",
                    "The place of supply is settled (" + reason
                            + "); it can be chosen only for goods billed to one State" + " and shipped to another");
        }
        GstState delivered = stateOf(supply.destination(), "shipTo");
        if (!delivered.code().equals(override.stateCode())) {
            throw Problem.invalid(
                    "place-override-invalid",
                    "placeOverride.stateCode",
                    "The place of supply is " + state.name() + " or " + delivered.name() + ", nowhere else");
        }
        return new PlaceOfSupply(
                delivered,
                new Reason(
                        "place-override",
                        "movement ends at the buyer's own site, decided by " + override.by() + ": " + override.why(),
                        "IGST Act s. 10(1)(a)"));
    }

    private static PlaceOfSupply by(PlaceRule rule, GstState state) {
        return new PlaceOfSupply(state, rule.reason());
    }

    private static PlaceOfSupply at(Address site, PlaceRule rule) {
        return by(rule, site != null && !site.isInIndia() ? GstState.outsideIndia() : stateOf(site, "site"));
    }

    private static Address site(Supply supply) {
        return supply.terms().site() == null
                ? supply.destination()
                : supply.terms().site();
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
