package io.tradeflow.document;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What an export or SEZ invoice says besides. Whatever is null is not printed.
 *
 * @param lutArn letter of undertaking (form RFD-11) with its validity
 * @param countryOfDestination in words
 * @param exchangeRate INR for one unit of the document's currency, customs-notified (rule 34); null for a document in INR
 * @param rateFrom where and when the rate was notified
 * @param taxableValueInr value of the supply in INR
 * @param igstInr integrated tax in INR where it is paid
 */
public record ExportPrint(
        String lutArn,
        LocalDate lutFrom,
        LocalDate lutUntil,
        String countryOfDestination,
        String portOfLoading,
        String portOfDischarge,
        String deliveryTerms,
        BigDecimal exchangeRate,
        String rateFrom,
        BigDecimal taxableValueInr,
        BigDecimal igstInr,
        BigDecimal totalInr) {

    public ExportPrint {
        exchangeRate = Figures.plain(exchangeRate);
        taxableValueInr = Figures.amount(taxableValueInr);
        igstInr = Figures.amount(igstInr);
        totalInr = Figures.amount(totalInr);
    }
}
