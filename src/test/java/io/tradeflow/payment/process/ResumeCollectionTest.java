package io.tradeflow.payment.process;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.payment.DebitNoteOwed;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who follows the money of a debit note. */
class ResumeCollectionTest {

    private static final DebitNoteOwed OWED = new DebitNoteOwed("INQ-1", "SO-1", "Sahyadri");

    private final ProcessMessages processes = mock(ProcessMessages.class);
    private final ResumeCollection resume = new ResumeCollection(processes);

    @Test
    void aDebitNoteOnAnOrderThatIsOverIsCollected() {
        resume.on(OWED);

        verify(processes).start("collection", "INQ-1", Map.of("orderNumber", "SO-1", "buyerName", "Sahyadri"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"collection", "inquiry-to-invoice"})
    void anOrderThatIsFollowedAlreadyIsNotFollowedTwice(String model) {
        when(processes.isRunning(model, "INQ-1")).thenReturn(true);

        resume.on(OWED);

        verify(processes, never()).start(anyString(), anyString(), any());
    }
}
