package io.tradeflow.desk;

import io.tradeflow.invoicing.RevisedInvoice;
import io.tradeflow.invoicing.RevisedInvoices;
import io.tradeflow.invoicing.TaxNotes;
import io.tradeflow.kernel.Actor;
import io.tradeflow.payment.Receivables;
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

/** What finance can still revise, what a revised invoice would say, and those that are issued. */
@Controller
class RevisedInvoicePages {

    private static final String PAGES = "/desk/revised-invoices";

    private final RevisedInvoices revised;
    private final TaxNotes notes;
    private final Receivables receivables;
    private final Clock clock;

    RevisedInvoicePages(RevisedInvoices revised, TaxNotes notes, Receivables receivables, Clock clock) {
        this.revised = revised;
        this.notes = notes;
        this.receivables = receivables;
        this.clock = clock;
    }

    @GetMapping(PAGES)
    String list(Actor.Staff by, Model model) {
        model.addAttribute("bills", revised.revisable(by));
        model.addAttribute("issued", revised.latest(by));
        model.addAttribute("today", LocalDate.now(clock));
        return "desk/revised-invoices";
    }

    @GetMapping(PAGES + "/of/{invoice}")
    String preview(Actor.Staff by, @PathVariable String invoice, Model model) {
        show(by, model, revised.preview(by, invoice));
        return "desk/revised-invoice";
    }

    @GetMapping(PAGES + "/{number}")
    String one(Actor.Staff by, @PathVariable String number, Model model) {
        show(by, model, revised.revised(by, number));
        return "desk/revised-invoice";
    }

    private void show(Actor.Staff by, Model model, RevisedInvoice shown) {
        model.addAttribute("revised", shown);
        model.addAttribute("mayIssue", revised.mayIssue(by));
        model.addAttribute("notes", notes.ofInvoice(shown.invoiceNumber()));
        model.addAttribute(
                "item",
                shown.number() == null ? null : receivables.find(shown.number()).orElse(null));
    }

    @PostMapping(PAGES)
    String issue(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        String[] number = {null};
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            RevisedInvoice issued = revised.issue(by, typed.text("invoice"));
            number[0] = issued.number();
            return "Revised invoice " + issued.number() + " is issued.";
        });
        return "redirect:" + PAGES + (number[0] == null ? "" : "/" + number[0]);
    }
}
