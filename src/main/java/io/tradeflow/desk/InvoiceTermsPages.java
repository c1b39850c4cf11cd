package io.tradeflow.desk;

import io.tradeflow.invoicing.InvoiceDecisions;
import io.tradeflow.invoicing.InvoiceSchedule;
import io.tradeflow.invoicing.InvoiceTerms;
import io.tradeflow.kernel.Actor;
import io.tradeflow.screen.TypedForm;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Finance decides about the invoices of an order on the order's page. */
@Controller
class InvoiceTermsPages {

    private final InvoiceDecisions decisions;

    InvoiceTermsPages(InvoiceDecisions decisions) {
        this.decisions = decisions;
    }

    @PostMapping("/desk/orders/{number}/invoice-terms")
    String decide(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            InvoiceSchedule wish = typed.text("scheduleWish") == null
                            || typed.text("scheduleWish").isBlank()
                    ? null
                    : typed.choice("scheduleWish", InvoiceSchedule.class);
            typed.requireReadable();
            decisions.decide(
                    by,
                    new InvoiceTerms(
                            number,
                            fields.containsKey("reverseCharge"),
                            typed.text("reverseChargeWhy"),
                            typed.text("placeOfSupplyCode"),
                            typed.text("placeWhy"),
                            wish,
                            typed.text("portOfLoading"),
                            typed.text("portOfDischarge"),
                            typed.text("deliveryTerms"),
                            null));
            return "Decided. Invoices still to come follow it.";
        });
        return "redirect:/desk/orders/" + number;
    }
}
