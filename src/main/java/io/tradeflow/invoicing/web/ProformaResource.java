package io.tradeflow.invoicing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.invoicing.ProformaInvoice;
import io.tradeflow.invoicing.ProformaInvoices;
import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proforma invoices over HTTP; a buyer's user sees the own company's. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Proforma invoices", description = "Ask for money before the goods leave; no tax documents")
class ProformaResource {

    private final ProformaInvoices proformas;

    ProformaResource(ProformaInvoices proformas) {
        this.proformas = proformas;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProformaInvoice")
    record Proforma(
            String number,
            @Schema(description = "one more each time it was made with other content") int revision,
            ProformaInvoice.MadeFor madeFor,
            String sourceNumber,
            int sourceRevision,
            String dealNumber,
            String buyerCode,
            LocalDate issuedOn,
            LocalDate validUntil,
            String currency,
            BigDecimal total,
            @Schema(description = "what is to be paid on it: the advance, else the total") BigDecimal asked,
            long documentId,
            String href) {

        static Proforma of(ProformaInvoice proforma) {
            return new Proforma(
                    proforma.number(),
                    proforma.revision(),
                    proforma.madeFor(),
                    proforma.sourceNumber(),
                    proforma.sourceRevision(),
                    proforma.dealNumber(),
                    proforma.buyerCode(),
                    proforma.issuedOn(),
                    proforma.validUntil(),
                    proforma.total().currency().getCurrencyCode(),
                    proforma.total().toDocumentScale(),
                    proforma.asked().toDocumentScale(),
                    proforma.documentId(),
                    "/api/v1/documents/" + proforma.documentId());
        }
    }

    @PostMapping("/quotes/{number}/proforma-invoice")
    @Operation(
            summary = "Make the proforma invoice of a quote that is open to the buyer or accepted",
            description = "Sales desk, sales managers and finance. Unchanged content gives the same paper again.")
    Proforma ofQuote(Actor by, @PathVariable String number) {
        return Proforma.of(proformas.ofQuote(by, number));
    }

    @PostMapping("/orders/{number}/proforma-invoice")
    @Operation(
            summary = "Make the proforma invoice of a confirmed order",
            description = "Sales desk, sales managers and finance. Unchanged content gives the same paper again.")
    Proforma ofOrder(Actor by, @PathVariable String number) {
        return Proforma.of(proformas.ofOrder(by, number));
    }

    @GetMapping("/proforma-invoices/{number}")
    @Operation(summary = "Read a proforma invoice")
    Proforma proforma(Actor by, @PathVariable String number) {
        return Proforma.of(proformas.proforma(by, number));
    }

    @PostMapping("/proforma-invoices/{number}/mail")
    @Operation(
            summary = "Mail a proforma invoice to the buyer",
            description = "What it says now goes out once, however often it is asked for.")
    Proforma mail(Actor by, @PathVariable String number) {
        return Proforma.of(proformas.mail(by, number));
    }
}
