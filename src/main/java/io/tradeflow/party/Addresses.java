package io.tradeflow.party;

import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem.Violation;
import java.util.List;

/** What holds for every address that is kept, whoever keeps it. */
public final class Addresses {

    private Addresses() {}

    /** The address with the state's official name, and without needless spaces. */
    public static Address normalised(Address address) {
        return AddressRules.normalised(address);
    }

    /** What is wrong, by field as in {@code address.pin}. */
    public static List<Violation> violations(String field, Address address) {
        Violations violations = new Violations();
        AddressRules.check(field, address, violations);
        return violations.found();
    }
}
