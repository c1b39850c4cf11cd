package io.tradeflow.party.web;

import io.tradeflow.kernel.Address;
import jakarta.validation.constraints.NotBlank;

/** An address over the API. The state's name follows from its code in India and need not be sent. */
record AddressJson(
        @NotBlank String line1,
        String line2,
        @NotBlank String city,
        @NotBlank String stateCode,
        String stateName,
        String pin,
        @NotBlank String country) {

    static AddressJson of(Address address) {
        return new AddressJson(
                address.line1(),
                address.line2(),
                address.city(),
                address.stateCode(),
                address.stateName(),
                address.pin(),
                address.country());
    }

    Address toAddress() {
        return new Address(line1, line2, city, stateCode, stateName, pin, country);
    }
}
