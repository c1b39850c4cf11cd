package io.tradeflow.party;

import io.tradeflow.kernel.Address;
import java.time.LocalDate;

/**
 * A place of business of the selling company with its own GSTIN, warehouse and invoice series.
 *
 * @param registration null where it was registered before it traded with the program
 */
public record Branch(
        String code,
        String name,
        String gstin,
        Address address,
        String warehouseCode,
        String invoiceSeries,
        BankAccount bankAccount,
        Registration registration) {

    public record BankAccount(String accountName, String bank, String accountNumber, String ifsc, String upiId) {}

    /**
     * A registration that counts from an earlier day than its certificate (CGST rule 10(2)).
     *
     * @param effectiveFrom first day on which supplies are those of a registered person
     * @param certifiedOn day of the certificate; before it no tax is charged
     */
    public record Registration(LocalDate effectiveFrom, LocalDate certifiedOn) {}

    /** A branch that was registered all along. */
    public Branch(
            String code,
            String name,
            String gstin,
            Address address,
            String warehouseCode,
            String invoiceSeries,
            BankAccount bankAccount) {
        this(code, name, gstin, address, warehouseCode, invoiceSeries, bankAccount, null);
    }

    /** What documents of that day print as the supplier's GSTIN; null before the certificate, when there is none to print. */
    public String gstinOn(LocalDate day) {
        return isCertifiedOn(day) ? gstin : null;
    }

    /** Whether there is a certificate of registration on that day, without which no tax may be charged (CGST Act s. 32(1)). */
    public boolean isCertifiedOn(LocalDate day) {
        return registration == null || !day.isBefore(registration.certifiedOn());
    }
}
