package io.tradeflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.inventory.Allocations.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.dao.DataIntegrityViolationException;

/** 200 orders want one of ten units at the same moment, over two instances of the rooms, each with its own pool, on one database. */
class TwoInstancesTest {

    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 7, 15);
    private static final int ORDERS = 200;
    private static StockRoom first;
    private static StockRoom second;

    @BeforeAll
    static void open() {
        first = new StockRoom();
        second = new StockRoom(first);
    }

    @AfterAll
    static void close() {
        second.close();
        first.close();
    }

    @RepeatedTest(3)
    void exactlyTenAreServed() throws Exception {
        String sku = first.product();
        first.receive("MH-1", sku, "B1", NEXT_YEAR, "6");
        first.receive("TN-1", sku, "B2", NEXT_YEAR, "4");
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(ORDERS);
        List<Future<Outcome>> runs = new ArrayList<>();
        for (int number = 0; number < ORDERS; number++) {
            String order = first.order(sku, "1");
            StockRoom instance = number % 2 == 0 ? first : second;
            runs.add(threads.submit(() -> {
                start.await();
                return instance.allocations.allocate(order, "MH-1");
            }));
        }
        start.countDown();
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<Outcome> run : runs) {
            outcomes.add(run.get(60, TimeUnit.SECONDS));
        }
        threads.shutdown();

        assertThat(outcomes).filteredOn(Outcome.ALL::equals).hasSize(10);
        assertThat(outcomes).filteredOn(Outcome.NONE::equals).hasSize(190);
        assertThat(backordered(sku)).isEqualTo(190);
        assertThat(second.sum("allocated", sku)).isEqualByComparingTo("10");
        assertThat(second.stock.reconcile()).isEmpty();
        assertThatThrownBy(() -> second.jdbc
                        .sql("update stock_balance set allocated = allocated + 1 where sku = :sku")
                        .param("sku", sku)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("no_oversell");
    }

    private static int backordered(String sku) {
        return first.jdbc
                .sql("select count(*) from backorder where sku = :sku and quantity = :one")
                .param("sku", sku)
                .param("one", BigDecimal.ONE)
                .query(Integer.class)
                .single();
    }
}
