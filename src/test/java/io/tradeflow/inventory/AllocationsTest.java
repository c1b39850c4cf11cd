package io.tradeflow.inventory;

import static io.tradeflow.inventory.StockRoom.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.inventory.Allocations.Outcome;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.OrderCancelled;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

class AllocationsTest {

    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 7, 15);
    private static StockRoom room;

    @BeforeAll
    static void open() {
        room = new StockRoom();
    }

    @AfterAll
    static void close() {
        room.close();
    }

    /** Whatever a test did: the ledger, the allocations and the balances agree. */
    @AfterEach
    void booksAgree() {
        assertThat(room.stock.reconcile()).isEmpty();
    }

    @Test
    void fortyOrdersAtOnceGetExactlyTheTenUnitsThereAre() throws Exception {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "6");
        room.receive("TN-1", sku, "B2", NEXT_YEAR, "4");
        List<Callable<Outcome>> runs = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        for (int buyer = 0; buyer < 40; buyer++) {
            String order = room.order(sku, "1");
            runs.add(() -> {
                start.await();
                return room.allocations.allocate(order, "MH-1");
            });
        }

        List<Outcome> outcomes = allAtOnce(runs, start);

        assertThat(outcomes).filteredOn(Outcome.ALL::equals).hasSize(10);
        assertThat(outcomes).filteredOn(Outcome.NONE::equals).hasSize(30);
        assertThat(room.sum("allocated", sku)).isEqualByComparingTo("10");
    }

    @Test
    void theDatabaseRefusesToOversellWhoeverWrites() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "10");
        room.allocations.allocate(room.order(sku, "7"), "MH-1");

        assertThatThrownBy(() -> room.jdbc
                        .sql("update stock_balance set allocated = 11 where sku = :sku")
                        .param("sku", sku)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("no_oversell");
        assertThatThrownBy(() -> room.jdbc
                        .sql("update stock_balance set on_hand = 6 where sku = :sku")
                        .param("sku", sku)
                        .update())
                .hasMessageContaining("no_oversell");
        assertThatThrownBy(() -> room.jdbc
                        .sql("update stock_balance set held = 4 where sku = :sku")
                        .param("sku", sku)
                        .update())
                .hasMessageContaining("no_oversell");
    }

    @Test
    void theLedgerCannotBeRewritten() {
        room.receive("MH-1", room.product(), "B1", NEXT_YEAR, "10");

        for (String attempt : List.of(
                "update stock_ledger set reason = 'other'", "delete from stock_ledger", "truncate stock_ledger")) {
            assertThatThrownBy(() -> room.jdbc.sql(attempt).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void reconciliationFindsWhatWasWrittenAroundTheLedger() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "10");

        room.transaction.executeWithoutResult(status -> {
            room.jdbc
                    .sql("update stock_balance set on_hand = 12 where sku = :sku")
                    .param("sku", sku)
                    .update();
            StockDiscrepancy found = room.stock.reconcile().get(0);
            assertThat(found.sku()).isEqualTo(sku);
            assertThat(found.onHand()).isEqualByComparingTo("12");
            assertThat(found.onHandByLedger()).isEqualByComparingTo("10");
            status.setRollbackOnly();
        });
    }

    @Test
    void allocatesByExpiryAndNeverWhatHasExpired() {
        String sku = room.product();
        room.receive("MH-1", sku, "LATE", NEXT_YEAR, "10");
        room.receive("MH-1", sku, "EXPIRED", TODAY.minusDays(1), "10");
        room.receive("MH-1", sku, "LAST-DAY", TODAY, "2");
        room.receive("MH-1", sku, "SOON", TODAY.plusMonths(1), "3.5");
        String order = room.order(sku, "20");

        assertThat(room.allocations.allocate(order, "MH-1")).isEqualTo(Outcome.PART);

        assertThat(room.allocations.unplanned(order))
                .extracting(Allocation::batch)
                .containsExactly("LAST-DAY", "SOON", "LATE");
        assertThat(room.allocations.unplanned(order))
                .extracting(
                        allocation -> allocation.quantity().stripTrailingZeros().toPlainString())
                .containsExactly("2", "3.5", "10");
        assertThat(room.allocations.open(order).get(1)).isEqualByComparingTo("4.5");
        assertThat(room.stock.available(List.of(sku)).get(sku)).isZero();
    }

    @Test
    void repeatingAnAllocationChangesNothing() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "10");
        String order = room.order(sku, "4");

        assertThat(room.allocations.allocate(order, "MH-1")).isEqualTo(Outcome.ALL);
        assertThat(room.allocations.allocate(order, "MH-1")).isEqualTo(Outcome.NOTHING_OPEN);
        assertThat(room.sum("allocated", sku)).isEqualByComparingTo("4");
    }

    @Test
    void theSameOrderAllocatedTwiceAtOnceGetsItOnce() throws Exception {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "10");
        String order = room.order(sku, "4");
        CountDownLatch start = new CountDownLatch(1);
        Callable<Outcome> run = () -> {
            start.await();
            return room.allocations.allocate(order, "MH-1");
        };

        assertThat(allAtOnce(List.of(run, run, run), start))
                .containsExactlyInAnyOrder(Outcome.ALL, Outcome.NOTHING_OPEN, Outcome.NOTHING_OPEN);
        assertThat(room.sum("allocated", sku)).isEqualByComparingTo("4");
    }

    @Test
    void anOrderThatFoundNothingHearsOfTheReceiptThatCameMeanwhile() throws Exception {
        String sku = room.product();
        String order = room.order(sku, "4");
        CountDownLatch looked = new CountDownLatch(1);
        CountDownLatch goodsAreComing = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Outcome> waiting = threads.submit(() -> room.transaction.execute(status -> {
                Outcome outcome = room.allocations.allocate(order, "MH-1");
                looked.countDown();
                await(goodsAreComing);
                return outcome;
            }));
            looked.await(10, TimeUnit.SECONDS);
            Future<?> receipt = threads.submit(() -> room.receive("TN-1", sku, "NEW", NEXT_YEAR, "9"));
            awaitBlocked();
            assertThat(receipt.isDone()).isFalse();
            goodsAreComing.countDown();

            assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.NONE);
            receipt.get(10, TimeUnit.SECONDS);
            assertThat(room.allocations.dealsWaitingFor(List.of(sku))).containsExactly(order.replace("SO", "INQ"));
            assertThat(room.allocations.allocate(order, "MH-1")).isEqualTo(Outcome.ALL);
            assertThat(room.allocations.dealsWaitingFor(List.of(sku))).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatIsShortOpensTheLineAgainAndLeavesTheBooks() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "10");
        String order = room.order(sku, "10");
        room.allocations.allocate(order, "MH-1");
        long allocation = room.allocations.unplanned(order).get(0).id();

        room.allocations.shortPick(allocation, new BigDecimal("7.25"), "not found in A-01");
        room.allocations.shortPick(allocation, new BigDecimal("7.25"), "not found in A-01");

        assertThat(room.sum("on_hand", sku)).isEqualByComparingTo("7.25");
        assertThat(room.sum("allocated", sku)).isEqualByComparingTo("7.25");
        assertThat(room.allocations.open(order).get(1)).isEqualByComparingTo("2.75");

        room.allocations.shortPick(allocation, BigDecimal.ZERO, "not found in A-01");
        room.allocations.shortPick(allocation, BigDecimal.ZERO, "not found in A-01");

        assertThat(room.sum("on_hand", sku)).isZero();
        assertThat(room.allocations.unplanned(order)).isEmpty();
        assertThat(room.allocations.open(order).get(1)).isEqualByComparingTo("10");
    }

    @Test
    void whatInspectionRejectsIsHeldAndNotSoldAgain() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "10");
        String order = room.order(sku, "10");
        room.allocations.allocate(order, "MH-1");
        long allocation = room.allocations.unplanned(order).get(0).id();

        room.allocations.quarantine(allocation, new BigDecimal("4"), "damp");
        room.allocations.quarantine(allocation, new BigDecimal("4"), "damp");

        assertThat(room.sum("on_hand", sku)).isEqualByComparingTo("10");
        assertThat(room.sum("quarantined", sku)).isEqualByComparingTo("4");
        assertThat(room.sum("allocated", sku)).isEqualByComparingTo("6");
        assertThat(room.allocations.allocate(order, "MH-1")).isEqualTo(Outcome.NONE);
    }

    @Test
    void moreThanIsAllocatedCannotBeRejected() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "10");
        String order = room.order(sku, "3");
        room.allocations.allocate(order, "MH-1");
        long allocation = room.allocations.unplanned(order).get(0).id();

        assertThatThrownBy(() -> room.allocations.quarantine(allocation, new BigDecimal("4"), "damp"))
                .isInstanceOf(Problem.class);
    }

    @Test
    void dispatchTakesGoodsOffTheBooksOnce() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "10");
        String order = room.order(sku, "6");
        room.allocations.allocate(order, "MH-1");
        long allocation = room.allocations.unplanned(order).get(0).id();
        room.allocations.assign("SHP-" + order.substring(3), List.of(allocation));
        room.allocations.assign("SHP-" + order.substring(3), List.of(allocation));

        room.allocations.dispatch("SHP-" + order.substring(3));
        room.allocations.dispatch("SHP-" + order.substring(3));

        assertThat(room.sum("on_hand", sku)).isEqualByComparingTo("4");
        assertThat(room.sum("allocated", sku)).isZero();
        assertThat(room.allocations.open(order)).isEmpty();
        assertThatThrownBy(() -> room.allocations.assign("SHP-OTHER", List.of(allocation)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> room.cancel(new OrderCancelled("INQ", order)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("goods-dispatched"));
    }

    @Test
    void aCancelledOrderGivesItsStockBackAndTellsThoseWhoWait() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "10");
        String order = room.order(sku, "10");
        String other = room.order(sku, "5");
        room.allocations.allocate(order, "MH-1");
        assertThat(room.allocations.allocate(other, "MH-1")).isEqualTo(Outcome.NONE);
        int arrivals = room.arrivals().size();

        room.cancel(new OrderCancelled("INQ", order));
        room.cancel(new OrderCancelled("INQ", order));

        assertThat(room.sum("allocated", sku)).isZero();
        assertThat(room.arrivals()).hasSize(arrivals + 1);
        assertThat(room.allocations.dealsWaitingFor(List.of(sku))).containsExactly(other.replace("SO", "INQ"));
    }

    @Test
    void tenLinesAreAllocatedInAHandfulOfStatements() {
        String[] lines = new String[20];
        for (int line = 0; line < 10; line++) {
            lines[2 * line] = room.product();
            lines[2 * line + 1] = "5";
            room.receive("MH-1", lines[2 * line], "B1", NEXT_YEAR, "3");
            room.receive("MH-1", lines[2 * line], "B2", NEXT_YEAR, "3");
        }
        String order = room.order(lines);

        long statements = StockRoom.statements(
                () -> assertThat(room.allocations.allocate(order, "MH-1")).isEqualTo(Outcome.ALL));

        assertThat(room.allocations.unplanned(order)).hasSize(20);
        assertThat(statements).isLessThanOrEqualTo(6);
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> runs, CountDownLatch start) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(runs.size());
        try {
            List<Future<T>> futures = runs.stream().map(threads::submit).toList();
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(60, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Waits until a session of the database waits for a lock. */
    private static void awaitBlocked() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (room.jdbc
                        .sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                        .query(Integer.class)
                        .single()
                == 0) {
            assertThat(System.nanoTime()).as("nobody waits for a lock").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
