package io.tradeflow.tax;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A time in months that the law gives from a day on, as in {@code tax/terms.csv}. */
public enum TaxTerm {
    /** From the certificate of registration, for revised invoices over what was supplied before it. */
    REVISED_INVOICE;

    private static final String RESOURCE = "/tax/terms.csv";
    private static final List<Row> ROWS = read();

    /** The last day of the time that begins with this day; empty where the law gave none then. */
    public Optional<LocalDate> lastDay(LocalDate from) {
        return ROWS.stream()
                .filter(row -> row.term().equals(name()) && row.covers(from))
                .map(row -> from.plusMonths(Integer.parseInt(row.months())))
                .findFirst();
    }

    private record Row(String term, String from, String until, String months, String source) {

        boolean covers(LocalDate day) {
            return !day.isBefore(LocalDate.parse(from)) && (until.isEmpty() || !day.isAfter(LocalDate.parse(until)));
        }
    }

    private static List<Row> read() {
        CsvMapper csv =
                CsvMapper.builder().enable(CsvParser.Feature.ALLOW_COMMENTS).build();
        try (InputStream file = TaxTerm.class.getResourceAsStream(RESOURCE)) {
            return csv.readerFor(Row.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .<Row>readValues(file)
                    .readAll();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
    }
}
