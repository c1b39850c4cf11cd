package io.tradeflow.einvoice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Has the portal cancel a registration, or finds out that it has done so: an earlier answer may have been lost, or a person was there. What the portal
 * says is the proof, never what is said to us.
 */
@Component
class PortalCancellation {

    private static final int LONGEST_REMARK = 100;

    private final Exchanges exchanges;
    private final Irp irp;
    private final Clock clock;

    PortalCancellation(Exchanges exchanges, Irp irp, Clock clock) {
        this.exchanges = exchanges;
        this.irp = irp;
        this.clock = clock;
    }

    boolean isByHand() {
        return irp.isByHand();
    }

    /** When we asked the portal in time to cancel it and heard nothing; empty where that never happened. */
    Optional<Instant> lostQuestion(EInvoice ours, Instant until) {
        return exchanges.unanswered(ours.irn(), Exchange.Kind.CANCEL, until);
    }

    /**
     * @param until when the portal cancels it last; afterwards it is looked up first, and where the portal gives nothing out any more the person's proof
     *     counts
     * @return when it was cancelled
     * @throws Problem {@code irp-refused}, {@code irp-unavailable}
     */
    Instant cancel(EInvoice ours, CancellationAsked asked, Instant until, Actor by) {
        boolean inTime = !clock.instant().isAfter(until);
        if (!inTime) {
            boolean known = isCancelledAtPortal(ours, by);
            if (known || asked.atPortal() != null && asked.proof() != null) {
                return supposed(ours, asked, until);
            }
        }
        String request = request(ours, asked);
        IrpAnswer answer =
                recorded(ours, Exchange.Kind.CANCEL, request, by, () -> irp.cancel(ours.sellerGstin(), request));
        if (answer.isAccepted()) {
            Instant at = SignedAnswer.moment(answer.data().path("CancelDate").asText());
            return at == null ? supposed(ours, asked, until) : at;
        }
        if (answer.isError(IrpAnswer.NOT_ACTIVE)) {
            if (inTime) {
                isCancelledAtPortal(ours, by); // or it would say that it stands
            }
            return supposed(ours, asked, until);
        }
        throw Problem.conflict("irp-refused", "The portal refused it", IrpErrors.sentence(answer));
    }

    /** False where the portal does not say. @throws Problem {@code irp-refused} where it stands there */
    private boolean isCancelledAtPortal(EInvoice ours, Actor by) {
        IrpAnswer found = recorded(ours, Exchange.Kind.FIND, null, by, () -> irp.find(ours.sellerGstin(), ours.irn()));
        if (!found.isAccepted()) {
            return false;
        }
        if ("CNL".equals(found.data().path("Status").asText())) {
            return true;
        }
        throw Problem.conflict(
                "irp-refused",
                "It stands at the portal",
                "At the portal the registration of " + ours.documentNumber()
                        + " is not cancelled; correct the document by a credit note");
    }

    private Instant supposed(EInvoice ours, CancellationAsked asked, Instant until) {
        return asked.atPortal() != null
                ? asked.atPortal()
                : lostQuestion(ours, until).orElseGet(clock::instant);
    }

    private static String request(EInvoice ours, CancellationAsked asked) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Irn", ours.irn())
                .put("CnlRsn", String.valueOf(asked.code()))
                .put("CnlRem", EInvoiceJson.text(asked.remark() == null ? "Cancelled" : asked.remark(), LONGEST_REMARK))
                .toString();
    }

    private IrpAnswer recorded(
            EInvoice ours, Exchange.Kind kind, String request, Actor by, Supplier<IrpAnswer> question) {
        long id = exchanges.asked(ours.irn(), kind, request, by.name());
        try {
            IrpAnswer answer = question.get();
            exchanges.answered(id, answer.body(), answer.outcome());
            return answer;
        } catch (IrpUnavailable silent) {
            exchanges.answered(id, null, silent.getMessage());
            throw Problem.conflict(
                    "irp-unavailable",
                    "The portal does not answer",
                    silent.getMessage()
                            + ". The registration may be cancelled all the same: try again, that finds it out.");
        }
    }
}
