package io.tradeflow.inventory;

import static io.tradeflow.inventory.StockRoom.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tradeflow.fulfilment.HeldTurns;
import io.tradeflow.fulfilment.Reallocations;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.inquiry.Deal;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.inventory.Allocations.Outcome;
import io.tradeflow.inventory.StockHolds.Wanted;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealStage;
import io.tradeflow.ordering.OrderCancelled;
import io.tradeflow.ordering.OrderHoldEnded;
import io.tradeflow.ordering.OrderHolds;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who gets stock first, and what is kept for whom. */
class TurnsAndHoldsTest {

    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 7, 15);
    private static final Instant NOW = Instant.parse("2026-07-15T06:00:00Z");
    private static final Instant TOMORROW = Instant.parse("2026-07-16T06:00:00Z");
    private static final Actor.Staff PLANNER = new Actor.Staff("meera", "Meera Iyer", Set.of("stock-planners"));
    private static StockRoom room;

    @BeforeAll
    static void open() {
        room = new StockRoom();
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @AfterEach
    void booksAgree() {
        assertThat(room.stock.reconcile()).isEmpty();
    }

    @Test
    void whatComesInBelongsToTheOlderOrderWhoeverLooksFirst() {
        String sku = room.product();
        String older = room.order(sku, "6");
        String younger = room.order(sku, "6");
        room.allocations.allocate(older, "MH-1");
        room.allocations.allocate(younger, "MH-1");
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "8");

        assertThat(room.allocations.allocate(younger, "MH-1")).isEqualTo(Outcome.PART);
        assertThat(room.allocations.allocate(older, "MH-1")).isEqualTo(Outcome.ALL);

        assertThat(allocated(younger)).isEqualByComparingTo("2");
        assertThat(room.allocations.dealsWaitingFor(List.of(sku))).containsExactly(deal(younger));
    }

    @Test
    void anOrderOnHoldTooLongLetsOthersPassUntilItIsReleased() {
        String sku = room.product();
        String held = room.order(sku, "6");
        String younger = room.order(sku, "6");
        room.allocations.allocate(held, "MH-1");
        room.allocations.allocate(younger, "MH-1");

        room.bean(WaitingOrders.class).letPass(held);
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "8");

        assertThat(room.allocations.allocate(younger, "MH-1")).isEqualTo(Outcome.ALL);
        String newest = room.order(sku, "6");
        room.bean(WaitingOrders.class).on(new OrderHoldEnded(deal(held), held, 1, false, true));
        assertThat(room.allocations.allocate(newest, "MH-1"))
                .as("released, it goes first again")
                .isEqualTo(Outcome.NONE);
        assertThat(room.allocations.allocate(held, "MH-1")).isEqualTo(Outcome.PART);
    }

    @Test
    void aPlannerGivesGoodsOutOfTurn() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "6");
        String giver = room.order(sku, "6");
        String taker = room.order(sku, "5");
        room.allocations.allocate(giver, "MH-1");
        room.allocations.allocate(taker, "MH-1");

        room.bean(ShipmentStock.class).giveBackUnplanned(giver);
        assertThatThrownBy(() -> room.allocations.allocateOutOfTurn(taker, sku, new BigDecimal("5.5")))
                .hasMessageContaining("does not wait for");
        room.allocations.allocateOutOfTurn(taker, sku, new BigDecimal("4"));

        assertThat(allocated(taker)).isEqualByComparingTo("4");
        assertThat(room.allocations.allocate(taker, "MH-1"))
                .as("the older order goes first for what is left")
                .isEqualTo(Outcome.NONE);
        assertThat(room.allocations.unplanned(taker)).isNotEmpty();
        assertThat(room.allocations.allocate(giver, "MH-1")).isEqualTo(Outcome.PART);
        assertThat(allocated(giver)).isEqualByComparingTo("2");
        assertThat(room.allocations.open(giver)).containsValue(new BigDecimal("4.000000"));
        assertThat(room.allocations.open(taker)).containsValue(new BigDecimal("1.000000"));
    }

    @Test
    void aHigherPriorityGoesBeforeAnOlderOrder() {
        String sku = room.product();
        String older = room.order(sku, "5");
        String urgent = room.order(sku, "5");
        room.allocations.allocate(older, new Routing("MH-1", 5, 50));
        room.allocations.allocate(urgent, new Routing("MH-1", 5, 70));

        assertThat(room.allocations.dealsWaitingFor(List.of(sku))).containsExactly(deal(urgent), deal(older));
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "5");
        assertThat(room.allocations.allocate(older, new Routing("MH-1", 5, 50))).isEqualTo(Outcome.NONE);
        assertThat(room.allocations.allocate(urgent, new Routing("MH-1", 5, 70)))
                .isEqualTo(Outcome.ALL);
    }

    @Test
    void whoGivesGoodsBackKeepsTheOrdersOwnPriority() {
        String sku = room.product();
        String other = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "5");
        String institution = room.order(sku, "5");
        String export = room.order(sku, "5", other, "1");
        room.allocations.allocate(export, new Routing("MH-1", 5, 70));
        room.allocations.allocate(institution, new Routing("MH-1", 5, 60));
        assertThat(room.allocations.open(export)).containsOnlyKeys(2);

        room.bean(ShipmentStock.class).giveBackUnplanned(export);

        assertThat(room.allocations.dealsWaitingFor(List.of(sku))).containsExactly(deal(export), deal(institution));

        room.receive("MH-1", other, "B1", NEXT_YEAR, "1");
        assertThat(room.allocations.allocate(export, new Routing("MH-1", 5, 70)))
                .isEqualTo(Outcome.ALL);
        room.bean(ShipmentStock.class).giveBackUnplanned(export);
        assertThat(room.allocations.dealsWaitingFor(List.of(sku)))
                .as("also where it waited for nothing any more")
                .containsExactly(deal(export), deal(institution));
    }

    @Test
    void aHeldOrderWhoseTurnIsOverDoesNotTakeItBackByGivingGoodsBack() {
        String sku = room.product();
        String other = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "6");
        String held = room.order(sku, "6", other, "1");
        String younger = room.order(sku, "6");
        room.allocations.allocate(held, "MH-1");
        room.allocations.allocate(younger, "MH-1");
        room.bean(WaitingOrders.class).letPass(held);

        room.bean(ShipmentStock.class).giveBackUnplanned(held);

        assertThat(room.allocations.allocate(younger, "MH-1")).isEqualTo(Outcome.ALL);
        assertThat(room.jdbc
                        .sql("select passed from backorder where order_number = :order")
                        .param("order", held)
                        .query(Boolean.class)
                        .list())
                .containsExactly(true, true);
    }

    @Test
    void aWithdrawalLocksAllProductsAndShipmentsBeforeItLooks() {
        String one = room.product();
        String two = room.product();
        room.receive("MH-1", one, "B1", NEXT_YEAR, "5");
        room.receive("TN-1", two, "B1", NEXT_YEAR, "5");
        String order = room.order(one, "5", two, "5");
        room.allocations.allocate(order, "MH-1");
        List<String> shipments = room.bean(Shipments.class).plan(order);
        assertThat(shipments).hasSize(2);
        when(room.bean(OrderHolds.class).isHeldNow(order)).thenReturn(true);

        room.transaction.executeWithoutResult(status -> {
            room.bean(HeldTurns.class).letOthersPass(order);

            assertThat(free("select sku from stock_item where sku = any(:keys) for update skip locked", one, two))
                    .isEmpty();
            assertThat(free(
                            "select number from shipment where number = any(:keys) for update skip locked",
                            shipments.toArray(String[]::new)))
                    .isEmpty();
        });
    }

    /** What another transaction can lock at this moment. */
    private static List<String> free(String sql, String... keys) {
        return CompletableFuture.supplyAsync(() -> room.jdbc
                        .sql(sql)
                        .param("keys", keys)
                        .query(String.class)
                        .list())
                .join();
    }

    @Test
    void goodsGivenAwayAreToldForEveryLineThatComesLater() {
        String one = room.product();
        String two = room.product();
        room.receive("MH-1", one, "B1", NEXT_YEAR, "5");
        room.receive("MH-1", two, "B1", NEXT_YEAR, "5");
        String giver = room.order(one, "5", two, "5");
        room.wantsAllAtOnce(giver);
        String taker = room.order(one, "5");
        assertThat(room.allocations.allocate(giver, "MH-1")).isEqualTo(Outcome.ALL);
        room.allocations.allocate(taker, "MH-1");
        Reallocations reallocations = room.bean(Reallocations.class);
        Reallocations.Wish wish = new Reallocations.Wish(taker, one, new BigDecimal("5"), "Their plant stands still");
        Deal deal = mock(Deal.class);
        when(room.bean(Deals.class).deal(Actor.PROGRAM, deal(taker))).thenReturn(deal);
        when(deal.stage()).thenReturn(DealStage.AWAITING_ADVANCE, DealStage.AWAITING_STOCK);

        assertThatThrownBy(() -> reallocations.move(PLANNER, giver, wish))
                .hasMessageContaining("waits for its advance");
        assertThat(allocated(taker)).isZero();
        reallocations.move(PLANNER, giver, wish);

        assertThat(allocated(taker)).isEqualByComparingTo("5");
        assertThat(room.mails(deal(giver))).singleElement().satisfies(mail -> assertThat(mail.body())
                .contains("line 1: no day is known", "line 2: no day is known"));
    }

    @Test
    void ofTheShipmentsTheSmallestThatSufficesIsWithdrawn() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "7");
        room.receive("TN-1", sku, "B1", NEXT_YEAR, "3");
        String giver = room.order(sku, "10");
        String taker = room.order(sku, "3");
        room.allocations.allocate(giver, "MH-1");
        room.bean(Shipments.class).plan(giver);
        room.allocations.allocate(taker, "MH-1");
        Deal deal = mock(Deal.class);
        when(deal.stage()).thenReturn(DealStage.AWAITING_STOCK);
        when(room.bean(Deals.class).deal(Actor.PROGRAM, deal(taker))).thenReturn(deal);

        room.bean(Reallocations.class)
                .move(PLANNER, giver, new Reallocations.Wish(taker, sku, new BigDecimal("3"), "Urgent"));

        assertThat(room.allocations.ofOrder(giver))
                .extracting(Allocation::warehouseCode)
                .containsExactly("MH-1");
        assertThat(room.allocations.unplanned(taker))
                .extracting(Allocation::warehouseCode)
                .containsExactly("TN-1");
    }

    @Test
    void whoWantsEverythingAtOnceTakesNothingBeforeAndKeepsNothingFromOthers() {
        String one = room.product();
        String two = room.product();
        String whole = room.order(one, "5", two, "5");
        room.wantsAllAtOnce(whole);
        room.receive("MH-1", one, "B1", NEXT_YEAR, "5");

        assertThat(room.allocations.allocate(whole, "MH-1")).isEqualTo(Outcome.NONE);
        assertThat(allocated(whole)).isZero();
        assertThat(room.allocations.dealsWaitingFor(List.of(one))).containsExactly(deal(whole));
        String other = room.order(one, "2");
        assertThat(room.allocations.allocate(other, "MH-1")).isEqualTo(Outcome.ALL);
        room.receive("TN-1", one, "B1", NEXT_YEAR, "2");
        room.receive("TN-1", two, "B1", NEXT_YEAR, "5");

        assertThat(room.allocations.allocate(whole, "MH-1")).isEqualTo(Outcome.ALL);
        assertThat(allocated(whole)).isEqualByComparingTo("10");
    }

    @Test
    void aBuyerWhoWantsFreshGoodsGetsNoneThatExpireSoon() {
        String sku = room.product();
        room.receive("MH-1", sku, "SOON", TODAY.plusDays(89), "10");
        room.receive("MH-1", sku, "EDGE", TODAY.plusDays(90), "4");
        room.bean(RemainingLife.class).agree(PLANNER, StockRoom.BUYER, 90);
        try {
            String order = room.order(sku, "6");

            assertThat(room.allocations.allocate(order, "MH-1")).isEqualTo(Outcome.PART);

            assertThat(room.allocations.unplanned(order))
                    .extracting(Allocation::batch)
                    .containsExactly("EDGE");
        } finally {
            room.bean(RemainingLife.class).agree(PLANNER, StockRoom.BUYER, 0);
        }
        String easy = room.order(sku, "6");
        assertThat(room.allocations.allocate(easy, "MH-1")).isEqualTo(Outcome.ALL);
    }

    @Test
    void whatIsKeptForADealIsNotFreeForOthersUntilItsTimeIsOver() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "10");
        String settled = room.order(sku, "8");
        assertThat(room.holds.place(deal(settled), StockRoom.BUYER, wanted(sku, "8"), TOMORROW))
                .isTrue();

        String other = room.order(sku, "5");
        assertThat(room.allocations.allocate(other, "MH-1")).isEqualTo(Outcome.PART);
        assertThat(allocated(other)).isEqualByComparingTo("2");
        assertThat(room.allocations.allocate(settled, "MH-1")).isEqualTo(Outcome.ALL);

        assertThat(room.sum("held", sku)).isZero();
        assertThat(room.sum("allocated", sku)).isEqualByComparingTo("10");
        assertThat(outcomes(deal(settled))).containsExactly("ALLOCATED");
    }

    @Test
    void aHoldWhoseTimeIsOverEndsWithTheNextLookEvenWithoutItsTimer() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "10");
        String late = room.order(sku, "8");
        room.holds.place(deal(late), StockRoom.BUYER, wanted(sku, "8"), NOW.plusMillis(1));
        room.jdbc
                .sql("update stock_hold set placed_at = :then, expires_at = :now where deal_number = :deal")
                .param("then", java.time.OffsetDateTime.parse("2026-07-14T06:00:00Z"))
                .param("now", java.time.OffsetDateTime.parse("2026-07-15T06:00:00Z"))
                .param("deal", deal(late))
                .update();

        assertThat(room.allocations.allocate(room.order(sku, "9"), "MH-1")).isEqualTo(Outcome.ALL);
        assertThat(outcomes(deal(late))).containsExactly("EXPIRED");
    }

    @Test
    void aNewHoldTakesThePlaceOfTheOldAndIsNeverCountedTwice() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "10");
        String order = room.order(sku, "8");
        room.holds.place(deal(order), StockRoom.BUYER, wanted(sku, "8"), TOMORROW);
        room.holds.place(deal(order), StockRoom.BUYER, wanted(sku, "7"), TOMORROW.plusSeconds(60));

        assertThat(room.sum("held", sku)).isEqualByComparingTo("7");
        assertThat(outcomes(deal(order))).containsExactly("RENEWED", null);
        room.holds.expire(deal(order));
        room.holds.expire(deal(order));
        assertThat(room.sum("held", sku)).isZero();
    }

    @Test
    void aHoldComesAfterOrdersThatWait() {
        String sku = room.product();
        String waiting = room.order(sku, "6");
        room.allocations.allocate(waiting, "MH-1");
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "8");
        String settled = room.order(sku, "5");

        room.holds.place(deal(settled), StockRoom.BUYER, wanted(sku, "5"), TOMORROW);

        assertThat(room.sum("held", sku)).isEqualByComparingTo("2");
        assertThat(room.allocations.allocate(waiting, "MH-1")).isEqualTo(Outcome.ALL);
    }

    @Test
    void aCancelledOrderGivesItsHoldBackAndThoseWhoWaitAreTold() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "5");
        String order = room.order(sku, "5");
        room.holds.place(deal(order), StockRoom.BUYER, wanted(sku, "5"), TOMORROW);
        int arrivals = room.arrivals().size();

        room.cancel(new OrderCancelled(deal(order), order));

        assertThat(room.sum("held", sku)).isZero();
        assertThat(room.arrivals()).hasSize(arrivals + 1);
        assertThat(room.arrivals().get(arrivals)).containsExactly(sku);
    }

    @Test
    void aLineThatWasTakenOutKeepsNoTurn() {
        String one = room.product();
        String two = room.product();
        String older = room.order(one, "5", two, "5");
        room.allocations.allocate(older, "MH-1");
        String younger = room.order(one, "3");
        room.allocations.allocate(younger, "MH-1");
        room.giveUp(older, 1);
        room.receive("MH-1", two, "B1", NEXT_YEAR, "5");
        assertThat(room.allocations.allocate(older, "MH-1")).isEqualTo(Outcome.ALL);
        room.receive("MH-1", one, "B1", NEXT_YEAR, "3");

        assertThat(room.allocations.dealsWaitingFor(List.of(one))).containsExactly(deal(younger));
        assertThat(room.allocations.allocate(younger, "MH-1")).isEqualTo(Outcome.ALL);
    }

    @Test
    void whatWasComparedIsKeptAsTheReason() {
        String one = room.product();
        String two = room.product();
        room.receive("MH-1", one, "B1", NEXT_YEAR, "5");
        room.receive("TN-1", two, "B1", NEXT_YEAR, "5");
        String order = room.order(one, "5", two, "5");

        room.allocations.allocate(order, "TN-1");

        AllocationRun run = room.allocations.runs(order).get(0);
        assertThat(run.outcome()).isEqualTo(Outcome.ALL);
        assertThat(run.options())
                .extracting(RoutingOption::warehouses, RoutingOption::chosen, option -> option.servedPercent()
                        .intValue())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(List.of("TN-1", "MH-1"), true, 100),
                        org.assertj.core.groups.Tuple.tuple(List.of("TN-1"), false, 50),
                        org.assertj.core.groups.Tuple.tuple(List.of("MH-1"), false, 50));
    }

    private static List<Wanted> wanted(String sku, String quantity) {
        return List.of(new Wanted(1, sku, new BigDecimal(quantity)));
    }

    private static List<String> outcomes(String deal) {
        return room.jdbc
                .sql("select outcome from stock_hold where deal_number = :deal order by id")
                .param("deal", deal)
                .query(String.class)
                .list();
    }

    private static BigDecimal allocated(String order) {
        return room.allocations.unplanned(order).stream()
                .map(Allocation::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String deal(String order) {
        return order.replace("SO", "INQ");
    }
}
