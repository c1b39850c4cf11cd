package io.tradeflow.tax;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An amount in INR that the law draws a line at, by date, as in {@code tax/limits.csv}. */
public enum TaxLimit {
    /** Invoice value above which an inter-State invoice to a consumer is reported on its own. */
    B2C_LARGE,
    /** Turnover of the year before above which an HSN has six digits rather than four. */
    HSN_SIX_DIGITS,
    /** Turnover of any year above which invoices are registered with the IRP. */
    E_INVOICE,
    /** Turnover from which that must happen within 30 days. */
    E_INVOICE_IN_THIRTY_DAYS,
    /** Taxable value from which an unregistered buyer's name and address stand on the invoice. */
    CONSUMER_NAMED;

    private static final String RESOURCE = "/tax/limits.csv";
    private static final List<Row> ROWS = read();

    /** The amount on that day with its source; empty before the line was drawn. */
    public Optional<Amount> on(LocalDate day) {
        return ROWS.stream()
                .filter(row -> row.limit().equals(name()) && row.covers(day))
                .map(row -> new Amount(new BigDecimal(row.amount()), row.source()))
                .findFirst();
    }

    /** Whether an amount lies above the line; never before it was drawn. */
    public boolean isExceededBy(BigDecimal amount, LocalDate day) {
        return on(day).filter(limit -> amount.compareTo(limit.rupees()) > 0).isPresent();
    }

    /** An amount of law with its source. */
    public record Amount(BigDecimal rupees, String source) {}

    private record Row(String limit, String from, String until, String amount, String source) {

        boolean covers(LocalDate day) {
            return !day.isBefore(LocalDate.parse(from)) && (until.isEmpty() || !day.isAfter(LocalDate.parse(until)));
        }
    }

    private static List<Row> read() {
        CsvMapper csv =
                CsvMapper.builder().enable(CsvParser.Feature.ALLOW_COMMENTS).build();
        try (InputStream file = TaxLimit.class.getResourceAsStream(RESOURCE)) {
            return csv.readerFor(Row.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .<Row>readValues(file)
                    .readAll();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
    }
}
