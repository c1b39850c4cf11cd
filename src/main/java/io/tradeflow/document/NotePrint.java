package io.tradeflow.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * All that a credit or debit note prints: the particulars of CGST rule 53(1A) and what trade practice adds.
 *
 * @param title the nature of the document: "Credit note", "Debit note"
 * @param dueOn when a debit note is to be paid; null for a credit note
 * @param shipTo where the goods went, for an unregistered buyer who had them elsewhere than at the bill-to address; else null
 * @param reference the order and deal; its shipment is null
 * @param export null for supplies inside India other than to SEZ
 * @param invoices the invoices it corrects
 * @param amountInWords the grand total
 * @param remark what is said to the reason, null if nothing
 * @param declarations sentences above the signature: what the buyer has to do about the tax, or why there is none
 * @param signatory name under the signature, null for "Authorised signatory" alone
 */
public record NotePrint(
        String title,
        String number,
        LocalDate issuedOn,
        LocalDate dueOn,
        SellerPrint seller,
        PartyPrint billTo,
        PartyPrint shipTo,
        ReferencePrint reference,
        SupplyPrint supply,
        ExportPrint export,
        String currency,
        List<Original> invoices,
        List<LinePrint> lines,
        TotalsPrint totals,
        String amountInWords,
        String reason,
        String remark,
        List<String> declarations,
        String signatory) {

    public NotePrint {
        invoices = List.copyOf(invoices);
        lines = List.copyOf(lines);
        declarations = List.copyOf(declarations);
    }

    /** An invoice the note corrects, with what of the note is over it. */
    public record Original(String number, LocalDate issuedOn, BigDecimal total) {

        public Original {
            total = Figures.amount(total);
        }
    }
}
