package io.tradeflow.inquiry;

import io.tradeflow.kernel.Money;
import java.util.List;

/**
 * So many deals were lost for a reason, in a segment or in a month.
 *
 * @param key code of the reason, the segment, or the month as 2026-11; empty where a deal has no segment
 * @param values what they would have been worth, one sum per currency
 */
public record LostDealSum(String key, String name, int deals, List<Money> values) {

    /** What is summed up by. */
    public enum By {
        REASON,
        SEGMENT,
        MONTH
    }
}
