package io.tradeflow.amendment;

import io.tradeflow.approval.Approvals;
import io.tradeflow.ordering.CancellationEffect;
import io.tradeflow.ordering.CancellationEffects;
import io.tradeflow.ordering.SalesOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A change that is in work, and decisions that are still asked for, are not needed once the deal is cancelled. */
@Component
@Order(2)
class ChangeUndoings implements CancellationEffects {

    private final ChangeTable table;
    private final Approvals approvals;

    ChangeUndoings(ChangeTable table, Approvals approvals) {
        this.table = table;
        this.approvals = approvals;
    }

    @Override
    public List<CancellationEffect> of(String dealNumber, Optional<SalesOrder> order) {
        List<CancellationEffect> undone = new ArrayList<>();
        order.ifPresent(found -> table.ofOrder(found.number()).stream()
                .filter(OrderChange::isOpen)
                .forEach(change -> undone.add(CancellationEffect.forBoth(
                        "CHANGE", "Change " + change.number() + ", which is in work, is not made any more"))));
        long open = approvals.allOpen().stream()
                .filter(approval -> approval.dealNumber().equals(dealNumber))
                .count();
        if (open > 0) {
            undone.add(CancellationEffect.forStaff(
                    "APPROVAL",
                    open == 1
                            ? "One approval that is asked for is not needed any more"
                            : open + " approvals that are asked for are not needed any more"));
        }
        return undone;
    }
}
