package io.tradeflow.document;

import java.time.LocalDate;
import java.util.List;

/**
 * All that one revision of a quotation prints.
 *
 * @param validUntil last day it can be accepted
 * @param shipTo null where it is the bill-to
 * @param priceBasis for example "Ex works Pune, GST extra as shown"
 * @param supply null where the place of supply is not known yet
 * @param deliveryTerms how and when the goods leave; null if not said
 * @param acceptAt web address where the buyer answers, null if there is none
 * @param preparedBy person who answers for the quote, with the ways to reach them
 */
public record QuotePrint(
        String number,
        int revision,
        LocalDate quotedOn,
        LocalDate validUntil,
        SellerPrint seller,
        PartyPrint billTo,
        PartyPrint shipTo,
        ReferencePrint reference,
        SupplyPrint supply,
        String currency,
        String priceBasis,
        List<LinePrint> lines,
        TotalsPrint totals,
        String amountInWords,
        String paymentTerms,
        String deliveryTerms,
        List<String> notes,
        List<String> terms,
        BankPrint bank,
        String acceptAt,
        String preparedBy) {

    public QuotePrint {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
        terms = List.copyOf(terms);
    }
}
