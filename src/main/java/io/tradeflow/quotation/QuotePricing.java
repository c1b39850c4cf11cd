package io.tradeflow.quotation;

import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.Products;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.pricing.LinePrice;
import io.tradeflow.pricing.PriceRequest;
import io.tradeflow.pricing.Prices;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Works a draft out anew: addresses, prices, margins, tax, totals and hash. Prices set by hand stay. */
@Component
class QuotePricing {

    private static final String PRICE_NOT_FOUND = "price-not-found";

    private final Parties parties;
    private final Products products;
    private final Prices prices;
    private final QuoteTax tax;
    private final Exchange exchange;
    private final ApprovedContent approvedContent;

    QuotePricing(
            Parties parties,
            Products products,
            Prices prices,
            QuoteTax tax,
            Exchange exchange,
            ApprovedContent approvedContent) {
        this.parties = parties;
        this.products = products;
        this.prices = prices;
        this.tax = tax;
        this.exchange = exchange;
        this.approvedContent = approvedContent;
    }

    /**
     * The branch that supplies a buyer: the first in the state the goods go to, else the first of all. It decides whether the supply is
     * inside or between states until warehouses are assigned.
     */
    static Branch supplying(List<Branch> branches, Address shipTo) {
        return branches.stream()
                .filter(branch -> branch.address().stateCode().equals(shipTo.stateCode()))
                .findFirst()
                .orElseGet(() -> branches.get(0));
    }

    /** Gives what stands in the way of a complete quote; the draft then keeps what could be worked out and has no hash. */
    Optional<Problem> price(StoredQuote draft, String priceTier) {
        Buyer buyer = parties.buyer(draft.buyerCode);
        draft.billTo = buyer.billTo();
        draft.shipTo = draft.shipToChosen ? draft.shipTo : buyer.shipTo();
        Branch branch = supplying(parties.branches(), draft.shipTo);
        draft.branchCode = branch.code();
        draft.sums = null;
        draft.contentHash = null;
        draft.approvalHash = null;

        priceLines(draft, priceTier);
        if (!draft.isPriced()) {
            return Optional.of(pricesMissing(draft));
        }
        Optional<Problem> untaxed = tax.tax(draft, buyer, branch);
        if (untaxed.isEmpty()) {
            Quote quote = draft.toQuote();
            draft.contentHash = QuoteContent.hash(quote);
            draft.approvalHash = approvedContent.hash(QuoteContent.text(quote));
        }
        return untaxed;
    }

    private void priceLines(StoredQuote draft, String priceTier) {
        Map<String, Product> bySku =
                products.bySku(draft.lines.stream().map(StoredQuoteLine::sku).collect(Collectors.toSet()));
        Map<Integer, LinePrice> found = find(draft, priceTier);
        Optional<BigDecimal> rate = exchange.rate(draft.currency, draft.quotedOn);
        BigDecimal list = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        for (StoredQuoteLine line : draft.lines) {
            Product product = bySku.get(line.sku());
            line.describe(product);
            line.priceFrom(found.get(line.lineNo()));
            BigDecimal unitCost = unitCost(product, draft.currency, rate);
            line.marginOver(unitCost);
            if (line.isFirm()) {
                list = line.isPriced() ? list.add(line.atListPrice()) : list;
                cost = cost == null || unitCost == null ? null : cost.add(unitCost.multiply(line.quantity()));
            }
        }
        QuoteValuation.value(draft);
        BigDecimal net = QuoteValuation.discountedGoods(draft);
        draft.listTotal = list;
        draft.discount = Percentage.share(list.subtract(net), list).value();
        draft.margin = cost == null || !draft.isPriced()
                ? null
                : Percentage.share(net.subtract(cost), net).value();
    }

    private static BigDecimal unitCost(Product product, String currency, Optional<BigDecimal> rate) {
        if (product.cost() == null) {
            return null;
        }
        String costCurrency = product.cost().currency().getCurrencyCode();
        if (costCurrency.equals(currency)) {
            return product.cost().amount();
        }
        return Exchange.SELLERS_CURRENCY.equals(costCurrency)
                ? rate.map(r -> Exchange.inForeign(product.cost().amount(), r)).orElse(null)
                : null;
    }

    private Map<Integer, LinePrice> find(StoredQuote draft, String priceTier) {
        List<PriceRequest.Line> wanted = draft.lines.stream()
                .map(line -> new PriceRequest.Line(line.lineNo(), line.sku(), line.quantity()))
                .toList();
        Map<Integer, LinePrice> found = new HashMap<>();
        List<LinePrice> all = resolve(draft, priceTier, wanted);
        if (all.isEmpty()) {
            // somewhere a price is missing: the others are still worth knowing
            wanted.forEach(line -> resolve(draft, priceTier, List.of(line)).forEach(p -> found.put(p.lineNo(), p)));
        }
        all.forEach(price -> found.put(price.lineNo(), price));
        return found;
    }

    private List<LinePrice> resolve(StoredQuote draft, String priceTier, List<PriceRequest.Line> lines) {
        try {
            return prices.resolve(new PriceRequest(draft.buyerCode, priceTier, draft.currency, draft.quotedOn, lines));
        } catch (Problem problem) {
            if (!PRICE_NOT_FOUND.equals(problem.slug())) {
                throw problem;
            }
            return List.of();
        }
    }

    private static Problem pricesMissing(StoredQuote draft) {
        List<Violation> missing = new ArrayList<>();
        for (StoredQuoteLine line : draft.lines) {
            if (!line.isPriced()) {
                missing.add(new Violation(
                        "lines[" + (line.lineNo() - 1) + "].unitPrice",
                        "Line " + line.lineNo() + ": there is no price for " + line.sku() + " in " + draft.currency));
            }
        }
        return Problem.invalid(PRICE_NOT_FOUND, "Not every line has a price", missing);
    }
}
