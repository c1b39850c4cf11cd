package io.tradeflow.dispatch;

import io.tradeflow.dispatch.TrackingEvent.Effect;
import io.tradeflow.dispatch.TrackingEvent.Kind;
import io.tradeflow.fulfilment.Shipment;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Events, vehicles and lines of consignments in the database. */
@Repository
class TrackingTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    TrackingTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Kind> kinds() {
        return jdbc.sql("select code, label, effect, for_buyer from tracking_event_kind order by code")
                .query((row, index) -> kind(row, "code"))
                .list();
    }

    List<TrackingEvent> events(String shipmentNumber) {
        return jdbc.sql(
                        """
                        select e.*, k.label, k.effect, k.for_buyer from tracking_event e
                        join tracking_event_kind k on k.code = e.kind
                        where e.shipment_number = :shipment order by e.occurred_at, e.id""")
                .param("shipment", shipmentNumber)
                .query((row, index) -> event(row))
                .list();
    }

    Optional<TrackingEvent> event(String shipmentNumber, String carrierEventId) {
        return events(shipmentNumber).stream()
                .filter(event -> carrierEventId.equals(event.carrierEventId()))
                .findFirst();
    }

    void add(String shipmentNumber, String kind, TrackingReport report, Instant occurredAt, String by) {
        jdbc.sql(
                        """
                        insert into tracking_event (shipment_number, kind, carrier_event_id, occurred_at, place, note,
                            recorded_by, recorded_at)
                        values (:shipment, :kind, :event, :at, :place, :note, :by, :now)""")
                .param("shipment", shipmentNumber)
                .param("kind", kind)
                .param("event", report.eventId())
                .param("at", occurredAt.atOffset(ZoneOffset.UTC))
                .param("place", report.place())
                .param("note", report.note())
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    List<Vehicle> vehicles(String shipmentNumber) {
        return jdbc.sql("select * from consignment_vehicle where shipment_number = :shipment order by since, id")
                .param("shipment", shipmentNumber)
                .query((row, index) -> new Vehicle(
                        row.getString("vehicle_number"),
                        row.getString("transport_document_number"),
                        row.getString("from_place"),
                        Vehicle.Reason.valueOf(row.getString("reason")),
                        row.getString("remark"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getString("entered_by")))
                .list();
    }

    void add(String shipmentNumber, Vehicle vehicle) {
        jdbc.sql(
                        """
                        insert into consignment_vehicle (shipment_number, vehicle_number, transport_document_number,
                            from_place, reason, remark, since, entered_by)
                        values (:shipment, :vehicle, :document, :place, :reason, :remark, :since, :by)""")
                .param("shipment", shipmentNumber)
                .param("vehicle", vehicle.vehicleNumber())
                .param("document", vehicle.transportDocumentNumber())
                .param("place", vehicle.fromPlace())
                .param("reason", vehicle.reason().name())
                .param("remark", vehicle.remark())
                .param("since", vehicle.since().atOffset(ZoneOffset.UTC))
                .param("by", vehicle.enteredBy())
                .update();
    }

    List<ConsignmentLine> lines(String shipmentNumber) {
        return jdbc.sql("select * from consignment_line where shipment_number = :shipment order by line_no")
                .param("shipment", shipmentNumber)
                .query((row, index) -> new ConsignmentLine(
                        row.getInt("line_no"),
                        row.getInt("order_line_no"),
                        row.getString("sku"),
                        row.getString("batch"),
                        row.getString("unit"),
                        row.getBigDecimal("dispatched"),
                        row.getBigDecimal("delivered"),
                        row.getBigDecimal("refused"),
                        row.getBigDecimal("lost")))
                .list();
    }

    /** What leaves, once. */
    void leaves(Shipment shipment) {
        for (Shipment.Line line : shipment.lines()) {
            if (line.quantity().isPositive()) {
                jdbc.sql(
                                """
                                insert into consignment_line (shipment_number, line_no, order_line_no, sku, batch, unit,
                                    dispatched)
                                values (:shipment, :line, :orderLine, :sku, :batch, :unit, :quantity)
                                on conflict do nothing""")
                        .param("shipment", shipment.number())
                        .param("line", line.lineNo())
                        .param("orderLine", line.orderLineNo())
                        .param("sku", line.sku())
                        .param("batch", line.batch())
                        .param("unit", line.quantity().unit())
                        .param("quantity", line.quantity().value())
                        .update();
            }
        }
    }

    void becomes(String shipmentNumber, int lineNo, BigDecimal delivered, BigDecimal refused, BigDecimal lost) {
        jdbc.sql(
                        """
                        update consignment_line set delivered = :delivered, refused = :refused, lost = :lost
                        where shipment_number = :shipment and line_no = :line""")
                .param("shipment", shipmentNumber)
                .param("line", lineNo)
                .param("delivered", delivered)
                .param("refused", refused)
                .param("lost", lost)
                .update();
    }

    private static Kind kind(ResultSet row, String code) throws SQLException {
        return new Kind(
                row.getString(code),
                row.getString("label"),
                Effect.valueOf(row.getString("effect")),
                row.getBoolean("for_buyer"));
    }

    private static TrackingEvent event(ResultSet row) throws SQLException {
        return new TrackingEvent(
                row.getLong("id"),
                kind(row, "kind"),
                row.getString("carrier_event_id"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("place"),
                row.getString("note"),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
