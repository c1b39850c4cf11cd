package io.tradeflow.document;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a file as spreadsheets read it: UTF-8, cells between commas, a line after the other, none of them a formula. */
public class CsvLines {

    private static final Pattern TO_QUOTE = Pattern.compile("[\",;\\t\\r\\n]");

    private final Writer writer;
    private final List<String> columns;

    /** @param byteOrderMark without it spreadsheets do not see that the file is UTF-8 */
    public CsvLines(OutputStream out, List<String> columns, boolean byteOrderMark) {
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.columns = columns;
        write((byteOrderMark ? "\uFEFF" : "") + String.join(",", columns) + "\n");
    }

    /** A line of cells by column; what is absent stays empty. */
    public void row(Map<String, String> cells) {
        row(columns.stream().map(column -> cells.getOrDefault(column, "")).toList());
    }

    /** A line of cells in the order of the columns. */
    public void row(List<String> cells) {
        write(cells.stream().map(CsvLines::quoted).collect(Collectors.joining(",", "", "\n")));
    }

    /** Hands on all that was written; to be called at the end. */
    public void end() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String cell) {
        String safe = FormulaGuard.guarded(cell);
        return TO_QUOTE.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
