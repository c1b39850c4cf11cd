package io.tradeflow.payment;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bank lines, layouts of CSV statements and known payers in the database. */
@Component
class BankLineTable {

    private static final int LONGEST_NARRATION = 1000;
    private static final int LONGEST_REFERENCE = 64;

    private final JdbcClient jdbc;
    private final Clock clock;

    BankLineTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<BankCsvLayout> layouts() {
        return jdbc.sql("select * from bank_csv_layout order by code")
                .query(BankCsvLayout.class)
                .list();
    }

    /** False where the line is there already. */
    boolean add(String account, String key, BankEntry entry, String currency, String reference, Actor by) {
        return jdbc.sql(
                                """
                                insert into bank_line (account, entry_key, booked_on, currency, amount, reference, narration, payer_name,
                                    payer_account, imported_by, imported_at, status)
                                values (:account, :key, :on, :currency, :amount, :reference, :narration, left(:payer, 200),
                                    left(:payerAccount, 60), :by, :now, 'OPEN')
                                on conflict (account, entry_key) do nothing""")
                        .param("account", account)
                        .param("key", key)
                        .param("on", entry.bookedOn())
                        .param("currency", currency)
                        .param("amount", entry.amount())
                        .param("reference", cut(reference, LONGEST_REFERENCE))
                        .param("narration", cut(entry.narration(), LONGEST_NARRATION))
                        .param("payer", entry.payerName())
                        .param("payerAccount", entry.payerAccount())
                        .param("by", by.name())
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest).strip();
    }

    Optional<BankLine> locked(long id) {
        return jdbc.sql("select * from bank_line where id = :id for update")
                .param("id", id)
                .query(BankLineTable::line)
                .optional();
    }

    /** Those a person has to look at, the oldest first. */
    List<BankLine> open() {
        return jdbc.sql("select * from bank_line where status = 'OPEN' order by booked_on, id")
                .query(BankLineTable::line)
                .list();
    }

    /** Those decided last. */
    List<BankLine> decided(int most) {
        return jdbc.sql("select * from bank_line where status <> 'OPEN' order by decided_at desc, id desc limit :most")
                .param("most", most)
                .query(BankLineTable::line)
                .list();
    }

    /** Whether a line is this receipt already. */
    boolean hasLine(String receiptNumber) {
        return jdbc.sql("select exists (select from bank_line where receipt_number = :receipt)"
                        + " or exists (select from bank_line_share where receipt_number = :receipt)")
                .param("receipt", receiptNumber)
                .query(Boolean.class)
                .single();
    }

    void decide(long id, BankLine.Status status, String receiptNumber, String note, Actor by) {
        jdbc.sql(
                        """
                        update bank_line set status = :status, receipt_number = :receipt, note = :note, decided_by = :by,
                            decided_at = :now
                        where id = :id""")
                .param("status", status.name())
                .param("receipt", receiptNumber)
                .param("note", note)
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    /** The line came for several; its receipts in this order. */
    void share(long id, List<String> receiptNumbers) {
        for (int index = 0; index < receiptNumbers.size(); index++) {
            jdbc.sql("insert into bank_line_share (line_id, share_no, receipt_number) values (:id, :no, :receipt)")
                    .param("id", id)
                    .param("no", index + 1)
                    .param("receipt", receiptNumbers.get(index))
                    .update();
        }
    }

    Optional<String> payer(String key) {
        return jdbc.sql("select buyer_code from payer_account where payer_key = :key")
                .param("key", key)
                .query(String.class)
                .optional();
    }

    /** The last one to be confirmed counts. */
    void remember(String key, String buyerCode, Actor by) {
        jdbc.sql(
                        """
                        insert into payer_account (payer_key, buyer_code, remembered_by, remembered_at)
                        values (left(:key, 200), :buyer, :by, :now)
                        on conflict (payer_key) do update set buyer_code = excluded.buyer_code,
                            remembered_by = excluded.remembered_by, remembered_at = excluded.remembered_at""")
                .param("key", key)
                .param("buyer", buyerCode)
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private static BankLine line(ResultSet row, int index) throws SQLException {
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new BankLine(
                row.getLong("id"),
                row.getString("account"),
                row.getObject("booked_on", LocalDate.class),
                Money.of(row.getBigDecimal("amount"), row.getString("currency")),
                row.getString("reference"),
                row.getString("narration"),
                row.getString("payer_name"),
                row.getString("payer_account"),
                BankLine.Status.valueOf(row.getString("status")),
                row.getString("receipt_number"),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("note"));
    }
}
