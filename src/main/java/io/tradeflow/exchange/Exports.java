package io.tradeflow.exchange;

import io.tradeflow.document.CsvLines;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.io.OutputStream;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Master data on their way out: files that can be brought in again as they are. */
@Service
public class Exports {

    private final ImportKinds kinds;
    private final Imports imports;

    Exports(ImportKinds kinds, Imports imports) {
        this.kinds = kinds;
        this.imports = imports;
    }

    /** @throws Problem not-found for an unknown kind, {@code import-not-yours} */
    public void requireMayWrite(Actor.Staff by, String kind) {
        kinds.of(by, kind);
    }

    /**
     * Writes all there is of a kind as CSV, row by row.
     *
     * @param byteOrderMark for spreadsheets, which do not see UTF-8 without it
     * @throws Problem not-found for an unknown kind, {@code import-not-yours}
     */
    @Transactional(readOnly = true)
    public void write(Actor.Staff by, String kind, OutputStream out, boolean byteOrderMark) {
        write(kinds.of(by, kind), out, byteOrderMark);
    }

    /** Writes what is wrong in a file, by line, for spreadsheets. @throws Problem not-found; {@code import-not-yours} */
    public void writeErrors(Actor.Staff by, long importId, OutputStream out) {
        CsvLines lines = new CsvLines(out, List.of("line", "column", "value", "reason"), true);
        imports.errors(by, importId)
                .forEach(error -> lines.row(new Cells()
                        .put("line", error.line())
                        .put("column", error.column())
                        .put("value", error.value())
                        .put("reason", error.reason())
                        .byColumn()));
        lines.end();
    }

    private static <T> void write(ImportKind<T> kind, OutputStream out, boolean byteOrderMark) {
        List<String> columns =
                kind.columns().stream().map(ImportKind.Column::name).toList();
        CsvLines lines = new CsvLines(out, columns, byteOrderMark);
        kind.forEach(thing -> lines.row(kind.cells(thing)));
        lines.end();
    }
}
