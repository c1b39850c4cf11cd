package io.tradeflow.fulfilment.process;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.kernel.Actor;
import io.tradeflow.ordering.OrderRestCancelled;
import org.junit.jupiter.api.Test;

/** Who hears that the rest of an order is cancelled. */
class FollowWithdrawalsTest {

    private static final String DEAL = "INQ-2627-000001";
    private static final OrderRestCancelled CANCELLED =
            new OrderRestCancelled(DEAL, "SO-2627-000001", "Too late", Actor.PROGRAM);

    private final ProcessMessages processes = mock(ProcessMessages.class);
    private final FollowWithdrawals follow = new FollowWithdrawals(processes);

    @Test
    void anOrderOfAnOlderModelLooksForStockAgain() {
        when(processes.tell(DEAL, "RestCancelled")).thenReturn(0);

        follow.on(CANCELLED);

        verify(processes).tell(DEAL, "StockArrived");
    }

    @Test
    void anOrderThatHearsItIsNotToldTwice() {
        when(processes.tell(DEAL, "RestCancelled")).thenReturn(1);

        follow.on(CANCELLED);

        verify(processes, never()).tell(DEAL, "StockArrived");
    }
}
