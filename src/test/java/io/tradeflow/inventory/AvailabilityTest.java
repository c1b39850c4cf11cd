package io.tradeflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.tradeflow.inventory.ExpectedReceipt.Source;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem;
import io.tradeflow.quotation.ShippingPolicy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What can be promised when, and what is kept of it for orders. */
class AvailabilityTest {

    private static final LocalDate TODAY = StockRoom.TODAY;
    private static final Address PUNE = new Address("Plot 7", null, "Pune", "27", "Maharashtra", "411018", "IN");
    private static final Address CHENNAI = new Address("1", null, "Chennai", "33", "Tamil Nadu", "600001", "IN");
    private static final Actor.Staff TARA = new Actor.Staff("tara", "Tara", Set.of("stock-planners"));

    private static StockRoom room;
    private static Availability availability;
    private static ExpectedReceipts expected;
    private static Promises promises;

    @BeforeAll
    static void open() {
        room = new StockRoom();
        availability = room.bean(Availability.class);
        expected = room.bean(ExpectedReceipts.class);
        promises = room.bean(Promises.class);
        TransitTimes transit = room.bean(TransitTimes.class);
        transit.add(TARA, new TransitTime(null, null, null, null, 5, TODAY.minusDays(9), null));
        transit.add(TARA, new TransitTime(null, "MH-1", null, "27", 2, TODAY.minusDays(9), null));
        transit.add(TARA, new TransitTime(null, null, "411", null, 1, TODAY, TODAY.plusDays(90)));
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void aDayHasWhatIsUsableThenAndWhatComesUntilThenLessWhatOrdersWaitFor() {
        String sku = room.product();
        room.receive("MH-1", sku, "OLD", TODAY.plusDays(5), "30");
        room.receive("MH-1", sku, "NEW", null, "10");
        expected.announce("PO-A1", "TN-1", sku, new BigDecimal("50"), TODAY.plusDays(10), Source.PURCHASE);

        StockForecast before = forecast(sku);
        assertThat(before.now()).isEqualByComparingTo("40");
        assertThat(before.on(TODAY.plusDays(5))).isEqualByComparingTo("40");
        assertThat(before.on(TODAY.plusDays(6))).isEqualByComparingTo("10");
        assertThat(before.on(TODAY.plusDays(10))).isEqualByComparingTo("60");
        assertThat(before.on(TODAY.plusDays(10), "TN-1")).isEqualByComparingTo("50");
        assertThat(before.firstDayOf(new BigDecimal("60"), TODAY)).contains(TODAY.plusDays(10));
        assertThat(before.firstDayOf(new BigDecimal("61"), TODAY)).isEmpty();

        room.allocations.allocate(room.order(sku, "60"), "MH-1");

        assertThat(forecast(sku).now()).isZero();
        assertThat(forecast(sku).on(TODAY.plusDays(10)))
                .as("20 of the 50 are waited for")
                .isEqualByComparingTo("30");
    }

    @Test
    void whatIsLatePromisesNothingUntilItHasANewDay() {
        String sku = room.product();
        expected.announce("PO-A2", "MH-1", sku, BigDecimal.TEN, TODAY.plusDays(1), Source.PURCHASE);
        room.jdbc
                .sql("update expected_receipt set expected_on = :day where sku = :sku")
                .param("day", TODAY.minusDays(1))
                .param("sku", sku)
                .update();

        assertThat(forecast(sku).on(TODAY.plusDays(30))).isZero();
        assertThat(forecast(sku).late()).extracting(ExpectedReceipt::reference).containsExactly("PO-A2");

        expected.move(TARA, expected.open(List.of(sku)).get(0).id(), TODAY.plusDays(4), "Sailed at last");

        assertThat(forecast(sku).on(TODAY.plusDays(4))).isEqualByComparingTo("10");
    }

    @Test
    void anOrdersPromiseIsKeptWithItsReasonAndMovesWithTheReceipt() {
        String sku = room.product();
        room.receive("MH-1", sku, "B-1", null, "12");
        expected.announce("PO-A3", "MH-1", sku, new BigDecimal("100"), TODAY.plusDays(10), Source.PURCHASE);
        String order = room.order(sku, "40");
        room.allocations.allocate(order, "MH-1");
        String next = room.order(sku, "90");
        room.allocations.allocate(next, "MH-1");

        Promise promise = promises.ofOrder(order).get(0);
        assertThat(promise.promisedOn()).isEqualTo(TODAY.plusDays(11));
        assertThat(promise.reason())
                .isEqualTo("12 of 40 from MH-1 now, 28 with PO-A3 in MH-1 on 25 Jul 2026; 1 day on the way");
        assertThat(promises.ofOrder(next).get(0).promisedOn())
                .as("72 are left for it")
                .isNull();
        assertThat(expectedOn(order)).containsExactly(TODAY.plusDays(11));
        assertThat(expectedOn(next)).containsOnlyNulls();

        expected.move(TARA, expected.open(List.of(sku)).get(0).id(), TODAY.plusDays(20), "The vessel is late");

        assertThat(kept(order).promisedOn())
                .as("not within what changes it, which may be a file of thousands")
                .isEqualTo(TODAY.plusDays(11));
        room.transaction.executeWithoutResult(crash -> {
            promises.refreshDue();
            crash.setRollbackOnly();
        });
        assertThat(kept(order).promisedOn()).isEqualTo(TODAY.plusDays(11));
        promises.refreshDue();
        promises.refreshDue();
        Promise later = kept(order);
        assertThat(later.promisedOn()).isEqualTo(TODAY.plusDays(21));
        assertThat(later.firstPromised()).isEqualTo(TODAY.plusDays(11));
        assertThat(later.isLater()).isTrue();
        assertThat(expectedOn(order)).as("the backorder moves along").containsExactly(TODAY.plusDays(21));

        room.allocations.release(order);
    }

    @Test
    void whatIsKeptForTheDealIsPromisedToItsOrder() {
        String sku = room.product();
        room.receive("MH-1", sku, "B-1", null, "10");
        String order = room.order(sku, "10");
        String deal = order.replace("SO", "INQ");
        room.holds.place(
                deal,
                StockRoom.BUYER,
                List.of(new StockHolds.Wanted(1, sku, BigDecimal.TEN)),
                room.bean(Clock.class).instant().plusSeconds(60));

        assertThat(promises.ofOrder(order).get(0).promisedOn()).isEqualTo(TODAY.plusDays(1));
        assertThat(promises.ofOrder(room.order(sku, "1")).get(0).promisedOn())
                .as("it is kept from others")
                .isNull();
        room.holds.release(deal);
    }

    private static List<LocalDate> expectedOn(String order) {
        return room.jdbc
                .sql("select expected_on from backorder where order_number = :order order by order_line_no")
                .param("order", order)
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .list();
    }

    @Test
    void theNearerPlaceSaysHowLongGoodsAreOnTheWay() {
        String sku = room.product();
        room.receive("MH-1", sku, "B-1", null, "5");
        List<Promises.Wanted> basket = List.of(new Promises.Wanted(1, sku, BigDecimal.ONE));

        assertThat(promises.ofBasket(basket, PUNE, ShippingPolicy.AS_READY)
                        .get(0)
                        .promisedOn())
                .isEqualTo(TODAY.plusDays(1));
        assertThat(promises.ofBasket(basket, CHENNAI, ShippingPolicy.AS_READY)
                        .get(0)
                        .promisedOn())
                .isEqualTo(TODAY.plusDays(5));
        assertThatThrownBy(() -> room.bean(TransitTimes.class)
                        .add(TARA, new TransitTime(null, null, "411", null, 3, TODAY.plusDays(30), null)))
                .extracting("violations", list(Problem.Violation.class))
                .extracting("field")
                .containsExactly("validFrom");
    }

    @Test
    void linesOfABasketShareWhatThereIs() {
        String sku = room.product();
        room.receive("MH-1", sku, "B-1", null, "10");
        List<Promises.Wanted> basket = List.of(
                new Promises.Wanted(1, sku, new BigDecimal("8")), new Promises.Wanted(2, sku, new BigDecimal("8")));

        List<Promise> asReady = promises.ofBasket(basket, PUNE, ShippingPolicy.AS_READY);

        assertThat(asReady.get(0).promisedOn()).isEqualTo(TODAY.plusDays(1));
        assertThat(asReady.get(1).promisedOn()).isNull();
        assertThat(asReady.get(1).reason()).contains("2 of 8 from MH-1 now, for 6 no day is known yet");
    }

    /** As it was last worked out. */
    private static Promise kept(String order) {
        return room.jdbc
                .sql(
                        "select line_no, promised_on, first_promised, reason, buyer_reason from order_promise where order_number = :order")
                .param("order", order)
                .query(Promise.class)
                .single();
    }

    private static StockForecast forecast(String sku) {
        Map<String, StockForecast> all = availability.of(List.of(sku));
        return all.get(sku);
    }
}
