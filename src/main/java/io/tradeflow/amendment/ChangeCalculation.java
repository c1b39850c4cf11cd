package io.tradeflow.amendment;

import io.tradeflow.amendment.InvoicedLines.Taken;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.Products;
import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.inquiry.Inquiry;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.ordering.Delivery;
import io.tradeflow.ordering.OrderRevisions;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.party.DeliveryAddress;
import io.tradeflow.pricing.LinePrice;
import io.tradeflow.pricing.PriceRequest;
import io.tradeflow.pricing.Prices;
import io.tradeflow.quotation.LineShares;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.Quote;
import io.tradeflow.tax.DocumentValuation;
import io.tradeflow.tax.PricedSupply;
import io.tradeflow.tax.Valuation;
import io.tradeflow.tax.ValuedLine;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * What an order comes to with a change. A new line costs what the price lists say today. Another quantity of an agreed line costs the agreed
 * price, moved as the price lists of the order's day move from the agreed quantity to the new one: so tiers count both ways, and a change
 * that is taken back costs exactly what it did before. A line of which something is invoiced keeps its price. The order's charges stay; its
 * discount stays the percentage it was, an amount shrinks with the goods. What is invoiced keeps its shares of both. What was given up
 * before is no part of the changed order and bears nothing; a substitute brings what the goods bore that it stands for.
 */
@Component
class ChangeCalculation {

    private static final int PRICE_DECIMALS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Prices prices;
    private final Products products;
    private final Inquiries inquiries;
    private final Quotations quotations;
    private final InvoicedLines invoiced;
    private final OrderRevisions revisions;
    private final DocumentValuation valuation;
    private final Clock clock;

    ChangeCalculation(
            Prices prices,
            Products products,
            Inquiries inquiries,
            Quotations quotations,
            InvoicedLines invoiced,
            OrderRevisions revisions,
            DocumentValuation valuation,
            Clock clock) {
        this.prices = prices;
        this.products = products;
        this.inquiries = inquiries;
        this.quotations = quotations;
        this.invoiced = invoiced;
        this.revisions = revisions;
        this.valuation = valuation;
        this.clock = clock;
    }

    /**
     * @param reasons how prices of changed and new lines came about, by line number
     * @param priced the rows behind them, by line number
     */
    record Result(SalesOrder after, Map<Integer, String> reasons, Map<Integer, LinePrice> priced) {}

    /** @throws Problem {@code change-invalid} for a new product without a price, {@code tax-rate-missing} */
    Result of(SalesOrder order, ChangeDraft draft) {
        Inquiry inquiry = inquiries.inquiry(order.dealNumber());
        Map<Integer, Taken> taken = invoiced.of(order.dealNumber(), order.number());
        Map<Integer, String> reasons = new TreeMap<>();
        Map<Integer, LinePrice> priced = new HashMap<>();
        SalesOrder standing = order.withoutGivenUp();
        List<SalesOrder.Line> lines =
                new ArrayList<>(changed(standing, givenUp(order), draft, inquiry, taken, reasons, priced));
        lines.addAll(added(order, draft, inquiry, reasons, priced));
        boolean sameGoods = isSameGoods(standing, lines);
        SalesOrder.Extras extras = sameGoods ? standing.extras() : extras(standing, lines, taken);
        SalesOrder revised = order.revised(
                sameGoods ? lines : shared(lines, extras, taken),
                extras,
                draft.shipTo() == null ? order.shipTo() : DeliveryAddress.tidy(draft.shipTo()),
                new Delivery(
                        draft.shippingPolicy() == null ? order.delivery().shippingPolicy() : draft.shippingPolicy(),
                        order.delivery().incoterm(),
                        draft.instructions() == null
                                ? order.delivery().instructions()
                                : blankToNull(draft.instructions())),
                order.taxedOn());
        return new Result(revisions.totalled(revised), reasons, priced);
    }

    private static Map<Integer, BigDecimal> givenUp(SalesOrder order) {
        return order.lines().stream().collect(Collectors.toMap(SalesOrder.Line::lineNo, SalesOrder.Line::shortClosed));
    }

    /** Where only days, place or manner change, each line bears on what it bore. */
    private static boolean isSameGoods(SalesOrder before, List<SalesOrder.Line> lines) {
        return lines.size() == before.lines().size()
                && IntStream.range(0, lines.size()).allMatch(index -> {
                    SalesOrder.Line old = before.lines().get(index);
                    SalesOrder.Line line = lines.get(index);
                    return old.lineNo() == line.lineNo()
                            && old.net().compareTo(line.net()) == 0
                            && old.ordered().value().compareTo(line.ordered().value()) == 0;
                });
    }

