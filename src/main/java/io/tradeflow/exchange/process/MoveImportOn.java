package io.tradeflow.exchange.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.exchange.ImportDecided;
import io.tradeflow.exchange.ImportReceived;
import io.tradeflow.kernel.Problem;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process of each uploaded file and brings it the answer, in the transaction that took the file or the answer. */
@Component
class MoveImportOn {

    private final ProcessMessages processes;

    MoveImportOn(ProcessMessages processes) {
        this.processes = processes;
    }

    @EventListener
    void received(ImportReceived file) {
        processes.start(
                "import",
                key(file.importId()),
                Map.of("importId", file.importId(), "importKind", file.kind(), "fileName", file.fileName()));
    }

    @EventListener
    void decided(ImportDecided decision) {
        String message = decision.wanted() ? "ImportApproved" : "ImportDiscarded";
        if (processes.tell(key(decision.importId()), message) == 0) {
            throw Problem.conflict("import-not-ready", "Not waiting for an answer", "The file waits for no answer now");
        }
    }

    /** What Cockpit finds it by. */
    private static String key(long importId) {
        return "IMPORT-" + importId;
    }
}
