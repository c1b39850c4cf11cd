package io.tradeflow.engine;

import java.util.Map;
import org.springframework.stereotype.Service;

/** Starts processes and tells them what happened outside, always by the deal's number. */
@Service
public class ProcessMessages {

    /** Starts the latest version of a model under the deal's number, in the caller's transaction. */
    public void start(String processKey, String dealNumber, Map<String, Object> variables) {
        throw new UnsupportedOperationException();
    }

    /**
     * Delivers a message to every instance of the deal that waits for it now and gives how many there were. Callers whose message must be
     * heard refuse when it is zero; the others rely on the process looking again before it waits.
     */
    public int tell(String dealNumber, String message) {
        throw new UnsupportedOperationException();
    }
}
