package io.tradeflow.fulfilment;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rounds that pick several shipments of one warehouse in one walk. Each shipment keeps its own pick task. */
@Service
@Transactional
public class PickingRounds {

    /**
     * A shipment that waits to be picked.
     *
     * @param zones where its goods lie, by name
     * @param neededBy the day the buyer wants it, null where none was named
     * @param roundNumber null where it is in no round
     * @param suggested whether it would fit into the next round: the same zones as the shipment that is wanted first
     */
    public record Waiting(
            String shipmentNumber,
            String dealNumber,
            String buyerName,
            String warehouseCode,
            int lines,
            List<String> zones,
            LocalDate neededBy,
            Instant releasedAt,
            String roundNumber,
            boolean suggested) {}

    private static final String SERIES = "RND";
    private static final int MOST_TOTES = 12;
    private static final int SUGGESTED = 6;

    private final JdbcClient jdbc;
    private final Clock clock;

    PickingRounds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Shipments of the warehouse that are being picked, the most wanted first. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(String warehouseCode) {
        List<Waiting> waiting = jdbc.sql(
                        """
                        select s.number, s.deal_number, s.buyer_name, s.warehouse_code, s.pick_list_released_at, o.needed_by,
                               r.round_number, count(*) as lines,
                               array_agg(distinct coalesce(n.zone, '–')) as zones
                        from shipment s
                          join sales_order o on o.number = s.order_number
                          join shipment_line l on l.shipment_id = s.id and l.picked is null
                          join allocation a on a.id = l.allocation_id
                          join stock_balance b on b.id = a.balance_id
                          left join bin n on n.warehouse_code = b.warehouse_code and n.code = b.bin
                          left join picking_round_shipment r on r.shipment_number = s.number
                        where s.status = 'PICKING' and s.warehouse_code = :warehouse
                        group by s.number, s.deal_number, s.buyer_name, s.warehouse_code, s.pick_list_released_at,
                                 o.needed_by, r.round_number
                        order by o.needed_by nulls last, s.pick_list_released_at, s.number
                        """)
                .param("warehouse", warehouseCode)
                .query((row, index) -> waiting(row))
                .list();
        return suggested(waiting);
    }

    /** Who walks a round. @return null for whoever comes first */
    @Transactional(readOnly = true)
    public String picker(String number) {
        return jdbc.sql("select coalesce(picker, '') from picking_round where number = :number")
                .param("number", number)
                .query(String.class)
                .optional()
                .filter(picker -> !picker.isEmpty())
                .orElse(null);
    }

    /**
     * Puts shipments into a new round, one tote each, in the order given.
     *
     * @param picker name of who is to walk, null for whoever comes first
     * @return the round's number
     * @throws Problem {@code warehouse-only}; {@code invalid-round} where one cannot be picked in it
     */
    public String create(Actor by, String warehouseCode, List<String> shipmentNumbers, String picker) {
        PickLists.requirePicker(by);
        Set<String> wanted = new TreeSet<>(shipmentNumbers);
        if (wanted.size() != shipmentNumbers.size() || wanted.size() < 2 || wanted.size() > MOST_TOTES) {
            throw Problem.invalid(
                    "invalid-round", "shipments", "A round picks 2 to " + MOST_TOTES + " different shipments");
        }
        jdbc.sql("select number from shipment where number = any(:numbers) order by number for update")
                .param("numbers", wanted.toArray(String[]::new))
                .query(String.class)
                .list();
        Set<String> free = new TreeSet<>();
        waiting(warehouseCode).stream()
                .filter(waiting -> waiting.roundNumber() == null)
                .forEach(waiting -> free.add(waiting.shipmentNumber()));
        wanted.removeAll(free);
        if (!wanted.isEmpty()) {
            throw Problem.invalid(
                    "invalid-round",
                    "shipments",
                    String.join(", ", wanted) + " cannot be picked in a round of " + warehouseCode
                            + ": it is not being picked there, or in another round");
        }
        String number = DocumentNumber.of(
                        SERIES,
                        FinancialYear.of(LocalDate.now(clock)),
                        jdbc.sql("select nextval('picking_round_number_seq')")
                                .query(Long.class)
                                .single())
                .value();
        jdbc.sql(
                        """
                        insert into picking_round (number, warehouse_code, picker, created_by, created_at)
                        values (:number, :warehouse, :picker, :by, :now)
                        """)
                .param("number", number)
                .param("warehouse", warehouseCode)
                .param("picker", picker)
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
        for (int tote = 1; tote <= shipmentNumbers.size(); tote++) {
            jdbc.sql("insert into picking_round_shipment values (:shipment, :number, :tote)")
                    .param("shipment", shipmentNumbers.get(tote - 1))
                    .param("number", number)
                    .param("tote", tote)
                    .update();
        }
        return number;
    }

    /** Its shipments are picked one by one again; what was scanned stays. @throws Problem {@code warehouse-only} */
    public void dissolve(Actor by, String number) {
        PickLists.requirePicker(by);
        jdbc.sql("delete from picking_round where number = :number")
                .param("number", number)
                .update();
    }

    private static List<Waiting> suggested(List<Waiting> waiting) {
        List<Waiting> free =
                waiting.stream().filter(one -> one.roundNumber() == null).toList();
        if (free.isEmpty()) {
            return waiting;
        }
        List<String> zones = free.get(0).zones();
        List<String> fitting = free.stream()
                .filter(one -> zones.containsAll(one.zones()))
                .map(Waiting::shipmentNumber)
                .limit(SUGGESTED)
                .toList();
        return waiting.stream()
                .map(one -> new Waiting(
                        one.shipmentNumber(),
                        one.dealNumber(),
                        one.buyerName(),
                        one.warehouseCode(),
                        one.lines(),
                        one.zones(),
                        one.neededBy(),
                        one.releasedAt(),
                        one.roundNumber(),
                        fitting.size() > 1 && fitting.contains(one.shipmentNumber())))
                .toList();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        OffsetDateTime released = row.getObject("pick_list_released_at", OffsetDateTime.class);
        return new Waiting(
                row.getString("number"),
                row.getString("deal_number"),
                row.getString("buyer_name"),
                row.getString("warehouse_code"),
                row.getInt("lines"),
                Arrays.asList((String[]) row.getArray("zones").getArray()),
                row.getObject("needed_by", LocalDate.class),
                released == null ? null : released.toInstant(),
                row.getString("round_number"),
                false);
    }
}
