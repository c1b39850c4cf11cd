package io.tradeflow.inventory;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bins in the database, and goods that move from one to another. */
@Repository
class BinTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    BinTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order in which they are walked. */
    List<Bin> of(String warehouseCode) {
        return jdbc.sql("select * from bin where warehouse_code = :warehouse order by zone, pick_sequence, code")
                .param("warehouse", warehouseCode)
                .query(Bin.class)
                .list();
    }

    List<Bin> all() {
        return jdbc.sql("select * from bin order by warehouse_code, zone, pick_sequence, code")
                .query(Bin.class)
                .list();
    }

    void forEach(Consumer<Bin> reader) {
        all().forEach(reader);
    }

    Optional<Bin> find(String warehouseCode, String code) {
        return jdbc.sql("select * from bin where warehouse_code = :warehouse and code = :code")
                .param("warehouse", warehouseCode)
                .param("code", code)
                .query(Bin.class)
                .optional();
    }

    void save(Collection<Bin> bins) {
        jdbc.sql(
                        """
                        insert into bin (warehouse_code, code, zone, pick_sequence)
                        select * from unnest(:warehouses::varchar[], :codes::varchar[], :zones::varchar[], :sequences::integer[])
                        on conflict (warehouse_code, code) do update
                        set zone = excluded.zone, pick_sequence = excluded.pick_sequence
                        """)
                .param("warehouses", texts(bins, Bin::warehouseCode))
                .param("codes", texts(bins, Bin::code))
                .param("zones", texts(bins, Bin::zone))
                .param("sequences", bins.stream().map(Bin::pickSequence).toArray(Integer[]::new))
                .update();
    }

    /** Puts what the warehouse has of the batch into the bin and keeps from where; false if it has nothing of it. */
    boolean move(String warehouseCode, StockKey goods, String toBin, String by) {
        return jdbc.sql(
                                """
                                with moved as (
                                  update stock_balance s set bin = :bin
                                  from (select id, bin from stock_balance
                                        where warehouse_code = :warehouse and sku = :sku and batch = :batch and on_hand > 0
                                        for update) as old
                                  where s.id = old.id
                                  returning s.id, old.bin as from_bin
                                )
                                insert into bin_move (balance_id, from_bin, to_bin, moved_by, moved_at)
                                select id, from_bin, :bin, :by, :now from moved
                                """)
                        .param("bin", toBin)
                        .param("warehouse", warehouseCode)
                        .param("sku", goods.sku())
                        .param("batch", goods.batch())
                        .param("by", by)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                > 0;
    }

    private static String[] texts(Collection<Bin> bins, Function<Bin, String> part) {
        return bins.stream().map(part).toArray(String[]::new);
    }
}
