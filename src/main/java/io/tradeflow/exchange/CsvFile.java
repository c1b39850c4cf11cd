package io.tradeflow.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.tradeflow.document.FormulaGuard;
import io.tradeflow.exchange.ImportKind.Column;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads a file as spreadsheets write it: UTF-8 with or without a byte order mark, cells between commas, semicolons or tabs, in
 * quotes where need be, a header first. Rows go by one after the other; the file is never in memory as a whole.
 */
final class CsvFile {

    private static final String UNREADABLE = "file-unreadable";
    private static final int LONGEST_HEADER = 10_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BufferedReader reader;
    private final List<String> header;
    private final char separator;

    /** @throws Problem {@code file-unreadable} naming every column that is missing or not known */
    CsvFile(InputStream file, List<Column> columns) throws IOException {
        this.reader = new BufferedReader(new InputStreamReader(
                file,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        String first = firstLine();
        this.separator = separator(first);
        this.header = Arrays.stream(first.split(String.valueOf(separator)))
                .map(name -> name.strip().replaceAll("^\"|\"$", "").strip())
                .toList();
        checkHeader(columns);
    }

    /** The columns the file has. */
    List<String> header() {
        return header;
    }

    private String firstLine() throws IOException {
        try {
            reader.mark(LONGEST_HEADER);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            String line = reader.readLine();
            if (line == null || line.isBlank()) {
                throw Problem.invalid(UNREADABLE, "file", "The file is empty: its first line names the columns");
            }
            return line;
        } catch (CharacterCodingException e) {
            throw notUtf8(1);
        }
    }

    private static char separator(String header) {
        for (char candidate : new char[] {'\t', ';'}) {
            if (header.indexOf(candidate) >= 0) {
                return candidate;
            }
        }
        return ',';
    }

    private void checkHeader(List<Column> columns) {
        List<Violation> wrong = new ArrayList<>();
        List<String> known = columns.stream().map(Column::name).toList();
        for (Column column : columns) {
            if (column.required() && !header.contains(column.name())) {
                wrong.add(new Violation("file", "The column " + column.name() + " is missing"));
            }
        }
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (!known.contains(name)) {
                wrong.add(new Violation("file", "'" + name + "' is no column: there are " + String.join(", ", known)));
            } else if (header.indexOf(name) < i) {
                wrong.add(new Violation("file", "The column " + name + " stands there twice"));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(UNREADABLE, "The file cannot be read", wrong);
        }
    }

    /** Hands every row that is not blank to the reader. @throws Problem {@code file-unreadable} naming the line */
    void forEach(Consumer<FileRow> rows) throws IOException {
        CsvMapper mapper = CsvMapper.builder()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .build();
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator);
        int line = 1;
        try (MappingIterator<String[]> cells =
                mapper.readerFor(String[].class).with(schema).readValues(reader)) {
            while (cells.hasNextValue()) {
                // of a row that goes over several lines the first counts; the header went before
                line = cells.getCurrentLocation().getLineNr() + 1;
                take(cells.nextValue(), line, rows);
            }
        } catch (JsonProcessingException e) {
            throw Problem.invalid(
                    UNREADABLE,
                    "file",
                    "Line " + (e.getLocation() == null ? line : e.getLocation().getLineNr() + 1)
                            + " cannot be read: is a quotation mark left open?");
        } catch (CharacterCodingException e) {
            throw notUtf8(line + 1);
        }
    }

    private void take(String[] cells, int line, Consumer<FileRow> rows) {
        if (cells.length > header.size()) {
            throw Problem.invalid(
                    UNREADABLE,
                    "file",
                    "Line " + line + " has " + cells.length + " cells, the header " + header.size()
                            + ": is a cell with a separator in it without quotation marks?");
        }
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].indexOf(0) >= 0) {
                throw Problem.invalid(
                        UNREADABLE, "file", "Line " + line + " holds a character that is no text: is this a CSV file?");
            }
            String cell = FormulaGuard.unguarded(cells[i].strip());
            if (!cell.isEmpty()) {
                byColumn.put(header.get(i), cell);
            }
        }
        if (!byColumn.isEmpty()) {
            rows.accept(new FileRow(line, byColumn));
        }
    }

    private static Problem notUtf8(int line) {
        return Problem.invalid(
                UNREADABLE,
                "file",
                "Near line " + line
                        + " there is a character that is not UTF-8: save the file as 'CSV UTF-8' and try again");
    }
}
