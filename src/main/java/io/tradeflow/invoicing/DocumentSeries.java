package io.tradeflow.invoicing;

import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Problem;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The consecutive numbers of tax documents (CGST rules 46(b), 53 and 55) by GSTIN, financial year and series. The row stays locked until the issuing
 * transaction ends, so a rolled back one leaves no gap; ask for the number last.
 */
@Component
public class DocumentSeries {

    private final JdbcClient jdbc;

    DocumentSeries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next serial of the series on that day.
     *
     * @throws Problem {@code invoice-date-before-series} when a later day has a number already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long next(String gstin, String series, LocalDate issuedOn) {
        return next("INV", gstin, series, issuedOn);
    }

    /** As {@link #next(String, String, LocalDate)}, for another type of document: CRN, DBN, CHL, RCV or RFV. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long next(String documentType, String gstin, String series, LocalDate issuedOn) {
        return jdbc.sql(
                        """
                        insert into document_series as s
                            (gstin, financial_year, document_type, series, last_number, last_issued_on)
                        values (:gstin, :year, :type, :series, 1, :on)
                        on conflict (gstin, financial_year, document_type, series) do update
                            set last_number = s.last_number + 1, last_issued_on = excluded.last_issued_on
                            where s.last_issued_on <= excluded.last_issued_on
                        returning last_number""")
                .param("type", documentType)
                .param("gstin", gstin)
                .param("year", FinancialYear.of(issuedOn).code())
                .param("series", series)
                .param("on", issuedOn)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Problem.conflict(
                        "invoice-date-before-series",
                        "Date before the last invoice",
                        "Series " + series + " has a document dated after " + issuedOn
                                + "; check the clock of this machine"));
    }
}
