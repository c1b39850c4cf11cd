package io.tradeflow.desk;

import io.tradeflow.dispatch.Consignments;
import io.tradeflow.document.Documents;
import io.tradeflow.engine.Tasks;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.inquiry.Deal;
import io.tradeflow.inquiry.DealFilter;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.inquiry.LostDeals;
import io.tradeflow.inquiry.LostReasons;
import io.tradeflow.inventory.Promises;
import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealStage;
import io.tradeflow.ordering.DealEndings;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.payment.Payments;
import io.tradeflow.purchasing.PurchaseApproval;
import io.tradeflow.purchasing.PurchaseApprovals;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.QuoteCopies;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The deals, and one deal with everything of it. */
@Controller
class DealPages {

    private static final int PAGE_SIZE = 25;

    private final Deals deals;
    private final Inquiries inquiries;
    private final Quotations quotations;
    private final DealDecisions decisions;
    private final SalesOrders orders;
    private final Shipments shipments;
    private final Consignments consignments;
    private final TaxInvoices invoices;
    private final Payments payments;
    private final Documents documents;
    private final Tasks tasks;
    private final DealEndings endings;
    private final PurchaseApprovals purchases;
    private final LostDeals losses;
    private final LostReasons lostReasons;
    private final QuoteCopies copies;
    private final Promises promises;

    DealPages(
            Deals deals,
            Inquiries inquiries,
            Quotations quotations,
            DealDecisions decisions,
            SalesOrders orders,
            Shipments shipments,
            Consignments consignments,
            TaxInvoices invoices,
            Payments payments,
            Documents documents,
            Tasks tasks,
            DealEndings endings,
            PurchaseApprovals purchases,
            LostDeals losses,
            LostReasons lostReasons,
            QuoteCopies copies,
            Promises promises) {
        this.deals = deals;
        this.inquiries = inquiries;
        this.quotations = quotations;
        this.decisions = decisions;
        this.orders = orders;
        this.shipments = shipments;
        this.consignments = consignments;
        this.invoices = invoices;
        this.payments = payments;
        this.documents = documents;
        this.tasks = tasks;
        this.endings = endings;
        this.purchases = purchases;
        this.losses = losses;
        this.lostReasons = lostReasons;
        this.copies = copies;
        this.promises = promises;
    }

    @GetMapping("/desk")
    String list(
            Actor.Staff by,
            @RequestParam(required = false) DealStage stage,
            @RequestParam(name = "q", required = false) String text,
            @RequestParam(defaultValue = "0") int page,
            @RequestHeader(name = "HX-Request", required = false) String partly,
            Model model) {
        DealFilter filter = new DealFilter(stage, null, text == null || text.isBlank() ? null : text, page, PAGE_SIZE);
        model.addAttribute("deals", deals.deals(by, filter));
        model.addAttribute("total", deals.count(by, filter));
        model.addAttribute("page", page);
        model.addAttribute("size", PAGE_SIZE);
        model.addAttribute("stage", stage);
        model.addAttribute("q", text);
        model.addAttribute("stages", DealStage.values());
        return partly == null ? "desk/deals" : "desk/deals :: list";
    }

    @GetMapping("/desk/deals/{number}")
    String deal(Actor.Staff by, @PathVariable String number, Model model) {
        Deal deal = deals.deal(by, number);
        model.addAttribute("deal", deal);
        model.addAttribute("inquiry", inquiries.inquiry(number));
        model.addAttribute("quotes", quotations.ofDeal(by, number));
        decisions.show(by, number, model);
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
        model.addAttribute("receipts", payments.receipts(by, number));
        model.addAttribute("documents", documents.ofDeal(by, number));
        model.addAttribute(
                "buyersApprovalSince",
                purchases.openOfDeal(number).map(PurchaseApproval::openedAt).orElse(null));
        model.addAttribute("timeline", deals.timeline(by, number));
        model.addAttribute("tasks", tasks.openTasksOfDeal(number));
        model.addAttribute("mayAnswer", quotations.mayAnswer(by));
        model.addAttribute("seesMargins", quotations.seesMargins(by));
        model.addAttribute("loss", losses.of(number).orElse(null));
        model.addAttribute("lostReasons", lostReasons.offered(by));
        model.addAttribute("maySell", inquiries.maySubmit(by));
        model.addAttribute("origin", copies.originOf(number).orElse(null));
        model.addAttribute("copies", copies.copiesOf(number));
        model.addAttribute("mayCancel", endings.mayCancel(by) && !deal.stage().isOver());
        return "desk/deal";
    }
}
