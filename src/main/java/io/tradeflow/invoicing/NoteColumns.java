package io.tradeflow.invoicing;

import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.tax.TaxComputation;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** The columns of a note and of its lines. */
final class NoteColumns {

    private NoteColumns() {}

    static SqlParameterSource header(
            TaxNote note, String draftNumber, String series, long serial, String by, OffsetDateTime now) {
        TaxComputation tax = note.tax();
        TaxComputation rupees = note.taxInRupees();
        return new MapSqlParameterSource()
                .addValue("kind", note.kind().code())
                .addValue("number", note.number())
                .addValue("gstin", note.sellerGstin())
                .addValue("year", FinancialYear.of(note.issuedOn()).code())
                .addValue("series", series)
                .addValue("serial", serial)
                .addValue("draft", draftNumber)
                .addValue("return", note.returnNumber())
                .addValue("deal", note.dealNumber())
                .addValue("order", note.orderNumber())
                .addValue("buyer", note.buyerCode())
                .addValue("buyerName", note.buyerName())
                .addValue("buyerGstin", note.buyerGstin())
                .addValue("branch", note.branchCode())
                .addValue("issuedOn", note.issuedOn())
                .addValue("dueOn", note.dueOn())
                .addValue("reason", note.reason().name())
                .addValue("remark", note.remark())
                .addValue("commercial", note.commercial())
                .addValue("currency", note.currency())
                .addValue("exchangeRate", note.exchangeRate())
                .addValue("place", tax.placeOfSupplyCode())
                .addValue("interState", tax.interState())
                .addValue("nature", tax.nature())
                .addValue("endorsement", tax.endorsement())
                .addValue("taxReason", tax.reason())
                .addValue("taxReasons", TaxReasons.kept(tax.reasons()))
                .addValue("reverseCharge", tax.reverseCharge())
                .addValue("value", tax.taxableValue())
                .addValue("cgst", tax.cgst())
                .addValue("sgst", tax.sgst())
                .addValue("igst", tax.igst())
                .addValue("roundOff", tax.roundOff())
                .addValue("total", tax.grandTotal())
                .addValue("inrValue", rupees.taxableValue())
                .addValue("inrCgst", rupees.cgst())
                .addValue("inrSgst", rupees.sgst())
                .addValue("inrIgst", rupees.igst())
                .addValue("inrRoundOff", rupees.roundOff())
                .addValue("inrTotal", rupees.grandTotal())
                .addValue("document", note.documentId())
                .addValue("by", by)
                .addValue("now", now);
    }

    static SqlParameterSource line(long noteId, TaxNote note, int at) {
        TaxNote.Line line = note.lines().get(at);
        TaxComputation.Line tax = note.tax().lines().get(at);
        TaxComputation.Line rupees = note.taxInRupees().lines().get(at);
        return new MapSqlParameterSource()
                .addValue("note", noteId)
                .addValue("lineNo", line.lineNo())
                .addValue("invoice", line.invoiceNumber())
                .addValue("invoiceLineNo", line.invoiceLineNo())
                .addValue("orderLineNo", line.orderLineNo())
                .addValue("sku", line.sku())
                .addValue("description", line.description())
                .addValue("hsn", line.hsn())
                .addValue("quantity", line.quantity().value())
                .addValue("unit", line.unit())
                .addValue("unitPrice", line.unitPrice().amount())
                .addValue("value", tax.taxableValue())
                .addValue("treatment", tax.treatment().name())
                .addValue("rate", tax.rate())
                .addValue("cgst", tax.cgst())
                .addValue("sgst", tax.sgst())
                .addValue("igst", tax.igst())
                .addValue("inrValue", rupees.taxableValue())
                .addValue("inrCgst", rupees.cgst())
                .addValue("inrSgst", rupees.sgst())
                .addValue("inrIgst", rupees.igst());
    }
}
