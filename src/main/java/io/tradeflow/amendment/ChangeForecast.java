package io.tradeflow.amendment;

import io.tradeflow.approval.ApprovalNeed;
import java.util.List;

/** Which approvals a change needs; asked of the decision table without any effect. */
public interface ChangeForecast {

    /** At most one for each kind. */
    List<ApprovalNeed> needs(ChangeFacts facts);
}
