package io.tradeflow.party;

import io.tradeflow.kernel.Address;

/** A registration holds for one state: the GSTIN's state is that of the address it goes with. */
final class Seat {

    private Seat() {}

    static void check(Gstin gstin, Address address, String field, Violations violations) {
        String state =
                GstStates.withCode(gstin.stateCode()).map(GstState::currentCode).orElse(gstin.stateCode());
        if (!state.equals(address.stateCode())) {
            violations.add(
                    field,
                    "The GSTIN is of state " + gstin.stateCode() + ", the address of state " + address.stateCode());
        }
    }
}
