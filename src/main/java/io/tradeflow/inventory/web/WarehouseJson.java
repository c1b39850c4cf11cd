package io.tradeflow.inventory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tradeflow.inventory.Warehouse;
import io.tradeflow.kernel.Address;

/** A warehouse over the API. Without {@code address} that of its branch serves. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WarehouseJson(String code, String name, String branchCode, Place address) {

    record Place(
            String line1, String line2, String city, String stateCode, String stateName, String pin, String country) {

        Address toAddress() {
            return new Address(line1, line2, city, stateCode, stateName, pin, country);
        }
    }

    static WarehouseJson of(Warehouse warehouse) {
        Address address = warehouse.address();
        return new WarehouseJson(
                warehouse.code(),
                warehouse.name(),
                warehouse.branchCode(),
                new Place(
                        address.line1(),
                        address.line2(),
                        address.city(),
                        address.stateCode(),
                        address.stateName(),
                        address.pin(),
                        address.country()));
    }
}
