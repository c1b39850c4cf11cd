package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What orders wait for, in the order they are served. */
@Repository
class WaitingLines {

    private final JdbcClient jdbc;

    WaitingLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param allAtOnce the order leaves complete and keeps nothing that is there from others
     * @param place the earlier is served first; the same for all lines of an order
     */
    record Waiting(
            String orderNumber, int orderLineNo, String sku, BigDecimal quantity, boolean allAtOnce, long place) {}

    List<Waiting> forSkus(Collection<String> skus) {
        return jdbc.sql(
                        """
                        select b.order_number, b.order_line_no, b.sku, b.quantity, b.all_at_once,
                               dense_rank() over (order by b.passed, coalesce(p.priority, b.priority) desc, b.ordered_on, b.order_number) as place
                        from backorder b left join allocation_priority p on p.order_number = b.order_number
                        where b.sku = any(:skus)
                        """)
                .param("skus", skus.toArray(String[]::new))
                .query(Waiting.class)
                .list();
    }

    /** Orders that wait for one of these products. */
    List<String> orders(Collection<String> skus) {
        return jdbc.sql("select distinct order_number from backorder where sku = any(:skus) order by 1")
                .param("skus", skus.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
