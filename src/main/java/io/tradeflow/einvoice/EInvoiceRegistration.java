package io.tradeflow.einvoice;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registers with the portal over HTTP. Only one registers a document at a time, and where an earlier question stayed without answer the portal is
 * asked first whether it has the document, so nothing is registered twice.
 */
@Service
public class EInvoiceRegistration {

    private final EInvoiceTable table;
    private final Exchanges exchanges;
    private final EInvoiceRegister register;
    private final Irp irp;

    EInvoiceRegistration(EInvoiceTable table, Exchanges exchanges, EInvoiceRegister register, Irp irp) {
        this.table = table;
        this.exchanges = exchanges;
        this.register = register;
        this.irp = irp;
    }

    /** Whether people carry files to and from the portal. */
    public boolean isByHand() {
        return irp.isByHand();
    }

    /**
     * Registers what is ready. May be repeated: what is registered stays so.
     *
     * @return REGISTERED, or PROBLEM with what a person has to clear up
     * @throws IrpUnavailable when no answer came; then nothing has changed but the record of the question
     */
    @Transactional
    public EInvoice register(String irn) {
        EInvoice ours = table.lock(irn).orElseThrow(() -> Problem.notFound("e-invoice", irn));
        if (ours.state() != EInvoice.State.READY) {
            return ours;
        }
        IrpAnswer answer = ask(ours);
        if (answer.isAccepted()) {
            take(ours, answer);
        } else {
            register.object(ours, answer.code(), IrpErrors.sentence(answer));
        }
        return table.find(irn).orElseThrow();
    }

    private IrpAnswer ask(EInvoice ours) {
        if (exchanges.mayBeRegistered(ours.irn())) {
            IrpAnswer found = find(ours);
            if (found.isAccepted() || found.isError(IrpAnswer.TOO_OLD)) {
                return found;
            }
        }
        String request = table.request(ours.irn()).orElseThrow();
        IrpAnswer answer =
                recorded(ours, Exchange.Kind.REGISTER, request, () -> irp.register(ours.sellerGstin(), request));
        if (!answer.isError(IrpAnswer.DUPLICATE)) {
            return answer;
        }
        IrpAnswer found = find(ours);
        return found.isAccepted() || found.isError(IrpAnswer.TOO_OLD) ? found : answer;
    }

    private IrpAnswer find(EInvoice ours) {
        return recorded(ours, Exchange.Kind.FIND, null, () -> irp.find(ours.sellerGstin(), ours.irn()));
    }

    private IrpAnswer recorded(EInvoice ours, Exchange.Kind kind, String request, Supplier<IrpAnswer> question) {
        long id = exchanges.asked(ours.irn(), kind, request, Actor.PROGRAM.name());
        try {
            IrpAnswer answer = question.get();
            exchanges.answered(id, answer.body(), answer.outcome());
            return answer;
        } catch (IrpUnavailable silent) {
            exchanges.answered(id, null, silent.getMessage());
            throw new IrpUnavailable(
                    silent.getMessage() + ". E-invoice of " + ours.documentNumber() + ", deal " + ours.dealNumber()
                            + ", is not registered yet and its goods wait; retry this job when the portal is back,"
                            + " with a due date of now",
                    silent);
        }
    }

    private void take(EInvoice ours, IrpAnswer answer) {
        List<Violation> unreadable = new ArrayList<>();
        Optional<SignedAnswer> signed = SignedAnswer.read(answer.data(), "", unreadable);
        if (signed.isEmpty()) {
            register.object(
                    ours,
                    null,
                    "The portal's answer cannot be read: " + unreadable.get(0).message());
            return;
        }
        List<String> objections = register.objections(ours, signed.get());
        if (objections.isEmpty()) {
            register.take(ours, signed.get(), Actor.PROGRAM);
        } else {
            register.object(ours, null, objections.get(0));
        }
    }
}
