package io.tradeflow.payment;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Write-offs in the database. */
@Component
class WriteOffTable {

    private static final String SERIES = "WOF";
    private static final String WRITE_OFF =
            """
            select w.*, i.deal_number, i.order_number, i.buyer_name from write_off w
            join open_item i on i.invoice_number = w.invoice_number
            where %s order by w.requested_at desc, w.number desc""";

    private final JdbcClient jdbc;
    private final Clock clock;

    WriteOffTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty where one is to be decided already. */
    Optional<WriteOff> add(OpenItem item, WriteOff.Reason reason, String note, Actor by) {
        long serial = jdbc.sql("select nextval('write_off_number_seq')")
                .query(Long.class)
                .single();
        String number = DocumentNumber.of(SERIES, FinancialYear.of(LocalDate.now(clock)), serial)
                .value();
        int added = jdbc.sql(
                        """
                        insert into write_off (number, invoice_number, currency, amount, reason, note, requested_by, requester,
                            requested_at, status)
                        values (:number, :invoice, :currency, :amount, :reason, :note, :by, :user, :now, 'REQUESTED')
                        on conflict do nothing""")
                .param("number", number)
                .param("invoice", item.invoiceNumber())
                .param("currency", item.currency())
                .param("amount", item.open().amount())
                .param("reason", reason.name())
                .param("note", note)
                .param("by", by.name())
                .param("user", by.userId())
                .param("now", OffsetDateTime.now(clock))
                .update();
        return added == 1 ? find(number) : Optional.empty();
    }

    /** False where it was decided before. */
    boolean decide(String number, WriteOff.Status status, Actor by, String note) {
        return jdbc.sql(
                                """
                                update write_off set status = :status, decided_by = :by, decided_at = :now, decision_note = :note
                                where number = :number and status = 'REQUESTED'""")
                        .param("status", status.name())
                        .param("by", by.name())
                        .param("now", OffsetDateTime.now(clock))
                        .param("note", note)
                        .param("number", number)
                        .update()
                == 1;
    }

    Optional<WriteOff> find(String number) {
        return writeOffs("w.number = :key", number).stream().findFirst();
    }

    List<WriteOff> requestedOf(String orderNumber) {
        return writeOffs("w.status = 'REQUESTED' and i.order_number = :key", orderNumber);
    }

    /** The latest first. */
    List<WriteOff> all() {
        return writeOffs(":key = ''", "");
    }

    /** Open items part of which is settled and whose rest is within the tolerance of the day. */
    List<OpenItem> proposals(LocalDate on) {
        return jdbc.sql(
                        "select " + PaymentBook.COLUMNS
                                + """
                         from open_item i join write_off_tolerance t on t.currency = i.currency
                            and t.valid_from <= :on and (t.valid_to is null or t.valid_to >= :on)
                        where i.settled > 0 and i.settled < i.amount and i.amount - i.settled <= t.amount
                          and not exists (select from write_off w
                                          where w.invoice_number = i.invoice_number and w.status = 'REQUESTED')
                        order by i.due_on, i.invoice_number""")
                .param("on", on)
                .query(PaymentBook::openItem)
                .list();
    }

    private List<WriteOff> writeOffs(String condition, String key) {
        return jdbc.sql(WRITE_OFF.formatted(condition))
                .param("key", key)
                .query(WriteOffTable::writeOff)
                .list();
    }

    private static WriteOff writeOff(ResultSet row, int index) throws SQLException {
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        Instant decided = decidedAt == null ? null : decidedAt.toInstant();
        return new WriteOff(
                row.getString("number"),
                row.getString("invoice_number"),
                row.getString("deal_number"),
                row.getString("order_number"),
                row.getString("buyer_name"),
                Money.of(row.getBigDecimal("amount"), row.getString("currency")),
                WriteOff.Reason.valueOf(row.getString("reason")),
                row.getString("note"),
                row.getString("requested_by"),
                row.getString("requester"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                WriteOff.Status.valueOf(row.getString("status")),
                row.getString("decided_by"),
                decided,
                row.getString("decision_note"));
    }
}
