package io.tradeflow.desk;

import io.tradeflow.invoicing.ProformaInvoice;
import io.tradeflow.invoicing.ProformaInvoices;
import io.tradeflow.kernel.Actor;
import io.tradeflow.screen.TypedForm;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Proforma invoices, made on the pages of quote and order. */
@Controller
class ProformaPages {

    private final ProformaInvoices proformas;

    ProformaPages(ProformaInvoices proformas) {
        this.proformas = proformas;
    }

    @PostMapping("/desk/quotes/{number}/proforma-invoice")
    String ofQuote(Actor.Staff by, @PathVariable String number, RedirectAttributes nextPage) {
        new TypedForm(Map.of()).submit(nextPage, () -> stands(proformas.ofQuote(by, number)));
        return "redirect:/desk/quotes/" + number;
    }

    @PostMapping("/desk/orders/{number}/proforma-invoice")
    String ofOrder(Actor.Staff by, @PathVariable String number, RedirectAttributes nextPage) {
        new TypedForm(Map.of()).submit(nextPage, () -> stands(proformas.ofOrder(by, number)));
        return "redirect:/desk/orders/" + number;
    }

    @PostMapping("/desk/proforma-invoices/{number}/mail")
    String mail(Actor.Staff by, @PathVariable String number, RedirectAttributes nextPage) {
        ProformaInvoice proforma = proformas.proforma(by, number);
        new TypedForm(Map.of()).submit(nextPage, () -> {
            proformas.mail(by, number);
            return number + " is on its way to the buyer.";
        });
        return "redirect:/desk/" + (proforma.madeFor() == ProformaInvoice.MadeFor.QUOTE ? "quotes/" : "orders/")
                + proforma.sourceNumber();
    }

    private static String stands(ProformaInvoice proforma) {
        return "Proforma invoice " + proforma.number() + " says what stands now.";
    }
}
