package io.tradeflow.einvoice;

import io.tradeflow.kernel.FinancialYear;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The invoice reference number: SHA-256 of the supplier's GSTIN, the financial year (2026-27), the type and the number of the document in
 * capitals, one after the other. Anybody can compute it, so a second registration is recognised before it is asked for.
 */
final class Irn {

    private Irn() {}

    /** @param documentType INV, CRN or DBN */
    static String of(String gstin, LocalDate issuedOn, String documentType, String number) {
        return sha256(gstin + FinancialYear.of(issuedOn).label() + documentType + number.toUpperCase(Locale.ROOT));
    }

    /** In lower-case hex. */
    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
