package io.tradeflow.accounting;

import io.tradeflow.accounting.TaxDocument.Line;
import io.tradeflow.document.CsvLines;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All that was invoiced and credited, by day: a file for the accountant. For finance. */
@Service
public class SalesRegister {

    static final List<String> COLUMNS = List.of(
            "Date",
            "Number",
            "Kind",
            "Buyer code",
            "Buyer",
            "GSTIN",
            "Place of supply",
            "Supply type",
            "Reverse charge",
            "HSN",
            "Rate",
            "Taxable value",
            "CGST",
            "SGST",
            "IGST",
            "Round-off",
            "Total",
            "Currency",
            "Exchange rate",
            "Total in currency",
            "Seller GSTIN",
            "Branch",
            "Deal",
            "Order",
            "Invoice corrected",
            "IRN",
            "Status");
    private static final String CONSUMER = "B2C";

    private final TaxDocuments documents;

    SalesRegister(TaxDocuments documents) {
        this.documents = documents;
    }

    /** What a document is split by into rows. */
    public enum By {
        RATE,
        HSN
    }

    /** @throws Problem {@code finance-only} */
    public void requireMayRead(Actor by) {
        FinanceOnly.require(by);
    }

    /**
     * Writes a row per document and rate, or per document, HSN and rate. What a document has once – round-off and totals – stands in its first row;
     * credit notes are negative and cancelled documents zero, so every column can be added up.
     *
     * @param byteOrderMark for spreadsheets, which do not see UTF-8 without it
     * @throws Problem {@code finance-only}
     */
    @Transactional(readOnly = true)
    public void write(Actor by, Period period, By split, OutputStream out, boolean byteOrderMark) {
        requireMayRead(by);
        CsvLines lines = new CsvLines(out, COLUMNS, byteOrderMark);
        documents.forEach(null, period, document -> rows(document, split).forEach(lines::row));
        lines.end();
    }

    private record Key(BigDecimal rate, String hsn) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byRate = rate.compareTo(other.rate);
            return byRate == 0 ? hsn.compareTo(other.hsn) : byRate;
        }
    }

    static List<List<String>> rows(TaxDocument document, By split) {
        Map<Key, Amounts> parts = new TreeMap<>();
        for (Line line : document.lines()) {
            parts.merge(new Key(line.rate(), split == By.HSN ? line.hsn() : ""), line.amounts(), Amounts::plus);
        }
        List<List<String>> rows = new ArrayList<>();
        parts.forEach((key, amounts) -> rows.add(row(document, key, amounts, rows.isEmpty())));
        return rows;
    }

    private static List<String> row(TaxDocument document, Key key, Amounts amounts, boolean first) {
        return List.of(
                document.issuedOn().toString(),
                document.number(),
                document.kind().label(),
                document.buyer().code(),
                document.buyer().name(),
                orEmpty(document.buyer().gstin()),
                document.placeOfSupply(),
                document.supplyType() == null ? CONSUMER : document.supplyType().name(),
                document.reverseCharge() ? "Y" : "N",
                key.hsn(),
                Gstr1Sheet.plain(key.rate()),
                counted(document, amounts.taxable()),
                counted(document, amounts.cgst()),
                counted(document, amounts.sgst()),
                counted(document, amounts.igst()),
                first ? counted(document, document.roundOff()) : "",
                first ? counted(document, document.total()) : "",
                document.currency(),
                Gstr1Sheet.plain(document.exchangeRate()),
                first ? counted(document, document.currencyTotal()) : "",
                document.sellerGstin(),
                document.branchCode(),
                document.dealNumber(),
                document.orderNumber(),
                document.original() == null ? "" : document.original().number(),
                orEmpty(document.irn()),
                document.cancelled() ? "Cancelled" : "Issued");
    }

    private static String counted(TaxDocument document, BigDecimal figure) {
        return (document.cancelled() ? Amounts.ZERO.taxable() : document.signed(figure)).toPlainString();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
