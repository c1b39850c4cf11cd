package io.tradeflow.portal;

import io.tradeflow.document.Documents;
import io.tradeflow.invoicing.RevisedInvoices;
import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.invoicing.TaxNotes;
import io.tradeflow.kernel.Actor;
import io.tradeflow.party.Parties;
import io.tradeflow.payment.AppliedMoney;
import io.tradeflow.payment.Receivables;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An invoice as its buyer sees it: what it is for, what is open of it and where to pay. */
@Controller("portalInvoicePages")
class InvoicePages {

    private final TaxInvoices invoices;
    private final TaxNotes notes;
    private final RevisedInvoices revised;
    private final Receivables receivables;
    private final AppliedMoney money;
    private final Documents documents;
    private final Parties parties;

    InvoicePages(
            TaxInvoices invoices,
            TaxNotes notes,
            RevisedInvoices revised,
            Receivables receivables,
            AppliedMoney money,
            Documents documents,
            Parties parties) {
        this.invoices = invoices;
        this.notes = notes;
        this.revised = revised;
        this.receivables = receivables;
        this.money = money;
        this.documents = documents;
        this.parties = parties;
    }

    @GetMapping("/portal/invoices/{number}")
    String one(Actor.BuyerUser by, @PathVariable String number, Model model) {
        TaxInvoice invoice = invoices.invoice(by, number);
        model.addAttribute("invoice", invoice);
        model.addAttribute("document", documents.document(by, invoice.documentId()));
        model.addAttribute("item", receivables.find(number).orElse(null));
        model.addAttribute("entries", money.ofInvoice(number));
        model.addAttribute("notes", notes.ofInvoice(number));
        model.addAttribute("revised", revised.ofInvoice(number).orElse(null));
        model.addAttribute("bank", parties.branch(invoice.branchCode()).bankAccount());
        return "portal/invoice";
    }

    /** A revised invoice has no page of its own: the bill's page says what became of it. */
    @GetMapping("/portal/revised-invoices/{number}")
    String revised(Actor.BuyerUser by, @PathVariable String number) {
        return "redirect:/portal/invoices/" + revised.revised(by, number).invoiceNumber();
    }
}
