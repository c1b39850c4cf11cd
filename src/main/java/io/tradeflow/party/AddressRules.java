package io.tradeflow.party;

import io.tradeflow.kernel.Address;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an address must have: a state that GST knows and a PIN code of that state in India, the code 96 elsewhere. */
final class AddressRules {

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_POSTCODE = 12;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private AddressRules() {}

    /** The address with the state's official name, and without needless spaces. */
    static Address normalised(Address address) {
        if (address == null) {
            return null;
        }
        String stateCode = stripped(address.stateCode());
        String stateName =
                GstStates.withCode(stateCode).map(GstState::name).orElseGet(() -> stripped(address.stateName()));
        return new Address(
                stripped(address.line1()),
                Text.orNull(address.line2()),
                stripped(address.city()),
                stateCode,
                stateName,
                stripped(address.pin()),
                stripped(address.country()).toUpperCase(Locale.ROOT));
    }

    static void check(String field, Address address, Violations violations) {
        if (address == null) {
            violations.add(field, "is missing");
            return;
        }
        violations.demand(field + ".line1", address.line1(), LONGEST_LINE);
        violations.limit(field + ".line2", address.line2(), LONGEST_LINE);
        violations.demand(field + ".city", address.city(), LONGEST_NAME);
        if (!hasKnownCountry(address)) {
            violations.add(field + ".country", "'" + address.country() + "' is no ISO 3166 country code");
        } else if (address.isInIndia()) {
            checkInIndia(field, address, violations);
        } else {
            checkAbroad(field, address, violations);
        }
    }

    static boolean hasKnownCountry(Address address) {
        return address != null && COUNTRIES.contains(address.country());
    }

    private static void checkInIndia(String field, Address address, Violations violations) {
        Optional<GstState> state = GstStates.withCode(address.stateCode()).filter(GstState::isCurrent);
        if (state.isEmpty()) {
            violations.add(field + ".stateCode", "'" + address.stateCode() + "' is no state code in use");
        }
        if (!GstState.isPin(address.pin())) {
            violations.add(field + ".pin", "A PIN code has six digits and does not begin with 0");
        } else if (state.isPresent() && !state.get().canHavePin(address.pin())) {
            violations.add(
                    field + ".pin",
                    address.pin() + " does not lie in " + state.get().name());
        }
    }

    private static void checkAbroad(String field, Address address, Violations violations) {
        if (!GstStates.OUTSIDE_INDIA.equals(address.stateCode())) {
            violations.add(field + ".stateCode", "is " + GstStates.OUTSIDE_INDIA + " outside India");
        }
        violations.demand(field + ".stateName", address.stateName(), LONGEST_NAME);
        violations.limit(field + ".pin", address.pin(), LONGEST_POSTCODE);
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }
}
