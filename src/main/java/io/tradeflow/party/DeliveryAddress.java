package io.tradeflow.party;

import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem.Violation;
import java.util.List;

/** An address that goods are sent to once, typed for a document rather than kept with the buyer. */
public final class DeliveryAddress {

    private DeliveryAddress() {}

    /** With the state's official name, and without needless spaces. */
    public static Address tidy(Address typed) {
        return AddressRules.normalised(typed);
    }

    /** What is wrong with it, by field path under {@code field}; the rules are those of buyers' addresses. */
    public static List<Violation> wrong(String field, Address address) {
        Violations violations = new Violations();
        AddressRules.check(field, address, violations);
        return violations.found();
    }
}
