package io.tradeflow.accounting;

import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sales register as a person reads it, page by page. For finance. */
@Service
public class ShownRegister {

    private static final int ROWS_OF_A_PAGE = 100;

    private final TaxDocuments documents;
    private final SalesRegister register;

    ShownRegister(TaxDocuments documents, SalesRegister register) {
        this.documents = documents;
        this.register = register;
    }

    /**
     * A row as the file has it, in rupees.
     *
     * @param note whether it is a credit or debit note
     * @param hsn empty where rows are by document and rate
     * @param roundOff null but in the first row of its document, like {@code total}
     */
    public record Row(
            LocalDate on,
            String number,
            boolean note,
            String kind,
            String buyerCode,
            String buyer,
            String gstin,
            String placeOfSupply,
            String hsn,
            BigDecimal rate,
            BigDecimal taxable,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst,
            BigDecimal roundOff,
            BigDecimal total,
            String status,
            boolean inGstr1) {}

    /** What all rows come to, in rupees. */
    public record Sums(
            BigDecimal taxable,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst,
            BigDecimal roundOff,
            BigDecimal total) {

        private static final BigDecimal NOTHING = new BigDecimal("0.00");
        static final Sums NONE = new Sums(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING);

        Sums plus(Row row) {
            return new Sums(
                    taxable.add(row.taxable()),
                    cgst.add(row.cgst()),
                    sgst.add(row.sgst()),
                    igst.add(row.igst()),
                    row.roundOff() == null ? roundOff : roundOff.add(row.roundOff()),
                    row.total() == null ? total : total.add(row.total()));
        }
    }

    /** @param count of all rows, on whichever page; @param page from 0 */
    public record Page(List<Row> rows, int count, Sums sums, int page, int size) {}

    /**
     * @param page from 0
     * @throws io.tradeflow.kernel.Problem {@code finance-only}
     */
    @Transactional(readOnly = true)
    public Page page(Actor by, Period period, SalesRegister.By split, int page) {
        register.requireMayRead(by);
        Collected collected = new Collected((long) page * ROWS_OF_A_PAGE);
        documents.forEach(null, period, document -> SalesRegister.rows(document, split)
                .forEach(row -> collected.add(row(document, row))));
        return new Page(List.copyOf(collected.rows), collected.count, collected.sums, page, ROWS_OF_A_PAGE);
    }

    /** Keeps the rows of one page and adds up all: a year of documents need not fit into memory. */
    private static final class Collected {

        private final long first;
        private final List<Row> rows = new ArrayList<>();
        private int count;
        private Sums sums = Sums.NONE;

        Collected(long first) {
            this.first = first;
        }

        void add(Row row) {
            if (count >= first && rows.size() < ROWS_OF_A_PAGE) {
                rows.add(row);
            }
            count++;
            sums = sums.plus(row);
        }
    }

    private static Row row(TaxDocument document, List<String> cells) {
        return new Row(
                document.issuedOn(),
                cell(cells, "Number"),
                document.kind().isNote(),
                cell(cells, "Kind"),
                document.buyer().code(),
                document.buyer().name(),
                document.buyer().gstin(),
                document.placeOfSupply(),
                cell(cells, "HSN"),
                figure(cells, "Rate"),
                figure(cells, "Taxable value"),
                figure(cells, "CGST"),
                figure(cells, "SGST"),
                figure(cells, "IGST"),
                figure(cells, "Round-off"),
                figure(cells, "Total"),
                cell(cells, "Status"),
                cell(cells, "In GSTR-1").equals("Y"));
    }

    private static String cell(List<String> cells, String column) {
        return cells.get(SalesRegister.COLUMNS.indexOf(column));
    }

    private static BigDecimal figure(List<String> cells, String column) {
        String cell = cell(cells, column);
        return cell.isEmpty() ? null : new BigDecimal(cell);
    }
}
