package io.tradeflow.invoicing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.kernel.Actor;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tax invoices over HTTP; a buyer's user sees the own company's. */
@RestController
@RequestMapping("/api/v1/invoices")
@Tag(name = "Invoices", description = "GST tax invoices and bills of supply")
class InvoicesResource {

    private final TaxInvoices invoices;
    private final Deals deals;

    InvoicesResource(TaxInvoices invoices, Deals deals) {
        this.invoices = invoices;
        this.deals = deals;
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read a tax invoice")
    InvoiceJson invoice(Actor by, @PathVariable String number) {
        return InvoiceJson.of(invoices.invoice(by, number));
    }

    @GetMapping
    @Operation(summary = "List a deal's tax invoices in the order they were issued")
    List<InvoiceJson> ofDeal(Actor by, @RequestParam String deal) {
        deals.deal(by, deal);
        return invoices.ofDeal(by, deal).stream().map(InvoiceJson::of).toList();
    }
}
