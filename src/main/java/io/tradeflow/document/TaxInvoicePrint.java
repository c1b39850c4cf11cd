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
 * @param revises what a revised invoice stands against (CGST rule 53(1)(g)); null on all others
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
        List<InstalmentPrint> instalments,
        String revises) {

    public TaxInvoicePrint {
        lines = List.copyOf(lines);
        hsnSummary = List.copyOf(hsnSummary);
        declarations = List.copyOf(declarations);
        instalments = instalments == null ? List.of() : List.copyOf(instalments);
    }

    /** One that revises nothing. */
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
            String signatory,
            String paper,
            List<InstalmentPrint> instalments) {
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
                paper,
                instalments,
                null);
    }

    /**
     * The same as a revised invoice.
     *
     * @param original number and date of what it revises
     * @param terms how much is to be paid besides what was billed, and when
     * @param account where to, null if nowhere
     */
    public TaxInvoicePrint revising(
            String heading, String original, String terms, BankPrint account, String declaration) {
        return new TaxInvoicePrint(
                heading,
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
                terms,
                account,
                List.of(declaration),
                signatory,
                paper,
                List.of(),
                original);
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
