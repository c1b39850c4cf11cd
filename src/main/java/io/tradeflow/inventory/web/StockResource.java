package io.tradeflow.inventory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.catalog.CatalogueViewers;
import io.tradeflow.catalog.Offerings;
import io.tradeflow.catalog.Product;
import io.tradeflow.inventory.Stock;
import io.tradeflow.kernel.Actor;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Stock", description = "What is available, and goods that come in")
class StockResource {

    private final Stock stock;
    private final Offerings offerings;
    private final CatalogueViewers viewers;

    StockResource(Stock stock, Offerings offerings, CatalogueViewers viewers) {
        this.stock = stock;
        this.offerings = offerings;
        this.viewers = viewers;
    }

    @GetMapping("/stock")
    @Operation(summary = "Read how much of a product is available; staff also see where, by batch")
    StockJson stock(Actor by, @RequestParam String sku) {
        Product product = offerings.product(viewers.of(by), sku);
        BigDecimal available = stock.available(Set.of(sku)).get(sku);
        List<StockJson.Balance> balances = by instanceof Actor.BuyerUser
                ? null
                : stock.balances(sku).stream()
                        .map(balance -> StockJson.Balance.of(balance, product.unit()))
                        .toList();
        return new StockJson(sku, StockJson.plain(available, product.unit()), product.unit(), balances);
    }

    @PostMapping("/stock-receipts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Book goods in; orders that wait for them go on. The same reference is booked once")
    StockReceiptJson receive(Actor.Staff by, @Valid @RequestBody StockReceiptJson receipt) {
        stock.receive(by, receipt.toReceipt());
        return receipt;
    }
}
