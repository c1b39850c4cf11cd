package io.tradeflow.invoicing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.invoicing.RevisableInvoice;
import io.tradeflow.invoicing.RevisedInvoice;
import io.tradeflow.invoicing.RevisedInvoices;
import io.tradeflow.kernel.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Revised invoices over HTTP, for finance. */
@RestController
@RequestMapping("/api/v1/revised-invoices")
@Tag(name = "Revised invoices", description = "Tax on supplies from before the certificate of registration; finance")
class RevisedInvoicesResource {

    private final RevisedInvoices revised;

    RevisedInvoicesResource(RevisedInvoices revised) {
        this.revised = revised;
    }

    /** @param invoiceNumber of the bill of supply */
    record Wanted(@NotBlank String invoiceNumber) {}

    @GetMapping("/revisable")
    @Operation(summary = "List the bills of supply that no revised invoice follows yet")
    List<RevisableJson> revisable(Actor by) {
        return revised.revisable(by).stream().map(RevisableJson::of).toList();
    }

    @PostMapping("/preview")
    @Operation(summary = "What the revised invoice of a bill would come to", description = "Nothing is kept.")
    RevisedInvoiceJson preview(Actor by, @Valid @RequestBody Wanted wanted) {
        return RevisedInvoiceJson.of(revised.preview(by, wanted.invoiceNumber()));
    }

    @PostMapping
    @Operation(summary = "Issue the revised invoice of a bill")
    ResponseEntity<RevisedInvoiceJson> issue(Actor by, @Valid @RequestBody Wanted wanted) {
        RevisedInvoice issued = revised.issue(by, wanted.invoiceNumber());
        return ResponseEntity.created(URI.create("/api/v1/revised-invoices/" + issued.number()))
                .body(RevisedInvoiceJson.of(issued));
    }

    @GetMapping
    @Operation(summary = "List revised invoices, the latest first")
    List<RevisedInvoiceJson> latest(Actor by) {
        return revised.latest(by).stream().map(RevisedInvoiceJson::of).toList();
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read a revised invoice")
    RevisedInvoiceJson one(Actor by, @PathVariable String number) {
        return RevisedInvoiceJson.of(revised.revised(by, number));
    }

    /** A bill that can be revised, over the API. */
    record RevisableJson(
            String invoiceNumber,
            String branchCode,
            String dealNumber,
            String buyerName,
            String buyerGstin,
            LocalDate issuedOn,
            BigDecimal grandTotal,
            String currency,
            LocalDate lastDay) {

        static RevisableJson of(RevisableInvoice bill) {
            return new RevisableJson(
                    bill.number(),
                    bill.branchCode(),
                    bill.dealNumber(),
                    bill.buyerName(),
                    bill.buyerGstin(),
                    bill.issuedOn(),
                    bill.grandTotal().amount(),
                    bill.grandTotal().currency().getCurrencyCode(),
                    bill.lastDay());
        }
    }
}
