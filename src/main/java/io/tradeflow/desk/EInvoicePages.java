package io.tradeflow.desk;

import io.tradeflow.einvoice.CancellationAsked;
import io.tradeflow.einvoice.EInvoice;
import io.tradeflow.einvoice.EInvoice.State;
import io.tradeflow.einvoice.EInvoiceCancellations;
import io.tradeflow.einvoice.EInvoiceDuties;
import io.tradeflow.einvoice.EInvoiceDuty;
import io.tradeflow.einvoice.EInvoiceRegistration;
import io.tradeflow.einvoice.EInvoices;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.screen.TypedForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** E-invoices by state: files to the portal, signed answers from it, what was asked and answered, cancelling. */
@Controller
class EInvoicePages {

    private static final String PAGE = "/desk/e-invoices";
    private static final List<State> OPEN = List.of(State.WAITING, State.READY, State.PROBLEM);
    private static final int USUAL_HOURS = 24;

    private final EInvoices eInvoices;
    private final EInvoiceCancellations cancellations;
    private final EInvoiceRegistration registration;
    private final EInvoiceDuties duties;
    private final Clock clock;

    EInvoicePages(
            EInvoices eInvoices,
            EInvoiceCancellations cancellations,
            EInvoiceRegistration registration,
            EInvoiceDuties duties,
            Clock clock) {
        this.eInvoices = eInvoices;
        this.cancellations = cancellations;
        this.registration = registration;
        this.duties = duties;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String list(Actor.Staff by, @RequestParam(required = false) State state, Model model) {
        List<EInvoice> open = eInvoices.list(by, OPEN, null);
        List<EInvoice> rows = state == null ? open : eInvoices.list(by, List.of(state), null);
        model.addAttribute("rows", rows);
        model.addAttribute("silences", eInvoices.silences(by, rows));
        model.addAttribute(
                "ready", open.stream().filter(row -> row.state() == State.READY).count());
        model.addAttribute("state", state);
        model.addAttribute("states", State.values());
        model.addAttribute("byHand", registration.isByHand());
        model.addAttribute("mayKeep", EInvoices.mayKeep(by));
        model.addAttribute("duty", duties.on(LocalDate.now(clock)).orElse(null));
        return "desk/e-invoices";
    }

    @PostMapping(PAGE + "/signed-answers")
    String record(Actor.Staff by, @RequestParam MultipartFile file, RedirectAttributes nextPage) {
        new TypedForm(Map.of()).submit(nextPage, () -> {
            try {
                List<EInvoices.Recorded> recorded =
                        eInvoices.record(by, new String(file.getBytes(), StandardCharsets.UTF_8));
                long known =
                        recorded.stream().filter(EInvoices.Recorded::wasThere).count();
                return "Taken over: " + (recorded.size() - known)
                        + (known == 0 ? "." : "; " + known + " were there already.");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return "redirect:" + PAGE;
    }

    @GetMapping(PAGE + "/{irn}")
    String eInvoice(Actor.Staff by, @PathVariable String irn, Model model) {
        model.addAttribute("exchanges", eInvoices.exchanges(by, irn));
        EInvoice eInvoice = eInvoices.eInvoice(irn);
        Instant until = cancellations.until(eInvoice);
        model.addAttribute("silence", eInvoices.silences(by, List.of(eInvoice)).get(irn));
        model.addAttribute("e", eInvoice);
        model.addAttribute(
                "uploadUntil", eInvoices.uploadUntil(eInvoice.issuedOn()).orElse(null));
        model.addAttribute("cancelUntil", until);
        model.addAttribute("mayKeep", EInvoices.mayKeep(by));
        model.addAttribute("inTime", eInvoice.isRegistered() && !clock.instant().isAfter(until));
        model.addAttribute("byHand", registration.isByHand());
        return "desk/e-invoice";
    }

    @PostMapping(PAGE + "/{irn}/cancellation")
    String cancel(
            Actor.Staff by,
            @PathVariable String irn,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            Integer code = typed.wholeNumber("code");
            Instant atPortal = moment(typed.text("cancelledAt"));
            typed.requireReadable();
            EInvoice cancelled = cancellations.cancel(
                    by,
                    irn,
                    new CancellationAsked(
                            code == null ? 0 : code, typed.text("remark"), atPortal, typed.text("proof")));
            return cancelled.documentNumber() + " is cancelled.";
        });
        return "redirect:" + PAGE + "/" + irn;
    }

    /** Null if nothing was typed. */
    private Instant moment(String typed) {
        try {
            return typed == null
                    ? null
                    : LocalDateTime.parse(typed).atZone(clock.getZone()).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.invalid("invalid-cancellation", "cancelledAt", "'" + typed + "' is no day and time");
        }
    }

    @GetMapping(PAGE + "/duty")
    String duty(Actor.Staff by, Model model) {
        model.addAttribute("duties", duties.all());
        model.addAttribute("mayEnter", EInvoiceDuties.mayEnter(by));
        return "desk/e-invoice-duty";
    }

    @PostMapping(PAGE + "/duty")
    String enter(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            LocalDate from = typed.date("validFrom");
            Integer days = typed.wholeNumber("uploadWithinDays");
            Integer hours = typed.wholeNumber("cancelWithinHours");
            typed.requireReadable();
            duties.enter(
                    by,
                    new EInvoiceDuty(
                            from,
                            "yes".equals(typed.text("applies")),
                            days,
                            hours == null ? USUAL_HOURS : hours,
                            typed.text("source")));
            return "The entry counts from " + from + ".";
        });
        return "redirect:" + PAGE + "/duty";
    }
}
