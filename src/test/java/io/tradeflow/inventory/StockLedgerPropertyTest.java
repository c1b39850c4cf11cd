package io.tradeflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.inventory.StockHolds.Wanted;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.OrderCancelled;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens in whatever order, crashed in the middle or done twice: the ledger adds up to the balances, nobody is promised what is not
 * there, nothing gets lost, and what is repeated counts once.
 */
class StockLedgerPropertyTest {

    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 7, 15);
    private static final LocalDate NEXT_WEEK = LocalDate.of(2026, 7, 22);
    private static final Instant TOMORROW = Instant.parse("2026-07-16T06:00:00Z");
    private static final int STEPS = 70;
    private static StockRoom room;

    private final List<String> orders = new ArrayList<>();
    private final List<String> transfers = new ArrayList<>();
    private List<String> skus;
    private Random random;
    private int serial;

    @BeforeAll
    static void open() {
        room = new StockRoom();
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noInvariantBreaks(long seed) {
        random = new Random(seed);
        skus = List.of(room.product(), room.product());
        for (int step = 0; step < STEPS; step++) {
            Runnable deed = deed(seed + "-" + step);
            switch (random.nextInt(3)) {
                case 0 -> tryTo(deed);
                case 1 -> {
                    String before = figures();
                    crashAfter(deed);
                    assertThat(figures())
                            .as("seed %d, step %d, crashed", seed, step)
                            .isEqualTo(before);
                    tryTo(deed);
                }
                default -> {
                    tryTo(deed);
                    String once = figures();
                    tryTo(deed);
                    assertThat(figures())
                            .as("seed %d, step %d, repeated", seed, step)
                            .isEqualTo(once);
                }
            }
            assertThat(room.stock.reconcile())
                    .as("seed %d, step %d", seed, step)
                    .isEmpty();
            assertThat(overPromised()).as("seed %d, step %d", seed, step).isEmpty();
        }
        nothingIsLost();
    }

    private Runnable deed(String reference) {
        if (orders.isEmpty()) {
            orders.add(room.order(skus.get(0), some(9), skus.get(1), some(9)));
        }
        String sku = any(skus);
        String order = any(orders);
        String warehouse = random.nextBoolean() ? "MH-1" : "TN-1";
        String batch = "B" + random.nextInt(3);
        String quantity = some(20);
        return switch (random.nextInt(12)) {
            case 0, 1 -> () -> room.receive("GRN-" + reference, warehouse, sku, batch, expiry(batch), quantity);
            case 2 -> {
                String fresh = room.order(skus.get(0), some(9), skus.get(1), some(9));
                orders.add(fresh);
                yield () -> room.allocations.allocate(fresh, "MH-1");
            }
            case 3, 4 -> () -> room.allocations.allocate(order, warehouse);
            case 5 ->
                () -> room.holds.place(
                        deal(order), StockRoom.BUYER, List.of(new Wanted(1, sku, new BigDecimal(quantity))), TOMORROW);
            case 6 -> () -> room.holds.release(deal(order));
            case 7 -> cut(order);
            case 8 -> dispatch(order);
            case 9 -> () -> cancel(order);
            case 10 -> adjustment(reference, warehouse, sku, batch, quantity);
            default -> transfer(reference, warehouse, sku, batch, quantity);
        };
    }

    private Runnable cut(String order) {
        List<Allocation> there = room.allocations.unplanned(order);
        if (there.isEmpty()) {
            return () -> {};
        }
        Allocation allocation = any(there);
        BigDecimal part = random.nextBoolean()
                ? allocation.quantity().multiply(new BigDecimal("0.5")).setScale(6, RoundingMode.DOWN)
                : BigDecimal.ZERO;
        return random.nextBoolean()
                ? () -> room.allocations.shortPick(allocation.id(), part, "not found")
                : () -> room.allocations.quarantine(allocation.id(), part, "damp");
    }

    private Runnable dispatch(String order) {
        List<Long> ids =
                room.allocations.unplanned(order).stream().map(Allocation::id).toList();
        String shipment = "SHP-2627-%06d".formatted(++serial + 1000 * Math.abs(order.hashCode() % 1000));
        return () -> {
            if (room.allocations.ofShipment(shipment).isEmpty()) {
                room.allocations.assign(shipment, ids);
            }
            room.allocations.dispatch(shipment);
        };
    }

    private static void cancel(String order) {
        if (!room.allocations.anyDispatched(order)) {
            room.cancel(new OrderCancelled(deal(order), order));
        }
    }

    private Runnable adjustment(String reference, String warehouse, String sku, String batch, String quantity) {
        StockAdjustment.Kind kind = any(List.of(StockAdjustment.Kind.values()));
        boolean less = random.nextBoolean();
        String reason =
                switch (kind) {
                    case ADJUSTMENT -> less ? "LOST" : "FOUND";
                    case HOLD_BACK -> "INSPECTION";
                    case RELEASE -> "SOUND";
                    case SCRAP -> "DAMAGED";
                };
        BigDecimal amount = new BigDecimal(quantity);
        StockAdjustment adjustment = new StockAdjustment(
                "ADJ-" + reference,
                kind,
                warehouse,
                reason,
                null,
                List.of(new StockAdjustment.Line(
                        sku, batch, kind == StockAdjustment.Kind.ADJUSTMENT && less ? amount.negate() : amount)));
        return () -> room.bean(StockAdjustments.class).book(StockRoom.RAVI, adjustment);
    }

    private Runnable transfer(String reference, String warehouse, String sku, String batch, String quantity) {
        StockTransfers moves = room.bean(StockTransfers.class);
        if (!transfers.isEmpty() && random.nextBoolean()) {
            String number = transfers.remove(0);
            BigDecimal sent = moves.one(number).lines().get(0).quantity();
            BigDecimal lost = random.nextBoolean() ? BigDecimal.ZERO : sent.min(BigDecimal.ONE);
            StockTransfer.Arrival arrival = new StockTransfer.Arrival(
                    "ARR-" + reference,
                    List.of(new StockTransfer.ArrivedLine(
                            1, sent.subtract(lost), lost, lost.signum() > 0 ? "LOST" : null, null)));
            return () -> moves.receive(StockRoom.RAVI, number, arrival);
        }
        StockTransfer.Draft draft = new StockTransfer.Draft(
                "TRF-" + reference,
                warehouse,
                warehouse.equals("MH-1") ? "TN-1" : "MH-1",
                NEXT_WEEK,
                null,
                List.of(new StockTransfer.Goods(sku, batch, new BigDecimal(quantity))));
        return () -> {
            String number = moves.send(StockRoom.RAVI, draft);
            if (!transfers.contains(number)) {
                transfers.add(number);
            }
        };
    }

    /** What the rules refuse leaves everything as it was. */
    private void tryTo(Runnable deed) {
        String before = figures();
        try {
            deed.run();
        } catch (Problem refused) {
            assertThat(figures()).as(refused.getMessage()).isEqualTo(before);
        }
    }

    /** The deed is done and its transaction lost. */
    private void crashAfter(Runnable deed) {
        List<String> known = List.copyOf(transfers);
        try {
            room.transaction.executeWithoutResult(status -> {
                deed.run();
                status.setRollbackOnly();
            });
        } catch (Problem | org.springframework.transaction.UnexpectedRollbackException refused) {
            // refused or not, nothing of it stays
        }
        transfers.retainAll(known);
    }

    /** All numbers and promises of the test's products. */
    private String figures() {
        TreeMap<String, Object> figures = new TreeMap<>();
        room.jdbc
                .sql(
                        "select sku || ' ' || warehouse_code || ' ' || batch as place, on_hand, allocated, held, quarantined"
                                + " from stock_balance where sku = any(:skus)"
                                + " and (on_hand > 0 or allocated > 0 or held > 0 or quarantined > 0)")
                .param("skus", skus.toArray(String[]::new))
                .query()
                .listOfRows()
                .forEach(row ->
                        figures.put((String) row.get("place"), row.values().toString()));
        figures.put(
                "allocations",
                room.jdbc
                        .sql(
                                "select a.order_number, a.order_line_no, sum(a.quantity), a.shipment_number is null as free,"
                                        + " a.dispatched_at is null as here from allocation a join stock_balance s on s.id = a.balance_id"
                                        + " where s.sku = any(:skus) and a.released_at is null group by 1, 2, 4, 5 order by 1, 2, 4, 5")
                        .param("skus", skus.toArray(String[]::new))
                        .query()
                        .listOfRows()
                        .toString());
        figures.put(
                "transit",
                room.jdbc
                        .sql(
                                "select coalesce(sum(quantity - received - lost), 0) from stock_transfer_line where sku = any(:skus)")
                        .param("skus", skus.toArray(String[]::new))
                        .query(BigDecimal.class)
                        .single()
                        .toPlainString());
        return figures.toString();
    }

    /** Orders with more promised and dispatched than ordered. */
    private List<String> overPromised() {
        List<String> over = new ArrayList<>();
        for (String order : orders) {
            room.bean(io.tradeflow.ordering.SalesOrders.class)
                    .order(order)
                    .lines()
                    .forEach(line -> {
                        BigDecimal taken = room.allocations.ofOrder(order).stream()
                                .filter(allocation -> allocation.orderLineNo() == line.lineNo())
                                .map(Allocation::quantity)
                                .reduce(BigDecimal.ZERO, BigDecimal::add);
                        if (taken.compareTo(line.toDeliver()) > 0) {
                            over.add(order + " line " + line.lineNo() + ": " + taken);
                        }
                    });
        }
        return over;
    }

    /** What came in is on hand, has left for a reason, or is under way. */
    private void nothingIsLost() {
        BigDecimal onHand = skus.stream().map(sku -> room.sum("on_hand", sku)).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal underWay = room.jdbc
                .sql("select coalesce(sum(quantity - received), 0) from stock_transfer_line where sku = any(:skus)")
                .param("skus", skus.toArray(String[]::new))
                .query(BigDecimal.class)
                .single();
        assertThat(onHand.add(underWay))
                .isEqualByComparingTo(moved("RECEIPT")
                        .add(moved("ADJUSTMENT"))
                        .add(moved("SCRAP"))
                        .add(moved("SHORT_PICK"))
                        .add(moved("DISPATCH")));
        assertThat(moved("TRANSFER_OUT").add(moved("TRANSFER_IN")).add(underWay))
                .isZero();
    }

    private BigDecimal moved(String kind) {
        return room.jdbc
                .sql("select coalesce(sum(l.on_hand_change), 0) from stock_ledger l"
                        + " join stock_balance s on s.id = l.balance_id where s.sku = any(:skus) and l.kind = :kind")
                .param("skus", skus.toArray(String[]::new))
                .param("kind", kind)
                .query(BigDecimal.class)
                .single();
    }

    private static LocalDate expiry(String batch) {
        return batch.equals("B0") ? NEXT_WEEK : NEXT_YEAR;
    }

    private static String deal(String order) {
        return order.replace("SO", "INQ");
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private String some(int most) {
        return BigDecimal.valueOf(1 + random.nextInt(most * 1000), 3).toPlainString();
    }
}
