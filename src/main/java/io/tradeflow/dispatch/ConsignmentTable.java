package io.tradeflow.dispatch;

import io.tradeflow.dispatch.Consignment.Status;
import io.tradeflow.fulfilment.Shipment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The consignments in the database. */
@Repository
class ConsignmentTable {

    private static final String SELECT =
            "select g.*, c.tracking_url, c.modes from consignment g left join carrier c on c.code = g.carrier_code ";

    private final JdbcClient jdbc;
    private final Clock clock;

    ConsignmentTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One per shipment: a second one changes nothing. Where no day is expected, the norm of the mode sets it. */
    void insert(Shipment shipment, HandOver handOver, String carrierCode, String by) {
        jdbc.sql(
                        """
                        insert into consignment (shipment_number, deal_number, order_number, mode, carrier, carrier_code,
                                                 vehicle_number, transport_document_number, transport_document_on,
                                                 tracking_number, freight,
                                                 expected_on, handed_over_by, handed_over_at)
                        values (:shipment, :deal, :order, :mode, :carrier, :code, :vehicle, :document, :documentOn,
                                :tracking, :freight,
                                coalesce(cast(:expected as date),
                                    cast(:today as date) + (select days from transit_norm where mode = :mode)),
                                :by, :now)
                        on conflict (shipment_number) do nothing
                        """)
                .param("shipment", shipment.number())
                .param("deal", shipment.dealNumber())
                .param("order", shipment.orderNumber())
                .param("mode", handOver.mode().name())
                .param("carrier", handOver.carrier())
                .param("code", carrierCode)
                .param("vehicle", handOver.vehicleNumber())
                .param("document", handOver.transportDocumentNumber())
                .param("documentOn", handOver.transportDocumentOn())
                .param("tracking", handOver.trackingNumber())
                .param(
                        "freight",
                        handOver.freight() == null
                                ? HandOver.Freight.PAID.name()
                                : handOver.freight().name())
                .param("expected", handOver.expectedOn())
                .param("today", LocalDate.now(clock))
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** False if it is dispatched already, or there is none. */
    boolean markDispatched(String shipmentNumber) {
        return jdbc.sql("update consignment set dispatched_at = :now, status = 'IN_TRANSIT'"
                                + " where shipment_number = :shipment and dispatched_at is null")
                        .param("now", OffsetDateTime.now(clock))
                        .param("shipment", shipmentNumber)
                        .update()
                == 1;
    }

    /** Holds it until the transaction ends: reports of one consignment come one after the other. */
    Optional<Consignment> locked(String shipmentNumber) {
        return jdbc.sql(SELECT + "where g.shipment_number = :shipment for update of g")
                .param("shipment", shipmentNumber)
                .query((row, number) -> consignment(row))
                .optional();
    }

    void move(String shipmentNumber, Status status) {
        jdbc.sql("update consignment set status = :status where shipment_number = :shipment")
                .param("status", status.name())
                .param("shipment", shipmentNumber)
                .update();
    }

    void close(String shipmentNumber, Status status, String receivedBy, Instant at) {
        jdbc.sql("update consignment set status = :status, received_by = :by, closed_at = :at"
                        + " where shipment_number = :shipment")
                .param("status", status.name())
                .param("by", receivedBy)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("shipment", shipmentNumber)
                .update();
    }

    void expect(String shipmentNumber, LocalDate day) {
        jdbc.sql("update consignment set expected_on = :day where shipment_number = :shipment")
                .param("day", day)
                .param("shipment", shipmentNumber)
                .update();
    }

    Optional<Consignment> ofShipment(String shipmentNumber) {
        return jdbc.sql(SELECT + "where g.shipment_number = :shipment")
                .param("shipment", shipmentNumber)
                .query((row, number) -> consignment(row))
                .optional();
    }

    List<Consignment> ofDeal(String dealNumber) {
        return jdbc.sql(SELECT + "where g.deal_number = :deal order by g.shipment_number")
                .param("deal", dealNumber)
                .query((row, number) -> consignment(row))
                .list();
    }

    /** Those on their way, the most overdue first; or those that are over, the latest first. */
    List<Consignment> list(boolean over, int limit) {
        return jdbc.sql(SELECT
                        + (over
                                ? "where g.closed_at is not null order by g.closed_at desc"
                                : "where g.closed_at is null order by g.expected_on nulls last, g.shipment_number")
                        + " limit :limit")
                .param("limit", limit)
                .query((row, number) -> consignment(row))
                .list();
    }

    private static Consignment consignment(ResultSet row) throws SQLException {
        String tracking = row.getString("tracking_number");
        String url = row.getString("tracking_url");
        return new Consignment(
                row.getString("shipment_number"),
                row.getString("deal_number"),
                row.getString("order_number"),
                new HandOver(
                        HandOver.Mode.valueOf(row.getString("mode")),
                        row.getString("carrier"),
                        row.getString("vehicle_number"),
                        row.getString("transport_document_number"),
                        row.getObject("transport_document_on", LocalDate.class),
                        tracking,
                        HandOver.Freight.valueOf(row.getString("freight")),
                        row.getObject("expected_on", LocalDate.class),
                        null),
                row.getString("carrier_code"),
                Carrier.link(url, tracking),
                row.getString("handed_over_by"),
                instant(row, "handed_over_at"),
                instant(row, "dispatched_at"),
                Status.valueOf(row.getString("status")),
                row.getString("received_by"),
                instant(row, "closed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
