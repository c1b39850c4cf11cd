package io.tradeflow.inventory;

import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.Products;
import io.tradeflow.inventory.ExpectedReceipt.Source;
import io.tradeflow.inventory.ExpectedReceipt.Status;
import io.tradeflow.inventory.ExpectedReceiptTable.Key;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
 * Goods that are to come. They are announced with a day, can get another one, become less by what is received against them and end when all
 * is there or the rest is given up. Each change publishes {@link IncomingChanged}.
 */
@Service
@Transactional
public class ExpectedReceipts {

    private static final int LONGEST_REFERENCE = 60;
    private static final int LONGEST_REASON = 500;

    private final ExpectedReceiptTable table;
    private final Stock stock;
    private final Products products;
    private final WarehouseTable warehouses;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExpectedReceipts(
            ExpectedReceiptTable table,
            Stock stock,
            Products products,
            WarehouseTable warehouses,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.stock = stock;
        this.products = products;
        this.warehouses = warehouses;
        this.events = events;
        this.clock = clock;
    }

    /** Goods as they come in against what was announced. {@code reference} is the number on their own paper, booked once. */
    public record Arrival(
            String reference,
            BigDecimal quantity,
            String batch,
            LocalDate manufacturedOn,
            LocalDate expiresOn,
            String bin) {}

    /**
     * A step of the program announces goods, or says them anew; saying the same again changes nothing.
     *
     * @param quantity in the product's unit
     * @throws Problem {@code invalid-expected-receipt} naming what is wrong
     */
    public void announce(
            String reference, String warehouse, String sku, BigDecimal quantity, LocalDate on, Source source) {
        announce(Actor.PROGRAM, List.of(new ExpectedGoods(reference, warehouse, sku, quantity, on, source)));
    }

    /** A transfer says what of it is to come; only it can. */
    void underWay(List<ExpectedGoods> sent, Actor by) {
        table.save(sent, null, by.name());
        changed(sent.stream().map(ExpectedGoods::sku).collect(Collectors.toSet()));
    }

    /** Something of a transfer has arrived or is lost under way. Says nothing to those who wait: the transfer does. */
    void arrived(StockTransfer transfer, String sku, BigDecimal received, BigDecimal lost, Actor by) {
        ExpectedGoods sent = new ExpectedGoods(
                transfer.number(), transfer.toWarehouse(), sku, null, transfer.expectedOn(), Source.TRANSFER);
        ExpectedReceipt expected = table.known(List.of(sent)).get(Key.of(sent));
        BigDecimal all = expected.received().add(received);
        BigDecimal stillToCome = expected.quantity().subtract(lost);
        ExpectedReceipt now = stillToCome.signum() == 0
                ? with(expected, all, expected.expectedOn(), Status.CANCELLED)
                : with(
                        expected.less(lost),
                        all,
                        expected.expectedOn(),
                        all.compareTo(stillToCome) < 0 ? Status.OPEN : Status.RECEIVED);
        table.update(
                now,
                "RECEIVED",
                received,
                lost.signum() > 0 ? lost.stripTrailingZeros().toPlainString() + " lost under way" : null,
                by.name());
    }

