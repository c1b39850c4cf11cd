package io.tradeflow.inventory;

import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The transfers in the database. */
@Repository
class TransferTable {

    private static final String SERIES = "TRF";

    private final JdbcClient jdbc;
    private final Clock clock;

    TransferTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String nextNumber() {
        long serial = jdbc.sql("select nextval('stock_transfer_number_seq')")
                .query(Long.class)
                .single();
        return DocumentNumber.of(SERIES, FinancialYear.of(LocalDate.now(clock)), serial)
                .value();
    }

    Optional<String> numberOf(String reference) {
        return jdbc.sql("select number from stock_transfer where reference = :reference")
                .param("reference", reference)
                .query(String.class)
                .optional();
    }

    /** False if something with this reference is sent already. */
    boolean insert(String number, StockTransfer.Draft draft, boolean supply, String by) {
        return jdbc.sql(
                                """
                                insert into stock_transfer
                                       (number, reference, from_warehouse, to_warehouse, supply, expected_on, note, sent_by, sent_at)
                                values (:number, :reference, :from, :to, :supply, :day, :note, :by, :now)
                                on conflict (reference) do nothing
                                """)
                        .param("number", number)
                        .param("reference", draft.reference())
                        .param("from", draft.fromWarehouse())
                        .param("to", draft.toWarehouse())
                        .param("supply", supply)
                        .param("day", draft.expectedOn())
                        .param("note", draft.note())
                        .param("by", by)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    void insertLines(String number, List<StockTransfer.Goods> goods) {
        jdbc.sql(
                        """
                        insert into stock_transfer_line (transfer_number, line_no, sku, batch, quantity)
                        select :number, l.no, l.sku, l.batch, l.quantity
                        from unnest(:skus::varchar[], :batches::varchar[], :quantities::numeric[])
                            with ordinality as l (sku, batch, quantity, no)
                        """)
                .param("number", number)
                .param("skus", goods.stream().map(StockTransfer.Goods::sku).toArray(String[]::new))
                .param("batches", goods.stream().map(one -> one.key().batch()).toArray(String[]::new))
                .param(
                        "quantities",
                        goods.stream()
                                .map(one -> one.quantity().toPlainString())
                                .toArray(String[]::new))
                .update();
    }

    /** Nobody else receives of it until the transaction ends. */
    Optional<StockTransfer> lock(String number) {
        jdbc.sql("select number from stock_transfer where number = :number for update")
                .param("number", number)
                .query(String.class)
                .optional();
        return find(number);
    }

    Optional<StockTransfer> find(String number) {
        return transfers("t.number = :number", Map.of("number", number), 0, 1).stream()
                .findFirst();
    }

    List<StockTransfer> latest(boolean openOnly, int offset, int limit) {
        return transfers(openOnly ? "t.status = 'SENT'" : "true", Map.of(), offset, limit);
    }

    private List<StockTransfer> transfers(String condition, Map<String, ?> values, int offset, int limit) {
        Map<String, StockTransfer> found = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select t.*, l.line_no, l.sku, l.batch, b.expires_on, l.quantity, l.received, l.lost, l.loss_reason
                        from (select * from stock_transfer t where %s order by sent_at desc, number desc
                              offset :offset limit :limit) t
                        join stock_transfer_line l on l.transfer_number = t.number
                        join batch b on b.sku = l.sku and b.batch = l.batch
                        order by t.sent_at desc, t.number desc, l.line_no
                        """
                                .formatted(condition))
                .params(values)
                .param("offset", offset)
                .param("limit", limit)
                .query(row -> {
                    String number = row.getString("number");
                    if (!found.containsKey(number)) {
                        found.put(
                                number,
                                new StockTransfer(
                                        number,
                                        row.getString("reference"),
                                        row.getString("from_warehouse"),
                                        row.getString("to_warehouse"),
                                        StockTransfer.Status.valueOf(row.getString("status")),
                                        row.getBoolean("supply"),
                                        row.getObject("expected_on", LocalDate.class),
                                        row.getString("note"),
                                        row.getString("sent_by"),
                                        row.getObject("sent_at", OffsetDateTime.class)
                                                .toInstant(),
                                        new ArrayList<>()));
                    }
                    found.get(number)
                            .lines()
                            .add(new StockTransfer.Line(
                                    row.getInt("line_no"),
                                    row.getString("sku"),
                                    row.getString("batch"),
                                    row.getObject("expires_on", LocalDate.class),
                                    row.getBigDecimal("quantity"),
                                    row.getBigDecimal("received"),
                                    row.getBigDecimal("lost"),
                                    row.getString("loss_reason")));
                });
        return List.copyOf(found.values());
    }

    boolean isReceived(String reference) {
        return jdbc.sql("select exists (select from stock_transfer_receipt where reference = :reference)")
                .param("reference", reference)
                .query(Boolean.class)
                .single();
    }

    void insertReceipt(String reference, String number, String by) {
        jdbc.sql(
                        """
                        insert into stock_transfer_receipt (reference, transfer_number, received_by, received_at)
                        values (:reference, :number, :by, :now)
                        """)
                .param("reference", reference)
                .param("number", number)
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void arrived(String number, int lineNo, BigDecimal received, BigDecimal lost, String lossReason) {
        jdbc.sql(
                        """
                        update stock_transfer_line
                        set received = received + :received, lost = lost + :lost,
                            loss_reason = case when :lost > 0 then concat_ws('; ', loss_reason, cast(:reason as varchar)) else loss_reason end
                        where transfer_number = :number and line_no = :line
                        """)
                .param("number", number)
                .param("line", lineNo)
                .param("received", received)
                .param("lost", lost)
                .param("reason", lossReason)
                .update();
    }

    /** The transfer is over when nothing of it is under way any more. */
    void endIfAllIsThere(String number) {
        jdbc.sql(
                        """
                        update stock_transfer t set status = 'RECEIVED'
                        where number = :number and not exists
                            (select from stock_transfer_line l where l.transfer_number = t.number and l.received + l.lost < l.quantity)
                        """)
                .param("number", number)
                .update();
    }
}
