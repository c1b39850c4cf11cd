package io.tradeflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.ordering.OrderCancelled;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens in whatever order: the ledger adds up to the balances and nobody is promised what is not there. */
class StockLedgerPropertyTest {

    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 7, 15);
    private static final int STEPS = 60;
    private static StockRoom room;

    @BeforeAll
    static void open() {
        room = new StockRoom();
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void ledgerAddsUpAfterAnyMovements(long seed) {
        Random random = new Random(seed);
        List<String> skus = List.of(room.product(), room.product());
        List<String> orders = new ArrayList<>();
        BigDecimal received = BigDecimal.ZERO;
        for (int step = 0; step < STEPS; step++) {
            String sku = skus.get(random.nextInt(skus.size()));
            switch (random.nextInt(orders.isEmpty() ? 2 : 7)) {
                case 0 -> {
                    BigDecimal quantity = decimal(random, 20);
                    room.receive(
                            random.nextBoolean() ? "MH-1" : "TN-1",
                            sku,
                            "B" + random.nextInt(3),
                            NEXT_YEAR,
                            quantity.toPlainString());
                    received = received.add(quantity);
                }
                case 1 ->
                    orders.add(room.order(
                            skus.get(0), decimal(random, 9).toPlainString(),
                            skus.get(1), decimal(random, 9).toPlainString()));
                case 2, 3 -> room.allocations.allocate(any(orders, random), "MH-1");
                case 4 -> cut(any(orders, random), random);
                case 5 -> dispatch(any(orders, random));
                default -> cancel(any(orders, random));
            }
            assertThat(room.stock.reconcile())
                    .as("seed %d, step %d", seed, step)
                    .isEmpty();
        }

        BigDecimal accountedFor = skus.stream()
                .map(sku -> room.sum("on_hand", sku).add(moved(sku, "DISPATCH")).add(moved(sku, "SHORT_PICK")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(accountedFor).isEqualByComparingTo(received);
    }

    private static void cut(String order, Random random) {
        for (Allocation allocation : room.allocations.unplanned(order)) {
            BigDecimal part =
                    allocation.quantity().multiply(new BigDecimal("0.5")).setScale(6, java.math.RoundingMode.DOWN);
            if (random.nextBoolean()) {
                room.allocations.shortPick(allocation.id(), random.nextBoolean() ? part : BigDecimal.ZERO, "not found");
            } else {
                room.allocations.quarantine(
                        allocation.id(), random.nextBoolean() ? part : allocation.quantity(), "damp");
            }
        }
    }

    private static void dispatch(String order) {
        List<Long> ids =
                room.allocations.unplanned(order).stream().map(Allocation::id).toList();
        room.allocations.assign("SHP-" + order.substring(3), ids);
        room.allocations.dispatch("SHP-" + order.substring(3));
    }

    private static void cancel(String order) {
        if (!room.allocations.anyDispatched(order)) {
            room.cancel(new OrderCancelled("INQ", order));
        }
    }

    private static BigDecimal moved(String sku, String kind) {
        return room.jdbc
                .sql("select coalesce(-sum(l.on_hand_change), 0) from stock_ledger l"
                        + " join stock_balance s on s.id = l.balance_id where s.sku = :sku and l.kind = :kind")
                .param("sku", sku)
                .param("kind", kind)
                .query(BigDecimal.class)
                .single();
    }

    private static <T> T any(List<T> things, Random random) {
        return things.get(random.nextInt(things.size()));
    }

    private static BigDecimal decimal(Random random, int most) {
        return BigDecimal.valueOf(1 + random.nextInt(most * 1000), 3);
    }
}
