package io.tradeflow.invoicing;

import static io.tradeflow.invoicing.MoneyRoom.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.ordering.SalesOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The series of tax invoices has no gap and no repeat, whatever happens at the same time. */
class InvoiceNumbersTest {

    private static final int THREADS = 16;
    private static final int INVOICES = 200;

    @Test
    void manyAtOnceLeaveNoGapAndRepeatNothing() throws Exception {
        try (MoneyRoom room = new MoneyRoom()) {
            List<String> shipments = IntStream.range(0, INVOICES)
                    .mapToObj(index -> room.packed(room.order("B-MH", line(1, "8413", "1", "100")), "1"))
                    .toList();

            List<String> numbers = atOnce(shipments.stream()
                    .<Callable<String>>map(
                            shipment -> () -> room.invoices.issue(shipment).number())
                    .toList());

            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, INVOICES)
                            .mapToObj("MH-2627-%06d"::formatted)
                            .toList());
            assertThat(room.count("open_item")).isEqualTo(INVOICES);
        }
    }

    @Test
    void someRolledBackInBetweenLeaveNoGap() throws Exception {
        try (MoneyRoom room = new MoneyRoom()) {
            List<Callable<String>> attempts = new ArrayList<>();
            for (int index = 0; index < INVOICES / 2; index++) {
                String shipment = room.packed(room.order("B-MH", line(1, "8413", "1", "100")), "1");
                boolean fails = index % 3 == 0;
                attempts.add(() -> room.transaction.execute(status -> {
                    String number = room.invoices.issue(shipment).number();
                    if (fails) {
                        status.setRollbackOnly();
                        return null;
                    }
                    return number;
                }));
            }

            List<String> numbers =
                    atOnce(attempts).stream().filter(number -> number != null).toList();

            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, numbers.size())
                            .mapToObj("MH-2627-%06d"::formatted)
                            .toList());
            assertThat(room.count("tax_invoice")).isEqualTo(numbers.size()).isEqualTo(66);
        }
    }

    @Test
    void oneShipmentIssuedByManyAtOnceIsInvoicedOnce() throws Exception {
        try (MoneyRoom room = new MoneyRoom()) {
            String shipment = room.packed(room.order("B-MH", line(1, "8413", "1", "100")), "1");

            List<String> numbers = atOnce(IntStream.range(0, THREADS)
                    .<Callable<String>>mapToObj(
                            index -> () -> room.invoices.issue(shipment).number())
                    .toList());

            assertThat(numbers).hasSize(THREADS).containsOnly("MH-2627-000001");
            assertThat(room.count("tax_invoice")).isOne();
        }
    }

    @Test
    void partInvoicesIssuedAtOnceStillAddUpToTheOrder() throws Exception {
        try (MoneyRoom room = new MoneyRoom()) {
            SalesOrder order = room.order("B-MH", line(1, "8413", "16", "33.335"));
            List<String> shipments = IntStream.range(0, THREADS)
                    .mapToObj(index -> room.packed(order, "1"))
                    .toList();

            atOnce(shipments.stream()
                    .<Callable<String>>map(
                            shipment -> () -> room.invoices.issue(shipment).number())
                    .toList());

            assertThat(room.jdbc
                            .sql("select sum(net) from tax_invoice_line")
                            .query(java.math.BigDecimal.class)
                            .single())
                    .isEqualByComparingTo(order.lines().get(0).net().amount());
        }
    }

    private static List<String> atOnce(List<Callable<String>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<String> results = new ArrayList<>();
            for (Future<String> call : threads.invokeAll(calls)) {
                results.add(call.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
