package io.tradeflow.ordering;

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
}
