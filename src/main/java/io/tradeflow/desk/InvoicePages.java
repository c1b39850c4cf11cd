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
import io.tradeflow.payment.ReceivableFilter;
import io.tradeflow.payment.ReceivableFilter.State;
import io.tradeflow.payment.Receivables;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
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
            @RequestParam(name = "q", required = false) String text,
            @RequestParam(required = false) State state,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @RequestParam(defaultValue = "0") int page,
            @RequestHeader(name = "HX-Request", required = false) String partly,
            Model model) {
        ReceivableFilter filter = new ReceivableFilter(text, state, from, to, page, PAGE_SIZE);
        model.addAttribute("items", receivables.list(by, filter));
        model.addAttribute("sums", receivables.sums(by, filter));
        model.addAttribute("filter", filter);
        model.addAttribute("states", State.values());
        return partly == null ? "desk/invoices" : "desk/invoices :: list";
    }

    @GetMapping("/desk/invoices/{number}")
    String one(Actor.Staff by, @PathVariable String number, Model model) {
        TaxInvoice invoice = invoices.invoice(by, number);
        model.addAttribute("invoice", invoice);
        model.addAttribute("document", documents.document(by, invoice.documentId()));
        model.addAttribute("item", receivables.find(number).orElse(null));
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
}
