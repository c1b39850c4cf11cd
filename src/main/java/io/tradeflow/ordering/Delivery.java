package io.tradeflow.ordering;

import io.tradeflow.quotation.Incoterm;
import io.tradeflow.quotation.ShippingPolicy;

/**
 * How an order is to be delivered, as the buyer stated it on acceptance.
 *
 * @param incoterm null where neither quote nor buyer named one
 * @param instructions for warehouse and carrier, or null
 */
public record Delivery(ShippingPolicy shippingPolicy, Incoterm incoterm, String instructions) {

    /** As it gets ready, nothing said besides. */
    public static final Delivery PLAIN = new Delivery(ShippingPolicy.AS_READY, null, null);
}
