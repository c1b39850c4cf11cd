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
            "Status",
            "In GSTR-1");
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
     * credit notes are negative and cancelled documents zero, so every column can be added up. A revised invoice is followed by its bill taken back, as in
     * the journal: a supply counts once, and all rows of a month come to what the journal books in it. The rows with Y in the last column come to what GSTR-1
     * of the month says.
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
        if (document.kind() == TaxDocument.Kind.REVISED_INVOICE) {
            Map<String, BigDecimal> byHsn = new TreeMap<>();
            document.lines()
                    .forEach(line -> byHsn.merge(
                            split == By.HSN ? line.hsn() : "", line.amounts().taxable(), BigDecimal::add));
            boolean[] first = {true};
            byHsn.forEach((hsn, taxable) -> {
                rows.add(takenBack(document, hsn, taxable, first[0]));
                first[0] = false;
            });
        }
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
                document.cancelled() ? "Cancelled" : "Issued",
                document.isReported() ? "Y" : "N");
    }

    /** The bill in whose place the revised invoice stands, with the notes it is net of: without tax, on the day of the revised invoice. */
    private static List<String> takenBack(TaxDocument revised, String hsn, BigDecimal taxable, boolean first) {
        BigDecimal billed = revised.original().total();
        String none = Amounts.ZERO.taxable().toPlainString();
        return List.of(
                revised.issuedOn().toString(),
                revised.original().number(),
                TaxDocument.Kind.BILL_OF_SUPPLY.label(),
                revised.buyer().code(),
                revised.buyer().name(),
                orEmpty(revised.buyer().gstin()),
                revised.placeOfSupply(),
                CONSUMER,
                "N",
                hsn,
                "0",
                taxable.negate().toPlainString(),
                none,
                none,
                none,
                first ? revised.totals().taxable().subtract(billed).toPlainString() : "",
                first ? billed.negate().toPlainString() : "",
                revised.currency(),
                Gstr1Sheet.plain(revised.exchangeRate()),
                first ? billed.negate().toPlainString() : "",
                revised.sellerGstin(),
                revised.branchCode(),
                revised.dealNumber(),
                revised.orderNumber(),
                "",
                "",
                "Replaced by " + revised.number(),
                "N");
    }

    private static String counted(TaxDocument document, BigDecimal figure) {
        return (document.cancelled() ? Amounts.ZERO.taxable() : document.signed(figure)).toPlainString();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
