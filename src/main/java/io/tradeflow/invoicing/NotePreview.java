package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import io.tradeflow.tax.TaxComputation;
import java.util.List;

/**
 * What a note would come to if it were issued now.
 *
 * @param commercial too late to change the tax: it would bear none
 * @param tax its lines are those of {@code lines}
 */
public record NotePreview(
        NoteKind kind,
        NoteReason reason,
        String dealNumber,
        String orderNumber,
        String buyerCode,
        String buyerName,
        boolean commercial,
        TaxComputation tax,
        TaxComputation taxInRupees,
        Money grandTotal,
        List<TaxNote.Original> invoices,
        List<TaxNote.Line> lines) {

    static NotePreview of(NoteContent content) {
        TaxInvoice invoice = content.invoice();
        return new NotePreview(
                content.kind(),
                content.reason(),
                invoice.dealNumber(),
                invoice.orderNumber(),
                invoice.buyerCode(),
                invoice.buyerName(),
                content.commercial(),
                content.tax(),
                content.taxInRupees(),
                content.grandTotal(),
                content.invoices(),
                content.lines());
    }
}
