package io.tradeflow.portal;

import io.tradeflow.invoicing.ItcReversals;
import io.tradeflow.invoicing.ItcStatus;
import io.tradeflow.invoicing.TaxNotes;
import io.tradeflow.kernel.Actor;
import io.tradeflow.screen.TypedForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A buyer's credit and debit notes, and where the buyer declares that input tax credit is reversed. */
@Controller("portalNotePages")
class NotePages {

    private final TaxNotes notes;
    private final ItcReversals reversals;
    private final Clock clock;

    NotePages(TaxNotes notes, ItcReversals reversals, Clock clock) {
        this.notes = notes;
        this.reversals = reversals;
        this.clock = clock;
    }

    @GetMapping("/portal/notes/{number}")
    String one(Actor.BuyerUser by, @PathVariable String number, Model model) {
        model.addAttribute("note", notes.note(by, number));
        model.addAttribute("entries", reversals.entries(number));
        model.addAttribute("choices", new ItcStatus[] {ItcStatus.DECLARED});
        model.addAttribute(
                "mayRecord",
                notes.asksForReversal(number) && !reversals.status(number).isReversed());
        model.addAttribute("today", LocalDate.now(clock));
        return "portal/note";
    }

    @PostMapping("/portal/notes/{number}/itc-reversal")
    String declare(
            Actor.BuyerUser by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            LocalDate on = typed.date("on");
            typed.requireReadable();
            reversals.record(by, number, ItcStatus.DECLARED, on, typed.text("remark"));
            return "Thank you. Your declaration is recorded.";
        });
        return "redirect:/portal/notes/" + number;
    }
}
