package io.tradeflow.inventory;

import io.tradeflow.kernel.Address;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The warehouses in the database. */
@Repository
class WarehouseTable {

    private final JdbcClient jdbc;

    WarehouseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Warehouse> all() {
        return jdbc.sql("select * from warehouse order by code")
                .query((row, number) -> warehouse(row))
                .list();
    }

    Optional<Warehouse> find(String code) {
        return jdbc.sql("select * from warehouse where code = :code")
                .param("code", code)
                .query((row, number) -> warehouse(row))
                .optional();
    }

    void save(Warehouse warehouse) {
        Address address = warehouse.address();
        jdbc.sql(
                        """
                        insert into warehouse (code, name, branch_code, line1, line2, city, state_code, state_name, pin, country)
                        values (:code, :name, :branch, :line1, :line2, :city, :stateCode, :stateName, :pin, :country)
                        on conflict (code) do update
                        set name = excluded.name, branch_code = excluded.branch_code, line1 = excluded.line1,
                            line2 = excluded.line2, city = excluded.city, state_code = excluded.state_code,
                            state_name = excluded.state_name, pin = excluded.pin, country = excluded.country
                        """)
                .param("code", warehouse.code())
                .param("name", warehouse.name())
                .param("branch", warehouse.branchCode())
                .param("line1", address.line1())
                .param("line2", address.line2())
                .param("city", address.city())
                .param("stateCode", address.stateCode())
                .param("stateName", address.stateName())
                .param("pin", address.pin())
                .param("country", address.country())
                .update();
    }

    private static Warehouse warehouse(ResultSet row) throws SQLException {
        return new Warehouse(
                row.getString("code"),
                row.getString("name"),
                row.getString("branch_code"),
                new Address(
                        row.getString("line1"),
                        row.getString("line2"),
                        row.getString("city"),
                        row.getString("state_code"),
                        row.getString("state_name"),
                        row.getString("pin"),
                        row.getString("country")));
    }
}
