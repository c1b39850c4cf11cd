package io.tradeflow.returns;

import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.returns.GoodsReturn.Status;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The returns in the database. */
@Repository
class ReturnTable {

    private static final String SERIES = "RMA";
    private static final int MOST_LISTED = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReturnTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String nextNumber() {
        long serial = jdbc.sql("select nextval('return_number_seq')")
                .query(Long.class)
                .single();
        return DocumentNumber.of(SERIES, FinancialYear.of(LocalDate.now(clock)), serial)
                .value();
    }

    void insert(String number, SalesOrder order, ReturnRequest request, ReturnRule rule, Actor by) {
        jdbc.sql(
                        """
                        insert into goods_return (number, deal_number, order_number, buyer_code, buyer_name, kind, remedy, status,
                            note, goods_come_back, reopens_fulfilment, reopens_billing, approver_group, requested_by, requested_at)
                        values (:number, :deal, :order, :buyer, :buyerName, :kind, :remedy, 'REQUESTED', :note, :back,
                            :fulfilment, :billing, :group, :by, :now)""")
                .param("number", number)
                .param("deal", order.dealNumber())
                .param("order", order.number())
                .param("buyer", order.buyerCode())
                .param("buyerName", order.buyerName())
                .param("kind", request.kind().name())
                .param(
                        "remedy",
                        request.remedy() == null ? null : request.remedy().name())
                .param("note", request.note())
                .param("back", rule.goodsComeBack())
                .param("fulfilment", rule.reopensFulfilment())
                .param("billing", rule.reopensBilling())
                .param("group", rule.approverGroup())
                .param("by", by.name())
                .param("now", now())
                .update();
    }

    void insertLine(String number, int lineNo, Shipment shipment, Shipment.Line line, BigDecimal quantity) {
        jdbc.sql(
                        """
                        insert into goods_return_line (return_number, line_no, shipment_number, shipment_line_no, allocation_id,
                            order_line_no, sku, description, batch, unit, quantity)
                        values (:number, :line, :shipment, :shipmentLine, :allocation, :orderLine, :sku, :description, :batch,
                            :unit, :quantity)""")
                .param("number", number)
                .param("line", lineNo)
                .param("shipment", shipment.number())
                .param("shipmentLine", line.lineNo())
                .param("allocation", line.allocationId())
                .param("orderLine", line.orderLineNo())
                .param("sku", line.sku())
                .param("description", line.description())
                .param("batch", line.batch())
                .param("unit", line.quantity().unit())
                .param("quantity", quantity)
                .update();
    }

    /** Speaks for this much of a delivered line; false if not so much is left of it. The row is this transaction's until it ends. */
    boolean claim(String shipmentNumber, Shipment.Line line, BigDecimal quantity) {
        jdbc.sql(
                        """
                        insert into returnable (shipment_number, shipment_line_no, delivered) values (:shipment, :line, :delivered)
                        on conflict do nothing""")
                .param("shipment", shipmentNumber)
                .param("line", line.lineNo())
                .param("delivered", line.quantity().value())
                .update();
        return jdbc.sql(
                                """
                                update returnable set claimed = claimed + :quantity
                                where shipment_number = :shipment and shipment_line_no = :line and claimed + :quantity <= delivered""")
                        .param("quantity", quantity)
                        .param("shipment", shipmentNumber)
                        .param("line", line.lineNo())
                        .update()
                == 1;
    }

    /** What a return does not speak for any more may be asked for again. */
    void unclaim(GoodsReturn.Line line, BigDecimal quantity) {
        jdbc.sql(
                        """
                        update returnable set claimed = claimed - :quantity
                        where shipment_number = :shipment and shipment_line_no = :line""")
                .param("quantity", quantity)
                .param("shipment", line.shipmentNumber())
                .param("line", line.shipmentLineNo())
                .update();
    }

    /** By shipment line, "SHP-1.2" with what is spoken for. */
    Map<String, BigDecimal> claimed(List<String> shipments) {
        Map<String, BigDecimal> claimed = new HashMap<>();
        if (!shipments.isEmpty()) {
            jdbc.sql("select * from returnable where shipment_number in (:shipments)")
                    .param("shipments", shipments)
                    .query(row -> {
                        claimed.put(
                                row.getString("shipment_number") + "." + row.getInt("shipment_line_no"),
                                row.getBigDecimal("claimed"));
                    });
        }
        return claimed;
    }

    /** The return, and nobody else moves it until the transaction ends. */
    Optional<GoodsReturn> lock(String number) {
        return jdbc.sql("select 1 from goods_return where number = :number for update")
                .param("number", number)
                .query(Integer.class)
                .optional()
                .flatMap(found -> find(number));
    }

    Optional<GoodsReturn> find(String number) {
        return select("number = :key", number).stream().findFirst();
    }

    List<GoodsReturn> ofDeal(String dealNumber) {
        return select("deal_number = :key order by number", dealNumber);
    }

