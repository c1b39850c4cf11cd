package io.tradeflow.tax;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Place of supply, heads, rates of the day, computation and rounding of GST. */
@Service
public class Gst {

    /** How long rates may be used without looking at the table, where another copy of the program may have changed them. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Loaded loaded;

    Gst(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws io.tradeflow.kernel.Problem {@code tax-rate-missing} naming each line whose HSN has no rate on that day */
    public TaxComputation compute(Supply supply) {
        RateTable rates = table();
        boolean complete = supply.lines().stream()
                .allMatch(line -> rates.rate(line.hsn(), supply.on()).isPresent());
        // a rate that is missing may have been entered since: look again before refusing
        return TaxRules.compute(supply, complete ? rates : reload());
    }

    /** The rate of these goods on that day, empty where none is known. */
    @Transactional(readOnly = true)
    public Optional<GstRate> rate(String hsn, LocalDate on) {
        return table().rate(hsn, on).or(() -> reload().rate(hsn, on));
    }

    /** All rates, by HSN prefix and date. */
    @Transactional(readOnly = true)
    public List<GstRate> rates() {
        return read();
    }

    private RateTable table() {
        Loaded current = loaded;
        Instant now = clock.instant();
        return current != null && current.isFreshAt(now) ? current.table() : reload();
    }

    private RateTable reload() {
        RateTable table = new RateTable(read());
        loaded = new Loaded(table, clock.instant());
        return table;
    }

    private List<GstRate> read() {
        return jdbc.sql(
                        """
                        select hsn_prefix, treatment, rate, valid_from, valid_to, source
                        from gst_rate order by hsn_prefix, valid_from""")
                .query(Gst::rate)
                .list();
    }

    private static GstRate rate(ResultSet row, int index) throws SQLException {
        return new GstRate(
                row.getString("hsn_prefix"),
                TaxTreatment.valueOf(row.getString("treatment")),
                row.getBigDecimal("rate"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("source"));
    }

    private record Loaded(RateTable table, Instant at) {

        boolean isFreshAt(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
        }
    }
}
