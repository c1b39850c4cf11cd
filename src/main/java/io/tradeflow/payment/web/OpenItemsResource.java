package io.tradeflow.payment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Instalment;
import io.tradeflow.payment.OpenItem;
import io.tradeflow.payment.Payments;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Open items over HTTP: all that is open, or all items of one deal; a buyer's user sees the own company's. */
@RestController
@RequestMapping("/api/v1/open-items")
@Tag(name = "Payments", description = "Money received, and what is still to pay")
class OpenItemsResource {

    private final Payments payments;

    OpenItemsResource(Payments payments) {
        this.payments = payments;
    }

    @GetMapping
    @Operation(summary = "List all that is still to pay, or all items of one deal")
    List<OpenItemJson> openItems(Actor by, @RequestParam(required = false) String deal) {
        List<OpenItem> items = deal == null ? payments.openItems(by) : payments.ofDeal(by, deal);
        return items.stream().map(OpenItemJson::of).toList();
    }

    /** Amounts in {@code currency}; {@code open} is what is not settled yet, in whichever way. */
    record OpenItemJson(
            String invoiceNumber,
            OpenItem.Kind kind,
            String dealNumber,
            String orderNumber,
            String buyerCode,
            String buyerName,
            LocalDate issuedOn,
            @Schema(description = "When the last of it is due") LocalDate dueOn,
            @Schema(description = "When the next open instalment is due") LocalDate nextDueOn,
            String currency,
            BigDecimal amount,
            BigDecimal paid,
            BigDecimal tds,
            BigDecimal writtenOff,
            BigDecimal credited,
            BigDecimal discounted,
            BigDecimal cancelled,
            BigDecimal open,
            List<InstalmentJson> instalments,
            @Schema(
                            description =
                                    "Last day on which paying all of it earns the early-payment discount; null without one")
                    LocalDate discountUntil,
            @Schema(description = "In percent of the total after credit notes; null without one")
                    BigDecimal discountPercent) {

        /** {@code open} is what of it is not settled; whatever settles the item settles first what is due first. */
        @Schema(name = "Instalment")
        record InstalmentJson(LocalDate dueOn, BigDecimal amount, BigDecimal open) {}

        static OpenItemJson of(OpenItem item) {
            return new OpenItemJson(
                    item.invoiceNumber(),
                    item.kind(),
                    item.dealNumber(),
                    item.orderNumber(),
                    item.buyerCode(),
                    item.buyerName(),
                    item.issuedOn(),
                    item.dueOn(),
                    item.nextDueOn(),
                    item.currency(),
                    item.amount().toDocumentScale(),
                    item.paid().toDocumentScale(),
                    item.settled().tds().toDocumentScale(),
                    item.settled().writtenOff().toDocumentScale(),
                    item.settled().credited().toDocumentScale(),
                    item.settled().discounted().toDocumentScale(),
                    item.settled().cancelled().toDocumentScale(),
                    item.open().toDocumentScale(),
                    instalments(item),
                    item.earlyPayment() == null ? null : item.earlyPayment().until(),
                    item.earlyPayment() == null
                            ? null
                            : item.earlyPayment().percent().value());
        }

        private static List<InstalmentJson> instalments(OpenItem item) {
            List<Instalment> open = Instalment.open(item.instalments(), item.open());
            return IntStream.range(0, open.size())
                    .mapToObj(index -> new InstalmentJson(
                            open.get(index).dueOn(),
                            item.instalments().get(index).amount().toDocumentScale(),
                            open.get(index).amount().toDocumentScale()))
                    .toList();
        }
    }
}
