package io.tradeflow.inventory;

import io.tradeflow.inventory.Movement.Change;
import io.tradeflow.inventory.Movement.Kind;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Goods that come back from a buyer: booked into stock once, and owed again where their return says so. */
@Service
@Transactional
public class ReturnedGoods {

    /**
     * One batch as it was inspected, quantities in the product's unit: back into stock, held back in quarantine, or off the books at once.
     *
     * @param batch empty for goods kept without one
     */
    public record Line(
            String sku,
            String batch,
            String orderNumber,
            int orderLineNo,
            BigDecimal restock,
            BigDecimal quarantine,
            BigDecimal scrap) {

        private BigDecimal all() {
            return restock.add(quarantine).add(scrap);
        }
    }

    private final StockBooks books;
    private final StockTable table;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    ReturnedGoods(StockBooks books, StockTable table, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.books = books;
        this.table = table;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Books what came back into the batches it left from and wakes who waits for it. A second booking under the same reference changes
     * nothing.
     *
     * @param reference the return's number
     * @param reason why goods are held back or scrapped
     */
    public void book(Actor by, String reference, String warehouse, List<Line> lines, String reason) {
        List<Line> there =
                lines.stream().filter(line -> line.all().signum() > 0).toList();
        StockReceipt receipt = new StockReceipt(
                reference,
                warehouse,
                there.stream()
                        .map(line -> new StockReceipt.Line(line.sku(), line.batch(), null, null, null, line.all()))
                        .toList());
        if (there.isEmpty() || !table.insertReceipt(receipt, by.name())) {
            return;
        }
        Set<String> skus = there.stream().map(Line::sku).collect(Collectors.toSet());
        books.lock(skus);
        Map<StockKey, Long> balances = table.openBalances(new StockReceipt(
                reference,
                warehouse,
                there.stream()
                        .map(line -> new StockKey(line.sku(), line.batch()))
                        .distinct()
                        .map(key -> new StockReceipt.Line(key.sku(), key.batch(), null, null, null, BigDecimal.ONE))
                        .toList()));
        List<Movement> movements = new ArrayList<>();
        for (Line line : there) {
            long balance = balances.get(new StockKey(line.sku(), line.batch()));
            movements.add(movement(
                    balance,
                    Kind.RETURN,
                    new Change(line.all(), BigDecimal.ZERO, BigDecimal.ZERO, line.quarantine()),
                    line,
                    reference,
                    reason));
            if (line.scrap().signum() > 0) {
                movements.add(
                        movement(balance, Kind.SCRAP, Change.onHand(line.scrap().negate()), line, reference, reason));
            }
        }
        books.book(movements);
        Set<String> usable = there.stream()
                .filter(line -> line.restock().signum() > 0)
                .map(Line::sku)
                .collect(Collectors.toSet());
        if (!usable.isEmpty()) {
            events.publishEvent(new StockArrived(usable));
        }
    }

    private static Movement movement(
            long balance, Kind kind, Change change, Line line, String reference, String reason) {
        return new Movement(balance, kind, change, line.orderNumber(), line.orderLineNo(), reference, reason);
    }

    /**
     * What this dispatched allocation brought is owed again to this extent. The caller sees to it that it counts once.
     *
     * @throws Problem {@code reopen-invalid} where it would be more than was dispatched
     */
    public void reopen(long allocationId, BigDecimal quantity) {
        int reopened = jdbc.sql(
                        """
                        update allocation set reopened = reopened + :quantity
                        where id = :id and dispatched_at is not null and reopened + :quantity <= quantity""")
                .param("quantity", quantity)
                .param("id", allocationId)
                .update();
        if (reopened != 1) {
            throw Problem.conflict(
                    "reopen-invalid",
                    "Not possible",
                    "More would be owed again than was dispatched of allocation " + allocationId);
        }
    }
}
