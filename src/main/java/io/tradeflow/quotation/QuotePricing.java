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
import io.tradeflow.pricing.Charges;
import io.tradeflow.pricing.Delivery;
import io.tradeflow.pricing.LinePrice;
import io.tradeflow.pricing.PriceRequest;
import io.tradeflow.pricing.PricedDocuments;
import io.tradeflow.pricing.Prices;
import io.tradeflow.pricing.ShippingCharges;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Works a draft out anew: addresses, prices, margins, tax, totals and hash. Prices set by hand stay. */
@Component
class QuotePricing {

    private static final String PRICE_NOT_FOUND = "price-not-found";

    private final Parties parties;
    private final Products products;
    private final Prices prices;
    private final PricedDocuments documents;
    private final QuoteTax tax;
    private final Exchange exchange;
    private final ApprovedContent approvedContent;

    QuotePricing(
            Parties parties,
            Products products,
            Prices prices,
            PricedDocuments documents,
            QuoteTax tax,
            Exchange exchange,
            ApprovedContent approvedContent) {
        this.parties = parties;
        this.products = products;
        this.prices = prices;
        this.documents = documents;
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

    /** Asks the price lists for every line anew. */
    Optional<Problem> price(StoredQuote draft, String priceTier) {
        return price(draft, priceTier, true);
    }

    /**
     * Gives what stands in the way of a complete quote; the draft then keeps what could be worked out and has no hash.
     *
     * @param anew whether every line takes what the price lists say now; else only those whose price is due, so that no total changes
     *     without somebody's doing
     */
    Optional<Problem> price(StoredQuote draft, String priceTier, boolean anew) {
        Buyer buyer = parties.buyer(draft.buyerCode);
        draft.billTo = buyer.billTo();
        draft.shipTo = draft.shipToChosen ? draft.shipTo : buyer.shipTo();
        Branch branch = supplying(parties.branches(), draft.shipTo);
        draft.branchCode = branch.code();
        draft.sums = null;
        draft.contentHash = null;
        draft.approvalHash = null;

        priceLines(draft, priceTier, anew);
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

    private void priceLines(StoredQuote draft, String priceTier, boolean anew) {
        Map<String, Product> bySku =
                products.bySku(draft.lines.stream().map(StoredQuoteLine::sku).collect(Collectors.toSet()));
        Map<Integer, LinePrice> found = find(draft, priceTier);
        Optional<BigDecimal> rate = exchange.rate(draft.currency, draft.quotedOn);
        BigDecimal list = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        for (StoredQuoteLine line : draft.lines) {
            Product product = bySku.get(line.sku());
            line.describe(product);
            if (anew || line.isPriceDue()) {
                line.priceFrom(found.get(line.lineNo()));
            }
            BigDecimal unitCost = unitCost(product, draft.currency, rate);
            line.marginOver(unitCost);
            if (line.isFirm()) {
                list = line.isPriced() ? list.add(line.atListPrice()) : list;
                cost = cost == null || unitCost == null ? null : cost.add(unitCost.multiply(line.quantity()));
            }
        }
        QuoteValuation.value(draft);
        draft.lines.forEach(StoredQuoteLine::judge);
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
        return prices.found(request(draft, priceTier, null, wanted)).stream()
                .collect(Collectors.toMap(LinePrice::lineNo, Function.identity()));
    }

    private static PriceRequest request(
            StoredQuote draft, String priceTier, String segment, List<PriceRequest.Line> lines) {
        return new PriceRequest(draft.buyerCode, priceTier, segment, null, draft.currency, draft.quotedOn, lines);
    }

    /** What the table of charges says for the firm lines; the draft has to be priced. */
    Charges charges(StoredQuote draft, String priceTier, String segment) {
        List<PriceRequest.Line> firm = draft.firmLines().stream()
                .map(line -> new PriceRequest.Line(line.lineNo(), line.sku(), line.quantity()))
                .toList();
        return documents.charges(
                request(draft, priceTier, segment, firm),
                new Delivery(
                        ShippingCharges.Mode.ROAD,
                        parties.branch(draft.branchCode).address().stateCode(),
                        draft.shipTo),
                QuoteValuation.discountedGoods(draft));
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
