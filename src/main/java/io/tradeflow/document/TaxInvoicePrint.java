package io.tradeflow.document;

import java.time.LocalDate;
import java.util.List;

/**
 * All that a tax invoice prints: the particulars of CGST rule 46 and what trade practice adds (summary by HSN, words, bank).
 *
 * @param title "Tax invoice", "Export invoice" …
 * @param dispatchFrom null where the goods leave from the supplier's address
 * @param shipTo null where it is the bill-to
 * @param export null for supplies inside India other than to SEZ
 * @param amountInWords the rounded grand total
 * @param declarations sentences above the signature; the declaration of rule 46(s) where it applies
 * @param signatory name under the signature, null for "Authorised signatory" alone
 */
public record TaxInvoicePrint(
        String title,
        String number,
        LocalDate issuedOn,
        LocalDate dueOn,
        SellerPrint seller,
        PartyPrint dispatchFrom,
        PartyPrint billTo,
        PartyPrint shipTo,
        ReferencePrint reference,
        SupplyPrint supply,
        ExportPrint export,
        String currency,
        List<LinePrint> lines,
        List<HsnPrint> hsnSummary,
        TotalsPrint totals,
        String amountInWords,
        String paymentTerms,
        BankPrint bank,
        List<String> declarations,
        String signatory) {

    public TaxInvoicePrint {
        lines = List.copyOf(lines);
        hsnSummary = List.copyOf(hsnSummary);
        declarations = List.copyOf(declarations);
    }
}
