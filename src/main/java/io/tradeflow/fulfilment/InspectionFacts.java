package io.tradeflow.fulfilment;

import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.Products;
import io.tradeflow.inquiry.Handling;
import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** What the table goes by that says which goods are inspected. */
@Service
public class InspectionFacts {

    /**
     * @param categories codes with commas, for a search in the text
     * @param orderNet in whole units of the order's currency, rounded up
     */
    public record Facts(String segment, String packing, String categories, boolean batchTracked, long orderNet) {}

    private final SalesOrders orders;
    private final Products products;
    private final ObjectProvider<Inquiries> inquiries;

    InspectionFacts(SalesOrders orders, Products products, ObjectProvider<Inquiries> inquiries) {
        this.orders = orders;
        this.products = products;
        this.inquiries = inquiries;
    }

    public Facts of(Shipment shipment) {
        SalesOrder order = orders.order(shipment.orderNumber());
        Collection<Product> goods = products.bySku(
                        shipment.lines().stream().map(Shipment.Line::sku).collect(Collectors.toSet()))
                .values();
        return new Facts(
                order.segment(),
                packing(shipment),
                goods.stream()
                        .map(Product::category)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(",")),
                goods.stream().anyMatch(Product::batchTracked),
                order.netTotal().amount().setScale(0, RoundingMode.CEILING).longValueExact());
    }

    private String packing(Shipment shipment) {
        Inquiries known = inquiries.getIfAvailable();
        Handling handling =
                known == null ? null : known.inquiry(shipment.dealNumber()).handling();
        return handling == null ? null : handling.packing();
    }
}
