package io.tradeflow.portal;

import io.tradeflow.amendment.OrderChanges;
import io.tradeflow.document.DocumentKind;
import io.tradeflow.document.Documents;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.inventory.Promises;
import io.tradeflow.kernel.Actor;
import io.tradeflow.ordering.OrderHolds;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One of the buyer's own orders. */
@Controller("portalOrderPages")
class OrderPages {

    private final SalesOrders orders;
    private final OrderHolds holds;
    private final Deals deals;
    private final Documents documents;
    private final OrderChanges changes;
    private final Promises promises;

    OrderPages(
            SalesOrders orders,
            OrderHolds holds,
            Deals deals,
            Documents documents,
            OrderChanges changes,
            Promises promises) {
        this.orders = orders;
        this.holds = holds;
        this.deals = deals;
        this.documents = documents;
        this.changes = changes;
        this.promises = promises;
    }

    @GetMapping("/portal/orders/{number}")
    String order(Actor.BuyerUser by, @PathVariable String number, Model model) {
        SalesOrder order = orders.order(by, number);
        model.addAttribute("order", order);
        model.addAttribute("promises", promises.ofOrder(number));
        model.addAttribute("changes", changes.ofOrder(by, number));
        model.addAttribute("mayChange", changes.mayChange(by) && order.status() == SalesOrder.Status.CONFIRMED);
        model.addAttribute("deal", deals.deal(by, order.dealNumber()));
        model.addAttribute("held", holds.isHeld(number));
        model.addAttribute(
                "confirmations",
                documents.ofDeal(by, order.dealNumber()).stream()
                        .filter(document -> document.kind() == DocumentKind.ORDER_CONFIRMATION)
                        .toList());
        return "portal/order";
    }
}
