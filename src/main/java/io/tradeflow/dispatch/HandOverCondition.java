package io.tradeflow.dispatch;

import io.tradeflow.kernel.Problem.Violation;
import java.util.List;

/** What else must be right before goods leave; rooms behind dispatch say it, such as that of e-way bills. */
public interface HandOverCondition {

    /**
     * @return what is wrong with the hand-over, by its fields; empty if nothing
     * @throws io.tradeflow.kernel.Problem where the goods have to stay, whatever is entered
     */
    List<Violation> violations(String shipmentNumber, HandOver handOver);
}
