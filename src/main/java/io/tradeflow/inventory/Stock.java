package io.tradeflow.inventory;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Balances and the append-only ledger behind them. */
@Service
@Transactional
public class Stock {

    private static final Set<String> BOOK_RECEIPTS = Set.of("warehouse", "stock-planners");

    private final WarehouseTable warehouses;
    private final StockTable table;
    private final StockBooks books;
    private final StockReceiptCheck check;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Stock(
            WarehouseTable warehouses,
            StockTable table,
            StockBooks books,
            StockReceiptCheck check,
            ApplicationEventPublisher events,
            Clock clock) {
        this.warehouses = warehouses;
        this.table = table;
        this.books = books;
        this.check = check;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Warehouse> warehouses() {
        return warehouses.all();
    }

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public Warehouse warehouse(String code) {
        return warehouses.find(code).orElseThrow(() -> Problem.notFound("warehouse", code));
    }

    /** Adds the warehouse or changes the one with this code. */
    public void saveWarehouse(Warehouse warehouse) {
        warehouses.save(warehouse);
    }

    /** All balances of a product that are not empty, by warehouse and then in the order they go out. */
    @Transactional(readOnly = true)
    public List<StockBalance> balances(String sku) {
        return table.balances(sku);
    }

    /** Available quantity over all warehouses by SKU, in one round trip; expired goods do not count. Unknown SKUs have zero. */
    @Transactional(readOnly = true)
    public Map<String, BigDecimal> available(Collection<String> skus) {
        Map<String, BigDecimal> available = new HashMap<>();
        skus.forEach(sku -> available.put(sku, BigDecimal.ZERO));
        books.usable(skus, LocalDate.now(clock))
                .forEach(candidate -> available.merge(candidate.sku(), candidate.available(), BigDecimal::add));
        return available;
    }

    /** What is free now and not expired, by balance. */
    @Transactional(readOnly = true)
    List<Fefo.Candidate> free(Collection<String> skus) {
        return books.usable(skus, LocalDate.now(clock));
    }

    /**
     * Books goods in and publishes {@link StockArrived}. Booking the same reference again changes nothing.
     *
     * @throws Problem {@code warehouse-only}; {@code invalid-receipt} naming every wrong field, {@code batch-differs} when a batch is known with another expiry
     */
    public void receive(Actor by, StockReceipt receipt) {
        receiveOnce(by, receipt);
    }

    /** As {@link #receive}; false where the reference was booked before. */
    boolean receiveOnce(Actor by, StockReceipt receipt) {
        requireReceivable(by, receipt);
        if (!table.insertReceipt(receipt, by.name())) {
            return false;
        }
        Set<String> skus = receipt.lines().stream().map(StockReceipt.Line::sku).collect(Collectors.toSet());
        books.lock(skus);
        table.saveBatches(receipt.lines());
        Map<StockKey, Long> balances = table.openBalances(receipt);
        books.book(
                receipt.lines().stream()
                        .map(line ->
                                Movement.receipt(balances.get(StockKey.of(line)), line.quantity(), receipt.reference()))
                        .toList(),
                by);
        events.publishEvent(new StockArrived(skus));
        return true;
    }

    /** Whether this receipt is in the books already. @throws Problem as {@link #receive} */
    @Transactional(readOnly = true)
    boolean isBooked(Actor by, StockReceipt receipt) {
        requireReceivable(by, receipt);
        return table.isBooked(receipt.reference());
    }

    private void requireReceivable(Actor by, StockReceipt receipt) {
        if (!mayReceive(by)) {
            throw Problem.forbidden("warehouse-only", "Goods are booked in by the warehouse and the stock planners");
        }
        check.check(receipt, warehouses.find(receipt.warehouseCode()).isPresent());
    }

    /** Whether this actor books goods in: the warehouse, the stock planners, and the program itself. */
    public boolean mayReceive(Actor by) {
        return isWarehouseStaff(by);
    }

    static boolean isWarehouseStaff(Actor by) {
        return by instanceof Actor.Program
                || by instanceof Actor.Staff staff && BOOK_RECEIPTS.stream().anyMatch(staff::isIn);
    }

    /** Balances that disagree with their ledger or with the allocations on them; none, unless somebody wrote around the program. */
    @Transactional(readOnly = true)
    public List<StockDiscrepancy> reconcile() {
        return table.discrepancies();
    }
}
