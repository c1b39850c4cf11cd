package io.tradeflow.desk;

import io.tradeflow.fulfilment.Reallocation;
import io.tradeflow.fulfilment.Reallocations;
import io.tradeflow.inventory.Allocations;
import io.tradeflow.inventory.Promises;
import io.tradeflow.inventory.RemainingLife;
import io.tradeflow.inventory.StockHolds;
import io.tradeflow.inventory.WaitingLine;
import io.tradeflow.inventory.WaitingOrders;
import io.tradeflow.kernel.Actor;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.screen.TypedForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The orders that wait for stock in the order they are served, and the stock of one order. */
@Controller
class BackorderPages {

    private static final int MOST = 500;

    private final WaitingOrders waiting;
    private final Allocations allocations;
    private final StockHolds holds;
    private final RemainingLife life;
    private final SalesOrders orders;
    private final Promises promises;
    private final Reallocations reallocations;
    private final Clock clock;

    BackorderPages(
            WaitingOrders waiting,
            Allocations allocations,
            StockHolds holds,
            RemainingLife life,
            SalesOrders orders,
            Promises promises,
            Reallocations reallocations,
            Clock clock) {
        this.waiting = waiting;
        this.allocations = allocations;
        this.holds = holds;
        this.life = life;
        this.orders = orders;
        this.promises = promises;
        this.reallocations = reallocations;
        this.clock = clock;
    }

    @GetMapping("/desk/stock/waiting")
    String queue(Actor.Staff by, @RequestParam(defaultValue = "") String sku, Model model) {
        List<WaitingLine> lines = waiting.inTurn(sku.strip(), MOST);
        model.addAttribute("sku", sku.strip());
        model.addAttribute("lines", lines);
        model.addAttribute("most", MOST);
        model.addAttribute("today", LocalDate.now(clock));
        return "desk/stock-waiting";
    }

    @GetMapping("/desk/orders/{number}/stock")
    String stock(Actor.Staff by, @PathVariable String number, Model model) {
        SalesOrder order = orders.order(by, number);
        // works out anew when what is missing arrives
        promises.ofOrder(number);
        model.addAttribute("order", order);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("allocations", allocations.ofOrder(number));
        model.addAttribute("holds", holds.ofDeal(order.dealNumber()));
        model.addAttribute("waiting", waiting.ofOrder(number));
        model.addAttribute("mayMove", reallocations.mayMove(by));
        model.addAttribute("moved", reallocations.ofOrder(number));
        model.addAttribute("runs", allocations.runs(number));
        model.addAttribute("mayPrioritise", waiting.mayPrioritise(by));
        model.addAttribute("remainingDays", life.days(order.buyerCode()));
        return "desk/order-stock";
    }

    @PostMapping("/desk/orders/{number}/priority")
    String prioritise(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            Integer priority = typed.wholeNumber("priority");
            typed.requireReadable();
            waiting.prioritise(by, number, priority, typed.text("reason"));
            return number + " is served with priority " + priority + ".";
        });
        return "redirect:/desk/orders/" + number + "/stock";
    }

    @PostMapping("/desk/orders/{number}/reallocation")
    String move(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            Reallocations.Wish wish = new Reallocations.Wish(
                    typed.text("toOrder"), typed.text("sku"), typed.decimal("quantity"), typed.text("moveReason"));
            typed.requireReadable();
            Reallocation moved = reallocations.move(by, number, wish);
            return "The goods go to " + moved.toOrder() + ". The buyer of " + number + " is told.";
        });
        return "redirect:/desk/orders/" + number + "/stock";
    }

    @PostMapping("/desk/orders/{number}/remaining-life")
    String agree(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        SalesOrder order = orders.order(by, number);
        typed.submit(nextPage, () -> {
            Integer days = typed.wholeNumber("days");
            typed.requireReadable();
            life.agree(by, order.buyerCode(), days == null ? 0 : days);
            return "Agreed with " + order.buyerName() + ": " + (days == null ? 0 : days) + " days.";
        });
        return "redirect:/desk/orders/" + number + "/stock";
    }
}