    /** @param givenUp before, by line; the quantities of the draft contain it */
    private List<SalesOrder.Line> changed(
            SalesOrder order,
            Map<Integer, BigDecimal> givenUp,
            ChangeDraft draft,
            Inquiry inquiry,
            Map<Integer, Taken> taken,
            Map<Integer, String> reasons,
            Map<Integer, LinePrice> priced) {
        Map<Integer, ChangeDraft.Line> changes =
                draft.lines().stream().collect(Collectors.toMap(ChangeDraft.Line::lineNo, Function.identity()));
        Map<Integer, BigDecimal> wanted = new LinkedHashMap<>();
        Map<Integer, BigDecimal> agreed = new LinkedHashMap<>();
        for (SalesOrder.Line line : order.lines()) {
            ChangeDraft.Line change = changes.get(line.lineNo());
            BigDecimal quantity = change == null ? null : standing(change, givenUp);
            if (quantity != null && quantity.signum() > 0) {
                wanted.put(line.lineNo(), quantity);
                agreed.put(line.lineNo(), line.agreed().quantity());
            }
        }
        Map<Integer, LinePrice> now = resolve(order, inquiry, order.orderedOn(), order.lines(), wanted);
        Map<Integer, LinePrice> then = resolve(order, inquiry, order.orderedOn(), order.lines(), agreed);
        List<SalesOrder.Line> lines = new ArrayList<>();
        for (SalesOrder.Line line : order.lines()) {
            ChangeDraft.Line change = changes.get(line.lineNo());
            if (change == null) {
                lines.add(line);
                continue;
            }
            LocalDate day = change.requestedOn() == null ? line.requestedOn() : change.requestedOn();
            BigDecimal wantedNow = standing(change, givenUp);
            BigDecimal quantity = wantedNow == null ? line.ordered().value() : wantedNow;
            if (quantity.compareTo(line.ordered().value()) == 0) {
                lines.add(line.ordering(quantity, line.unitPrice(), line.net(), day));
                continue;
            }
            Taken billed = taken.getOrDefault(line.lineNo(), Taken.NOTHING);
            LinePrice found = now.get(line.lineNo());
            if (found != null) {
                priced.put(line.lineNo(), found);
            }
            Money price = billed.quantity().signum() > 0
                    ? line.unitPrice()
                    : price(line, found, then.get(line.lineNo()), reasons);
            lines.add(line.ordering(quantity, price, price.times(quantity).rounded(), day));
        }
        return lines;
    }

    /** The quantity of the change without what was given up before; null where it stays. */
    private static BigDecimal standing(ChangeDraft.Line change, Map<Integer, BigDecimal> givenUp) {
        return change.quantity() == null
                ? null
                : change.quantity().subtract(givenUp.getOrDefault(change.lineNo(), BigDecimal.ZERO));
    }

    /** The agreed price, moved as the lists move between the two quantities. */
    private static Money price(SalesOrder.Line line, LinePrice now, LinePrice then, Map<Integer, String> reasons) {
        Money agreed = line.agreed().unitPrice();
        if (now == null
                || then == null
                || then.unitPrice().isZero()
                || now.unitPrice().compareTo(then.unitPrice()) == 0) {
            reasons.put(line.lineNo(), "As agreed");
            return agreed;
        }
        reasons.put(line.lineNo(), "As agreed, moved to: " + now.reason());
        return new Money(
                agreed.amount()
                        .multiply(now.unitPrice().amount())
                        .divide(then.unitPrice().amount(), PRICE_DECIMALS, RoundingMode.HALF_UP),
                agreed.currency());
    }

