package io.tradeflow.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Certificate of quality control of a shipment: what was inspected, what passed, and how it was checked.
 *
 * @param number the shipment's number
 * @param remark of the inspector, null if none
 * @param checks points of the checklist with their result, empty if none was kept
 */
public record QcCertificatePrint(
        String number,
        LocalDate inspectedOn,
        SellerPrint seller,
        PartyPrint billTo,
        PartyPrint shipTo,
        ReferencePrint reference,
        String inspectedBy,
        String remark,
        List<Line> lines,
        List<Check> checks) {

    public QcCertificatePrint {
        lines = List.copyOf(lines);
        checks = List.copyOf(checks);
    }

    /** Goods of one batch that passed; {@code sample} how many of them were looked at, null where nobody counted. */
    public record Line(
            int lineNo,
            String sku,
            String description,
            String batch,
            LocalDate expiresOn,
            Integer sample,
            BigDecimal passed,
            String unit) {

        public Line {
            passed = Figures.plain(passed);
        }
    }

    /** One point of the checklist for a line; {@code wanted} and {@code found} as people say them. */
    public record Check(int lineNo, String point, String wanted, String found, boolean passed) {}
}
