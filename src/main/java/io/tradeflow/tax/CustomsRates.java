package io.tradeflow.tax;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The exchange rates that invoices in foreign currency are converted at (CGST rule 34: the rate notified by customs). */
@Service
public class CustomsRates {

    private static final String FINANCE = "finance";
    private static final int MOST_DECIMALS = 6;
    private static final String COLUMNS = "currency, valid_from, rate, source";

    private final JdbcClient jdbc;

    CustomsRates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rate that counts on that day. @throws Problem {@code exchange-rate-missing} */
    public CustomsRate rate(String currency, LocalDate on) {
        return jdbc.sql("select " + COLUMNS
                        + " from customs_rate where currency = :currency and valid_from <= :on"
                        + " order by valid_from desc limit 1")
                .param("currency", currency)
                .param("on", on)
                .query(CustomsRates::rate)
                .optional()
                .orElseThrow(() -> Problem.invalid(
                        "exchange-rate-missing",
                        "currency",
                        "There is no customs exchange rate for " + currency + " on " + on));
    }

    /** All rates, newest first by currency. */
    public List<CustomsRate> all() {
        return jdbc.sql("select " + COLUMNS + " from customs_rate order by currency, valid_from desc")
                .query(CustomsRates::rate)
                .list();
    }

    /**
     * Enters the rate notified from a day on; one from the same day is replaced. Issued invoices keep theirs.
     *
     * @throws Problem {@code finance-only}; {@code exchange-rate-invalid} per field
     */
    public CustomsRate save(Actor.Staff by, CustomsRate rate) {
        if (!by.isIn(FINANCE)) {
            throw Problem.forbidden("finance-only", "Exchange rates are kept by finance");
        }
        check(rate);
        return jdbc.sql(
                        """
                        insert into customs_rate (currency, valid_from, rate, source)
                        values (:currency, :from, :rate, :source)
                        on conflict (currency, valid_from) do update set rate = excluded.rate, source = excluded.source
                        returning currency, valid_from, rate, source""")
                .param("currency", rate.currency())
                .param("from", rate.validFrom())
                .param("rate", rate.rate())
                .param("source", rate.source())
                .query(CustomsRates::rate)
                .single();
    }

    private static void check(CustomsRate rate) {
        List<Violation> violations = new ArrayList<>();
        if (!rate.currency().matches("[A-Z]{3}") || rate.currency().equals("INR")) {
            violations.add(new Violation("currency", "A foreign currency by its ISO code is needed, such as USD"));
        }
        if (rate.rate().signum() <= 0 || rate.rate().scale() > MOST_DECIMALS) {
            violations.add(new Violation("rate", "A rate is greater than zero with at most six decimals"));
        }
        if (rate.source() == null || rate.source().isBlank()) {
            violations.add(new Violation("source", "Name the notification"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid("exchange-rate-invalid", "The exchange rate is not valid", violations);
        }
    }

    private static CustomsRate rate(ResultSet row, int index) throws SQLException {
        return new CustomsRate(
                row.getString("currency"),
                row.getObject("valid_from", LocalDate.class),
                row.getBigDecimal("rate"),
                row.getString("source"));
    }
}
