package io.tradeflow.payment.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.payment.WriteOff;
import io.tradeflow.payment.WriteOffEnded;
import io.tradeflow.payment.WriteOffRequested;
import io.tradeflow.quotation.Amounts;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A write-off that is asked for becomes a process, and its task ends where no decision is needed any more. */
@Component
class StartWriteOff {

    private static final String ESCALATE_AFTER = "P3D";

    private final ProcessMessages processes;

    StartWriteOff(ProcessMessages processes) {
        this.processes = processes;
    }

    @EventListener
    void on(WriteOffRequested requested) {
        WriteOff writeOff = requested.writeOff();
        processes.start(
                "write-off",
                writeOff.dealNumber(),
                Map.of(
                        "writeOffNumber", writeOff.number(),
                        "orderNumber", writeOff.orderNumber(),
                        "invoiceNumber", writeOff.invoiceNumber(),
                        "buyerName", writeOff.buyerName(),
                        "requester", writeOff.requester(),
                        "currency", writeOff.amount().currency().getCurrencyCode(),
                        "writeOffValue", writeOff.amount().amount().doubleValue(),
                        "writeOffAmount", Amounts.shown(writeOff.amount()),
                        "escalateAfter", ESCALATE_AFTER));
    }

    @EventListener
    void on(WriteOffEnded ended) {
        WriteOff writeOff = ended.writeOff();
        processes.tell(
                writeOff.dealNumber(),
                writeOff.status() == WriteOff.Status.WITHDRAWN ? "WriteOffWithdrawn" : "WriteOffOvertaken",
                "writeOffNumber",
                writeOff.number());
    }
}
