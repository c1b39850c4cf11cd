package io.tradeflow.einvoice.process;

import io.tradeflow.einvoice.EInvoiceRecorded;
import io.tradeflow.engine.ProcessMessages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Wakes what waits for the registration. Nobody may be waiting: the process looks by itself before it waits. */
@Component
class EInvoiceRecordedListener {

    private final ProcessMessages messages;

    EInvoiceRecordedListener(ProcessMessages messages) {
        this.messages = messages;
    }

    @EventListener
    void on(EInvoiceRecorded recorded) {
        messages.tell(recorded.dealNumber(), "RegistrationRecorded", "irn", recorded.irn());
    }
}
