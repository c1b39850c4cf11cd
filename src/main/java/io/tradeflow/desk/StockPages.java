package io.tradeflow.desk;

import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.Products;
import io.tradeflow.inventory.Stock;
import io.tradeflow.inventory.StockReceipt;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
    private final Stock stock;

    StockPages(Products products, Stock stock) {
        this.products = products;
        this.stock = stock;
    }

    @GetMapping("/desk/stock")
    String stock(
            Actor.Staff by,
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(required = false) String sku,
            Model model) {
        List<Product> hits = products.search(text, 0, HITS);
        model.addAttribute("q", text);
        model.addAttribute("hits", hits);
        model.addAttribute(
                "available", stock.available(hits.stream().map(Product::sku).toList()));
        model.addAttribute("mayReceive", by.isIn("warehouse") || by.isIn("stock-planners"));
        if (sku != null) {
            model.addAttribute("product", products.product(sku));
            model.addAttribute("balances", stock.balances(sku));
            model.addAttribute("warehouses", stock.warehouses());
        }
        return "desk/stock";
    }

    @PostMapping("/desk/stock/receipts")
    String receive(
            Actor.Staff by,
            @RequestParam String sku,
            @RequestParam String reference,
            @RequestParam String warehouseCode,
            @RequestParam BigDecimal quantity,
            @RequestParam(required = false) String batch,
            @RequestParam(required = false) LocalDate expiresOn,
            @RequestParam(required = false) String bin,
            RedirectAttributes said) {
        String named = batch == null || batch.isBlank() ? null : batch.trim();
        StockReceipt.Line line = new StockReceipt.Line(sku, named, null, expiresOn, bin, quantity);
        try {
            stock.receive(by, new StockReceipt(reference, warehouseCode, List.of(line)));
            said.addFlashAttribute("done", "Receipt " + reference + " is booked.");
        } catch (Problem problem) {
            said.addFlashAttribute("problem", problem);
        }
        said.addAttribute("sku", sku);
        return "redirect:/desk/stock";
    }
}
