package io.tradeflow.inquiry.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.inquiry.InquiryReceived;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the backbone for each inquiry, in the transaction that receives it: no inquiry without its process, no process without it. */
@Component
class StartDeal {

    private static final String BACKBONE = "inquiry-to-invoice";

    private final ProcessMessages messages;

    StartDeal(ProcessMessages messages) {
        this.messages = messages;
    }

    @EventListener
    void start(InquiryReceived received) {
        messages.start(
                BACKBONE,
                received.inquiryNumber(),
                Map.of(
                        "inquiryNumber", received.inquiryNumber(),
                        "buyerCode", received.buyerCode(),
                        "buyerName", received.buyerName(),
                        "businessCategory", received.businessCategory().name(),
                        "taxRegistration", received.taxRegistration().name()));
    }
}
