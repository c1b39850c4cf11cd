package io.tradeflow.fulfilment;

import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the inspector has before them: every line that waits for inspection with its sample and its checklist. */
public record InspectionSheet(
        String shipmentNumber, String dealNumber, String buyerName, List<Line> lines, List<Defect> defects) {

    /** What is answered to an item. */
    public enum Kind {
        /** OK or FAILED. */
        VISUAL,
        /** A number that has to be the lot's. */
        COUNT,
        /** A number within limits. */
        MEASURE,
        /** OK or FAILED: the paper is there and right. */
        DOCUMENT;

        boolean isNumber() {
            return this == COUNT || this == MEASURE;
        }
    }

    /** @param least smallest right measure, null for none; {@code most} likewise */
    public record Item(int itemNo, Kind kind, String label, String unit, BigDecimal least, BigDecimal most) {}

    /** What can be wrong with goods. */
    public record Defect(String code, String label) {}

    /**
     * @param batch empty for goods without one
     * @param sample how many to look at
     * @param accept how many of them may be defective before goods are rejected
     */
    public record Line(
            int lineNo,
            String sku,
            String description,
            String batch,
            LocalDate expiresOn,
            Quantity lot,
            int sample,
            int accept,
            String checklist,
            List<Item> items) {}

    /**
     * What was found in a line.
     *
     * @param sample how many were looked at, null for as many as the sheet asks
     * @param defective how many of them were defective
     * @param defectCode what was wrong; needed where some were
     * @param blockBatch hold back all that is free of the batch in the warehouse
     * @param results by item: OK or FAILED, or the number
     */
    public record Finding(
            Integer sample, Integer defective, String defectCode, Boolean blockBatch, Map<Integer, String> results) {}
}
