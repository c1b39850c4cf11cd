package io.tradeflow.invoicing;

import io.tradeflow.document.DocumentKind;
import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.tax.TaxPaper;

/**
 * The series a paper is numbered in. Bills of supply have one of their own, with a B before the serial as in {@code MH-2627-B00007}, so
 * that none is taken for a tax invoice. An invoice-cum-bill of supply stands among the tax invoices (CGST rules 46(b), 46A, 49(b)).
 *
 * @param documentType as the series of numbers is kept under
 * @param kind as the document is kept and headed
 */
record InvoiceSeries(String documentType, DocumentKind kind) {

    private static final InvoiceSeries INVOICES = new InvoiceSeries("INV", DocumentKind.TAX_INVOICE);
    private static final InvoiceSeries BILLS = new InvoiceSeries("BOS", DocumentKind.BILL_OF_SUPPLY);

    static InvoiceSeries of(TaxPaper paper) {
        return paper == TaxPaper.BILL_OF_SUPPLY ? BILLS : INVOICES;
    }

    /** @param ofBranch the branch's series, at most four characters */
    String number(String ofBranch, FinancialYear year, long serial) {
        return equals(BILLS)
                ? new DocumentNumber("%s-%s-B%05d".formatted(ofBranch, year.code(), serial)).value()
                : DocumentNumber.of(ofBranch, year, serial).value();
    }
}