    /**
     * Announces goods; those known by the same reference, warehouse and product get the new quantity and day.
     *
     * @throws Problem {@code warehouse-only}; {@code invalid-expected-receipt} naming line and field
     */
    public void announce(Actor by, List<ExpectedGoods> announced) {
        requireMayAnnounce(by);
        List<Violation> wrong = violations(announced);
        if (announced.isEmpty()) {
            wrong = List.of(new Violation("lines", "At least one line is needed"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-expected-receipt", "The goods cannot be announced", wrong);
        }
        Map<Key, ExpectedReceipt> known = table.known(announced);
        List<ExpectedGoods> news = announced.stream()
                .filter(goods -> !says(known.get(Key.of(goods)), goods))
                .toList();
        if (!news.isEmpty()) {
            table.save(news, null, by.name());
            changed(news.stream().map(ExpectedGoods::sku).collect(Collectors.toSet()));
        }
    }

    /** What is wrong, by line and field as in {@code lines[3].quantity}; changes nothing. */
    @Transactional(readOnly = true)
    public List<Violation> violations(List<ExpectedGoods> announced) {
        Map<String, Product> catalogue = products.bySku(announced.stream()
                .map(ExpectedGoods::sku)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Set<String> places = warehouses.all().stream().map(Warehouse::code).collect(Collectors.toSet());
        Map<Key, ExpectedReceipt> known = table.known(announced);
        Set<Key> seen = new HashSet<>();
        List<Violation> wrong = new ArrayList<>();
        for (int i = 0; i < announced.size(); i++) {
            ExpectedGoods goods = announced.get(i);
            String path = "lines[" + i + "].";
            if (!seen.add(Key.of(goods))) {
                wrong.add(new Violation(path + "sku", "This product is announced twice on the same paper"));
            }
            ExpectedReceipt before = known.get(Key.of(goods));
            if (says(before, goods)) {
                continue;
            }
            if (goods.reference() == null
                    || goods.reference().isBlank()
                    || goods.reference().length() > LONGEST_REFERENCE) {
                wrong.add(new Violation(
                        path + "reference", "A reference of at most " + LONGEST_REFERENCE + " characters is needed"));
            }
            if (!places.contains(goods.warehouseCode())) {
                wrong.add(new Violation(path + "warehouse", "There is no warehouse " + goods.warehouseCode()));
            }
            if (goods.sku() == null || !catalogue.containsKey(goods.sku())) {
                wrong.add(new Violation(path + "sku", "There is no product " + goods.sku()));
            }
            if (goods.source() == null) {
                wrong.add(new Violation(path + "source", "Say where they come from: PURCHASE or PRODUCTION"));
            } else if (goods.source() == Source.TRANSFER) {
                wrong.add(new Violation(path + "source", "A transfer announces its goods itself when it is sent"));
            }
            checkQuantity(goods.quantity(), before, path, wrong);
            checkDay(goods.expectedOn(), before, path, wrong);
            if (before != null && before.status() != Status.OPEN) {
                wrong.add(new Violation(
                        path + "reference",
                        goods.reference() + " is over for " + goods.sku() + ": announce more under another reference"));
            }
        }
        return wrong;
    }

    private static void checkQuantity(BigDecimal quantity, ExpectedReceipt before, String path, List<Violation> wrong) {
        if (quantity == null || quantity.signum() <= 0) {
            wrong.add(new Violation(path + "quantity", "A quantity above zero is needed"));
        } else if (StockReceiptCheck.isTooFineOrLarge(quantity)) {
            wrong.add(new Violation(path + "quantity", "At most 6 decimals and 13 digits before them"));
        } else if (before != null && quantity.compareTo(before.received()) < 0) {
            wrong.add(new Violation(
                    path + "quantity",
                    before.received().stripTrailingZeros().toPlainString() + " of it have come in already"));
        }
    }

    private void checkDay(LocalDate day, ExpectedReceipt before, String path, List<Violation> wrong) {
        boolean stays = before != null && before.expectedOn().equals(day);
        if (day == null) {
            wrong.add(new Violation(path + "expectedOn", "The day on which they are expected is needed"));
        } else if (!stays && day.isBefore(LocalDate.now(clock))) {
            wrong.add(new Violation(path + "expectedOn", "The day lies in the past"));
        }
    }

    private static boolean says(ExpectedReceipt known, ExpectedGoods goods) {
        return known != null
                && goods.quantity() != null
                && known.quantity().compareTo(goods.quantity()) == 0
                && known.expectedOn().equals(goods.expectedOn())
                && known.source() == goods.source();
    }

    /** What is known already of what is announced, in its order; null where nothing is. */
    @Transactional(readOnly = true)
    public List<ExpectedGoods> known(List<ExpectedGoods> announced) {
        Map<Key, ExpectedReceipt> known = table.known(announced);
        List<ExpectedGoods> before = new ArrayList<>();
        for (ExpectedGoods goods : announced) {
            ExpectedReceipt receipt = known.get(Key.of(goods));
            before.add(receipt == null ? null : receipt.goods());
        }
        return before;
    }

    /** All that are open, one after the other; the caller is in a transaction. */
    @Transactional(readOnly = true)
    public void forEachOpen(Consumer<ExpectedGoods> reader) {
        table.forEachOpen(receipt -> reader.accept(receipt.goods()));
    }

    /**
     * Books goods in that were announced; orders that wait for them go on. The same reference is booked once.
     *
     * @throws Problem {@code expected-receipt-over} where all is there already, {@code invalid-receipt} as for every receipt
     */
    public void receive(Actor by, long id, Arrival arrival) {
        ExpectedReceipt expected = locked(id);
        refuseTransfer(expected);
        StockReceipt receipt = new StockReceipt(
                arrival.reference(),
                expected.warehouseCode(),
                List.of(new StockReceipt.Line(
                        expected.sku(),
                        arrival.batch(),
                        arrival.manufacturedOn(),
                        arrival.expiresOn(),
                        arrival.bin(),
                        arrival.quantity())));
        if (stock.isBooked(by, receipt)) {
            return;
        }
        requireOpen(expected);
        BigDecimal received = expected.received().add(arrival.quantity());
        table.update(
                with(
                        expected,
                        received,
                        expected.expectedOn(),
                        received.compareTo(expected.quantity()) >= 0 ? Status.RECEIVED : Status.OPEN),
                "RECEIVED",
                arrival.quantity(),
                arrival.reference(),
                by.name());
        if (!stock.receiveOnce(by, receipt)) {
            throw Problem.conflict(
                    "receipt-known",
                    "Receipt is known",
                    "Receipt " + arrival.reference() + " is being booked elsewhere. Please look again.");
        }
    }

    /** The same comes on another day. @throws Problem {@code invalid-expected-receipt} where the day is in the past or no reason is given */
    public void move(Actor by, long id, LocalDate on, String reason) {
        requireMayAnnounce(by);
        ExpectedReceipt expected = locked(id);
        requireOpen(expected);
        List<Violation> wrong = new ArrayList<>();
        checkDay(on, null, "", wrong);
        checkReason(reason, wrong);
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-expected-receipt", "The day cannot be changed", wrong);
        }
        table.update(
                with(expected, expected.received(), on, Status.OPEN), "CHANGED", expected.open(), reason, by.name());
        changed(Set.of(expected.sku()));
    }

    /** What has not come does not come any more. @throws Problem {@code invalid-expected-receipt} without a reason */
    public void cancel(Actor by, long id, String reason) {
        requireMayAnnounce(by);
        ExpectedReceipt expected = locked(id);
        refuseTransfer(expected);
        requireOpen(expected);
        List<Violation> wrong = new ArrayList<>();
        checkReason(reason, wrong);
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-expected-receipt", "The goods cannot be given up", wrong);
        }
        table.update(
                with(expected, expected.received(), expected.expectedOn(), Status.CANCELLED),
                "CANCELLED",
                expected.open(),
                reason,
                by.name());
        changed(Set.of(expected.sku()));
    }

    /** Those that are open of these products, the earliest first. */
    @Transactional(readOnly = true)
    public List<ExpectedReceipt> open(Collection<String> skus) {
        return skus.isEmpty() ? List.of() : table.open(skus);
    }

    /** @param sku null for all products, {@code warehouse} null for all; {@code page} counts from 0 */
    @Transactional(readOnly = true)
    public List<ExpectedReceipt> page(String sku, String warehouse, boolean openOnly, int page, int size) {
        return table.page(sku, warehouse, openOnly, page * size, size);
    }

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public ExpectedReceipt one(long id) {
        return table.find(id).orElseThrow(() -> notFound(id));
    }

    /** What became of it, oldest first. */
    @Transactional(readOnly = true)
    public List<ExpectedReceiptChange> changes(long id) {
        return table.changes(id);
    }

    /** Whether this actor announces goods and books them in. */
    public boolean mayAnnounce(Actor by) {
        return Stock.isWarehouseStaff(by);
    }

    private void changed(Set<String> skus) {
        events.publishEvent(new IncomingChanged(skus));
    }

    private ExpectedReceipt locked(long id) {
        return table.lock(id).orElseThrow(() -> notFound(id));
    }

    private void requireMayAnnounce(Actor by) {
        if (!mayAnnounce(by)) {
            throw Problem.forbidden("warehouse-only", "Goods to come are kept by the warehouse and the stock planners");
        }
    }

    private static void refuseTransfer(ExpectedReceipt expected) {
        if (expected.source() == Source.TRANSFER) {
            throw Problem.conflict(
                    "receive-the-transfer",
                    "Receive the transfer",
                    expected.reference() + " is a transfer: say there what has come and what is lost");
        }
    }

    private static void requireOpen(ExpectedReceipt expected) {
        if (expected.status() != Status.OPEN) {
            throw Problem.conflict(
                    "expected-receipt-over",
                    "Nothing more is expected",
                    expected.reference() + " is over for " + expected.sku() + ": nothing of it is expected any more");
        }
    }

    private static void checkReason(String reason, List<Violation> wrong) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            wrong.add(new Violation("reason", "A reason of at most " + LONGEST_REASON + " characters is needed"));
        }
    }

    private static ExpectedReceipt with(ExpectedReceipt of, BigDecimal received, LocalDate on, Status status) {
        return new ExpectedReceipt(
                of.id(),
                of.reference(),
                of.warehouseCode(),
                of.sku(),
                of.quantity(),
                received,
                on,
                of.firstExpectedOn(),
                of.source(),
                status);
    }

    private static Problem notFound(long id) {
        return Problem.notFound("expected receipt", String.valueOf(id));
    }
}
