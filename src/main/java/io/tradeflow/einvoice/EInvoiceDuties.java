package io.tradeflow.einvoice;

import io.tradeflow.invoicing.EInvoicingDuty;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From which day the company has to register what it issues, and the portal's limits of time; kept by finance. */
@Service
@Transactional
public class EInvoiceDuties implements EInvoicingDuty {

    private static final Set<String> KEEPERS = Set.of("finance", "camunda-admin");
    private static final int LONGEST_SOURCE = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    EInvoiceDuties(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public static boolean mayEnter(Actor by) {
        return by instanceof Actor.Program
                || by instanceof Actor.Staff staff && KEEPERS.stream().anyMatch(staff::isIn);
    }

    /** Earliest first. */
    @Transactional(readOnly = true)
    public List<EInvoiceDuty> all() {
        return jdbc.sql("select * from e_invoice_duty order by valid_from")
                .query(EInvoiceDuties::duty)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean appliesOn(LocalDate day) {
        return on(day).filter(EInvoiceDuty::applies).isPresent();
    }

    /** What counts on that day; empty before anything was entered. */
    @Transactional(readOnly = true)
    public Optional<EInvoiceDuty> on(LocalDate day) {
        return jdbc.sql("select * from e_invoice_duty where valid_from <= :day order by valid_from desc limit 1")
                .param("day", day)
                .query(EInvoiceDuties::duty)
                .optional();
    }

    /**
     * Enters what counts from a day on; the entry of the same day is replaced. Documents issued before are not touched.
     *
     * @throws Problem {@code e-invoice-duty-only}; {@code e-invoice-duty-invalid} per field
     */
    public void enter(Actor by, EInvoiceDuty duty) {
        if (!mayEnter(by)) {
            throw Problem.forbidden(
                    "e-invoice-duty-only",
                    "Whether the company registers e-invoices is kept by finance and administrators");
        }
        List<Violation> wrong = violations(duty);
        if (!wrong.isEmpty()) {
            throw Problem.invalid("e-invoice-duty-invalid", "The entry is not valid", wrong);
        }
        jdbc.sql(
                        """
                        insert into e_invoice_duty
                            (valid_from, applies, upload_within_days, cancel_within_hours, source, entered_by, entered_at)
                        values (:from, :applies, :days, :hours, :source, :by, :at)
                        on conflict (valid_from) do update set applies = excluded.applies,
                            upload_within_days = excluded.upload_within_days,
                            cancel_within_hours = excluded.cancel_within_hours, source = excluded.source,
                            entered_by = excluded.entered_by, entered_at = excluded.entered_at""")
                .param("from", duty.validFrom())
                .param("applies", duty.applies())
                .param("days", duty.uploadWithinDays())
                .param("hours", duty.cancelWithinHours())
                .param("source", duty.source().strip())
                .param("by", by.name())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    private static List<Violation> violations(EInvoiceDuty duty) {
        List<Violation> wrong = new ArrayList<>();
        if (duty.validFrom() == null) {
            wrong.add(new Violation("validFrom", "The first day is needed"));
        }
        if (duty.uploadWithinDays() != null && (duty.uploadWithinDays() < 1 || duty.uploadWithinDays() > 365)) {
            wrong.add(new Violation("uploadWithinDays", "1 to 365 days, or none"));
        }
        if (duty.cancelWithinHours() < 1 || duty.cancelWithinHours() > 720) {
            wrong.add(new Violation("cancelWithinHours", "1 to 720 hours"));
        }
        if (duty.source() == null
                || duty.source().isBlank()
                || duty.source().strip().length() > LONGEST_SOURCE) {
            wrong.add(new Violation(
                    "source",
                    "Say what makes it so, such as the turnover, in at most " + LONGEST_SOURCE + " characters"));
        }
        return wrong;
    }

    private static EInvoiceDuty duty(ResultSet row, int index) throws SQLException {
        return new EInvoiceDuty(
                row.getObject("valid_from", LocalDate.class),
                row.getBoolean("applies"),
                row.getObject("upload_within_days", Integer.class),
                row.getInt("cancel_within_hours"),
                row.getString("source"));
    }
}
