package io.tradeflow.desk;

import io.tradeflow.document.Documents;
import io.tradeflow.einvoice.EInvoice;
import io.tradeflow.einvoice.EInvoices;
import io.tradeflow.invoicing.RevisedInvoices;
import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.invoicing.TaxNotes;
import io.tradeflow.kernel.Actor;
import io.tradeflow.payment.AppliedMoney;
import io.tradeflow.payment.OpenItem;
import io.tradeflow.payment.ReceivableFilter;
import io.tradeflow.payment.ReceivableFilter.State;
import io.tradeflow.payment.Receivables;
import io.tradeflow.screen.AskedDays;
import io.tradeflow.screen.TypedForm;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The invoices, and one invoice with its tax, its papers and what was paid for it. */
@Controller("deskInvoicePages")
class InvoicePages {

    private static final int PAGE_SIZE = 50;

    private final TaxInvoices invoices;
    private final TaxNotes notes;
    private final RevisedInvoices revised;
    private final EInvoices eInvoices;
    private final Receivables receivables;
    private final AppliedMoney money;
    private final Documents documents;
    private final ShippingBillPages shippingBills;

    InvoicePages(
            TaxInvoices invoices,
            TaxNotes notes,
            RevisedInvoices revised,
            EInvoices eInvoices,
            Receivables receivables,
            AppliedMoney money,
            Documents documents,
            ShippingBillPages shippingBills) {
        this.invoices = invoices;
        this.notes = notes;
        this.revised = revised;
        this.eInvoices = eInvoices;
        this.receivables = receivables;
        this.money = money;
        this.documents = documents;
        this.shippingBills = shippingBills;
    }

    @GetMapping("/desk/invoices")
    String list(
            Actor.Staff by,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) String partly,
            Model model) {
        TypedForm typed = new TypedForm(fields);
        State state = typed.choice("state", State.class);
        Integer page = typed.wholeNumber("page");
        AskedDays days = AskedDays.of(typed, "from", "to", null);
        days.tell(fields, model);
        ReceivableFilter filter = new ReceivableFilter(
                typed.text("q"), state, days.first(), days.last(), page == null ? 0 : page, PAGE_SIZE);
        model.addAttribute("items", receivables.list(by, filter));
        model.addAttribute("sums", receivables.sums(by, filter));
        model.addAttribute("filter", filter);
        model.addAttribute("states", State.values());
        model.addAttribute("partly", partly);
        return partly == null ? "desk/invoices" : "desk/invoices :: list";
    }

    @GetMapping("/desk/invoices/{number}")
    String one(Actor.Staff by, @PathVariable String number, Model model) {
        Optional<OpenItem> item = receivables.find(number);
        Optional<String> elsewhere = item.flatMap(InvoicePages::elsewhere);
        if (elsewhere.isPresent()) {
            return "redirect:/desk/" + elsewhere.get() + "/" + number;
        }
        TaxInvoice invoice = invoices.invoice(by, number);
        model.addAttribute("invoice", invoice);
        model.addAttribute("document", documents.document(by, invoice.documentId()));
        model.addAttribute("item", item.orElse(null));
        model.addAttribute("entries", money.ofInvoice(number));
        model.addAttribute("notes", notes.ofInvoice(number));
        model.addAttribute(
                "eInvoice", eInvoices.ofDocument(EInvoice.INVOICE, number).orElse(null));
        model.addAttribute("shippingBill", shippingBills.panel(by, invoice).orElse(null));
        model.addAttribute("revised", revised.ofInvoice(number).orElse(null));
        model.addAttribute("revisable", revised.mayIssue(by) && revised.isRevisable(invoice));
        model.addAttribute("mayIssueNote", notes.mayIssue(by) && !invoice.cancelled());
        return "desk/invoice";
    }

    /** Whoever follows a number does not know of what paper it is. */
    private static Optional<String> elsewhere(OpenItem item) {
        return switch (item.kind()) {
            case INVOICE -> Optional.empty();
            case DEBIT_NOTE -> Optional.of("notes");
            case REVISED_INVOICE -> Optional.of("revised-invoices");
        };
    }
}
