package io.tradeflow.payment;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The entries that settle open items, in the database, which keeps their sums. */
@Component
class SettlementLedger {

    private static final String ENTRY =
            """
            select e.*, i.currency, exists (select from settlement_entry r where r.reverses = e.id) as is_reversed
            from settlement_entry e join open_item i on i.invoice_number = e.invoice_number
            where %s order by e.id""";

    private final JdbcClient jdbc;
    private final Clock clock;

    SettlementLedger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An entry to be; what may be null is as in {@link SettlementEntry}. */
    record Draft(
            String invoiceNumber,
            SettlementKind kind,
            BigDecimal amount,
            String receiptNumber,
            String source,
            String reason,
            LocalDate on,
            Actor by) {

        static Draft ofReceipt(Receipt receipt, String invoiceNumber, BigDecimal amount, LocalDate on, Actor by) {
            return new Draft(invoiceNumber, SettlementKind.RECEIPT, amount, receipt.number(), null, null, on, by);
        }
    }

    SettlementEntry add(Draft draft) {
        return entry(insert(draft, draft.amount(), null));
    }

    /** Takes the entry back, on that day. */
    SettlementEntry reverse(SettlementEntry entry, String reason, LocalDate on, Actor by) {
        Draft draft = new Draft(
                entry.invoiceNumber(),
                entry.kind(),
                entry.amount().amount(),
                entry.receiptNumber(),
                entry.source(),
                reason,
                on,
                by);
        return entry(insert(draft, draft.amount().negate(), entry.id()));
    }

    private long insert(Draft draft, BigDecimal amount, Long reverses) {
        return jdbc.sql(
                        """
                        insert into settlement_entry (invoice_number, kind, amount, receipt_number, source, reverses, reason,
                            booked_on, booked_by, booked_at)
                        values (:invoice, :kind, :amount, :receipt, :source, :reverses, :reason, :on, :by, :at)
                        returning id""")
                .param("invoice", draft.invoiceNumber())
                .param("kind", draft.kind().name())
                .param("amount", amount)
                .param("receipt", draft.receiptNumber())
                .param("source", draft.source())
                .param("reverses", reverses)
                .param("reason", draft.reason())
                .param("on", draft.on())
                .param("by", draft.by().name())
                .param("at", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    private SettlementEntry entry(long id) {
        return find(id).orElseThrow();
    }

    Optional<SettlementEntry> find(long id) {
        return entries("e.id = :key", id).stream().findFirst();
    }

    List<SettlementEntry> ofInvoice(String invoiceNumber) {
        return entries("e.invoice_number = :key", invoiceNumber);
    }

    List<SettlementEntry> ofReceipt(String receiptNumber) {
        return entries("e.receipt_number = :key", receiptNumber);
    }

    private List<SettlementEntry> entries(String condition, Object key) {
        return jdbc.sql(ENTRY.formatted(condition))
                .param("key", key)
                .query(SettlementLedger::entry)
                .list();
    }

    private static SettlementEntry entry(ResultSet row, int index) throws SQLException {
        return new SettlementEntry(
                row.getLong("id"),
                row.getString("invoice_number"),
                SettlementKind.valueOf(row.getString("kind")),
                Money.of(row.getBigDecimal("amount"), row.getString("currency")),
                row.getString("receipt_number"),
                row.getString("source"),
                row.getObject("reverses", Long.class),
                row.getBoolean("is_reversed"),
                row.getString("reason"),
                row.getObject("booked_on", LocalDate.class),
                row.getString("booked_by"));
    }
}
