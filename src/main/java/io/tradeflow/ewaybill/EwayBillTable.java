package io.tradeflow.ewaybill;

import java.math.BigDecimal;
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

/** E-way bills and their rules in the database. */
@Repository
class EwayBillTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    EwayBillTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    EwaySettings settings() {
        List<EwayThreshold> thresholds = jdbc.sql(
                        """
                        select * from eway_bill_threshold
                        order by array_position(array['INTER', 'INTRA', 'CITY']::varchar[], movement), state_code, valid_from""")
                .query((row, index) -> new EwayThreshold(
                        EwayThreshold.Movement.valueOf(row.getString("movement")),
                        row.getString("state_code"),
                        row.getBigDecimal("amount"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getString("source")))
                .list();
        return jdbc.sql("select other_countries_code, part_b_free_km from eway_bill_setting")
                .query((row, index) ->
                        new EwaySettings(thresholds, row.getInt("other_countries_code"), row.getInt("part_b_free_km")))
                .single();
    }

    void enter(EwayThreshold threshold) {
        // one writer at a time, or two could cut the same period
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('eway_bill_threshold', 0))")
                .query((row, index) -> index)
                .single();
        jdbc.sql(
                        """
                        update eway_bill_threshold set valid_to = :from - 1
                        where movement = :movement and state_code = :state and valid_from < :from
                          and coalesce(valid_to, 'infinity') >= :from""")
                .param("movement", threshold.movement().name())
                .param("state", threshold.stateCode())
                .param("from", threshold.validFrom())
                .update();
        jdbc.sql(
                        """
                        insert into eway_bill_threshold (movement, state_code, amount, valid_from, valid_to, source)
                        values (:movement, :state, :amount, :from, (
                            select min(later.valid_from) - 1 from eway_bill_threshold later
                            where later.movement = :movement and later.state_code = :state
                              and later.valid_from > :from), :source)
                        on conflict (movement, state_code, valid_from) do update
                            set amount = excluded.amount, source = excluded.source""")
                .param("movement", threshold.movement().name())
                .param("state", threshold.stateCode())
                .param("amount", threshold.amount())
                .param("from", threshold.validFrom())
                .param("source", threshold.source().strip())
                .update();
    }

    void set(EwayRules.Settings settings) {
        jdbc.sql("update eway_bill_setting set other_countries_code = :code, part_b_free_km = :km")
                .param("code", settings.otherCountriesCode())
                .param("km", settings.partBFreeKm())
                .update();
    }

    Optional<EwayBill> find(String shipmentNumber) {
        return jdbc.sql("select * from eway_bill where shipment_number = :shipment")
                .param("shipment", shipmentNumber)
                .query((row, index) -> bill(row))
                .optional();
    }

    Optional<String> shipmentOf(String number) {
        return jdbc.sql("select shipment_number from eway_bill where number = :number")
                .param("number", number)
                .query(String.class)
                .optional();
    }

    Optional<String> transferOf(String number) {
        return jdbc.sql("select transfer_number from transfer_eway_bill where number = :number")
                .param("number", number)
                .query(String.class)
                .optional();
    }

    /** Keeps the decision; what is recorded already stays. */
    void decide(String shipmentNumber, EwayDocument document, EwayBillNeed need) {
        jdbc.sql(
                        """
                        insert into eway_bill (shipment_number, document_type, document_number, needed, reason,
                            consignment_value, decided_at)
                        values (:shipment, :type, :document, :needed, :reason, :value, :now)
                        on conflict (shipment_number) do update set document_type = excluded.document_type,
                            document_number = excluded.document_number, needed = excluded.needed, reason = excluded.reason,
                            consignment_value = excluded.consignment_value, decided_at = excluded.decided_at
                            where eway_bill.number is null""")
                .param("shipment", shipmentNumber)
                .param("type", document.docType())
                .param("document", document.number())
                .param("needed", need.needed())
                .param("reason", need.reason())
                .param("value", need.value())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void record(EwayBill bill, Instant partBAt) {
        jdbc.sql(
                        """
                        update eway_bill set number = :number, generated_at = :generated, distance_km = :km,
                            distance_estimated = :estimated, over_dimensional = :odc, transporter_km = :transporter,
                            part_b_at = :partB, valid_until = :until, recorded_by = :by,
                            waived_because = null, cancelled_at = null, cancel_code = null, cancel_remark = null
                        where shipment_number = :shipment""")
                .param("number", bill.number())
                .param("generated", at(bill.generatedAt()))
                .param("km", bill.distanceKm())
                .param("estimated", bill.distanceEstimated())
                .param("odc", bill.overDimensional())
                .param("transporter", bill.transporterKm())
                .param("partB", at(partBAt))
                .param("until", at(bill.validUntil()))
                .param("by", bill.recordedBy())
                .param("shipment", bill.shipmentNumber())
                .update();
    }

    void waive(String shipmentNumber, String because, String by) {
        jdbc.sql("update eway_bill set waived_because = :because, recorded_by = :by where shipment_number = :shipment")
                .param("because", because)
                .param("by", by)
                .param("shipment", shipmentNumber)
                .update();
    }

    void validUntil(String shipmentNumber, Instant partBAt, Instant until) {
        jdbc.sql("update eway_bill set part_b_at = coalesce(part_b_at, :partB), valid_until = :until"
                        + " where shipment_number = :shipment")
                .param("partB", at(partBAt))
                .param("until", at(until))
                .param("shipment", shipmentNumber)
                .update();
    }

    void cancel(String shipmentNumber, int code, String remark) {
        jdbc.sql("update eway_bill set cancelled_at = :now, cancel_code = :code, cancel_remark = :remark"
                        + " where shipment_number = :shipment")
                .param("now", OffsetDateTime.now(clock))
                .param("code", code)
                .param("remark", remark)
                .param("shipment", shipmentNumber)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static EwayBill bill(ResultSet row) throws SQLException {
        return new EwayBill(
                row.getString("shipment_number"),
                row.getString("document_type"),
                row.getString("document_number"),
                row.getBoolean("needed"),
                row.getString("reason"),
                row.getObject("consignment_value", BigDecimal.class),
                row.getString("number"),
                instant(row, "generated_at"),
                row.getObject("distance_km", Integer.class),
                row.getBoolean("distance_estimated"),
                row.getObject("transporter_km", Integer.class),
                row.getBoolean("over_dimensional"),
                instant(row, "valid_until"),
                row.getString("recorded_by"),
                row.getString("waived_because"),
                instant(row, "cancelled_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
