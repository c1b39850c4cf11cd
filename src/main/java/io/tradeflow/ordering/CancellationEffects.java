package io.tradeflow.ordering;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What cancelling a deal undoes in one room, as it stands now. Every room that would undo something implements it; nothing changes. */
public interface CancellationEffects {

    /** @param order empty as long as there is none */
    List<CancellationEffect> of(String dealNumber, Optional<SalesOrder> order);

    /** Why the order cannot be cancelled as a whole, in a sentence; empty where this room does not mind. */
    default Optional<String> obstacle(SalesOrder order) {
        return Optional.empty();
    }

    /** Quantity over all lines that came back in this room's books and is owed to the buyer again. */
    default BigDecimal owedAgain(SalesOrder order) {
        return BigDecimal.ZERO;
    }
}
