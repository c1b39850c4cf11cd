package io.tradeflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Outside systems follow the ledger and are told of changes. */
class StockChangesTest {

    private static final Actor.Staff ADMIN = new Actor.Staff("admin", "Admin Demo", Set.of("camunda-admin"));

    private static StockRoom room;
    private static StockChanges changes;

    @BeforeAll
    static void open() {
        room = new StockRoom();
        changes = room.bean(StockChanges.class);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void whatBecomesVisibleLateIsNotMissed() {
        String early = room.product();
        String late = room.product();
        room.receive("MH-1", early, "B-1", null, "1");
        room.receive("MH-1", late, "B-1", null, "1");
        long start = changes.last();
        List<StockChange> between = new ArrayList<>();

        room.transaction.executeWithoutResult(open -> {
            room.receive("MH-1", late, "B-1", null, "2");
            inAnotherTransaction(() -> room.receive("MH-1", early, "B-1", null, "3"));
            // twice, so that the floor would rise if it could
            inAnotherTransaction(() -> changes.after(start, 100));
            inAnotherTransaction(() -> between.addAll(changes.after(start, 100)));
        });
        long seen = between.get(between.size() - 1).position();
        List<StockChange> rest = changes.after(seen, 100);

        assertThat(between).extracting(change -> change.entry().sku()).containsExactly(early);
        assertThat(rest).extracting(change -> change.entry().sku()).containsExactly(late);
        assertThat(rest.get(0).position()).isEqualTo(seen + 1);
        assertThat(rest.get(0).entry().id())
                .as("its id was handed out before the other's")
                .isLessThan(between.get(0).entry().id());
    }

    @Test
    void whoFollowsWhileManyBookMissesNothingAndSeesNothingTwice() throws Exception {
        List<String> skus = List.of(room.product(), room.product(), room.product());
        skus.forEach(sku -> room.receive("MH-1", sku, "B-1", null, "1"));
        long start = changes.last();
        ExecutorService people = Executors.newFixedThreadPool(8);
        AtomicInteger done = new AtomicInteger();
        List<Future<?>> booked = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String sku = skus.get(i % 3);
            booked.add(people.submit(() -> {
                room.receive("MH-1", sku, "B-1", null, "1");
                done.incrementAndGet();
            }));
        }
        List<Long> positions = new ArrayList<>();
        Set<Long> movements = new HashSet<>();
        long after = start;
        while (movements.size() < 120) {
            for (StockChange change : changes.after(after, 7)) {
                positions.add(change.position());
                assertThat(movements.add(change.entry().id())).isTrue();
                after = change.position();
            }
        }
        for (Future<?> one : booked) {
            one.get();
        }
        people.shutdown();

        assertThat(done).hasValue(120);
        assertThat(positions).hasSize(120);
        for (int i = 0; i < positions.size(); i++) {
            assertThat(positions.get(i)).isEqualTo(start + i + 1);
        }
        assertThat(changes.after(after, 10)).isEmpty();
    }

    @Test
    void onlyAdministratorsConnectAndOnlyToAddresses() {
        StockWebhooks webhooks = room.bean(StockWebhooks.class);

        assertThatThrownBy(() -> webhooks.add(StockRoom.RAVI, "https://erp.example/stock"))
                .extracting("slug")
                .isEqualTo("administrators-only");
        for (String url :
                List.of("", "erp.example", "ftp://erp.example/", "https://user:pw@erp.example/", "https:// x")) {
            assertThatThrownBy(() -> webhooks.add(ADMIN, url))
                    .as(url)
                    .extracting("slug")
                    .isEqualTo("invalid-webhook");
        }
    }

    @Test
    void thousandsOfRowsAreCountedAtOnceAllOrNone() {
        String sku = room.product();
        List<CountedStock> rows = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            rows.add(counted(sku, "B-" + i, "5"));
        }
        room.bean(StockCounts.class).book(StockRoom.RAVI, "WMS-1", rows);
        assertThat(room.sum("on_hand", sku)).isEqualByComparingTo("15000");

        List<CountedStock> wrong = new ArrayList<>(rows.subList(0, 10));
        wrong.add(counted(sku, "B-0", "4"));
        wrong.add(counted(sku, "B-X", "-1"));
        assertThatThrownBy(() -> room.bean(StockCounts.class).book(StockRoom.RAVI, "WMS-2", wrong))
                .extracting("violations")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .extracting("field")
                .containsExactly("lines[10].sku", "lines[11].quantity");
        assertThat(room.sum("on_hand", sku)).isEqualByComparingTo("15000");
        assertThat(room.stock.reconcile()).isEmpty();
    }

    private static CountedStock counted(String sku, String batch, String quantity) {
        return new CountedStock("MH-1", sku, batch, null, null, "A-1", new BigDecimal(quantity), "Counted outside");
    }

    private static void inAnotherTransaction(Runnable work) {
        Thread other = new Thread(work);
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
