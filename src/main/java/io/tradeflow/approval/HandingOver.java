package io.tradeflow.approval;

import io.tradeflow.kernel.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** An open approval in somebody's hands, and how it comes into another's. */
public interface HandingOver {

    /**
     * Hands an open approval to another person who may decide it, with a reason. The person gets a mail; one who does nothing for as long
     * as approval-routing.dmn allows loses it to the groups again.
     *
     * @throws io.tradeflow.kernel.Problem not-found; {@code already-decided}, {@code approval-void}; {@code not-yours-to-hand-out} for who
     *     neither may decide it nor leads, and where somebody else has taken it for who is neither a director nor in the group called in;
     *     {@code reassignment-invalid} by field; {@code four-eyes} if {@code by} or the person prepared it or the person decided another
     *     level
     */
    Reassignment reassign(Actor.Staff by, long approvalId, String toUserId, String reason);

    /**
     * Who could take it over now, by name: neither its makers, nor who decided another level, nor who has it. Nobody where it is not
     * {@code by}'s to hand out, as with what {@code by} prepared.
     */
    List<Represented> receivers(Actor.Staff by, long approvalId);

    /** Name of who has taken each of these approvals, where somebody has. */
    Map<Long, String> holders(Collection<Approval> open);
}
