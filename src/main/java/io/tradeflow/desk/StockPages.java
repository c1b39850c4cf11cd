package io.tradeflow.desk;

import io.tradeflow.catalog.CatalogueQuery;
import io.tradeflow.catalog.CatalogueViewer;
import io.tradeflow.catalog.Offerings;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.Products;
import io.tradeflow.inventory.Availability;
import io.tradeflow.inventory.Stock;
import io.tradeflow.inventory.StockAdjustment;
import io.tradeflow.inventory.StockAdjustments;
import io.tradeflow.inventory.StockReasons;
import io.tradeflow.inventory.StockReceipt;
import io.tradeflow.kernel.Actor;
import io.tradeflow.screen.TypedForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Stock by warehouse and batch, and goods coming in. */
@Controller
class StockPages {

    private static final int HITS = 20;

    private final Products products;
    private final Offerings offerings;
    private final Stock stock;
    private final StockAdjustments adjustments;
    private final StockReasons reasons;
    private final Availability availability;
    private final Clock clock;

    StockPages(
            Products products,
            Offerings offerings,
            Stock stock,
            StockAdjustments adjustments,
            StockReasons reasons,
            Availability availability,
            Clock clock) {
        this.products = products;
        this.offerings = offerings;
        this.stock = stock;
        this.adjustments = adjustments;
        this.reasons = reasons;
        this.availability = availability;
        this.clock = clock;
    }

    @GetMapping("/desk/stock")
    String stock(
            Actor.Staff by,
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(required = false) String sku,
            Model model) {
        List<Product> hits = offerings
                .search(CatalogueViewer.STAFF, CatalogueQuery.orderable(text, 0, HITS))
                .products();
        model.addAttribute("q", text);
        model.addAttribute("hits", hits);
        model.addAttribute(
                "available", stock.available(hits.stream().map(Product::sku).toList()));
        model.addAttribute("mayReceive", stock.mayReceive(by));
        if (sku != null) {
            model.addAttribute("product", products.product(sku));
            model.addAttribute("balances", stock.balances(sku));
            model.addAttribute("warehouses", stock.warehouses());
            model.addAttribute("forecast", availability.of(List.of(sku)).get(sku));
            model.addAttribute("today", LocalDate.now(clock));
            List<StockAdjustment.Kind> kinds = Arrays.stream(StockAdjustment.Kind.values())
                    .filter(kind -> adjustments.mayBook(by, kind))
                    .toList();
            model.addAttribute("kinds", kinds);
            model.addAttribute("mayHoldBack", !kinds.isEmpty());
            model.addAttribute("reasons", reasons.all());
            model.addAttribute(
                    "newReference", "ADJ-" + UUID.randomUUID().toString().substring(0, 8));
        }
        return "desk/stock";
    }

    @PostMapping("/desk/stock/receipts")
    String receive(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            stock.receive(by, receipt(typed));
            return "Receipt " + typed.text("reference") + " is booked.";
        });
        nextPage.addAttribute("sku", typed.text("sku"));
        return "redirect:/desk/stock";
    }

    private static StockReceipt receipt(TypedForm typed) {
        StockReceipt.Line line = new StockReceipt.Line(
                typed.text("sku"),
                typed.text("batch"),
                null,
                typed.date("expiresOn"),
                typed.text("bin"),
                typed.decimal("quantity"));
        typed.requireReadable();
        return new StockReceipt(typed.text("reference"), typed.text("warehouseCode"), List.of(line));
    }
}
