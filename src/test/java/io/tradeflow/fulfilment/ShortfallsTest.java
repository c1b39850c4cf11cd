package io.tradeflow.fulfilment;

import static io.tradeflow.inventory.StockRoom.RAVI;
import static io.tradeflow.inventory.StockRoom.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.fulfilment.Shortfalls.Decision;
import io.tradeflow.inventory.Allocations;
import io.tradeflow.inventory.Routing;
import io.tradeflow.inventory.StockRoom;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Short picks and failed inspections on a real database, without the process around them. */
class ShortfallsTest {

    private static final LocalDate NEXT_YEAR = TODAY.plusYears(1);

    private static StockRoom room;
    private static Shipments shipments;
    private static Shortfalls shortfalls;
    private static OrderFulfilment fulfilment;

    @BeforeAll
    static void open() {
        room = new StockRoom();
        shipments = room.bean(Shipments.class);
        shortfalls = room.bean(Shortfalls.class);
        fulfilment = room.bean(OrderFulfilment.class);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void whatIsMissingIsPickedAgainFromAnotherBatchAndCounted() {
        String sku = room.product();
        room.receive("MH-1", sku, "OLD", NEXT_YEAR, "10");
        room.receive("MH-1", sku, "NEW", NEXT_YEAR.plusDays(1), "10");
        String order = room.order(sku, "10");
        String number = released(order);

        assertThat(shipments.recordPick(number, RAVI, Map.of(1, new BigDecimal("6"))))
                .isEqualTo(Shipments.Outcome.SHORT);
        Shortfalls.Facts facts = shortfalls.facts(number);
        assertThat(facts.missingPercent()).isEqualTo(40);
        assertThat(facts.otherStockHere()).isTrue();
        assertThat(facts.nothingLeft()).isFalse();
        assertThat(shortfalls.repick(number, RAVI)).isTrue();

        Shipment again = shipments.shipment(number);
        assertThat(again.status()).isEqualTo(Shipment.Status.PICKING);
        assertThat(again.lines()).extracting(Shipment.Line::batch).containsExactly("OLD", "NEW");
        assertThat(again.lines().get(1).planned().plain()).isEqualByComparingTo("4");
        assertThatThrownBy(() -> shipments.checkPick(number, Map.of(1, BigDecimal.ONE, 2, BigDecimal.ONE)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("picked already");
        assertThat(shipments.recordPick(number, RAVI, Map.of(2, new BigDecimal("4"))))
                .isEqualTo(Shipments.Outcome.COMPLETE);
        assertThat(shortfalls.facts(number).missingPercent()).isZero();
        assertThat(room.sum("allocated", sku)).isEqualByComparingTo("10");
        assertThat(room.allocations.open(order)).isEmpty();
        assertThat(room.bean(CountRequests.class).open())
                .filteredOn(request -> request.sku().equals(sku))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.missing()).isEqualByComparingTo("4");
                    assertThat(request.onHand()).isEqualByComparingTo("6");
                });
    }

