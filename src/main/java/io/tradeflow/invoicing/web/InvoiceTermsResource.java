package io.tradeflow.invoicing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.invoicing.InvoiceDecisions;
import io.tradeflow.invoicing.InvoiceSchedule;
import io.tradeflow.invoicing.InvoiceTerms;
import io.tradeflow.kernel.Actor;
import io.tradeflow.ordering.SalesOrders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is decided about the invoices of an order, over HTTP. */
@RestController
@RequestMapping("/api/v1/orders/{number}/invoice-terms")
@Tag(name = "Invoices", description = "GST tax invoices and bills of supply")
class InvoiceTermsResource {

    private final InvoiceDecisions decisions;
    private final SalesOrders orders;

    InvoiceTermsResource(InvoiceDecisions decisions, SalesOrders orders) {
        this.decisions = decisions;
        this.orders = orders;
    }

    /** What is not named is as usual. */
    @Schema(name = "InvoiceTerms")
    record Terms(
            boolean reverseCharge,
            String reverseChargeWhy,
            @Schema(description = "the State of delivery, where that is chosen") String placeOfSupplyCode,
            String placeWhy,
            InvoiceSchedule scheduleWish,
            String portOfLoading,
            String portOfDischarge,
            String deliveryTerms,
            @Schema(accessMode = Schema.AccessMode.READ_ONLY) String decidedBy) {

        static Terms of(InvoiceTerms terms) {
            return new Terms(
                    terms.reverseCharge(),
                    terms.reverseChargeWhy(),
                    terms.placeOfSupplyCode(),
                    terms.placeWhy(),
                    terms.scheduleWish(),
                    terms.portOfLoading(),
                    terms.portOfDischarge(),
                    terms.deliveryTerms(),
                    terms.decidedBy());
        }
    }

    @GetMapping
    @Operation(summary = "Read what is decided about the invoices of an order", description = "Staff.")
    Terms terms(Actor.Staff by, @PathVariable String number) {
        return Terms.of(decisions.of(orders.order(by, number).number()));
    }

    @PutMapping
    @Operation(
            summary = "Decide about the invoices of an order still to come",
            description =
                    "Finance. Reverse charge and a chosen place of supply need a reason; the deal's timeline keeps who decided.")
    Terms decide(Actor.Staff by, @PathVariable String number, @RequestBody Terms terms) {
        return Terms.of(decisions.decide(
                by,
                new InvoiceTerms(
                        number,
                        terms.reverseCharge(),
                        terms.reverseChargeWhy(),
                        terms.placeOfSupplyCode(),
                        terms.placeWhy(),
                        terms.scheduleWish(),
                        terms.portOfLoading(),
                        terms.portOfDischarge(),
                        terms.deliveryTerms(),
                        null)));
    }
}
