package io.tradeflow.inventory;

import io.tradeflow.ordering.SalesOrder;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/** The table that judges warehouses for an order, asked while stock is allocated. */
public interface WarehouseSuits {

    /**
     * What is known of a warehouse before it is judged.
     *
     * @param preferred whether the order is to be served from there if nothing speaks against it
     * @param km by road to where the goods go, or null
     * @param servedPercent part of what is open that lies there, 0 to 100
     */
    record Facts(String warehouseCode, boolean preferred, BigDecimal km, BigDecimal servedPercent) {}

    /** One answer per warehouse, in the same order. */
    List<WarehouseSuit> judge(SalesOrder order, Collection<Facts> warehouses);
}
