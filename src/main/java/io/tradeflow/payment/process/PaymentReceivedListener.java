package io.tradeflow.payment.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.payment.PaymentReceived;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Wakes the deal's process when money has come. Nobody may be waiting: the process looks by itself before it waits.
 */
@Component
class PaymentReceivedListener {

    private final ProcessMessages messages;

    PaymentReceivedListener(ProcessMessages messages) {
        this.messages = messages;
    }

    @EventListener
    void on(PaymentReceived payment) {
        messages.tell(payment.dealNumber(), "PaymentReceived");
    }
}
