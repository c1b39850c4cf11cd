package io.tradeflow.invoicing;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was decided about the invoices of orders, in the database. */
@Component
class InvoiceTermsTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    InvoiceTermsTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** As usual where nothing was decided. */
    InvoiceTerms of(String orderNumber) {
        return jdbc.sql("select * from invoice_terms where order_number = :order")
                .param("order", orderNumber)
                .query((row, index) -> new InvoiceTerms(
                        row.getString("order_number"),
                        row.getBoolean("reverse_charge"),
                        row.getString("reverse_charge_why"),
                        row.getString("place_of_supply"),
                        row.getString("place_why"),
                        row.getString("schedule_wish") == null
                                ? null
                                : InvoiceSchedule.valueOf(row.getString("schedule_wish")),
                        row.getString("port_of_loading"),
                        row.getString("port_of_discharge"),
                        row.getString("delivery_terms"),
                        row.getString("decided_by")))
                .optional()
                .orElseGet(() -> InvoiceTerms.ordinary(orderNumber));
    }

    void keep(InvoiceTerms terms) {
        jdbc.sql(
                        """
                        insert into invoice_terms (order_number, reverse_charge, reverse_charge_why, place_of_supply, place_why,
                            schedule_wish, port_of_loading, port_of_discharge, delivery_terms, decided_by, decided_at)
                        values (:order, :reverse, :reverseWhy, :place, :placeWhy, :wish, :loading, :discharge, :delivery, :by,
                            :at)
                        on conflict (order_number) do update set reverse_charge = excluded.reverse_charge,
                            reverse_charge_why = excluded.reverse_charge_why, place_of_supply = excluded.place_of_supply,
                            place_why = excluded.place_why, schedule_wish = excluded.schedule_wish,
                            port_of_loading = excluded.port_of_loading, port_of_discharge = excluded.port_of_discharge,
                            delivery_terms = excluded.delivery_terms, decided_by = excluded.decided_by,
                            decided_at = excluded.decided_at""")
                .param("order", terms.orderNumber())
                .param("reverse", terms.reverseCharge())
                .param("reverseWhy", terms.reverseChargeWhy())
                .param("place", terms.placeOfSupplyCode())
                .param("placeWhy", terms.placeWhy())
                .param(
                        "wish",
                        terms.scheduleWish() == null
                                ? null
                                : terms.scheduleWish().name())
                .param("loading", terms.portOfLoading())
                .param("discharge", terms.portOfDischarge())
                .param("delivery", terms.deliveryTerms())
                .param("by", terms.decidedBy())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }
}
