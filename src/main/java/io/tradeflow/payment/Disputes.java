package io.tradeflow.payment;

import io.tradeflow.kernel.Actor;
import io.tradeflow.returns.Returns;
import org.springframework.stereotype.Component;

/** Whether something is being settled that may change what a buyer owes; nobody is reminded meanwhile. */
@Component
class Disputes {

    private final WriteOffTable writeOffs;
    private final Returns returns;

    Disputes(WriteOffTable writeOffs, Returns returns) {
        this.writeOffs = writeOffs;
        this.returns = returns;
    }

    /** A write-off of the order is to be decided, or a return of its deal is under way. */
    boolean isOpen(OpenItem item) {
        return !writeOffs.requestedOf(item.orderNumber()).isEmpty()
                || returns.ofDeal(Actor.PROGRAM, item.dealNumber()).stream()
                        .anyMatch(goods -> !goods.status().isOver());
    }
}
