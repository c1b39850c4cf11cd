package io.tradeflow.invoicing.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.invoicing.InvoiceCancelled;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Goods whose invoice was cancelled get another one, in a process for each shipment. */
@Component
class StartAnotherInvoice {

    private final ProcessMessages processes;

    StartAnotherInvoice(ProcessMessages processes) {
        this.processes = processes;
    }

    @EventListener
    void on(InvoiceCancelled cancelled) {
        cancelled
                .shipmentNumbers()
                .forEach(shipment -> processes.start(
                        "another-invoice",
                        cancelled.dealNumber(),
                        Map.of(
                                "shipmentNumber", shipment,
                                "cancelledInvoice", cancelled.invoiceNumber(),
                                "buyerName", cancelled.buyerName())));
    }
}
