package io.tradeflow.portal;

import io.tradeflow.dispatch.Consignments;
import io.tradeflow.document.Documents;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.inquiry.DealFilter;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.inquiry.LostReasons;
import io.tradeflow.inventory.Promises;
import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.kernel.Actor;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Parties;
import io.tradeflow.payment.Payments;
import io.tradeflow.purchasing.PurchaseApprovals;
import io.tradeflow.quotation.Quotations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A buyer's own deals; the services show a buyer's user nothing else. */
@Controller
class PortalPages {

    private static final int PAGE_SIZE = 25;

    private final Deals deals;
    private final Inquiries inquiries;
    private final Quotations quotations;
    private final SalesOrders orders;
    private final Shipments shipments;
    private final Consignments consignments;
    private final TaxInvoices invoices;
    private final Payments payments;
    private final Documents documents;
    private final Parties parties;
    private final PurchaseApprovals purchases;
    private final LostReasons lostReasons;
    private final Promises promises;
    private final Clock clock;

    PortalPages(
            Deals deals,
            Inquiries inquiries,
            Quotations quotations,
            SalesOrders orders,
            Shipments shipments,
            Consignments consignments,
            TaxInvoices invoices,
            Payments payments,
            Documents documents,
            Parties parties,
            PurchaseApprovals purchases,
            LostReasons lostReasons,
            Promises promises,
            Clock clock) {
        this.deals = deals;
        this.inquiries = inquiries;
        this.quotations = quotations;
        this.orders = orders;
        this.shipments = shipments;
        this.consignments = consignments;
        this.invoices = invoices;
        this.payments = payments;
        this.documents = documents;
        this.parties = parties;
        this.purchases = purchases;
        this.lostReasons = lostReasons;
        this.promises = promises;
        this.clock = clock;
    }

    @GetMapping("/portal")
    String list(
            Actor.BuyerUser by,
            @RequestParam(name = "q", required = false) String text,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        DealFilter filter =
                new DealFilter(null, by.buyerCode(), text == null || text.isBlank() ? null : text, page, PAGE_SIZE);
        model.addAttribute("buyer", parties.buyer(by.buyerCode()));
        model.addAttribute("deals", deals.deals(by, filter));
        model.addAttribute("total", deals.count(by, filter));
        model.addAttribute("page", page);
        model.addAttribute("size", PAGE_SIZE);
        model.addAttribute("q", text);
        return "portal/deals";
    }

    @GetMapping("/portal/deals/{number}")
    String deal(Actor.BuyerUser by, @PathVariable String number, Model model) {
        model.addAttribute("deal", deals.deal(by, number));
        model.addAttribute("inquiry", inquiries.inquiry(number));
        model.addAttribute("quotes", quotations.ofDeal(by, number));
        model.addAttribute("order", orders.ofDeal(number).orElse(null));
        model.addAttribute(
                "promises",
                orders.ofDeal(number)
                        .map(order -> promises.ofOrder(order.number()))
                        .orElse(List.of()));
        model.addAttribute("shipments", shipments.ofDeal(number));
        model.addAttribute("consignments", consignments.ofDeal(number));
        model.addAttribute("invoices", invoices.ofDeal(by, number));
        model.addAttribute("openItems", payments.ofDeal(by, number));
        model.addAttribute("documents", documents.ofDeal(by, number));
        model.addAttribute("timeline", deals.timeline(by, number));
        model.addAttribute("purchase", purchases.openOfDeal(number).orElse(null));
        model.addAttribute("lostReasons", lostReasons.offered(by));
        model.addAttribute("today", LocalDate.now(clock));
        return "portal/deal";
    }
}
