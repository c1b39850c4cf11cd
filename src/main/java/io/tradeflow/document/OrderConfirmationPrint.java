package io.tradeflow.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * All that the confirmation of an order prints.
 *
 * @param revision zero as confirmed first; above that only with {@code changes}
 * @param confirmedOn day of this revision
 * @param shipTo null where it is the bill-to
 * @param advance part of the total due before dispatch; null where there is none
 * @param shipping how it is sent, in words
 * @param incoterm for example "FOB Nhava Sheva", or null
 * @param instructions of the buyer for warehouse and carrier, or null
 * @param changes what is different from the revision before, in sentences
 * @param instalments empty where all is paid at once; null on documents from before
 * @param followAt web address where the buyer follows the order
 */
public record OrderConfirmationPrint(
        String number,
        int revision,
        LocalDate orderedOn,
        LocalDate confirmedOn,
        SellerPrint seller,
        PartyPrint billTo,
        PartyPrint shipTo,
        ReferencePrint reference,
        SupplyPrint supply,
        String currency,
        List<Line> lines,
        TotalsPrint totals,
        String amountInWords,
        BigDecimal advance,
        String advancePercent,
        String paymentTerms,
        String shipping,
        String incoterm,
        String instructions,
        List<String> changes,
        List<String> terms,
        BankPrint bank,
        String followAt,
        List<InstalmentPrint> instalments) {

    public OrderConfirmationPrint {
        lines = List.copyOf(lines);
        changes = List.copyOf(changes);
        terms = List.copyOf(terms);
        advance = Figures.amount(advance);
        instalments = instalments == null ? List.of() : List.copyOf(instalments);
    }

    /** Of an order that is paid at once. */
    public OrderConfirmationPrint(
            String number,
            int revision,
            LocalDate orderedOn,
            LocalDate confirmedOn,
            SellerPrint seller,
            PartyPrint billTo,
            PartyPrint shipTo,
            ReferencePrint reference,
            SupplyPrint supply,
            String currency,
            List<Line> lines,
            TotalsPrint totals,
            String amountInWords,
            BigDecimal advance,
            String advancePercent,
            String paymentTerms,
            String shipping,
            String incoterm,
            String instructions,
            List<String> changes,
            List<String> terms,
            BankPrint bank,
            String followAt) {
        this(
                number,
                revision,
                orderedOn,
                confirmedOn,
                seller,
                billTo,
                shipTo,
                reference,
                supply,
                currency,
                lines,
                totals,
                amountInWords,
                advance,
                advancePercent,
                paymentTerms,
                shipping,
                incoterm,
                instructions,
                changes,
                terms,
                bank,
                followAt,
                List.of());
    }

    /**
     * @param requestedOn wanted by the buyer, or null
     * @param promisedOn promised by us, or null
     * @param givenUp quantity that will not be delivered any more; null for none
     */
    public record Line(LinePrint goods, LocalDate requestedOn, LocalDate promisedOn, BigDecimal givenUp) {

        public Line {
            givenUp = Figures.plain(givenUp);
        }
    }
}
