package io.tradeflow.inventory;

import io.tradeflow.ordering.SalesOrder;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of an order besides its lines when stock is looked for. */
@Repository
class Circumstances {

    /**
     * @param setPriority by a planner, null if none
     * @param remainingDays a batch must still be usable for this buyer when it leaves
     * @param km by warehouse to where the goods go, as far as measured
     * @param taken dispatched or promised, by line, less what is owed again; before anything was locked
     * @param keptSkus of which something is kept for the deal; before anything was locked
     */
    record OfOrder(
            Integer setPriority,
            int remainingDays,
            Map<String, BigDecimal> km,
            Map<Integer, BigDecimal> taken,
            Set<String> keptSkus) {

        int priority(int usual) {
            return setPriority == null ? usual : setPriority;
        }
    }

    private final JdbcClient jdbc;

    Circumstances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All in one round trip. To the end of the transaction the server keeps its plans: what an allocation reads and writes it finds by key, and
     * planning for each list of products anew took it longer than the reading.
     */
    OfOrder of(SalesOrder order) {
        return jdbc.sql(
                        """
                        with way as (
                          select distinct on (warehouse_code) warehouse_code, km from warehouse_distance
                          where :pin like pin_prefix || '%' order by warehouse_code, length(pin_prefix) desc
                        ), taken as (
                        """
                                + AllocationTable.TAKEN
                                + """
                        )
                        select (select priority from allocation_priority where order_number = :order) as priority,
                               coalesce((select days from remaining_life where buyer_code = :buyer), 0) as days,
                               (select array_agg(warehouse_code order by warehouse_code) from way) as warehouses,
                               (select array_agg(km order by warehouse_code) from way) as km,
                               (select array_agg(order_line_no order by order_line_no) from taken) as lines,
                               (select array_agg(quantity order by order_line_no) from taken) as quantities,
                               (select array_agg(distinct s.sku) from stock_hold h join stock_balance s on s.id = h.balance_id
                                where h.deal_number = :deal and h.ended_at is null) as kept,
                               set_config('plan_cache_mode', 'force_generic_plan', true)
                        """)
                .param("order", order.number())
                .param("deal", order.dealNumber())
                .param("buyer", order.buyerCode())
                .param("pin", order.shipTo().pin() == null ? "" : order.shipTo().pin())
                .query((row, number) -> new OfOrder(
                        row.getObject("priority", Integer.class),
                        row.getInt("days"),
                        pairs(row, "warehouses", "km"),
                        pairs(row, "lines", "quantities"),
                        Set.of(values(row, "kept", new String[0]))))
                .single();
    }

    @SuppressWarnings("unchecked") // the arrays hold what the query names
    private static <K> Map<K, BigDecimal> pairs(ResultSet row, String keys, String amounts) throws SQLException {
        Map<K, BigDecimal> pairs = new HashMap<>();
        Object[] names = values(row, keys, new Object[0]);
        BigDecimal[] figures = values(row, amounts, new BigDecimal[0]);
        for (int at = 0; at < names.length; at++) {
            pairs.put((K) names[at], figures[at]);
        }
        return pairs;
    }

    @SuppressWarnings("unchecked") // the caller knows what the column holds
    private static <T> T[] values(ResultSet row, String column, T[] none) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? none : (T[]) array.getArray();
    }
}
