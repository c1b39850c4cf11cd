package io.tradeflow.fulfilment;

import io.tradeflow.catalog.PackagingUnit;
import io.tradeflow.catalog.PackagingUnits;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lines to pick with where they lie, and what was scanned of them. */
@Repository
class PickListTable {

    /** A shipment that is being picked, and the round it is in. */
    record Picking(
            String number,
            String dealNumber,
            String buyerName,
            String warehouseCode,
            String roundNumber,
            Integer tote) {}

    private final JdbcClient jdbc;
    private final ObjectProvider<PackagingUnits> packaging;
    private final Clock clock;

    PickListTable(JdbcClient jdbc, ObjectProvider<PackagingUnits> packaging, Clock clock) {
        this.jdbc = jdbc;
        this.packaging = packaging;
        this.clock = clock;
    }

    /** The shipment, or all of the round, with this number, as far as they are being picked. */
    List<Picking> pickings(String number) {
        return jdbc.sql(
                        """
                        select s.number, s.deal_number, s.buyer_name, s.warehouse_code, r.round_number, r.tote
                        from shipment s left join picking_round_shipment r on r.shipment_number = s.number
                        where s.status = 'PICKING' and (s.number = :number or r.round_number = :number)
                        order by r.tote, s.number
                        """)
                .param("number", number)
                .query(Picking.class)
                .list();
    }

    /** Keeps two devices from counting the same piece. */
    void lock(Collection<String> shipmentNumbers) {
        jdbc.sql("select number from shipment where number = any(:numbers) order by number for update")
                .param("numbers", shipmentNumbers.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** As {@link #lock}, for all shipments of the order that may still be withdrawn; whoever scans of them waits, or is waited for. */
    void lockOfOrder(String orderNumber) {
        jdbc.sql("select number from shipment where order_number = :order and status in ('PLANNED', 'PICKING')"
                        + " order by number for update")
                .param("order", orderNumber)
                .query(String.class)
                .list();
    }

    List<PickList.Line> lines(Collection<String> shipmentNumbers) {
        List<PickList.Line> lines = jdbc.sql(
                        """
                        select s.number, l.line_no, r.tote, n.zone, coalesce(b.bin, l.bin) as bin, l.sku, l.description, l.batch,
                               l.expires_on, l.planned, l.unit,
                               coalesce((select sum(p.quantity) from pick_scan p
                                          where p.shipment_number = s.number and p.line_no = l.line_no), 0) as picked,
                               last.short_reason, last.scanned_by
                        from shipment s
                          join shipment_line l on l.shipment_id = s.id
                          join allocation a on a.id = l.allocation_id
                          join stock_balance b on b.id = a.balance_id
                          left join bin n on n.warehouse_code = b.warehouse_code and n.code = coalesce(b.bin, l.bin)
                          left join picking_round_shipment r on r.shipment_number = s.number
                          left join lateral (select p.short_reason, p.scanned_by from pick_scan p
                                              where p.shipment_number = s.number and p.line_no = l.line_no
                                              order by p.scanned_at desc, p.id desc limit 1) as last on true
                        where s.number = any(:numbers) and l.picked is null
                        order by n.zone nulls last, n.pick_sequence, coalesce(b.bin, l.bin), l.sku, l.expires_on nulls last,
                                 l.batch, r.tote, s.number, l.line_no
                        """)
                .param("numbers", shipmentNumbers.toArray(String[]::new))
                .query((row, index) -> line(row))
                .list();
        PackagingUnits known = packaging.getIfAvailable();
        Map<String, List<PackagingUnit>> units = known == null
                ? Map.of()
                : known.of(lines.stream().map(PickList.Line::sku).collect(Collectors.toSet()));
        return lines.stream()
                .map(line -> packed(line, units.getOrDefault(line.sku(), List.of())))
                .toList();
    }

    boolean isKnown(UUID id) {
        return jdbc.sql("select exists (select from pick_scan where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void keep(UUID id, PickList.Line line, BigDecimal quantity, String shortReason, String code, Actor by) {
        jdbc.sql(
                        """
                        insert into pick_scan (id, shipment_number, line_no, quantity, short_reason, code, scanned_by, scanned_at)
                        values (:id, :shipment, :line, :quantity, :short, :code, :by, :now)
                        """)
                .param("id", id)
                .param("shipment", line.shipmentNumber())
                .param("line", line.lineNo())
                .param("quantity", quantity)
                .param("short", shortReason)
                .param("code", code)
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** What was scanned of the lines that are still to pick. */
    Map<Integer, BigDecimal> scanned(String shipmentNumber) {
        Map<Integer, BigDecimal> scanned = new HashMap<>();
        jdbc.sql(
                        """
                        select p.line_no, sum(p.quantity) as quantity
                        from pick_scan p
                          join shipment s on s.number = p.shipment_number
                          join shipment_line l on l.shipment_id = s.id and l.line_no = p.line_no and l.picked is null
                        where p.shipment_number = :shipment group by p.line_no
                        """)
                .param("shipment", shipmentNumber)
                .query(row -> {
                    scanned.put(row.getInt("line_no"), row.getBigDecimal("quantity"));
                });
        return scanned;
    }

    /** Why lines were closed short, by line. */
    Map<Integer, String> shortReasons(String shipmentNumber) {
        Map<Integer, String> reasons = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct on (line_no) line_no, short_reason from pick_scan
                        where shipment_number = :shipment order by line_no, scanned_at desc, id desc
                        """)
                .param("shipment", shipmentNumber)
                .query(row -> {
                    if (row.getString("short_reason") != null) {
                        reasons.put(row.getInt("line_no"), row.getString("short_reason"));
                    }
                });
        return reasons;
    }

    private static PickList.Line line(ResultSet row) throws SQLException {
        return new PickList.Line(
                row.getString("number"),
                row.getInt("line_no"),
                row.getObject("tote", Integer.class),
                row.getString("zone"),
                row.getString("bin"),
                row.getString("sku"),
                row.getString("description"),
                row.getString("batch"),
                row.getObject("expires_on", LocalDate.class),
                new Quantity(row.getBigDecimal("planned"), row.getString("unit")),
                null,
                row.getBigDecimal("picked"),
                row.getString("short_reason"),
                row.getString("scanned_by"));
    }

    /** Largest packages first, what is left in the product's own unit. */
    private static PickList.Line packed(PickList.Line line, List<PackagingUnit> units) {
        BigDecimal left = line.planned().value();
        List<String> parts = new ArrayList<>();
        for (PackagingUnit unit : units.stream()
                .sorted(Comparator.comparing(PackagingUnit::factor).reversed())
                .toList()) {
            BigDecimal count = left.divideToIntegralValue(unit.factor());
            if (unit.factor().signum() > 0 && count.signum() > 0) {
                parts.add(count.stripTrailingZeros().toPlainString() + " " + unit.unit());
                left = left.subtract(count.multiply(unit.factor()));
            }
        }
        if (parts.isEmpty()) {
            return line;
        }
        if (left.signum() > 0) {
            parts.add(new Quantity(left, line.planned().unit()).toString());
        }
        return new PickList.Line(
                line.shipmentNumber(),
                line.lineNo(),
                line.tote(),
                line.zone(),
                line.bin(),
                line.sku(),
                line.description(),
                line.batch(),
                line.expiresOn(),
                line.planned(),
                String.join(" + ", parts),
                line.picked(),
                line.shortReason(),
                line.pickedBy());
    }
}
