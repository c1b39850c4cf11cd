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
 * @param paper TAX_INVOICE, BILL_OF_SUPPLY (which shows no tax) or INVOICE_CUM_BILL_OF_SUPPLY; null on documents from before
 * @param instalments empty where all is paid at once; null on documents from before
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
        String signatory,
        String paper,
        List<InstalmentPrint> instalments) {

    public TaxInvoicePrint {
        lines = List.copyOf(lines);
        hsnSummary = List.copyOf(hsnSummary);
        declarations = List.copyOf(declarations);
        instalments = instalments == null ? List.of() : List.copyOf(instalments);
    }

    /** A tax invoice. */
    public TaxInvoicePrint(
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
        this(
                title,
                number,
                issuedOn,
                dueOn,
                seller,
                dispatchFrom,
                billTo,
                shipTo,
                reference,
                supply,
                export,
                currency,
                lines,
                hsnSummary,
                totals,
                amountInWords,
                paymentTerms,
                bank,
                declarations,
                signatory,
                null,
                List.of());
    }
}
