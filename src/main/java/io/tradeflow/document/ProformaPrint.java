package io.tradeflow.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * All that a proforma invoice prints. It asks for money before the goods leave and is no tax document.
 *
 * @param validUntil last day the quote can be accepted; null for an order
 * @param shipTo null where it is the bill-to
 * @param lines with the tax as it would be
 * @param amountInWords the total
 * @param advance what is asked for now; null where it is the total
 * @param advancePercent share of the total that {@code advance} is, as printed
 * @param bank with the code to pay what is asked by UPI, where that can be done
 */
public record ProformaPrint(
        String number,
        LocalDate issuedOn,
        LocalDate validUntil,
        SellerPrint seller,
        PartyPrint billTo,
        PartyPrint shipTo,
        ReferencePrint reference,
        SupplyPrint supply,
        String currency,
        List<LinePrint> lines,
        TotalsPrint totals,
        String amountInWords,
        BigDecimal advance,
        String advancePercent,
        String paymentTerms,
        String deliveryTerms,
        List<String> terms,
        BankPrint bank) {

    public ProformaPrint {
        lines = List.copyOf(lines);
        terms = List.copyOf(terms);
        advance = Figures.amount(advance);
    }
}
