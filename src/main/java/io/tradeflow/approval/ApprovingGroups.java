package io.tradeflow.approval;

import java.util.Set;

/** Which groups of staff decide approvals, and who is in which. */
public interface ApprovingGroups {

    /** The groups that approval-routing.dmn names as deciding or as called in. */
    Set<String> all();

    /** The groups of this person; none for a user id there is nobody by. */
    Set<String> of(String userId);
}
