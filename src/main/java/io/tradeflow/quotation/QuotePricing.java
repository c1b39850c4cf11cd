package io.tradeflow.quotation;

import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.Products;
import io.tradeflow.inquiry.Inquiry;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Works a draft out: addresses, prices, discount, charges, margins, tax, totals and hash. What was set by hand stays. */
@Component
class QuotePricing {

    private static final String PRICE_NOT_FOUND = "price-not-found";

    private final Parties parties;
    private final Products products;
    private final Prices prices;
    private final QuoteValuation valuation;
    private final QuoteAmounts amounts;
    private final QuoteTax tax;
    private final Exchange exchange;
    private final ApprovedContent approvedContent;

    QuotePricing(
            Parties parties,
            Products products,
            Prices prices,
            QuoteValuation valuation,
            QuoteAmounts amounts,
            QuoteTax tax,
            Exchange exchange,
            ApprovedContent approvedContent) {
        this.parties = parties;
        this.products = products;
        this.prices = prices;
        this.valuation = valuation;
        this.amounts = amounts;
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
    Optional<Problem> price(StoredQuote draft, Inquiry inquiry, Anew anew) {
        Buyer buyer = parties.buyer(draft.buyerCode);
        draft.billTo = buyer.billTo();
        draft.shipTo = draft.shipToChosen ? draft.shipTo : buyer.shipTo();
        Branch branch = supplying(parties.branches(), draft.shipTo);
        draft.branchCode = branch.code();
        draft.sums = null;
        draft.contentHash = null;
        draft.approvalHash = null;

        boolean newPrices = priceLines(draft, inquiry, anew == Anew.EVERYTHING);
        valuation.value(draft);
        amounts.propose(draft, inquiry, newPrices && !anew.discount() ? Anew.AMOUNTS : anew);
        draft.lines.forEach(StoredQuoteLine::judge);
        sumUp(draft);
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

    /** Gives whether a line has got another price than it was last seen with. */
    private boolean priceLines(StoredQuote draft, Inquiry inquiry, boolean anew) {
        Map<String, Product> bySku =
                products.bySku(draft.lines.stream().map(StoredQuoteLine::sku).collect(Collectors.toSet()));
        Map<Integer, LinePrice> found = find(draft, inquiry);
        Optional<BigDecimal> rate = exchange.rate(draft.currency, draft.quotedOn);
        boolean newPrices = false;
        for (StoredQuoteLine line : draft.lines) {
            Product product = bySku.get(line.sku());
            line.describe(product);
            if (anew || line.isPriceDue()) {
                line.priceFrom(found.get(line.lineNo()));
                newPrices |= line.isPriced();
            }
            line.costs(unitCost(product, draft.currency, rate));
        }
        return newPrices;
    }

    private static void sumUp(StoredQuote draft) {
        BigDecimal list = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        for (StoredQuoteLine line : draft.firmLines()) {
            list = line.isPriced() ? list.add(line.atListPrice()) : list;
            cost = cost == null || line.cost() == null ? null : cost.add(line.cost());
        }
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

    private Map<Integer, LinePrice> find(StoredQuote draft, Inquiry inquiry) {
        List<PriceRequest.Line> wanted = draft.lines.stream()
                .map(line -> new PriceRequest.Line(line.lineNo(), line.sku(), line.quantity()))
                .toList();
        return prices.found(request(draft, inquiry, wanted)).stream()
                .collect(Collectors.toMap(LinePrice::lineNo, Function.identity()));
    }

    /** The channel is the one the inquiry came in by, the price tier the one the deal began with. */
    static PriceRequest request(StoredQuote draft, Inquiry inquiry, List<PriceRequest.Line> lines) {
        return new PriceRequest(
                draft.buyerCode,
                inquiry.priceTier(),
                inquiry.segment(),
                inquiry.channel().name(),
                draft.currency,
                draft.quotedOn,
                lines);
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
