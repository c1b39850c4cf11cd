package io.tradeflow.dispatch;

import io.tradeflow.fulfilment.Shipment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The consignments in the database. */
@Repository
class ConsignmentTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    ConsignmentTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One per shipment: a second one changes nothing. */
    void insert(Shipment shipment, HandOver handOver, String by) {
        jdbc.sql(
                        """
                        insert into consignment (shipment_number, deal_number, order_number, mode, carrier, vehicle_number,
                                                 transport_document_number, tracking_number, handed_over_by, handed_over_at)
                        values (:shipment, :deal, :order, :mode, :carrier, :vehicle, :document, :tracking, :by, :now)
                        on conflict (shipment_number) do nothing
                        """)
                .param("shipment", shipment.number())
                .param("deal", shipment.dealNumber())
                .param("order", shipment.orderNumber())
                .param("mode", handOver.mode().name())
                .param("carrier", handOver.carrier())
                .param("vehicle", handOver.vehicleNumber())
                .param("document", handOver.transportDocumentNumber())
                .param("tracking", handOver.trackingNumber())
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** False if it is dispatched already, or there is none. */
    boolean markDispatched(String shipmentNumber) {
        return jdbc.sql("update consignment set dispatched_at = :now"
                                + " where shipment_number = :shipment and dispatched_at is null")
                        .param("now", OffsetDateTime.now(clock))
                        .param("shipment", shipmentNumber)
                        .update()
                == 1;
    }

    Optional<Consignment> ofShipment(String shipmentNumber) {
        return jdbc.sql("select * from consignment where shipment_number = :shipment")
                .param("shipment", shipmentNumber)
                .query((row, number) -> consignment(row))
                .optional();
    }

    List<Consignment> ofDeal(String dealNumber) {
        return jdbc.sql("select * from consignment where deal_number = :deal order by shipment_number")
                .param("deal", dealNumber)
                .query((row, number) -> consignment(row))
                .list();
    }

    private static Consignment consignment(ResultSet row) throws SQLException {
        return new Consignment(
                row.getString("shipment_number"),
                row.getString("deal_number"),
                row.getString("order_number"),
                new HandOver(
                        HandOver.Mode.valueOf(row.getString("mode")),
                        row.getString("carrier"),
                        row.getString("vehicle_number"),
                        row.getString("transport_document_number"),
                        row.getString("tracking_number")),
                row.getString("handed_over_by"),
                row.getObject("handed_over_at", OffsetDateTime.class).toInstant());
    }
}
