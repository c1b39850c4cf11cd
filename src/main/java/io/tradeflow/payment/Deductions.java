package io.tradeflow.payment;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.payment.SettlementLedger.Draft;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tax that buyers deduct from what they pay (TDS): it settles the invoice as money does, and its certificate is waited for. */
@Service
public class Deductions {

    private static final int LONGEST_NUMBER = 40;
    private static final String DEDUCTION =
            """
            select d.*, e.invoice_number, e.receipt_number, e.amount, e.booked_on, i.currency, i.buyer_code, i.buyer_name
            from tax_deducted d join settlement_entry e on e.id = d.settlement_id
            join open_item i on i.invoice_number = e.invoice_number
            where not exists (select from settlement_entry r where r.reverses = e.id) and %s
            order by e.booked_on, e.id""";

    private final JdbcClient jdbc;
    private final Settlements settlements;
    private final Clock clock;

    Deductions(JdbcClient jdbc, Settlements settlements, Clock clock) {
        this.jdbc = jdbc;
        this.settlements = settlements;
        this.clock = clock;
    }

    /** The sections a buyer may deduct under on that day. */
    @Transactional(readOnly = true)
    public List<TdsRate> rates(LocalDate on) {
        return jdbc.sql(
                        """
                        select section, name, rate, valid_from, valid_to from tds_rate
                        where valid_from <= :on and (valid_to is null or valid_to >= :on) order by section""")
                .param("on", on)
                .query(TdsRate.class)
                .list();
    }

    /** Most deduct on the value without GST, some on all of it: more than the rate on all of it, to the next rupee, is a slip. */
    private void refuseTooMuch(String invoiceNumber, BigDecimal stated, TdsRate rate, String field) {
        BigDecimal left = jdbc.sql(
                        "select ceil(amount * :rate / 100) - tds from open_item where invoice_number = :invoice")
                .param("rate", rate.rate())
                .param("invoice", invoiceNumber)
                .query(BigDecimal.class)
                .single();
        if (stated.compareTo(left) > 0) {
            throw Problem.invalid(
                    "receipt-invalid",
                    field + "amount",
                    "Under " + rate.section() + " "
                            + rate.rate().stripTrailingZeros().toPlainString()
                            + " % are deducted: of " + invoiceNumber + " "
                            + left.max(BigDecimal.ZERO)
                                    .setScale(Money.DOCUMENT_SCALE)
                                    .toPlainString()
                            + " at most, what was deducted before left out");
        }
    }

    /**
     * Whether so much may have been deducted from the invoice; what was deducted before counts.
     *
     * @param part its place in the split, for the field that is wrong
     * @throws Problem {@code receipt-invalid}, {@code certificate-invalid}
     */
    void check(LocalDate receivedOn, int part, String invoiceNumber, ReceiptDraft.Tds tds) {
        String field = field(part);
        TdsRate rate = rates(receivedOn).stream()
                .filter(one -> one.section().equals(tds.section()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "receipt-invalid", field + "section", "No tax is deducted under section " + tds.section()));
        refuseTooMuch(invoiceNumber, tds.amount(), rate, field);
        if (isCertified(tds)) {
            checkCertificate(tds.certificateNumber(), tds.certificateOn(), field);
        }
    }

    private static String field(int part) {
        return "parts[" + part + "].tds.";
    }

    private static boolean isCertified(ReceiptDraft.Tds tds) {
        return tds.certificateNumber() != null && !tds.certificateNumber().isBlank();
    }

    /** What of the receipt's invoices the buyer has kept for the tax office. @throws Problem {@code receipt-invalid} */
    SettlementEntry state(
            Receipt receipt, int part, String invoiceNumber, ReceiptDraft.Tds tds, LocalDate on, Actor by) {
        check(receipt.receivedOn(), part, invoiceNumber, tds);
        SettlementEntry entry = settlements.book(new Draft(
                invoiceNumber, SettlementKind.TDS, tds.amount(), receipt.number(), tds.section(), null, on, by));
        jdbc.sql("insert into tax_deducted (settlement_id, section) values (:id, :section)")
                .param("id", entry.id())
                .param("section", tds.section())
                .update();
        if (isCertified(tds)) {
            certify(by, entry.id(), tds.certificateNumber(), tds.certificateOn(), field(part));
        }
        return entry;
    }

    /**
     * The certificate has come.
     *
     * @throws Problem {@code finance-only}; {@code certificate-invalid} per field; {@code certificate-there}; not-found
     */
    @Transactional
    public Deduction certificate(Actor by, long settlementId, String number, LocalDate on) {
        FinanceOnly.require(by);
        Deduction deduction = deduction(settlementId);
        if (!deduction.isPending()) {
            throw Problem.conflict(
                    "certificate-there",
                    "The certificate is there",
                    "Certificate " + deduction.certificateNumber() + " stands for this deduction");
        }
        certify(by, settlementId, number, on, "");
        return deduction(settlementId);
    }

    private void checkCertificate(String number, LocalDate on, String prefix) {
        if (number == null || number.isBlank() || number.strip().length() > LONGEST_NUMBER) {
            throw Problem.invalid(
                    "certificate-invalid",
                    prefix + "certificateNumber",
                    "The number of the certificate, in at most " + LONGEST_NUMBER + " characters");
        }
        if (on == null || on.isAfter(LocalDate.now(clock))) {
            throw Problem.invalid(
                    "certificate-invalid", prefix + "certificateOn", "The day of the certificate, not after today");
        }
    }

    private void certify(Actor by, long settlementId, String number, LocalDate on, String prefix) {
        checkCertificate(number, on, prefix);
        jdbc.sql(
                        """
                        update tax_deducted set certificate_number = :number, certificate_on = :on, recorded_by = :by
                        where settlement_id = :id""")
                .param("number", number.strip().toUpperCase(Locale.ROOT))
                .param("on", on)
                .param("by", by.name())
                .param("id", settlementId)
                .update();
    }

    /** Whose certificate has not come, longest first. */
    @Transactional(readOnly = true)
    public List<Deduction> pending() {
        return jdbc.sql(DEDUCTION.formatted("d.certificate_number is null"))
                .query(Deductions::deduction)
                .list();
    }

    /** @throws Problem not-found, also where it was taken back */
    @Transactional(readOnly = true)
    public Deduction deduction(long settlementId) {
        return jdbc.sql(DEDUCTION.formatted("d.settlement_id = :id"))
                .param("id", settlementId)
                .query(Deductions::deduction)
                .optional()
                .orElseThrow(() -> Problem.notFound("deduction", String.valueOf(settlementId)));
    }

    private static Deduction deduction(ResultSet row, int index) throws SQLException {
        return new Deduction(
                row.getLong("settlement_id"),
                row.getString("invoice_number"),
                row.getString("buyer_code"),
                row.getString("buyer_name"),
                row.getString("receipt_number"),
                row.getString("section"),
                Money.of(row.getBigDecimal("amount"), row.getString("currency")),
                row.getObject("booked_on", LocalDate.class),
                row.getString("certificate_number"),
                row.getObject("certificate_on", LocalDate.class));
    }
}
