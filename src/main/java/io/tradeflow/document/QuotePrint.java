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
 * @param draft whether it is a preview that nobody may take for the quote
 * @param instalments empty where all is paid at once; null on documents from before
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
        String preparedBy,
        List<Choice> choices,
        String incoterms,
        boolean draft,
        List<InstalmentPrint> instalments) {

    /** A line that counts in no total. {@code offered} says how, for example "Instead of line 3". */
    public record Choice(String offered, LinePrint line) {}

    public QuotePrint {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
        terms = List.copyOf(terms);
        choices = List.copyOf(choices);
        instalments = instalments == null ? List.of() : List.copyOf(instalments);
    }

    /** A quote without choices. */
    public QuotePrint(
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
        this(
                number,
                revision,
                quotedOn,
                validUntil,
                seller,
                billTo,
                shipTo,
                reference,
                supply,
                currency,
                priceBasis,
                lines,
                totals,
                amountInWords,
                paymentTerms,
                deliveryTerms,
                notes,
                terms,
                bank,
                acceptAt,
                preparedBy,
                List.of(),
                null,
                false);
    }

    /** A quote that is paid at once. */
    public QuotePrint(
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
            String preparedBy,
            List<Choice> choices,
            String incoterms,
            boolean draft) {
        this(
                number,
                revision,
                quotedOn,
                validUntil,
                seller,
                billTo,
                shipTo,
                reference,
                supply,
                currency,
                priceBasis,
                lines,
                totals,
                amountInWords,
                paymentTerms,
                deliveryTerms,
                notes,
                terms,
                bank,
                acceptAt,
                preparedBy,
                choices,
                incoterms,
                draft,
                List.of());
    }
}
