package io.tradeflow.desk;

import io.tradeflow.inquiry.Deals;
import io.tradeflow.invoicing.ItcReversals;
import io.tradeflow.invoicing.ItcStatus;
import io.tradeflow.invoicing.NoteDraft;
import io.tradeflow.invoicing.NoteDrafts;
import io.tradeflow.invoicing.NoteKind;
import io.tradeflow.invoicing.NotePreview;
import io.tradeflow.invoicing.NoteReason;
import io.tradeflow.invoicing.TaxNote;
import io.tradeflow.invoicing.TaxNotes;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.screen.TypedForm;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Credit and debit notes: all of them, one of them, and drafting one over the invoices of a deal. */
@Controller("deskNotePages")
class NotePages {

    private static final String NEW = "redirect:/desk/deals/%s/notes/new";

    private final Deals deals;
    private final TaxNotes notes;
    private final NoteDrafts drafts;
    private final ItcReversals reversals;
    private final Clock clock;

    NotePages(Deals deals, TaxNotes notes, NoteDrafts drafts, ItcReversals reversals, Clock clock) {
        this.deals = deals;
        this.notes = notes;
        this.drafts = drafts;
        this.reversals = reversals;
        this.clock = clock;
    }

    @GetMapping("/desk/notes")
    String list(
            Actor.Staff by,
            @RequestParam(required = false) NoteKind kind,
            @RequestParam(required = false) ItcStatus itc,
            @RequestParam(name = "q", defaultValue = "") String text,
            Model model) {
        Map<String, ItcStatus> statuses = reversals.statuses();
        model.addAttribute(
                "notes",
                notes.latest().stream()
                        .filter(note -> kind == null || note.kind() == kind)
                        .filter(note -> itc == null || itc == statuses.getOrDefault(note.number(), ItcStatus.NOT_ASKED))
                        .filter(note -> isMeant(note, text.strip().toLowerCase(Locale.ROOT)))
                        .toList());
        model.addAttribute("statuses", statuses);
        model.addAttribute("drafts", drafts.unissued());
        model.addAttribute("kinds", NoteKind.values());
        model.addAttribute("itcStatuses", ItcStatus.values());
        model.addAttribute("kind", kind);
        model.addAttribute("itc", itc);
        model.addAttribute("q", text);
        return "desk/notes";
    }

    private static boolean isMeant(TaxNote note, String text) {
        return (note.number() + " " + note.buyerName() + " " + note.dealNumber() + " "
                        + note.invoices().stream().map(TaxNote.Original::number).toList())
                .toLowerCase(Locale.ROOT)
                .contains(text);
    }

    @GetMapping("/desk/deals/{deal}/notes/new")
    String ask(Actor.Staff by, @PathVariable String deal, Model model) {
        model.addAttribute("deal", deals.deal(by, deal));
        model.addAttribute("lines", notes.creditable(by, deal));
        model.addAttribute("reasons", NoteReason.values());
        return "desk/note-new";
    }

    @PostMapping("/desk/deals/{deal}/notes/preview")
    String preview(
            Actor.Staff by,
            @PathVariable String deal,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        deals.deal(by, deal);
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            nextPage.addFlashAttribute(
                    "preview",
                    NoteForm.of(typed, notes.creditable(by, deal)).ask(request -> notes.preview(by, request)));
            nextPage.addFlashAttribute("typed", fields);
            return null;
        });
        return NEW.formatted(deal) + "#preview";
    }

    @PostMapping("/desk/deals/{deal}/notes")
    String draft(
            Actor.Staff by,
            @PathVariable String deal,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        deals.deal(by, deal);
        TypedForm typed = new TypedForm(fields);
        NoteDraft[] drafted = new NoteDraft[1];
        typed.submit(nextPage, () -> {
            NoteForm form = NoteForm.of(typed, notes.creditable(by, deal));
            requireAsShown(typed, form.ask(request -> notes.preview(by, request)));
            drafted[0] = form.ask(request -> drafts.draft(by, request));
            return drafted[0].noteNumber() == null
                    ? "Draft " + drafted[0].number() + " waits for its approval."
                    : drafted[0].kind().title() + " " + drafted[0].noteNumber()
                            + " is issued and on its way to the buyer.";
        });
        if (drafted[0] == null) {
            return NEW.formatted(deal);
        }
        return drafted[0].noteNumber() == null
                ? "redirect:/desk/deals/" + deal
                : "redirect:/desk/notes/" + drafted[0].noteNumber();
    }

    /** Nobody issues another amount than was looked at. */
    private static void requireAsShown(TypedForm typed, NotePreview now) {
        BigDecimal shown = typed.decimal("shown");
        if (shown == null || shown.compareTo(now.grandTotal().toDocumentScale()) != 0) {
            throw Problem.conflict(
                    "note-changed",
                    "Not what was worked out",
                    "The note comes to " + now.grandTotal()
                            + " now: work it out once more and look at it before it is issued");
        }
    }

    @GetMapping("/desk/notes/{number}")
    String one(Actor.Staff by, @PathVariable String number, Model model) {
        model.addAttribute("note", notes.note(by, number));
        model.addAttribute("entries", reversals.entries(number));
        model.addAttribute(
                "choices",
                new ItcStatus[] {ItcStatus.ASKED, ItcStatus.DECLARED, ItcStatus.ACCEPTED, ItcStatus.REFUSED});
        model.addAttribute("mayRecord", notes.mayIssue(by) && notes.asksForReversal(number));
        model.addAttribute("today", LocalDate.now(clock));
        return "desk/note";
    }

    @PostMapping("/desk/notes/{number}/itc-reversal")
    String reversal(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            ItcStatus status = typed.choice("status", ItcStatus.class);
            LocalDate on = typed.date("on");
            typed.requireReadable();
            reversals.record(by, number, status, on, typed.text("remark"));
            return "Recorded.";
        });
        return "redirect:/desk/notes/" + number;
    }
}
