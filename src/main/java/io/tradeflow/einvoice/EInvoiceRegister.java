package io.tradeflow.einvoice;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes over a registration, if it is that of our document and signed by the portal, and notes what is wrong if it is not. */
@Component
class EInvoiceRegister {

    private final EInvoiceTable table;
    private final ApplicationEventPublisher events;
    private final Optional<PublicKey> key;

    EInvoiceRegister(EInvoiceTable table, ApplicationEventPublisher events, EInvoiceSettings settings) {
        this.table = table;
        this.events = events;
        this.key = settings.publicKey();
    }

    /** Why the answer cannot be taken over, in sentences; empty where it can. */
    List<String> objections(EInvoice ours, SignedAnswer answer) {
        if (!answer.active()) {
            return List.of("At the portal this registration is cancelled, and its number cannot be registered again");
        }
        if (key.isPresent() && !isSigned(answer)) {
            return List.of("The answer does not carry the portal's signature");
        }
        List<String> different = answer.differences(ours);
        return different.isEmpty()
                ? List.of()
                : List.of("The portal has another document under this IRN: " + String.join(", ", different)
                        + ". Find out who registered it; this number cannot be registered again, so correct the document by a"
                        + " credit note and issue it again");
    }

    private boolean isSigned(SignedAnswer answer) {
        return SignedToken.isSignedBy(key.get(), answer.signedQrCode())
                && (answer.signedInvoice() == null || SignedToken.isSignedBy(key.get(), answer.signedInvoice()));
    }

    void take(EInvoice ours, SignedAnswer answer, Actor by) {
        table.registered(ours.irn(), answer, key.isPresent() ? true : null, by.name());
        events.publishEvent(DealProgress.internal(
                ours.dealNumber(),
                "E-invoice of " + ours.documentNumber() + " registered, acknowledgement " + answer.ackNo(),
                ours.documentNumber(),
                by));
    }

    /** @param code of the portal, null where we found it */
    void object(EInvoice ours, String code, String problem) {
        table.problem(ours.irn(), code, problem);
        events.publishEvent(DealProgress.internal(
                ours.dealNumber(),
                "E-invoice of " + ours.documentNumber() + " has to be cleared up: " + problem,
                ours.documentNumber(),
                Actor.PROGRAM));
    }
}
