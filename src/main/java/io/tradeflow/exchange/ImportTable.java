package io.tradeflow.exchange;

import io.tradeflow.exchange.ImportFile.Status;
import io.tradeflow.kernel.Actor;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files, their rows and what is wrong with them, in the database. */
@Repository
class ImportTable {

    private static final String FILES = "select * from import_file ";

    private static final String DUPLICATES =
            """
            select line, first_line from (
                select line, min(line) over (partition by key) as first_line
                from import_row where import_id = :id and key is not null) as same
            where line > first_line order by line limit :limit
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ImportTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    long add(ImportKind<?> kind, String fileName, Actor.Staff by, Instant at) {
        return jdbc.sql("insert into import_file (kind, file_name, status, uploaded_by, uploaded_by_id, uploaded_at)"
                        + " values (:kind, :name, 'CHECKING', :by, :byId, :at) returning id")
                .param("kind", kind.code())
                .param("name", fileName)
                .param("by", by.name())
                .param("byId", by.userId())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Keeps the cells in the order of the columns. */
    void addRows(long id, List<ImportKind.Column> columns, List<FileRow> rows) {
        batches.batchUpdate(
                "insert into import_row (import_id, line, cells) values (?, ?, ?)",
                rows,
                rows.size(),
                (insert, row) -> {
                    insert.setLong(1, id);
                    insert.setInt(2, row.line());
                    String[] cells = columns.stream()
                            .map(column -> row.cell(column.name()))
                            .toArray(String[]::new);
                    insert.setArray(3, insert.getConnection().createArrayOf("text", cells));
                });
    }

    void describe(long id, List<String> header, int rows) {
        jdbc.sql("update import_file set row_count = :rows, header = :header where id = :id")
                .param("rows", rows)
                .param("header", header.toArray(String[]::new))
                .param("id", id)
                .update();
    }

    Optional<ImportFile> find(long id) {
        return jdbc.sql(FILES + "where id = :id")
                .param("id", id)
                .query((row, index) -> file(row))
                .optional();
    }

    /** Locked until the transaction ends. */
    Optional<ImportFile> lock(long id) {
        return jdbc.sql(FILES + "where id = :id for update")
                .param("id", id)
                .query((row, index) -> file(row))
                .optional();
    }

    List<ImportFile> latest(List<String> kinds, int limit) {
        return jdbc.sql(FILES + "where kind = any (:kinds) order by uploaded_at desc, id desc limit :limit")
                .param("kinds", kinds.toArray(String[]::new))
                .param("limit", limit)
                .query((row, index) -> file(row))
                .list();
    }

    /** The columns the file has; empty where that was not noted. */
    Optional<List<String>> header(long id) {
        return jdbc.sql("select header from import_file where id = :id")
                .param("id", id)
                .query((row, index) -> Optional.ofNullable(row.getArray("header")))
                .single()
                .map(ImportTable::texts);
    }

    private static List<String> texts(Array array) {
        try {
            return List.of((String[]) array.getArray());
        } catch (SQLException e) {
            throw new IllegalStateException("The header cannot be read", e);
        }
    }

    /** Those of the values that stand in a column, counted from one, of some row. */
    Set<String> among(long id, int column, Collection<String> values) {
        return jdbc.sql("select distinct cells[:column] from import_row"
                        + " where import_id = :id and cells[:column] = any (:values)")
                .param("column", column)
                .param("id", id)
                .param("values", values.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    /** The rows after a line, in the order of the file. @param finding only those; null for all */
    List<FileRow> rowsAfter(long id, int line, List<ImportKind.Column> columns, int limit, Finding finding) {
        return jdbc.sql("select line, cells from import_row where import_id = :id and line > :line"
                        + (finding == null ? "" : " and finding = '" + finding.name() + "'")
                        + " order by line limit :limit")
                .param("id", id)
                .param("line", line)
                .param("limit", limit)
                .query((row, index) -> row(row, columns))
                .list();
    }

    private static FileRow row(ResultSet row, List<ImportKind.Column> columns) throws SQLException {
        Array array = row.getArray("cells");
        String[] cells = (String[]) array.getArray();
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != null) {
                byColumn.put(columns.get(i).name(), cells[i]);
            }
        }
        return new FileRow(row.getInt("line"), byColumn);
    }

    void keepKeys(long id, List<FileRow> rows, List<String> keys, List<Finding> findings) {
        Integer[] lines = rows.stream().map(FileRow::line).toArray(Integer[]::new);
        jdbc.sql("update import_row set key = found.key, finding = found.finding"
                        + " from unnest(:lines, :keys, :findings) as found (line, key, finding)"
                        + " where import_id = :id and import_row.line = found.line")
                .param(
                        "findings",
                        findings.stream()
                                .map(finding -> finding == null ? null : finding.name())
                                .toArray(String[]::new))
                .param("lines", lines)
                .param("keys", keys.toArray(String[]::new))
                .param("id", id)
                .update();
    }

    /** Rows that say again what an earlier line says. */
    List<RowError> duplicates(long id, int limit) {
        return jdbc.sql(DUPLICATES)
                .param("id", id)
                .param("limit", limit)
                .query((row, index) -> new RowError(
                        row.getInt("line"), null, null, "Says the same as line " + row.getInt("first_line") + " again"))
                .list();
    }

    void forgetFindings(long id) {
        jdbc.sql("delete from import_change where import_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from import_error where import_id = :id")
                .param("id", id)
                .update();
    }

    void addErrors(long id, List<RowError> errors) {
        batches.batchUpdate(
                "insert into import_error (import_id, line, column_name, value, reason)"
                        + " values (?, ?, ?, left(?, 200), left(?, 500))",
                errors,
                500,
                (insert, error) -> {
                    insert.setLong(1, id);
                    insert.setInt(2, error.line());
                    insert.setString(3, error.column());
                    insert.setString(4, error.value());
                    insert.setString(5, error.reason());
                });
    }

    void addChanges(long id, List<RowChange> changesOfARow) {
        int position = 1;
        for (RowChange change : changesOfARow) {
            jdbc.sql(
                            "insert into import_change (import_id, line, position, what, column_name, old_value, new_value)"
                                    + " values (:id, :line, :position, left(:what, 200), :column, left(:before, 300), left(:after, 300))")
                    .param("id", id)
                    .param("line", change.line())
                    .param("position", position++)
                    .param("what", change.what())
                    .param("column", change.column())
                    .param("before", change.before())
                    .param("after", change.after())
                    .update();
        }
    }

    List<RowChange> changes(long id) {
        return jdbc.sql("select * from import_change where import_id = :id order by line, position")
                .param("id", id)
                .query((row, index) -> new RowChange(
                        row.getInt("line"),
                        row.getString("what"),
                        row.getString("column_name"),
                        row.getString("old_value"),
                        row.getString("new_value")))
                .list();
    }

    List<RowError> errors(long id, int limit) {
        return jdbc.sql("select line, column_name, value, reason from import_error where import_id = :id"
                        + " order by line, id limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query((row, index) ->
                        new RowError(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    int wrongRows(long id) {
        return jdbc.sql("select count(distinct line) from import_error where import_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** @return whether nobody wants the work to stop */
    boolean checkedSoFar(long id, int rows) {
        return soFar("checked", id, rows);
    }

    /** @return whether nobody wants the work to stop */
    boolean importedSoFar(long id, int rows) {
        return soFar("imported", id, rows);
    }

    private boolean soFar(String column, long id, int rows) {
        return jdbc.sql("update import_file set " + column + " = :rows where id = :id returning stop_asked_by is null")
                .param("rows", rows)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void askToStop(long id, String by) {
        jdbc.sql("update import_file set stop_asked_by = :by where id = :id")
                .param("by", by)
                .param("id", id)
                .update();
    }

    void found(long id, int fresh, int changed, int unchanged, int wrong) {
        jdbc.sql(
                        "update import_file set checked = row_count, fresh = :fresh, changed = :changed, unchanged = :unchanged,"
                                + " wrong = :wrong where id = :id")
                .param("fresh", fresh)
                .param("changed", changed)
                .param("unchanged", unchanged)
                .param("wrong", wrong)
                .param("id", id)
                .update();
    }

    /** Notes what a look showed. */
    void showed(long id, String fingerprint) {
        jdbc.sql("update import_file set fingerprint = :fingerprint where id = :id")
                .param("fingerprint", fingerprint)
                .param("id", id)
                .update();
    }

    /** The fingerprint of what the last look showed; empty where that was not noted. */
    Optional<String> shown(long id) {
        return jdbc.sql("select fingerprint from import_file where id = :id and fingerprint is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** @param note what to know before answering; null for nothing */
    void note(long id, String note) {
        jdbc.sql("update import_file set note = :note where id = :id")
                .param("note", note)
                .param("id", id)
                .update();
    }

    void become(long id, Status status, Instant finishedAt) {
        jdbc.sql("update import_file set status = :status, finished_at = :at where id = :id")
                .param("status", status.name())
                .param("at", finishedAt == null ? null : finishedAt.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** The rows are where they belong; keeping them twice helps nobody. */
    void forgetRows(long id) {
        jdbc.sql("delete from import_row where import_id = :id").param("id", id).update();
    }

    private static ImportFile file(ResultSet row) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new ImportFile(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("file_name"),
                Status.valueOf(row.getString("status")),
                row.getInt("row_count"),
                row.getInt("checked"),
                row.getInt("imported"),
                row.getInt("fresh"),
                row.getInt("changed"),
                row.getInt("unchanged"),
                row.getInt("wrong"),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getString("stop_asked_by"),
                row.getString("note"));
    }
}
