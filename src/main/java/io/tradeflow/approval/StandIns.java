package io.tradeflow.approval;

import io.tradeflow.kernel.Actor;
import java.util.Collection;
import java.util.Set;

/** Who decides for whom at this moment. */
public interface StandIns {

    /**
     * Whom this person decides for; null where it is in their own right.
     *
     * @throws io.tradeflow.kernel.Problem {@code not-an-approver} for who is neither in one of the groups nor the deputy of an absent member of one
     */
    Represented representedBy(Actor by, Collection<String> groups);

    /** User ids of the deputies of those members of the groups who are away now. */
    Set<String> of(Collection<String> groups);
}
