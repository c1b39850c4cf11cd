package io.tradeflow.portal;

import io.tradeflow.amendment.ChangeDraft;
import io.tradeflow.amendment.OrderChanges;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Parties;
import io.tradeflow.screen.TypedChange;
import io.tradeflow.screen.TypedForm;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a confirmed order is changed: typed, looked at with what it comes to, proposed. */
@Controller("portalOrderChangePages")
class OrderChangePages {

    private final OrderChanges changes;
    private final SalesOrders orders;
    private final Parties parties;
    private final Clock clock;

    OrderChangePages(OrderChanges changes, SalesOrders orders, Parties parties, Clock clock) {
        this.changes = changes;
        this.orders = orders;
        this.parties = parties;
        this.clock = clock;
    }

    @GetMapping("/portal/orders/{number}/change")
    String form(Actor.BuyerUser by, @PathVariable String number, Model model) {
        SalesOrder order = orders.order(by, number);
        model.addAttribute("order", order);
        model.addAttribute("buyer", parties.buyer(order.buyerCode()));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("newRows", TypedChange.NEW_ROWS);
        return "portal/order-change";
    }

    /** Shows what it would come to, or proposes it. */
    @PostMapping("/portal/orders/{number}/changes")
    String change(
            Actor.BuyerUser by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            HttpServletResponse answer,
            Model model,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        SalesOrder order = orders.order(by, number);
        try {
            ChangeDraft draft = TypedChange.of(typed, fields, order, parties.buyer(order.buyerCode()));
            typed.requireReadable();
            if (typed.text("propose") != null) {
                changes.propose(by, number, draft);
                nextPage.addFlashAttribute("done", "The change is proposed. You see below what becomes of it.");
                return "redirect:/portal/orders/" + number;
            }
            model.addAttribute("preview", changes.preview(by, number, draft));
        } catch (Problem problem) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problem", problem);
        }
        model.addAttribute("typed", fields);
        return form(by, number, model);
    }

    @PostMapping("/portal/orders/{number}/changes/{change}/withdrawal")
    String withdraw(
            Actor.BuyerUser by, @PathVariable String number, @PathVariable String change, RedirectAttributes nextPage) {
        new TypedForm(Map.of()).submit(nextPage, () -> {
            changes.withdraw(by, change);
            return "The change is withdrawn.";
        });
        return "redirect:/portal/orders/" + number;
    }
}
