package io.tradeflow.desk;

import io.tradeflow.amendment.OrderChanges;
import io.tradeflow.credit.CreditOverride;
import io.tradeflow.document.DocumentKind;
import io.tradeflow.document.Documents;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.inventory.Promises;
import io.tradeflow.invoicing.InvoiceDecisions;
import io.tradeflow.invoicing.InvoiceSchedule;
import io.tradeflow.invoicing.ProformaInvoice;
import io.tradeflow.invoicing.ProformaInvoices;
import io.tradeflow.kernel.Actor;
import io.tradeflow.ordering.CreditHolds;
import io.tradeflow.ordering.HoldReason;
import io.tradeflow.ordering.OrderHolds;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.screen.TypedForm;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One order: its lines, how it is delivered, and what holds it. */
@Controller
class OrderPages {

    private final SalesOrders orders;
    private final OrderHolds holds;
    private final Deals deals;
    private final Documents documents;
    private final OrderChanges changes;
    private final Promises promises;
    private final InvoiceDecisions invoiceDecisions;
    private final CreditHolds credit;
    private final ProformaInvoices proformas;
    private final Clock clock;

    OrderPages(
            SalesOrders orders,
            OrderHolds holds,
            Deals deals,
            Documents documents,
            OrderChanges changes,
            Promises promises,
            InvoiceDecisions invoiceDecisions,
            CreditHolds credit,
            ProformaInvoices proformas,
            Clock clock) {
        this.orders = orders;
        this.holds = holds;
        this.deals = deals;
        this.documents = documents;
        this.changes = changes;
        this.promises = promises;
        this.invoiceDecisions = invoiceDecisions;
        this.credit = credit;
        this.proformas = proformas;
        this.clock = clock;
    }

    @GetMapping("/desk/orders/{number}")
    String order(Actor.Staff by, @PathVariable String number, Model model) {
        SalesOrder order = orders.order(by, number);
        model.addAttribute("order", order);
        model.addAttribute("promises", promises.ofOrder(number));
        model.addAttribute("changes", changes.ofOrder(by, number));
        model.addAttribute("mayChange", changes.mayChange(by) && order.status() == SalesOrder.Status.CONFIRMED);
        model.addAttribute("deal", deals.deal(by, order.dealNumber()));
        model.addAttribute("holds", holds.ofOrder(number));
        model.addAttribute("held", holds.isHeld(number));
        model.addAttribute("mayHold", holds.mayHold(by) && order.status() == SalesOrder.Status.CONFIRMED);
        model.addAttribute(
                "releasable",
                holds.ofOrder(number).stream()
                        .filter(hold -> hold.isOpen() && holds.mayRelease(by, hold))
                        .map(hold -> hold.id())
                        .collect(Collectors.toSet()));
        model.addAttribute("limitReason", CreditHolds.CREDIT_LIMIT);
        model.addAttribute("standing", credit.standing(number));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("holdReasons", HoldReason.values());
        model.addAttribute("invoiceTerms", invoiceDecisions.of(number));
        model.addAttribute("mayDecideInvoices", invoiceDecisions.mayDecide(by));
        model.addAttribute(
                "proforma",
                proformas.madeFor(ProformaInvoice.MadeFor.ORDER, number).orElse(null));
        model.addAttribute("mayMakeProforma", ProformaInvoices.mayMake(by) && ProformaInvoices.isFor(order));
        model.addAttribute("invoiceSchedules", InvoiceSchedule.values());
        model.addAttribute(
                "confirmations",
                documents.ofDeal(by, order.dealNumber()).stream()
                        .filter(document -> document.kind() == DocumentKind.ORDER_CONFIRMATION)
                        .toList());
        return "desk/order";
    }

    @PostMapping("/desk/orders/{number}/holds")
    String hold(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            HoldReason reason = typed.choice("reason", HoldReason.class);
            typed.requireReadable();
            holds.hold(by, number, reason, typed.text("because"));
            return "The order is held. " + reason.releasingGroup() + " may let it go.";
        });
        return "redirect:/desk/orders/" + number;
    }

    @PostMapping("/desk/orders/{number}/holds/{id}/release")
    String release(
            Actor.Staff by,
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            BigDecimal ceiling = typed.decimal("overrideCeiling");
            LocalDate until = typed.date("overrideUntil");
            typed.requireReadable();
            holds.release(
                    by,
                    id,
                    typed.text("releaseReason"),
                    ceiling == null && until == null
                            ? null
                            : new CreditOverride.Terms(ceiling, until, typed.text("releaseReason")));
            return "Released.";
        });
        return "redirect:/desk/orders/" + number;
    }
}
