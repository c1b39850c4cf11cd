package io.tradeflow.party;

import io.tradeflow.kernel.Address;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** An address in columns that begin with a common prefix, such as {@code bill_to_}. */
final class AddressColumns {

    private AddressColumns() {}

    static Address read(ResultSet row, String prefix) throws SQLException {
        return new Address(
                row.getString(prefix + "line1"),
                row.getString(prefix + "line2"),
                row.getString(prefix + "city"),
                row.getString(prefix + "state_code"),
                row.getString(prefix + "state_name"),
                row.getString(prefix + "pin"),
                row.getString(prefix + "country"));
    }

    static void put(Map<String, Object> columns, String prefix, Address address) {
        columns.put(prefix + "line1", address.line1());
        columns.put(prefix + "line2", address.line2());
        columns.put(prefix + "city", address.city());
        columns.put(prefix + "state_code", address.stateCode());
        columns.put(prefix + "state_name", address.stateName());
        columns.put(prefix + "pin", address.pin());
        columns.put(prefix + "country", address.country());
    }
}
