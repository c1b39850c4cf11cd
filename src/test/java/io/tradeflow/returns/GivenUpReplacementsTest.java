package io.tradeflow.returns;

import static io.tradeflow.inventory.StockRoom.RAVI;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.dispatch.Consignments;
import io.tradeflow.dispatch.HandOver;
import io.tradeflow.dispatch.Tracking;
import io.tradeflow.dispatch.TrackingReport;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.inventory.StockRoom;
import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Goods came back to be replaced, and there are none any more. */
class GivenUpReplacementsTest {

    private static final Actor.Staff ASHA = new Actor.Staff("asha", "Asha Nair", Set.of("sales-desk"));
    private static final HandOver BY_ROAD = new HandOver(HandOver.Mode.ROAD, "VRL", "MH12AB1234", null, null);

    private static StockRoom room;
    private static Returns returns;

    @BeforeAll
    static void open() {
        room = new StockRoom();
        returns = room.bean(Returns.class);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void whatIsGivenUpIsOwedNoMoreAndCreditedOnce() {
        String order = owedAgain("4", "3");
        assertThat(room.allocations.open(order)).containsEntry(1, new BigDecimal("3.000000"));
        assertThat(room.allocations.owedAgain(order)).isEqualByComparingTo("3");

        room.allocations.shortClose(order, Set.of(1), "Not made any more", ASHA);
        room.allocations.shortClose(order, Set.of(1), "Not made any more", ASHA);

        assertThat(room.allocations.open(order)).isEmpty();
        assertThat(room.allocations.owedAgain(order)).isZero();
        GoodsReturn credited = theCredited(order);
        assertThat(credited.status()).isEqualTo(GoodsReturn.Status.APPROVED);
        assertThat(credited.reopensBilling()).isTrue();
        assertThat(credited.reopensFulfilment()).isFalse();
        assertThat(credited.goodsComeBack()).isFalse();
        assertThat(credited.note()).isEqualTo("Not made any more");
        assertThat(credited.lines()).singleElement().satisfies(line -> assertThat(credited.counting(line))
                .isEqualByComparingTo("3"));
        assertThat(returns.returnable(ASHA, deal(order)))
                .as("the piece that was not sent back still may be")
                .singleElement()
                .satisfies(line -> assertThat(line.left().value()).isEqualByComparingTo("1"));
    }

    @Test
    void whatIsAllocatedAlreadyReplacesFirstAndTheRestIsCredited() {
        String order = owedAgain("4", "4");
        String sku = sku(order);
        room.receive("MH-1", sku, "B2", null, "3");
        room.allocations.allocate(order, "MH-1");

        room.allocations.shortClose(order, "Not made any more", ASHA);

        assertThat(theCredited(order).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.quantity().value()).isEqualByComparingTo("1"));
        String replacement = ship(order);
        assertThat(room.bean(Shipments.class)
                        .shipment(replacement)
                        .lines()
                        .get(0)
                        .quantity()
                        .value())
                .isEqualByComparingTo("3");
        assertThat(room.allocations.open(order)).isEmpty();
        assertThat(room.stock.reconcile()).isEmpty();
    }

    /** All of an order was delivered, so much came back broken and is owed again, and nothing is left. */
    private static String owedAgain(String ordered, String returned) {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", null, ordered);
        String order = room.order(sku, ordered);
        room.allocations.allocate(order, "MH-1");
        String shipment = ship(order);
        room.bean(Tracking.class)
                .report(
                        RAVI,
                        shipment,
                        new TrackingReport(null, "DELIVERED", null, null, null, "Anil", null, Map.of()));
        String number = returns.request(
                        ASHA,
                        new ReturnRequest(
                                deal(order),
                                ReturnKind.DAMAGED,
                                Remedy.REPLACEMENT,
                                "Casing cracked",
                                List.of(new ReturnRequest.Line(shipment, 1, new BigDecimal(returned)))))
                .number();
        returns.decide(number, true, null, ASHA);
        Arrivals arrivals = room.bean(Arrivals.class);
        arrivals.receive(number, "MH-1", Map.of(1, new BigDecimal(returned)), RAVI);
        arrivals.inspect(
                number,
                Map.of(1, new Inspected(BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal(returned))),
                "Broken",
                RAVI);
        arrivals.reopen(number);
        returns.settle(number);
        return order;
    }

    private static String ship(String order) {
        Shipments shipments = room.bean(Shipments.class);
        Consignments consignments = room.bean(Consignments.class);
        String number = shipments.plan(order).get(0);
        shipments.releasePickList(number);
        Map<Integer, BigDecimal> picked = new TreeMap<>();
        shipments
                .shipment(number)
                .lines()
                .forEach(line -> picked.put(line.lineNo(), line.planned().value()));
        shipments.recordPick(number, RAVI, picked);
        shipments.recordInspection(number, RAVI, Map.of(), null);
        shipments.recordPacking(number, RAVI, 1, BigDecimal.TEN, null);
        consignments.recordHandOver(number, RAVI, BY_ROAD);
        consignments.dispatch(number);
        return number;
    }

    private static GoodsReturn theCredited(String order) {
        List<GoodsReturn> credited = returns.ofDeal(ASHA, deal(order)).stream()
                .filter(goods -> goods.kind() == ReturnKind.NOT_REPLACED)
                .toList();
        assertThat(credited).as("once").hasSize(1);
        return credited.get(0);
    }

    private static String sku(String order) {
        return room.allocations.ofOrder(order).get(0).sku();
    }

    private static String deal(String order) {
        return order.replace("SO", "INQ");
    }
}