    private List<SalesOrder.Line> added(
            SalesOrder order,
            ChangeDraft draft,
            Inquiry inquiry,
            Map<Integer, String> reasons,
            Map<Integer, LinePrice> priced) {
        if (draft.added().isEmpty()) {
            return List.of();
        }
        int last =
                order.lines().stream().mapToInt(SalesOrder.Line::lineNo).max().orElse(0);
        List<PriceRequest.Line> asked = new ArrayList<>();
        for (int index = 0; index < draft.added().size(); index++) {
            ChangeDraft.NewLine line = draft.added().get(index);
            asked.add(new PriceRequest.Line(last + 1 + index, line.sku(), line.quantity()));
        }
        Map<Integer, LinePrice> found = find(order, inquiry, LocalDate.now(clock), asked);
        Map<String, Product> bySku = products.bySku(
                draft.added().stream().map(ChangeDraft.NewLine::sku).collect(Collectors.toSet()));
        List<Problem.Violation> missing = new ArrayList<>();
        List<SalesOrder.Line> lines = new ArrayList<>();
        for (int index = 0; index < draft.added().size(); index++) {
            ChangeDraft.NewLine line = draft.added().get(index);
            int lineNo = last + 1 + index;
            LinePrice price = found.get(lineNo);
            if (price == null) {
                missing.add(new Problem.Violation(
                        "added[" + index + "].sku",
                        "There is no price for " + line.sku() + " in " + order.currency() + ": ask for a quote"));
                continue;
            }
            Product product = bySku.get(line.sku());
            reasons.put(lineNo, price.reason());
            priced.put(lineNo, price);
            lines.add(new SalesOrder.Line(
                    lineNo,
                    line.sku(),
                    product.description(),
                    product.hsn(),
                    new Quantity(line.quantity(), product.unit()),
                    BigDecimal.ZERO,
                    price.unitPrice(),
                    price.unitPrice().times(line.quantity()).rounded(),
                    BigDecimal.ZERO,
                    null,
                    LineShares.NONE,
                    line.requestedOn(),
                    new SalesOrder.Line.Agreed(price.unitPrice(), line.quantity())));
        }
        if (!missing.isEmpty()) {
            throw Problem.invalid("change-invalid", "Not every new line has a price", missing);
        }
        return lines;
    }

    private Map<Integer, LinePrice> resolve(
            SalesOrder order,
            Inquiry inquiry,
            LocalDate on,
            List<SalesOrder.Line> lines,
            Map<Integer, BigDecimal> quantities) {
        List<PriceRequest.Line> asked = lines.stream()
                .filter(line -> quantities.containsKey(line.lineNo()))
                .map(line -> new PriceRequest.Line(line.lineNo(), line.sku(), quantities.get(line.lineNo())))
                .toList();
        return find(order, inquiry, on, asked);
    }

