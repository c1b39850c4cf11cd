package io.tradeflow.desk;

import io.tradeflow.catalog.Products;
import io.tradeflow.inventory.ExpectedGoods;
import io.tradeflow.inventory.ExpectedReceipt;
import io.tradeflow.inventory.ExpectedReceipts;
import io.tradeflow.inventory.Stock;
import io.tradeflow.kernel.Actor;
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

/** Goods that are to come. */
@Controller
class ExpectedReceiptPages {

    private static final int PAGE_SIZE = 50;

    private final ExpectedReceipts expected;
    private final Stock stock;
    private final Products products;
    private final Clock clock;

    ExpectedReceiptPages(ExpectedReceipts expected, Stock stock, Products products, Clock clock) {
        this.expected = expected;
        this.stock = stock;
        this.products = products;
        this.clock = clock;
    }

    @GetMapping("/desk/stock/expected")
    String list(
            Actor.Staff by,
            @RequestParam(name = "q", required = false) String sku,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        String asked = sku == null || sku.isBlank() ? null : sku.strip();
        model.addAttribute("receipts", expected.page(asked, null, !all, Math.max(page, 0), PAGE_SIZE));
        model.addAttribute("q", asked);
        model.addAttribute("all", all);
        model.addAttribute("page", Math.max(page, 0));
        model.addAttribute("size", PAGE_SIZE);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("warehouses", stock.warehouses());
        model.addAttribute("sources", List.of(ExpectedReceipt.Source.PURCHASE, ExpectedReceipt.Source.PRODUCTION));
        model.addAttribute("mayAnnounce", expected.mayAnnounce(by));
        return "desk/stock-expected";
    }

    @PostMapping("/desk/stock/expected")
    String announce(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            ExpectedGoods goods = new ExpectedGoods(
                    typed.text("reference"),
                    typed.text("warehouse"),
                    typed.text("sku"),
                    typed.decimal("quantity"),
                    typed.date("expectedOn"),
                    typed.choice("source", ExpectedReceipt.Source.class));
            typed.requireReadable();
            expected.announce(by, List.of(goods));
            return goods.reference() + " is expected.";
        });
        return "redirect:/desk/stock/expected";
    }

    @GetMapping("/desk/stock/expected/{id}")
    String one(Actor.Staff by, @PathVariable long id, Model model) {
        ExpectedReceipt receipt = expected.one(id);
        model.addAttribute("receipt", receipt);
        model.addAttribute("product", products.product(receipt.sku()));
        model.addAttribute("changes", expected.changes(id));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute(
                "mayReceive",
                expected.mayAnnounce(by)
                        && receipt.status() == ExpectedReceipt.Status.OPEN
                        && receipt.source() != ExpectedReceipt.Source.TRANSFER);
        model.addAttribute("mayMove", expected.mayAnnounce(by) && receipt.status() == ExpectedReceipt.Status.OPEN);
        return "desk/stock-expected-one";
    }

    @PostMapping("/desk/stock/expected/{id}/receipts")
    String receive(
            Actor.Staff by,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            ExpectedReceipts.Arrival arrival = new ExpectedReceipts.Arrival(
                    typed.text("reference"),
                    typed.decimal("quantity"),
                    typed.text("batch"),
                    typed.date("manufacturedOn"),
                    typed.date("expiresOn"),
                    typed.text("bin"));
            typed.requireReadable();
            expected.receive(by, id, arrival);
            return "Receipt " + arrival.reference() + " is booked.";
        });
        return next(id, nextPage);
    }

    @PostMapping("/desk/stock/expected/{id}/day")
    String move(
            Actor.Staff by,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            LocalDate day = typed.date("expectedOn");
            typed.requireReadable();
            expected.move(by, id, day, typed.text("reason"));
            return "The new day is kept.";
        });
        return next(id, nextPage);
    }

    @PostMapping("/desk/stock/expected/{id}/cancellation")
    String cancel(
            Actor.Staff by,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            expected.cancel(by, id, typed.text("reason"));
            return "Nothing more is expected of it.";
        });
        return next(id, nextPage);
    }

    private static String next(long id, RedirectAttributes nextPage) {
        nextPage.addAttribute("id", id);
        return "redirect:/desk/stock/expected/{id}";
    }
}
