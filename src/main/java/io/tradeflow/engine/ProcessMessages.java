package io.tradeflow.engine;

import io.tradeflow.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts processes and tells them what happened outside, always by the deal's number. */
@Service
public class ProcessMessages {

    private final RuntimeService runtime;

    ProcessMessages(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Starts the latest version of a model under the deal's number, in the caller's transaction. */
    @Transactional
    public void start(String processKey, String dealNumber, Map<String, Object> variables) {
        refusingLostRaces(dealNumber, () -> runtime.startProcessInstanceByKey(processKey, dealNumber, variables));
    }

    /**
     * Delivers a message to every instance of the deal that waits for it now and gives how many there were. Callers whose message must be
     * heard refuse when it is zero; the others rely on the process looking again before it waits.
     *
     * @throws Problem {@code changed-meanwhile} when somebody else moves the deal at this moment; trying again is right
     */
    @Transactional
    public int tell(String dealNumber, String message) {
        return refusingLostRaces(dealNumber, () -> deliver(dealNumber, message));
    }

    /** As {@link #tell(String, String)}, to those instances only whose variable has this value. */
    @Transactional
    public int tell(String dealNumber, String message, String variable, Object value) {
        return refusingLostRaces(
                dealNumber,
                () -> deliver(
                        message,
                        runtime.createExecutionQuery()
                                .processInstanceBusinessKey(dealNumber)
                                .processVariableValueEquals(variable, value)
                                .messageEventSubscriptionName(message)
                                .list()));
    }

    /** Whether a process of this model runs for the deal, as far as other transactions have committed it. */
    @Transactional(readOnly = true)
    public boolean isRunning(String processKey, String dealNumber) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(dealNumber)
                        .processDefinitionKey(processKey)
                        .count()
                > 0;
    }

    private int deliver(String dealNumber, String message) {
        List<Execution> waiting = runtime.createExecutionQuery()
                .processInstanceBusinessKey(dealNumber)
                .messageEventSubscriptionName(message)
                .list();
        return deliver(message, waiting);
    }

    private int deliver(String message, List<Execution> waiting) {
        int told = 0;
        for (Execution receiver : waiting) {
            // What an earlier receiver does may end a later one.
            if (told == 0 || stillWaits(receiver, message)) {
                runtime.messageEventReceived(message, receiver.getId());
                told++;
            }
        }
        return told;
    }

    private boolean stillWaits(Execution receiver, String message) {
        return runtime.createExecutionQuery()
                        .executionId(receiver.getId())
                        .messageEventSubscriptionName(message)
                        .count()
                > 0;
    }

    private static <T> T refusingLostRaces(String dealNumber, Supplier<T> work) {
        try {
            return work.get();
        } catch (OptimisticLockingException lost) {
            throw Problem.conflict(
                    "changed-meanwhile",
                    "Changed meanwhile",
                    "The deal " + dealNumber + " is being moved on by somebody else. Please try again.");
        }
    }
}
