package io.tradeflow.document;

import java.time.LocalDate;
import java.util.List;

/**
 * All that a delivery challan prints (CGST rule 55(1)).
 *
 * @param purpose why goods move without an invoice, in words
 * @param billTo the consignee as registered
 * @param supply place of supply, null where the movement is no supply; then there are no heads of tax
 * @param invoiceNumber the invoice it belongs to where there is one, else null
 * @param ewayBillNumber null if none
 * @param transferNumber of goods that go from one of our warehouses to another, else null
 */
public record DeliveryChallanPrint(
        String number,
        LocalDate issuedOn,
        String purpose,
        SellerPrint seller,
        PartyPrint dispatchFrom,
        PartyPrint billTo,
        PartyPrint shipTo,
        ReferencePrint reference,
        SupplyPrint supply,
        String currency,
        List<LinePrint> lines,
        TotalsPrint totals,
        String amountInWords,
        String invoiceNumber,
        String ewayBillNumber,
        String transferNumber) {

    public DeliveryChallanPrint {
        lines = List.copyOf(lines);
    }

    /** Of goods that go to a buyer. */
    public DeliveryChallanPrint(
            String number,
            LocalDate issuedOn,
            String purpose,
            SellerPrint seller,
            PartyPrint dispatchFrom,
            PartyPrint billTo,
            PartyPrint shipTo,
            ReferencePrint reference,
            SupplyPrint supply,
            String currency,
            List<LinePrint> lines,
            TotalsPrint totals,
            String amountInWords,
            String invoiceNumber,
            String ewayBillNumber) {
        this(
                number,
                issuedOn,
                purpose,
                seller,
                dispatchFrom,
                billTo,
                shipTo,
                reference,
                supply,
                currency,
                lines,
                totals,
                amountInWords,
                invoiceNumber,
                ewayBillNumber,
                null);
    }
}
