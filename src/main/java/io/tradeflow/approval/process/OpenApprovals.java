package io.tradeflow.approval.process;

import io.tradeflow.approval.Approvals;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the quotation model goes through, one called approval for each. */
@Component("openApprovals")
public class OpenApprovals {

    private final Approvals approvals;

    OpenApprovals(Approvals approvals) {
        this.approvals = approvals;
    }

    public List<Long> of(String quoteNumber) {
        return approvals.open(quoteNumber);
    }
}
