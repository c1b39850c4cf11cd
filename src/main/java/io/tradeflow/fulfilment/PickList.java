package io.tradeflow.fulfilment;

import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What is to be picked in one walk, in the order in which one walks past it.
 *
 * @param number of the shipment, or of the round that picks several
 * @param picker who is to walk, null for whoever comes first
 */
public record PickList(String number, String warehouseCode, String picker, List<Target> targets, List<Line> lines) {

    /** A shipment that the walk picks for; {@code tote} is null where it is the only one. */
    public record Target(String shipmentNumber, String dealNumber, String buyerName, Integer tote) {}

    /**
     * One batch of one shipment.
     *
     * @param tote which tote of the round it goes into, null outside of one
     * @param bin where it lies now, null where nobody said
     * @param batch empty for goods without one
     * @param packages the quantity in the units it is packed in, "2 BOX + 3 NOS"; null where there are none
     * @param picked so far
     * @param shortReason why no more of it will be picked; null while there may be
     * @param pickedBy who scanned it last; null before anybody did
     */
    public record Line(
            String shipmentNumber,
            int lineNo,
            Integer tote,
            String zone,
            String bin,
            String sku,
            String description,
            String batch,
            LocalDate expiresOn,
            Quantity planned,
            String packages,
            BigDecimal picked,
            String shortReason,
            String pickedBy) {

        /** Nothing more is to be picked of it. */
        public boolean isDone() {
            return shortReason != null || left().signum() <= 0;
        }

        /** What is still to pick. */
        public BigDecimal left() {
            return planned.value().subtract(picked);
        }
    }

    /** Whether every line is picked or closed short. */
    public boolean isDone() {
        return lines.stream().allMatch(Line::isDone);
    }
}
