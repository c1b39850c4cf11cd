package io.tradeflow.ordering.process;

import io.tradeflow.ordering.CreditReaction;
import io.tradeflow.ordering.OrderHold;
import io.tradeflow.ordering.OrderHolds;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether what the table of credit reactions says now still speaks for a hold. */
@Component("stillHeld")
public class StillHeld {

    private final OrderHolds holds;

    StillHeld(OrderHolds holds) {
        this.holds = holds;
    }

    /** @param decided result of credit-reaction.dmn */
    public boolean by(Object decided, Long holdId) {
        OrderHold hold = holds.hold(holdId);
        return reactions(decided).stream()
                .anyMatch(
                        reaction -> reaction.holds() && reaction.need().reason().equals(hold.reason()));
    }

    @SuppressWarnings("unchecked")
    static List<CreditReaction> reactions(Object decided) {
        return ((List<Map<String, Object>>) decided)
                .stream()
                        .map(row -> new CreditReaction(
                                "HOLD".equals(row.get("reaction")),
                                new OrderHold.Need((String) row.get("reason"), (String) row.get("because"), (String)
                                        row.get("releasedBy"))))
                        .toList();
    }
}
