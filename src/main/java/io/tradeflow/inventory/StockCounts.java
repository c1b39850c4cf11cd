package io.tradeflow.inventory;

import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.Products;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opening stock and stocktaking: people say what lies there, and the difference to the books goes through the ledger with its reason. Who counts
 * sees to it that nothing is moved meanwhile.
 */
@Service
@Transactional
public class StockCounts {

    private static final int LONGEST_REASON = 500;

    private final CountTable table;
    private final StockBooks books;
    private final Products products;
    private final WarehouseTable warehouses;
    private final ApplicationEventPublisher events;

    StockCounts(
            CountTable table,
            StockBooks books,
            Products products,
            WarehouseTable warehouses,
            ApplicationEventPublisher events) {
        this.table = table;
        this.books = books;
        this.products = products;
        this.warehouses = warehouses;
        this.events = events;
    }

    /** What the books have where this was counted, in its order; null where they have nothing yet. */
    @Transactional(readOnly = true)
    public List<CountedStock> known(List<CountedStock> counted) {
        Map<CountTable.Place, CountTable.Balance> balances = table.balances(counted);
        List<CountedStock> known = new ArrayList<>();
        for (CountedStock line : counted) {
            CountTable.Balance balance = balances.get(CountTable.Place.of(line));
            known.add(balance == null ? null : balance.stock());
        }
        return known;
    }

    /** All balances that are not empty, one after the other; never all in memory where the caller is in a transaction. */
    @Transactional(readOnly = true)
    public void forEach(Consumer<CountedStock> reader) {
        table.forEach(reader);
    }

    /** How many products lie in some warehouse. */
    @Transactional(readOnly = true)
    public int productsInStock() {
        return table.productsInStock();
    }

    /** What is wrong with a count, by line and field as in {@code lines[3].quantity}; changes nothing. */
    @Transactional(readOnly = true)
    public List<Violation> violations(List<CountedStock> counted) {
        Map<String, Product> known = products.bySku(
                counted.stream().map(CountedStock::sku).filter(Objects::nonNull).collect(Collectors.toSet()));
        Set<String> places = warehouses.all().stream().map(Warehouse::code).collect(Collectors.toSet());
        Map<CountTable.Place, CountTable.Balance> balances = table.balances(counted);
        Map<StockKey, CountTable.Batch> batches = table.batches(counted);
        Set<CountTable.Place> seen = new HashSet<>();
        List<Violation> wrong = new ArrayList<>();
        for (int i = 0; i < counted.size(); i++) {
            CountedStock line = counted.get(i);
            String path = "lines[" + i + "].";
            if (!seen.add(CountTable.Place.of(line))) {
                wrong.add(new Violation(path + "sku", "This warehouse, product and batch is counted twice"));
            }
            if (!places.contains(line.warehouseCode())) {
                wrong.add(new Violation(path + "warehouse", "There is no warehouse " + line.warehouseCode()));
            }
            Product product = line.sku() == null ? null : known.get(line.sku());
            if (product == null) {
                wrong.add(new Violation(path + "sku", "There is no product " + line.sku()));
            } else {
                checkBatch(line, product, batches.get(line.key()), path, wrong);
            }
            checkQuantity(line, balances.get(CountTable.Place.of(line)), path, wrong);
            StockReceiptCheck.checkBin(line.bin(), path, wrong);
            if (line.reason() != null && line.reason().length() > LONGEST_REASON) {
                wrong.add(new Violation(path + "reason", "has more than " + LONGEST_REASON + " characters"));
            }
        }
        return wrong;
    }

    private static void checkBatch(
            CountedStock line, Product product, CountTable.Batch known, String path, List<Violation> wrong) {
        StockReceiptCheck.checkBatch(
                new StockReceipt.Line(
                        line.sku(), line.batch(), line.manufacturedOn(), line.expiresOn(), line.bin(), line.quantity()),
                product,
                path,
                wrong);
        if (known == null || line.batch() == null) {
            return;
        }
        if (!Objects.equals(known.expiresOn(), line.expiresOn())) {
            wrong.add(new Violation(
                    path + "expiresOn",
                    "Batch " + line.batch() + " is known "
                            + (known.expiresOn() == null ? "without expiry" : "to expire on " + known.expiresOn())));
        }
        if (known.manufacturedOn() != null && !known.manufacturedOn().equals(line.manufacturedOn())) {
            wrong.add(new Violation(
                    path + "manufacturedOn",
                    "Batch " + line.batch() + " is known to be made on " + known.manufacturedOn()));
        }
    }

    private static void checkQuantity(
            CountedStock line, CountTable.Balance balance, String path, List<Violation> wrong) {
        BigDecimal quantity = line.quantity();
        if (quantity == null || quantity.signum() < 0) {
            wrong.add(new Violation(path + "quantity", "A quantity of zero or more is needed"));
        } else if (StockReceiptCheck.isTooFineOrLarge(quantity)) {
            wrong.add(new Violation(path + "quantity", "At most 6 decimals and 13 digits before them"));
        } else if (balance != null && quantity.compareTo(balance.bound()) < 0) {
            wrong.add(new Violation(
                    path + "quantity",
                    balance.bound().stripTrailingZeros().toPlainString()
                            + " of it are promised to orders or held back; release them before booking less"));
        }
    }

    /**
     * Makes the books say what was counted and publishes {@link StockArrived} for what has become more.
     *
     * @param reference what the ledger names as the paper of the count
     * @throws Problem {@code warehouse-only}; {@code invalid-count} naming line and field
     */
    public void book(Actor by, String reference, List<CountedStock> counted) {
        if (!Stock.isWarehouseStaff(by)) {
            throw Problem.forbidden("warehouse-only", "Stock is counted by the warehouse and the stock planners");
        }
        refuse(violations(counted));
        books.lock(counted.stream().map(CountedStock::sku).collect(Collectors.toSet()));
        // read again under the lock: what is promised may be more by now
        refuse(violations(counted));
        table.saveBatches(counted);
        Map<CountTable.Place, CountTable.Balance> balances = table.openBalances(counted);
        List<Movement> movements = new ArrayList<>();
        Set<String> more = new HashSet<>();
        for (CountedStock line : counted) {
            CountTable.Balance balance = balances.get(CountTable.Place.of(line));
            BigDecimal difference = line.quantity().subtract(balance.stock().quantity());
            if (difference.signum() != 0) {
                movements.add(Movement.count(balance.id(), difference, reference, line.reason()));
            }
            if (difference.signum() > 0) {
                more.add(line.sku());
            }
        }
        books.book(movements, by);
        if (!more.isEmpty()) {
            events.publishEvent(new StockArrived(more));
        }
    }

    private static void refuse(List<Violation> wrong) {
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-count", "The count cannot be booked", wrong);
        }
    }
}