    private Map<Integer, LinePrice> find(
            SalesOrder order, Inquiry inquiry, LocalDate on, List<PriceRequest.Line> asked) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        return prices
                .found(new PriceRequest(
                        order.buyerCode(),
                        inquiry.priceTier(),
                        inquiry.segment(),
                        inquiry.channel().name(),
                        order.currency(),
                        on,
                        asked))
                .stream()
                .collect(Collectors.toMap(LinePrice::lineNo, Function.identity()));
    }

    /**
     * The charges stay; the discount moves as the agreed percentage of the goods does, an amount shrinks with them. So it stays apart from
     * that by what a substitute bears more or less, and a change that is taken back costs what it did before.
     */
    private SalesOrder.Extras extras(SalesOrder order, List<SalesOrder.Line> lines, Map<Integer, Taken> taken) {
        Quote quote = quotations.quote(order.quoteNumber());
        BigDecimal settled = lines.stream()
                .map(line -> taken.getOrDefault(line.lineNo(), Taken.NOTHING)
                        .shares()
                        .discountShare())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal borne = order.lines().stream()
                .map(line -> line.shares().discountShare())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        // where all of it is settled, the invoices say what was borne, not the agreement
        BigDecimal apart =
                borne.compareTo(settled) == 0 ? BigDecimal.ZERO : borne.subtract(discount(quote, sum(order.lines())));
        BigDecimal discount = discount(quote, sum(lines)).add(apart);
        Money open =
                Money.of(discount.max(settled).setScale(Money.DOCUMENT_SCALE, RoundingMode.HALF_UP), order.currency());
        SalesOrder.Extras before = order.extras();
        return new SalesOrder.Extras(open, before.freight(), before.packing(), before.insurance());
    }

    private static BigDecimal discount(Quote quote, BigDecimal goods) {
        BigDecimal quoted = quote.goodsTotal().amount();
        BigDecimal given = quote.documentDiscount().documentDiscount();
        BigDecimal percent = quote.documentDiscount().discountPercent();
        if (given.signum() == 0) {
            return given;
        }
        if (percent != null) {
            return goods.multiply(percent).divide(HUNDRED, Money.DOCUMENT_SCALE, RoundingMode.HALF_UP);
        }
        return goods.compareTo(quoted) >= 0
                ? given
                : given.multiply(goods).divide(quoted, Money.DOCUMENT_SCALE, RoundingMode.DOWN);
    }

    /** What is invoiced keeps what it bore; the rest is borne by what is open, in proportion to its value, the last line taking the remainder. */
    private List<SalesOrder.Line> shared(
            List<SalesOrder.Line> lines, SalesOrder.Extras extras, Map<Integer, Taken> taken) {
        List<SalesOrder.Line> bearing =
                lines.stream().filter(line -> openNet(line, taken).signum() > 0).toList();
        if (bearing.isEmpty()) {
            return lines;
        }
        LineShares settled = lines.stream()
                .map(line -> taken.getOrDefault(line.lineNo(), Taken.NOTHING).shares())
                .reduce(LineShares.NONE, LineShares::plus);
        List<ValuedLine> valued = valuation.split(
                bearing.stream()
                        .map(line -> new Valuation.Part(
                                line.lineNo(),
                                line.hsn(),
                                openNet(line, taken),
                                line.ordered().value()))
                        .toList(),
                LocalDate.now(clock),
                left(extras.documentDiscount(), settled.discountShare()),
                new PricedSupply.Charges(
                        left(extras.freight(), settled.freightShare()),
                        left(extras.packing(), settled.packingShare()),
                        left(extras.insurance(), settled.insuranceShare())));
        Map<Integer, LineShares> shares = new HashMap<>();
        for (ValuedLine line : valued) {
            shares.put(
                    line.lineNo(),
                    LineShares.of(line)
                            .plus(taken.getOrDefault(line.lineNo(), Taken.NOTHING)
                                    .shares()));
        }
        return lines.stream()
                .map(line -> line.bearing(shares.getOrDefault(
                        line.lineNo(),
                        taken.getOrDefault(line.lineNo(), Taken.NOTHING).shares())))
                .toList();
    }

    /** Below zero where invoices took more than a lowered whole leaves. */
    private static BigDecimal left(Money whole, BigDecimal settled) {
        return whole.toDocumentScale().subtract(settled);
    }

    private static BigDecimal openNet(SalesOrder.Line line, Map<Integer, Taken> taken) {
        return line.net()
                .amount()
                .subtract(taken.getOrDefault(line.lineNo(), Taken.NOTHING).net());
    }

    private static BigDecimal sum(List<SalesOrder.Line> lines) {
        return lines.stream().map(line -> line.net().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Over standard cost, of the goods after the order's discount, in percent; null where a cost is missing or in another currency. */
    BigDecimal margin(SalesOrder order) {
        Map<String, Product> bySku =
                products.bySku(order.lines().stream().map(SalesOrder.Line::sku).collect(Collectors.toSet()));
        BigDecimal cost = BigDecimal.ZERO;
        for (SalesOrder.Line line : order.lines()) {
            Product product = bySku.get(line.sku());
            if (product == null
                    || product.cost() == null
                    || !product.cost().currency().getCurrencyCode().equals(order.currency())) {
                return null;
            }
            cost = cost.add(product.cost().amount().multiply(line.ordered().value()));
        }
        BigDecimal net =
                sum(order.lines()).subtract(order.extras().documentDiscount().amount());
        return net.signum() == 0
                ? null
                : Percentage.share(net.subtract(cost), net).value();
    }

    /** Highest discount off the list price among lines that grow or are new, in percent; zero where none does. */
    static BigDecimal worstDiscount(SalesOrder before, SalesOrder after, Map<Integer, LinePrice> priced) {
        return growing(before, after)
                .map(line -> {
                    LinePrice list = priced.get(line.lineNo());
                    if (list == null
                            || list.listPrice() == null
                            || list.listPrice().isZero()) {
                        return null;
                    }
                    BigDecimal base = list.listPrice().amount();
                    BigDecimal each =
                            line.shares().discountShare().divide(line.ordered().value(), MathContext.DECIMAL64);
                    return base.subtract(line.unitPrice().amount().subtract(each))
                            .multiply(HUNDRED)
                            .divide(base, PRICE_DECIMALS, RoundingMode.HALF_UP);
                })
                .reduce(BigDecimal.ZERO, (one, other) -> one == null || other == null ? null : one.max(other));
    }

    static boolean belowFloor(SalesOrder before, SalesOrder after, Map<Integer, LinePrice> priced) {
        return growing(before, after).anyMatch(line -> {
            LinePrice list = priced.get(line.lineNo());
            return list != null && list.floor() != null && line.unitPrice().compareTo(list.floor()) < 0;
        });
    }

    static java.util.stream.Stream<SalesOrder.Line> growing(SalesOrder before, SalesOrder after) {
        Map<Integer, BigDecimal> had =
                before.lines().stream().collect(Collectors.toMap(SalesOrder.Line::lineNo, SalesOrder.Line::toDeliver));
        return after.lines().stream()
                .filter(line -> line.toDeliver().compareTo(had.getOrDefault(line.lineNo(), BigDecimal.ZERO)) > 0);
    }

    static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
