package io.tradeflow.invoicing;

import java.math.BigDecimal;
import java.util.List;

/**
 * What of an invoice is credited besides by the notes of this book: claims of returns that wait for their note, and notes that were issued elsewhere. The
 * room of returns knows them.
 */
public interface OtherCredits {

    /**
     * @param exceptReturn the return whose own claims do not count, null to count all
     * @return by line of the invoice; lines may repeat
     */
    List<OtherCredit> of(String invoiceNumber, String exceptReturn);

    /** So much of a line, in the invoice's currency. */
    record OtherCredit(
            int lineNo,
            BigDecimal quantity,
            BigDecimal taxableValue,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst) {}
}
