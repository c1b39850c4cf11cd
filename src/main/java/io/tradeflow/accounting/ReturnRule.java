package io.tradeflow.accounting;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

/** What changed about the form of the return, by date, as in {@code accounting/return-rules.csv}. */
enum ReturnRule {
    /** The summary by HSN is split into supplies to registered persons and to others. */
    HSN_BY_BUYER;

    private static final String RESOURCE = "/accounting/return-rules.csv";
    private static final List<Row> ROWS = read();

    /** Whether it holds for a period that begins on that day. */
    boolean holds(LocalDate from) {
        return ROWS.stream().anyMatch(row -> row.rule().equals(name()) && !from.isBefore(LocalDate.parse(row.from())));
    }

    private record Row(String rule, String from, String source) {}

    private static List<Row> read() {
        CsvMapper csv =
                CsvMapper.builder().enable(CsvParser.Feature.ALLOW_COMMENTS).build();
        try (InputStream file = ReturnRule.class.getResourceAsStream(RESOURCE)) {
            return csv.readerFor(Row.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .<Row>readValues(file)
                    .readAll();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
    }
}
