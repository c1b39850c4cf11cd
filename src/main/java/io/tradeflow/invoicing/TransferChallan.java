package io.tradeflow.invoicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An issued delivery challan of goods that go from one warehouse to another of the same GSTIN: no supply, fixed for good. Values in INR.
 *
 * @param total value of the goods
 */
public record TransferChallan(
        String number,
        String transferNumber,
        String branchCode,
        String sellerGstin,
        LocalDate issuedOn,
        List<Line> lines,
        BigDecimal total,
        long documentId) {

    public TransferChallan {
        lines = List.copyOf(lines);
    }

    /** @param batch empty for goods without one */
    public record Line(
            int lineNo,
            String sku,
            String batch,
            String description,
            String hsn,
            BigDecimal quantity,
            String unit,
            BigDecimal unitPrice,
            BigDecimal value) {}
}
