package io.tradeflow.invoicing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was decided about the invoices of shipments, in the database. */
@Component
class ShipmentBilling {

    private static final String WAITING =
            """
            select b.* from shipment_billing b
            where b.leaves_with = 'CHALLAN' and b.schedule <> 'LOTS' and %s
                and not exists (select 1 from tax_invoice_shipment s where s.shipment_number = b.shipment_number)
            order by b.decided_at, b.shipment_number""";

    private final JdbcClient jdbc;
    private final Clock clock;

    ShipmentBilling(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param onChallan whether it leaves before its invoice */
    record Row(
            String shipmentNumber,
            String orderNumber,
            InvoiceSchedule schedule,
            boolean onChallan,
            LocalDate decidedOn) {}

    Optional<Row> of(String shipmentNumber) {
        return rows("select * from shipment_billing where shipment_number = :key", shipmentNumber).stream()
                .findFirst();
    }

    /** The schedule of the order's first shipment, which all others keep. */
    Optional<InvoiceSchedule> ofOrder(String orderNumber) {
        return rows("select * from shipment_billing where order_number = :key order by decided_at limit 1", orderNumber)
                .stream()
                .map(Row::schedule)
                .findFirst();
    }

    /** Shipments of the order that left, or leave, on a challan and are to be invoiced. */
    List<Row> waiting(String orderNumber) {
        return rows(WAITING.formatted("b.order_number = :key"), orderNumber);
    }

    /** Of all orders, those no run has taken up. */
    List<Row> waiting() {
        return rows(WAITING.formatted("b.run_id is null and :key = ''"), "");
    }

    List<Row> ofRun(String runId) {
        return rows(WAITING.formatted("b.run_id = :key"), runId);
    }

    void take(String orderNumber, String runId) {
        jdbc.sql("update shipment_billing set run_id = :run where order_number = :order and run_id is null")
                .param("run", runId)
                .param("order", orderNumber)
                .update();
    }

    void keep(String shipmentNumber, String orderNumber, InvoiceSchedule schedule, boolean onChallan) {
        jdbc.sql(
                        """
                        insert into shipment_billing (shipment_number, order_number, schedule, leaves_with, decided_at)
                        values (:shipment, :order, :schedule, :with, :at)""")
                .param("shipment", shipmentNumber)
                .param("order", orderNumber)
                .param("schedule", schedule.name())
                .param("with", onChallan ? "CHALLAN" : "INVOICE")
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    private List<Row> rows(String sql, String key) {
        return jdbc.sql(sql)
                .param("key", key)
                .query((row, index) -> new Row(
                        row.getString("shipment_number"),
                        row.getString("order_number"),
                        InvoiceSchedule.valueOf(row.getString("schedule")),
                        row.getString("leaves_with").equals("CHALLAN"),
                        row.getObject("decided_at", OffsetDateTime.class)
                                .atZoneSameInstant(clock.getZone())
                                .toLocalDate()))
                .list();
    }
}
