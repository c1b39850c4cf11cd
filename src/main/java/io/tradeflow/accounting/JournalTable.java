package io.tradeflow.accounting;

import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Exported entries in the database, which never change. */
@Component
class JournalTable {

    private static final String EXPORT = "select * from journal_export where %s order by number desc";

    private static final String ENTRIES =
            """
            select v.*, l.account_code, l.account_name, l.debit, l.credit
            from journal_voucher v
            join journal_line l on l.export_number = v.export_number and l.voucher_no = v.voucher_no
            where %s order by v.export_number, v.voucher_no, l.line_no""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Clock clock;

    JournalTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** The latest version of an event that was exported. */
    record Exported(int version, String content) {}

    /** Exports come one after the other. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('accounting:journal', 0))")
                .query((row, index) -> index)
                .single();
    }

    /** The first day of which anything was ever exported. */
    Optional<LocalDate> begin() {
        return Optional.ofNullable(jdbc.sql("select min(period_from) as begin from journal_export")
                .query((row, index) -> new LocalDate[] {row.getObject("begin", LocalDate.class)})
                .single()[0]);
    }

    Map<String, Exported> exported() {
        Map<String, Exported> bySource = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct on (source) source, version, content from journal_voucher
                        where not takes_back order by source, version desc""")
                .query((row, index) -> bySource.put(
                        row.getString("source"), new Exported(row.getInt("version"), row.getString("content"))))
                .list();
        return bySource;
    }

    List<JournalExport> exports() {
        return jdbc.sql(EXPORT.formatted("true")).query(JournalTable::export).list();
    }

    Optional<JournalExport> find(long number) {
        return jdbc.sql(EXPORT.formatted("number = :number"))
                .param("number", number)
                .query(JournalTable::export)
                .optional();
    }

    Optional<JournalExport> latestOf(Period period) {
        return jdbc.sql(EXPORT.formatted("period_from = :from and period_until = :until") + " limit 1")
                .param("from", period.from())
                .param("until", period.until())
                .query(JournalTable::export)
                .optional();
    }

    /** The entries of a file in their order. */
    List<JournalEntry> entries(long number) {
        return read(jdbc.sql(ENTRIES.formatted("v.export_number = :number")).param("number", number));
    }

    JournalEntry entry(String source, int version) {
        return read(jdbc.sql(ENTRIES.formatted("v.source = :source and v.version = :version and not v.takes_back"))
                        .param("source", source)
                        .param("version", version))
                .get(0);
    }

    long add(Period period, List<JournalEntry> entries, Actor by) {
        long number = jdbc.sql(
                        """
                        insert into journal_export (number, period_from, period_until, vouchers, total, exported_by, exported_at)
                        select coalesce(max(number), 0) + 1, :from, :until, :vouchers, :total, :by, :at from journal_export
                        returning number""")
                .param("from", period.from())
                .param("until", period.until())
                .param("vouchers", entries.size())
                .param(
                        "total",
                        entries.stream().map(JournalEntry::total).reduce(Amounts.ZERO.taxable(), BigDecimal::add))
                .param("by", by.name())
                .param("at", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
        List<SqlParameterSource> heads = new ArrayList<>();
        List<SqlParameterSource> lines = new ArrayList<>();
        for (JournalEntry entry : entries) {
            heads.add(head(number, heads.size() + 1, entry));
            for (int i = 0; i < entry.lines().size(); i++) {
                lines.add(line(number, heads.size(), i + 1, entry.lines().get(i)));
            }
        }
        batches.batchUpdate(
                """
                insert into journal_voucher (export_number, voucher_no, source, version, takes_back, kind, document_number,
                    voucher_date, deal_number, buyer_code, buyer_name, currency, narration, content)
                values (:export, :no, :source, :version, :takesBack, :kind, :document, :on, :deal, :buyer, :buyerName, :currency,
                    :narration, :content)""",
                heads.toArray(SqlParameterSource[]::new));
        batches.batchUpdate(
                """
                insert into journal_line (export_number, voucher_no, line_no, account_code, account_name, debit, credit)
                values (:export, :voucher, :no, :code, :name, :debit, :credit)""",
                lines.toArray(SqlParameterSource[]::new));
        return number;
    }

    private static SqlParameterSource head(long export, int no, JournalEntry entry) {
        return new MapSqlParameterSource()
                .addValue("export", export)
                .addValue("no", no)
                .addValue("source", entry.source())
                .addValue("version", entry.version())
                .addValue("takesBack", entry.takesBack())
                .addValue("kind", entry.kind())
                .addValue("document", entry.document())
                .addValue("on", entry.on())
                .addValue("deal", entry.dealNumber())
                .addValue("buyer", entry.buyerCode())
                .addValue("buyerName", entry.buyerName())
                .addValue("currency", entry.currency())
                .addValue("narration", entry.narration())
                .addValue("content", entry.content());
    }

    private static SqlParameterSource line(long export, int voucher, int no, JournalEntry.Line line) {
        return new MapSqlParameterSource()
                .addValue("export", export)
                .addValue("voucher", voucher)
                .addValue("no", no)
                .addValue("code", line.accountCode())
                .addValue("name", line.accountName())
                .addValue("debit", line.debit())
                .addValue("credit", line.credit());
    }

    private static List<JournalEntry> read(JdbcClient.StatementSpec statement) {
        return statement.query(rows -> {
            List<JournalEntry> entries = new ArrayList<>();
            List<JournalEntry.Line> lines = new ArrayList<>();
            boolean more = rows.next();
            while (more) {
                long export = rows.getLong("export_number");
                int voucher = rows.getInt("voucher_no");
                JournalEntry head = head(rows);
                do {
                    lines.add(new JournalEntry.Line(
                            rows.getString("account_code"),
                            rows.getString("account_name"),
                            rows.getBigDecimal("debit"),
                            rows.getBigDecimal("credit")));
                    more = rows.next();
                } while (more && rows.getLong("export_number") == export && rows.getInt("voucher_no") == voucher);
                entries.add(with(head, lines));
                lines.clear();
            }
            return entries;
        });
    }

    private static JournalEntry head(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getString("source"),
                row.getInt("version"),
                row.getBoolean("takes_back"),
                row.getString("kind"),
                row.getString("document_number"),
                row.getObject("voucher_date", LocalDate.class),
                row.getString("deal_number"),
                row.getString("buyer_code"),
                row.getString("buyer_name"),
                row.getString("currency"),
                row.getString("narration"),
                List.of());
    }

    private static JournalEntry with(JournalEntry head, List<JournalEntry.Line> lines) {
        return new JournalEntry(
                head.source(),
                head.version(),
                head.takesBack(),
                head.kind(),
                head.document(),
                head.on(),
                head.dealNumber(),
                head.buyerCode(),
                head.buyerName(),
                head.currency(),
                head.narration(),
                lines);
    }

    private static JournalExport export(ResultSet row, int index) throws SQLException {
        return new JournalExport(
                row.getLong("number"),
                new Period(
                        row.getObject("period_from", LocalDate.class), row.getObject("period_until", LocalDate.class)),
                row.getInt("vouchers"),
                row.getBigDecimal("total"),
                row.getString("exported_by"),
                row.getObject("exported_at", OffsetDateTime.class).toInstant());
    }
}
