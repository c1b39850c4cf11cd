package io.tradeflow.ewaybill;

import io.tradeflow.kernel.Address;
import io.tradeflow.party.GstState;
import io.tradeflow.party.GstStates;

/**
 * Where goods leave India by sea or air.
 *
 * @param code as customs write it, for example INNSA1
 */
public record Port(String code, String name, String line1, String city, String stateCode, String pin, boolean active) {

    /** Where the goods really go when they are exported. */
    public Address address() {
        String state = GstStates.withCode(stateCode).map(GstState::name).orElse(stateCode);
        return new Address(line1, null, city, stateCode, state, pin, "IN");
    }
}
