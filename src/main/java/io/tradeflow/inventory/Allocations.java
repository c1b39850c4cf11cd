package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Promises stock to orders; the database refuses what would oversell. */
@Service
public class Allocations {

    /** What an allocation run brought. */
    public enum Outcome {
        /** Everything open is allocated now. */
        ALL,
        /** Some of it. */
        PART,
        /** Nothing could be allocated; the order waits for stock. */
        NONE,
        /** Nothing was open. */
        NOTHING_OPEN
    }

    /**
     * Allocates what is open of the order, earliest expiry first, from the preferred warehouse and then from the others. Locks the
     * balance rows in (SKU, warehouse, batch) order, also where it gets nothing, so that a receipt cannot slip in between.
     */
    public Outcome allocate(String orderNumber, String preferredWarehouse) {
        throw new UnsupportedOperationException();
    }

    /** Quantity by order line that is neither shipped nor allocated nor short-closed; without the lines that are done. */
    public Map<Integer, BigDecimal> open(String orderNumber) {
        throw new UnsupportedOperationException();
    }

    /** Allocated and not yet in a shipment, by warehouse, SKU and batch. */
    public List<Allocation> unplanned(String orderNumber) {
        throw new UnsupportedOperationException();
    }

    public List<Allocation> ofShipment(String shipmentNumber) {
        throw new UnsupportedOperationException();
    }

    /** The shipment takes these allocations up. */
    public void assign(String shipmentNumber, List<Long> allocationIds) {
        throw new UnsupportedOperationException();
    }

    /** Less was found than allocated: the rest is open again and the missing stock written off with its reason. */
    public void shortPick(long allocationId, BigDecimal found, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Goods failed inspection: the quantity is held back in quarantine and open again for the order. */
    public void quarantine(long allocationId, BigDecimal rejected, String reason) {
        throw new UnsupportedOperationException();
    }

    /** The shipment leaves: on hand and allocated go down, the ledger says so. May be repeated. */
    public void dispatch(String shipmentNumber) {
        throw new UnsupportedOperationException();
    }

    /** Gives back all that is allocated and not dispatched. May be repeated. */
    public void release(String orderNumber) {
        throw new UnsupportedOperationException();
    }
}
