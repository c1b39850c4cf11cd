package io.tradeflow.inventory;

import io.tradeflow.ordering.SalesOrder;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of an order besides its lines when stock is looked for. */
@Repository
class Circumstances {

    /**
     * @param setPriority by a planner, null if none
     * @param remainingDays a batch must still be usable for this buyer when it leaves
     * @param km by warehouse to where the goods go, as far as measured
     */
    record OfOrder(Integer setPriority, int remainingDays, Map<String, BigDecimal> km) {

        int priority(int usual) {
            return setPriority == null ? usual : setPriority;
        }
    }

    private final JdbcClient jdbc;

    Circumstances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All in one round trip. */
    OfOrder of(SalesOrder order) {
        return jdbc.sql(
                        """
                        with way as (
                          select distinct on (warehouse_code) warehouse_code, km from warehouse_distance
                          where :pin like pin_prefix || '%' order by warehouse_code, length(pin_prefix) desc
                        )
                        select (select priority from allocation_priority where order_number = :order) as priority,
                               coalesce((select days from remaining_life where buyer_code = :buyer), 0) as days,
                               (select array_agg(warehouse_code order by warehouse_code) from way) as warehouses,
                               (select array_agg(km order by warehouse_code) from way) as km
                        """)
                .param("order", order.number())
                .param("buyer", order.buyerCode())
                .param("pin", order.shipTo().pin() == null ? "" : order.shipTo().pin())
                .query((row, number) ->
                        new OfOrder(row.getObject("priority", Integer.class), row.getInt("days"), km(row)))
                .single();
    }

    private static Map<String, BigDecimal> km(ResultSet row) throws SQLException {
        Map<String, BigDecimal> km = new HashMap<>();
        Array warehouses = row.getArray("warehouses");
        if (warehouses != null) {
            String[] codes = (String[]) warehouses.getArray();
            BigDecimal[] ways = (BigDecimal[]) row.getArray("km").getArray();
            for (int at = 0; at < codes.length; at++) {
                km.put(codes[at], ways[at]);
            }
        }
        return km;
    }
}
