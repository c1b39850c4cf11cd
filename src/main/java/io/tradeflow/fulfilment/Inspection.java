package io.tradeflow.fulfilment;

import io.tradeflow.kernel.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What inspection found in a shipment, as it was recorded: what the certificate of quality prints. */
public record Inspection(
        String shipmentNumber, String inspectedBy, Instant inspectedAt, String remark, List<Line> lines) {

    /**
     * @param batch empty for goods without one
     * @param lot what was picked and stood for inspection
     * @param sample how many were looked at; null where nobody counted them
     * @param rejected what did not pass and stayed behind
     * @param defect what was wrong with it, in words; null where nothing was
     */
    public record Line(
            int lineNo,
            String sku,
            String description,
            String batch,
            LocalDate expiresOn,
            Quantity lot,
            Integer sample,
            Quantity rejected,
            String defect,
            List<Check> checks) {}

    /**
     * One item of the checklist.
     *
     * @param wanted what it should be, "11.8 to 12.2 mm" for a measure
     * @param found "in order", a count or a measure
     */
    public record Check(String label, String wanted, String found, boolean passed) {}
}
