package io.tradeflow.amendment;

import io.tradeflow.approval.ApprovalNeed;
import io.tradeflow.kernel.Money;
import io.tradeflow.ordering.SalesOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a change would come to; nothing is kept.
 *
 * @param sentences what is different, before and after
 * @param priceReasons how the price of a changed or new line came about, by line number; for staff
 * @param stock of lines that grow or are new: how much more is wanted and how much is free, by line number
 * @param exposureBefore what the buyer owes in all; for staff
 * @param limit null where none was agreed
 * @param needs approvals that are asked for before it takes effect
 */
public record ChangePreview(
        SalesOrder before,
        SalesOrder after,
        List<String> sentences,
        Map<Integer, String> priceReasons,
        Map<Integer, Outlook> stock,
        Money exposureBefore,
        Money exposureAfter,
        Money limit,
        List<ApprovalNeed> needs,
        ChangeFacts facts) {

    /** In the line's unit. */
    public record Outlook(BigDecimal wanted, BigDecimal free) {

        public boolean isEnough() {
            return free.compareTo(wanted) >= 0;
        }
    }

    public Money difference() {
        return after.grandTotal().minus(before.grandTotal());
    }
}
