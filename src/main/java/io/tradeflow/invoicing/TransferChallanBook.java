package io.tradeflow.invoicing;

import io.tradeflow.kernel.FinancialYear;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The challans of transfers in the database. */
@Component
class TransferChallanBook {

    private final JdbcClient jdbc;
    private final Clock clock;

    TransferChallanBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<TransferChallan> ofTransfer(String transferNumber) {
        return jdbc.sql("select * from transfer_challan where transfer_number = :transfer")
                .param("transfer", transferNumber)
                .query((row, index) -> challan(row))
                .optional();
    }

    /** One after the other, so that two who ask at once get one challan. */
    void lock(String transferNumber) {
        jdbc.sql("select number from stock_transfer where number = :transfer for update")
                .param("transfer", transferNumber)
                .query(String.class)
                .optional();
    }

    void add(TransferChallan challan, String series, long serial, String by) {
        jdbc.sql(
                        """
                        insert into transfer_challan (number, seller_gstin, financial_year, series, serial, transfer_number,
                            branch_code, issued_on, total, document_id, issued_by, issued_at)
                        values (:number, :gstin, :year, :series, :serial, :transfer, :branch, :on, :total, :document, :by,
                            :now)""")
                .param("number", challan.number())
                .param("gstin", challan.sellerGstin())
                .param("year", FinancialYear.of(challan.issuedOn()).code())
                .param("series", series)
                .param("serial", serial)
                .param("transfer", challan.transferNumber())
                .param("branch", challan.branchCode())
                .param("on", challan.issuedOn())
                .param("total", challan.total())
                .param("document", challan.documentId())
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
        challan.lines().forEach(line -> jdbc.sql(
                        """
                                insert into transfer_challan_line (challan_number, line_no, sku, batch, description, hsn,
                                    quantity, unit, unit_price, value)
                                values (:number, :lineNo, :sku, :batch, :description, :hsn, :quantity, :unit, :price, :value)""")
                .param("number", challan.number())
                .param("lineNo", line.lineNo())
                .param("sku", line.sku())
                .param("batch", line.batch())
                .param("description", line.description())
                .param("hsn", line.hsn())
                .param("quantity", line.quantity())
                .param("unit", line.unit())
                .param("price", line.unitPrice())
                .param("value", line.value())
                .update());
    }

    private TransferChallan challan(ResultSet row) throws SQLException {
        String number = row.getString("number");
        return new TransferChallan(
                number,
                row.getString("transfer_number"),
                row.getString("branch_code"),
                row.getString("seller_gstin"),
                row.getObject("issued_on", LocalDate.class),
                lines(number),
                row.getBigDecimal("total"),
                row.getLong("document_id"));
    }

    private List<TransferChallan.Line> lines(String number) {
        return jdbc.sql(
                        """
                        select line_no, sku, batch, description, hsn, quantity, unit, unit_price, value
                        from transfer_challan_line where challan_number = :number order by line_no""")
                .param("number", number)
                .query(TransferChallan.Line.class)
                .list();
    }
}
