package io.tradeflow.tax;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The GST rates by HSN prefix and time, kept by finance. */
@Service
public class GstRates {

    private static final String FINANCE = "finance";
    private static final int MOST_DECIMALS = 3;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    GstRates(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** All rates, by HSN prefix and date. */
    public List<GstRate> all() {
        return jdbc.sql(
                        """
                        select hsn_prefix, treatment, rate, valid_from, valid_to, source
                        from gst_rate order by hsn_prefix, valid_from""")
                .query(GstRates::rate)
                .list();
    }

    /** The rate of each of these HSN codes on the day; codes without one are absent. */
    public Map<String, GstRate> on(LocalDate day, Collection<String> hsnCodes) {
        RateTable table = new RateTable(all());
        Map<String, GstRate> rates = new HashMap<>();
        hsnCodes.forEach(hsn -> table.rate(hsn, day).ifPresent(rate -> rates.put(hsn, rate)));
        return rates;
    }

    /**
     * Enters a rate that counts from a day on, until the day before the prefix's next rate if there is one. The rate that stood
     * before ends the day before; a rate from the same day is replaced. Repeating changes nothing.
     *
     * @return the rate with the last day it counts
     * @throws Problem {@code finance-only}; {@code gst-rate-invalid} per field
     */
    @Transactional
    public GstRate save(Actor.Staff by, GstRate rate) {
        if (!by.isIn(FINANCE)) {
            throw Problem.forbidden("finance-only", "GST rates are kept by finance");
        }
        check(rate);
        // one writer at a time per prefix, or two could cut the same period
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('gst_rate:' || :prefix, 0))")
                .param("prefix", rate.hsnPrefix())
                .query((row, index) -> index)
                .single();
        jdbc.sql(
                        """
                        update gst_rate set valid_to = :from - 1
                        where hsn_prefix = :prefix and valid_from < :from and coalesce(valid_to, 'infinity') >= :from""")
                .param("prefix", rate.hsnPrefix())
                .param("from", rate.validFrom())
                .update();
        GstRate saved = jdbc.sql(
                        """
                        insert into gst_rate (hsn_prefix, treatment, rate, valid_from, valid_to, source)
                        values (:prefix, :treatment, :rate, :from, (
                            select min(later.valid_from) - 1 from gst_rate later
                            where later.hsn_prefix = :prefix and later.valid_from > :from), :source)
                        on conflict (hsn_prefix, valid_from) do update
                            set treatment = excluded.treatment, rate = excluded.rate, source = excluded.source
                        returning hsn_prefix, treatment, rate, valid_from, valid_to, source""")
                .param("prefix", rate.hsnPrefix())
                .param("treatment", rate.treatment().name())
                .param("rate", rate.rate())
                .param("from", rate.validFrom())
                .param("source", rate.source())
                .query(GstRates::rate)
                .single();
        events.publishEvent(new GstRateChanged(rate.hsnPrefix()));
        return saved;
    }

    private static void check(GstRate rate) {
        List<Violation> violations = new ArrayList<>();
        if (!rate.hsnPrefix().matches("[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{8}")) {
            violations.add(new Violation("hsnPrefix", "An HSN has 2, 4, 6 or 8 digits"));
        }
        if (rate.rate().signum() < 0
                || rate.rate().compareTo(HUNDRED) > 0
                || rate.rate().scale() > MOST_DECIMALS) {
            violations.add(new Violation("rate", "A rate lies between 0 and 100 with at most three decimals"));
        }
        if (rate.treatment() == TaxTreatment.ZERO_RATED) {
            violations.add(new Violation("treatment", "Zero-rated is the supply, not the goods"));
        } else if (rate.treatment() != TaxTreatment.TAXABLE && rate.rate().signum() != 0) {
            violations.add(new Violation("rate", "Goods that are not taxable have the rate 0"));
        }
        if (rate.source() == null || rate.source().isBlank()) {
            violations.add(new Violation("source", "Say where the rate is taken from"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid("gst-rate-invalid", "The GST rate is not valid", violations);
        }
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
}
