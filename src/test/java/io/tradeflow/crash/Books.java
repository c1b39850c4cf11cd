package io.tradeflow.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be right in the database whenever nothing is under way. */
final class Books {

    private Books() {}

    static void ledgerEqualsBalances(JdbcClient database) {
        assertThat(database.sql(
                                """
                        select b.sku from stock_balance b left join stock_ledger l on l.balance_id = b.id
                        group by b.id
                        having b.on_hand <> coalesce(sum(l.on_hand_change), 0)
                            or b.allocated <> coalesce(sum(l.allocated_change), 0)
                            or b.held <> coalesce(sum(l.held_change), 0)
                            or b.quarantined <> coalesce(sum(l.quarantined_change), 0)""")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    /** Each series runs from one without gap or repeat, and every shipment of an invoice is in no other. */
    static void invoicesAreConsecutive(JdbcClient database, int expected) {
        List<String> numbers = database.sql("select number from tax_invoice")
                .query(String.class)
                .list();
        assertThat(numbers).hasSize(expected);
        Map<String, List<Integer>> bySeries = new TreeMap<>();
        numbers.forEach(number -> {
            int cut = number.lastIndexOf('-');
            bySeries.computeIfAbsent(number.substring(0, cut), series -> new java.util.ArrayList<>())
                    .add(Integer.parseInt(number.substring(cut + 1)));
        });
        bySeries.forEach((series, running) -> assertThat(running)
                .as(series)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, running.size()).boxed().toList()));
        assertThat(database.sql("select count(distinct shipment_number) from tax_invoice_shipment")
                        .query(Integer.class)
                        .single())
                .isEqualTo(expected);
        assertThat(database.sql("select count(*) from tax_invoice_shipment")
                        .query(Integer.class)
                        .single())
                .isEqualTo(expected);
    }
}