    @Test
    void whereTheWarehouseHasNothingElseNothingIsPickedAgain() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "10");
        room.receive("TN-1", sku, "B1", NEXT_YEAR, "2");
        String number = released(room.order(sku, "10"));
        shipments.recordPick(number, RAVI, Map.of(1, new BigDecimal("9.9")));

        assertThat(shortfalls.facts(number).missingPercent()).isEqualTo(1);
        assertThat(shortfalls.facts(number).otherStockHere()).isFalse();
        assertThatThrownBy(() -> shortfalls.check(number, Decision.RE_PICK, null))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Nothing more of it is free in MH-1");
        assertThat(shortfalls.repick(number, RAVI)).isFalse();
        assertThat(shipments.shipment(number).status()).isEqualTo(Shipment.Status.PICKED);
    }

    @Test
    void aShipmentThatIsGivenUpLeavesItsGoodsToTheOrdersNextOne() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "10");
        String order = room.order(sku, "10");
        String number = released(order);
        shipments.recordPick(number, RAVI, Map.of(1, new BigDecimal("7")));

        assertThatThrownBy(() -> shortfalls.check(number, Decision.BACKORDER, null))
                .isInstanceOf(Problem.class);
        shortfalls.check(number, Decision.BACKORDER, "The buyer wants all of it");
        shortfalls.giveBack(number, RAVI, "The buyer wants all of it");
        shortfalls.giveBack(number, RAVI, "again");

        assertThat(shipments.shipment(number).status()).isEqualTo(Shipment.Status.CANCELLED);
        assertThat(room.sum("allocated", sku)).isZero();
        assertThat(room.allocations.open(order).get(1)).isEqualByComparingTo("10");
        String younger = room.order(sku, "7");
        assertThat(fulfilment.allocate(deal(younger), younger, Routing.from("MH-1")))
                .as("the order keeps its turn")
                .isEqualTo(Allocations.Outcome.NONE);
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "3");
        fulfilment.allocate(deal(order), order, Routing.from("MH-1"));
        List<String> next = shipments.plan(order);
        assertThat(next).hasSize(1).doesNotContain(number);
        assertThat(shipments.shipment(next.get(0)).lines().stream()
                        .map(line -> line.planned().value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("10");
    }

    @Test
    void whatDoesNotPassIsReplacedAndOnlyTheReplacementIsInspected() {
        String sku = room.product();
        room.receive("MH-1", sku, "OLD", NEXT_YEAR, "10");
        room.receive("MH-1", sku, "NEW", NEXT_YEAR.plusDays(1), "10");
        String number = released(room.order(sku, "10"));
        shipments.recordPick(number, RAVI, Map.of(1, BigDecimal.TEN));
        assertThat(shipments.passToInspection(number, true)).isTrue();
        assertThat(shipments.recordInspection(number, RAVI, Map.of(1, new BigDecimal("2")), "damp"))
                .isEqualTo(Shipments.Outcome.SHORT);

        assertThat(shortfalls.repick(number, RAVI)).isTrue();
        assertThat(shipments.recordPick(number, RAVI, Map.of(2, new BigDecimal("2"))))
                .isEqualTo(Shipments.Outcome.COMPLETE);
        assertThat(shipments.passToInspection(number, true)).isTrue();
        assertThatThrownBy(() -> shipments.checkInspection(number, Map.of(1, BigDecimal.ONE), "damp"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("inspected already");
        assertThat(shipments.recordInspection(number, RAVI, Map.of(), null)).isEqualTo(Shipments.Outcome.COMPLETE);

        assertThat(shipments.passToInspection(number, true)).isFalse();
        assertThat(shipments.inspection(number).orElseThrow().lines())
                .extracting(line -> line.batch() + " " + line.rejected().plain())
                .containsExactly("OLD 2", "NEW 0");
        assertThat(room.sum("quarantined", sku)).isEqualByComparingTo("2");
    }

    @Test
    void whatNeedsNoInspectionPassesWithoutOne() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "10");
        String number = released(room.order(sku, "10"));
        shipments.recordPick(number, RAVI, Map.of(1, BigDecimal.TEN));

        assertThat(shipments.passToInspection(number, false)).isFalse();

        assertThat(shipments.shipment(number).status()).isEqualTo(Shipment.Status.INSPECTED);
        assertThat(shipments.inspection(number)).isEmpty();
        shipments.recordPacking(number, RAVI, 3, new BigDecimal("30"), null);
        assertThat(shipments.packages(number)).hasSize(3).allSatisfy(one -> {
            assertThat(one.label()).hasSize(18);
            assertThat(one.weightKg()).isEqualByComparingTo("10");
        });
    }

    private static String released(String order) {
        fulfilment.allocate(deal(order), order, Routing.from("MH-1"));
        String number = shipments.plan(order).get(0);
        shipments.releasePickList(number);
        return number;
    }

    private static String deal(String order) {
        return order.replace("SO", "INQ");
    }
}