    List<GoodsReturn> list(boolean all) {
        return select(
                (all ? "true" : "ended_at is null") + " order by requested_at desc, number desc limit :key",
                MOST_LISTED);
    }

    private List<GoodsReturn> select(String condition, Object key) {
        Map<String, List<GoodsReturn.Line>> lines = new HashMap<>();
        jdbc.sql("select l.* from goods_return_line l where l.return_number in (select number from goods_return where "
                        + condition + ") order by l.return_number, l.line_no")
                .param("key", key)
                .query(row -> {
                    lines.computeIfAbsent(row.getString("return_number"), number -> new java.util.ArrayList<>())
                            .add(line(row));
                });
        return jdbc.sql("select * from goods_return where " + condition)
                .param("key", key)
                .query((row, index) -> goodsReturn(row, lines.getOrDefault(row.getString("number"), List.of())))
                .list();
    }

    void decide(String number, Status status, Remedy remedy, ReturnRule rule, String note, Actor by) {
        jdbc.sql(
                        """
                        update goods_return set status = :status, remedy = :remedy, goods_come_back = :back,
                            reopens_fulfilment = :fulfilment, reopens_billing = :billing, decided_by = :by, decided_at = :now,
                            decision_note = :note, ended_at = case when :over then cast(:now as timestamptz) end
                        where number = :number""")
                .param("status", status.name())
                .param("remedy", remedy.name())
                .param("back", rule.goodsComeBack())
                .param("fulfilment", rule.reopensFulfilment())
                .param("billing", rule.reopensBilling())
                .param("by", by.name())
                .param("now", now())
                .param("note", note)
                .param("over", status.isOver())
                .param("number", number)
                .update();
    }

    void expectNothing(String number) {
        jdbc.sql("update goods_return set goods_come_back = false where number = :number")
                .param("number", number)
                .update();
    }

    void end(String number, Status status) {
        jdbc.sql("update goods_return set status = :status, ended_at = :now where number = :number")
                .param("status", status.name())
                .param("now", now())
                .param("number", number)
                .update();
    }

    void receive(GoodsReturn goods, String warehouse, Map<Integer, BigDecimal> received, Actor by) {
        jdbc.sql(
                        """
                        update goods_return set status = 'RECEIVED', warehouse_code = :warehouse, received_by = :by, received_at = :now
                        where number = :number""")
                .param("warehouse", warehouse)
                .param("by", by.name())
                .param("now", now())
                .param("number", goods.number())
                .update();
        goods.lines().forEach(line -> jdbc.sql(
                        "update goods_return_line set received = :received where return_number = :number and line_no = :line")
                .param("received", received.getOrDefault(line.lineNo(), BigDecimal.ZERO))
                .param("number", goods.number())
                .param("line", line.lineNo())
                .update());
    }

    void inspect(String number, Map<Integer, Inspected> placed, String note, Actor by) {
        jdbc.sql(
                        """
                        update goods_return set status = 'INSPECTED', inspection_note = :note, inspected_by = :by, inspected_at = :now
                        where number = :number""")
                .param("note", note)
                .param("by", by.name())
                .param("now", now())
                .param("number", number)
                .update();
        placed.forEach((lineNo, inspected) -> jdbc.sql(
                        """
                        update goods_return_line set restocked = :restock, quarantined = :quarantine, scrapped = :scrap
                        where return_number = :number and line_no = :line""")
                .param("restock", inspected.restock())
                .param("quarantine", inspected.quarantine())
                .param("scrap", inspected.scrap())
                .param("number", number)
                .param("line", lineNo)
                .update());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static GoodsReturn goodsReturn(ResultSet row, List<GoodsReturn.Line> lines) throws SQLException {
        String remedy = row.getString("remedy");
        return new GoodsReturn(
                row.getString("number"),
                row.getString("deal_number"),
                row.getString("order_number"),
                row.getString("buyer_code"),
                row.getString("buyer_name"),
                ReturnKind.valueOf(row.getString("kind")),
                remedy == null ? null : Remedy.valueOf(remedy),
                Status.valueOf(row.getString("status")),
                row.getString("note"),
                row.getBoolean("goods_come_back"),
                row.getBoolean("reopens_fulfilment"),
                row.getBoolean("reopens_billing"),
                row.getString("approver_group"),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                row.getString("decision_note"),
                row.getString("warehouse_code"),
                row.getString("inspection_note"),
                lines);
    }

    private static GoodsReturn.Line line(ResultSet row) throws SQLException {
        return new GoodsReturn.Line(
                row.getInt("line_no"),
                row.getString("shipment_number"),
                row.getInt("shipment_line_no"),
                row.getLong("allocation_id"),
                row.getInt("order_line_no"),
                row.getString("sku"),
                row.getString("description"),
                row.getString("batch"),
                new Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                row.getBigDecimal("received"),
                row.getBigDecimal("restocked"),
                row.getBigDecimal("quarantined"),
                row.getBigDecimal("scrapped"));
    }
}
