package io.tradeflow.pricing;

import io.tradeflow.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Prices a whole document: its lines, the discount on their sum, and what bringing the goods costs. Writes nothing. */
@Service
public class PricedDocuments {

    private static final int REMEMBERED_DAYS = 366;
    private static final int CENTS = 2;

    private final Prices prices;
    private final PriceTable table;
    private final PricePolicyTable policies;
    private final ShippingCharges shipping;

    PricedDocuments(Prices prices, PriceTable table, PricePolicyTable policies, ShippingCharges shipping) {
        this.prices = prices;
        this.table = table;
        this.policies = policies;
        this.shipping = shipping;
    }

    /** @throws io.tradeflow.kernel.Problem {@code price-not-found} naming every line without a price */
    public PricedDocument price(PriceRequest request, Delivery delivery) {
        List<LinePrice> lines = prices.resolve(request);
        Map<String, PricedProduct> products = prices.productsOf(request);
        List<BulkDiscount.Line> sums = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            PriceRequest.Line line = request.lines().get(i);
            sums.add(new BulkDiscount.Line(
                    line.quantity(),
                    products.get(line.sku()).unit(),
                    net(lines.get(i).unitPrice(), line.quantity())));
        }
        BulkDiscount discount = bulkDiscount(request.priceTier(), request.currency(), request.on(), sums);
        BigDecimal sum =
                sums.stream().map(BulkDiscount.Line::net).reduce(BigDecimal.ZERO.setScale(CENTS), BigDecimal::add);
        BigDecimal net = sum.subtract(discount.percent().of(sum).setScale(CENTS, RoundingMode.HALF_UP));
        return new PricedDocument(
                lines.stream()
                        .map(line -> LinePricing.afterDiscount(line, discount.percent()))
                        .toList(),
                discount,
                net,
                charges(request, delivery, net, products));
    }

    /** The discount on an order whose lines come to this; for documents whose prices were partly set by hand. */
    public BulkDiscount bulkDiscount(String priceTier, String currency, LocalDate on, List<BulkDiscount.Line> lines) {
        return new BulkChoice(lines, on).of(policies.bands(priceTier, currency, on.minusDays(REMEMBERED_DAYS)));
    }

    /** What bringing the goods of these lines costs; {@code net} is their sum after discounts. */
    public Charges charges(PriceRequest request, Delivery delivery, BigDecimal net) {
        return charges(request, delivery, net, prices.productsOf(request));
    }

    private Charges charges(
            PriceRequest request, Delivery delivery, BigDecimal net, Map<String, PricedProduct> products) {
        return shipping.charges(new ShippingCharges.Facts(
                net,
                request.currency(),
                weight(request, products),
                request.segment(),
                delivery.mode(),
                delivery.fromStateCode(),
                delivery.to()));
    }

    /** Null as soon as one product's weight is not known: half a weight would make too low a freight. */
    private static BigDecimal weight(PriceRequest request, Map<String, PricedProduct> products) {
        BigDecimal weight = BigDecimal.ZERO;
        for (PriceRequest.Line line : request.lines()) {
            PricedProduct product = products.get(line.sku());
            if (product == null || product.weightKg() == null) {
                return null;
            }
            weight = weight.add(product.weightKg().multiply(line.quantity()));
        }
        return weight;
    }

    private static BigDecimal net(Money unitPrice, BigDecimal quantity) {
        return unitPrice.amount().multiply(quantity).setScale(CENTS, RoundingMode.HALF_UP);
    }
}
