package io.tradeflow.dispatch;

import static io.tradeflow.inventory.StockRoom.BUYER;
import static io.tradeflow.inventory.StockRoom.RAVI;
import static io.tradeflow.inventory.StockRoom.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.document.PackingSlipPrint;
import io.tradeflow.fulfilment.OrderFulfilment;
import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.fulfilment.Shortfalls;
import io.tradeflow.inventory.Allocations.Outcome;
import io.tradeflow.inventory.Routing;
import io.tradeflow.inventory.StockRoom;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DealStage;
import io.tradeflow.kernel.Problem;
import io.tradeflow.notification.MailDraft;
import io.tradeflow.ordering.OrderCancelled;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From allocated stock to goods on the road, with everything that can be short on the way. */
class ShipmentsOnTheirWayTest {

    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 7, 15);
    private static final HandOver BY_ROAD = new HandOver(HandOver.Mode.ROAD, "VRL", "mh 12 ab 1234", null, "TRK-1");

    private static StockRoom room;
    private static OrderFulfilment fulfilment;
    private static Shipments shipments;
    private static Consignments consignments;

    @BeforeAll
    static void open() {
        room = new StockRoom();
        fulfilment = room.bean(OrderFulfilment.class);
        shipments = room.bean(Shipments.class);
        consignments = room.bean(Consignments.class);
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
    void shortStockLeavesInTwoShipments() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "6");
        String order = room.order(sku, "10");
        String deal = deal(order);

        assertThat(fulfilment.allocate(deal, order, Routing.from("MH-1"))).isEqualTo(Outcome.PART);
        String first = onlyPlanned(order);
        ship(first, "6");
        assertThat(fulfilment.allocate(deal, order, Routing.from("MH-1"))).isEqualTo(Outcome.NONE);
        assertThat(room.allocations.dealsWaitingFor(List.of(sku))).containsExactly(deal);

        room.receive("TN-1", sku, "B2", NEXT_YEAR, "9");
        assertThat(fulfilment.allocate(deal, order, Routing.from("MH-1"))).isEqualTo(Outcome.ALL);
        String second = onlyPlanned(order);
        ship(second, "4");
        assertThat(fulfilment.allocate(deal, order, Routing.from("MH-1"))).isEqualTo(Outcome.NOTHING_OPEN);

        assertThat(shipments.ofOrder(order)).extracting(Shipment::number).containsExactly(first, second);
        assertThat(shipments.ofDeal(deal)).extracting(Shipment::warehouseCode).containsExactly("MH-1", "TN-1");
        assertThat(shipments.ofDeal(deal)).extracting(Shipment::status).containsOnly(Shipment.Status.DISPATCHED);
        assertThat(room.sum("on_hand", sku)).isEqualByComparingTo("5");
        assertThat(room.progress(deal))
                .extracting(DealProgress::stage)
                .contains(
                        Optional.of(DealStage.IN_FULFILMENT),
                        Optional.of(DealStage.AWAITING_STOCK),
                        Optional.of(DealStage.DISPATCHED));
    }

    @Test
    void stockInTwoWarehousesIsPlannedAsTwoShipmentsOnce() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "6");
        room.receive("TN-1", sku, "B2", NEXT_YEAR, "4.5");
        String order = room.order(sku, "10.5");
        fulfilment.allocate(deal(order), order, Routing.from("TN-1"));

        List<String> planned = shipments.plan(order);

        assertThat(planned).hasSize(2).allMatch(number -> number.matches("SHP-2627-[0-9]{6}"));
        assertThat(shipments.plan(order)).isEqualTo(planned);
        assertThat(shipments.ofOrder(order))
                .extracting(shipment -> shipment.lines().get(0).planned().toString())
                .containsExactly("6 KGS", "4.5 KGS");
    }

    @Test
    void whatIsPickedShortIsAllocatedAgainAndShippedLater() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "10");
        String order = room.order(sku, "10");
        String number = released(order);

        assertThat(shipments.recordPick(number, RAVI, quantities("7.5"))).isEqualTo(Shipments.Outcome.SHORT);
        assertThat(shipments.recordPick(number, RAVI, quantities("10"))).isEqualTo(Shipments.Outcome.SHORT);

        assertThat(shipments.shipment(number).lines().get(0).quantity().plain()).isEqualByComparingTo("7.5");
        assertThat(room.allocations.open(order).get(1)).isEqualByComparingTo("2.5");
        assertThat(room.sum("on_hand", sku)).isEqualByComparingTo("7.5");
        assertThat(shipments.recordInspection(number, RAVI, Map.of(), null)).isEqualTo(Shipments.Outcome.COMPLETE);
    }

    @Test
    void whenNothingIsFoundTheShipmentIsOver() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "3");
        String order = room.order(sku, "3");
        String number = released(order);

        assertThat(shipments.recordPick(number, RAVI, quantities("0"))).isEqualTo(Shipments.Outcome.NOTHING);
        assertThat(shipments.recordPick(number, RAVI, quantities("0"))).isEqualTo(Shipments.Outcome.NOTHING);
        room.bean(Shortfalls.class).giveBack(number, RAVI, null);
        room.bean(Shortfalls.class).giveBack(number, RAVI, null);

        assertThat(shipments.shipment(number).status()).isEqualTo(Shipment.Status.CANCELLED);
        assertThat(room.allocations.open(order).get(1)).isEqualByComparingTo("3");
        assertThat(room.sum("on_hand", sku)).isZero();
    }

    @Test
    void whatInspectionRejectsStaysInQuarantine() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "10");
        String order = room.order(sku, "10");
        String number = released(order);
        shipments.recordPick(number, RAVI, quantities("10"));

        assertThatThrownBy(() -> shipments.checkInspection(number, quantities("2"), " "))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(fields(problem)).containsExactly("remark"));
        assertThat(shipments.recordInspection(number, RAVI, quantities("2"), "damp"))
                .isEqualTo(Shipments.Outcome.SHORT);
        assertThat(shipments.recordInspection(number, RAVI, quantities("10"), "damp"))
                .isEqualTo(Shipments.Outcome.SHORT);
        pack(number);
        handOver(number);

        assertThat(room.sum("on_hand", sku)).isEqualByComparingTo("2");
        assertThat(room.sum("quarantined", sku)).isEqualByComparingTo("2");
        assertThat(room.allocations.open(order).get(1)).isEqualByComparingTo("2");
        assertThat(fulfilment.allocate(deal(order), order, Routing.from("MH-1")))
                .isEqualTo(Outcome.NONE);
    }

    @Test
    void aPickIsCheckedLineByLine() {
        String sku = room.product();
        String other = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "10");
        room.receive("MH-1", other, "B1", NEXT_YEAR, "10");
        String order = room.order(sku, "4", other, "5");
        String number = released(order);

        assertThatThrownBy(() -> shipments.checkPick(number, Map.of(1, new BigDecimal("4.000001"), 3, BigDecimal.ONE)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(fields(problem))
                        .containsExactlyInAnyOrder("picked[1]", "picked[2]", "picked[3]"));
        shipments.checkPick(number, Map.of(1, new BigDecimal("4"), 2, BigDecimal.ZERO));
    }

    @Test
    void aBatchThatExpiresBeforeItIsPickedIsHeldAndReplaced() {
        String sku = room.product();
        room.receive("MH-1", sku, "OLD", TODAY.plusDays(1), "5");
        String order = room.order(sku, "5");
        String number = released(order);
        room.transaction.executeWithoutResult(status -> room.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql(
                        "update shipment_line set expires_on = :day where shipment_id = (select id from shipment where number = :n)")
                .param("day", TODAY.minusDays(1))
                .param("n", number)
                .update());

        assertThatThrownBy(() -> shipments.checkPick(number, quantities("5"))).isInstanceOf(Problem.class);
        assertThat(shipments.recordPick(number, RAVI, quantities("0"))).isEqualTo(Shipments.Outcome.NOTHING);

        assertThat(room.sum("quarantined", sku)).isEqualByComparingTo("5");
        assertThat(room.sum("on_hand", sku)).isEqualByComparingTo("5");
    }

    @Test
    void theBuyerIsToldOnceWhatIsOnItsWay() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "10");
        String order = room.order(sku, "4");
        String number = released(order);
        assertThatThrownBy(() -> consignments.recordHandOver(number, RAVI, BY_ROAD))
                .isInstanceOf(Problem.class);
        shipments.recordPick(number, RAVI, quantities("4"));
        shipments.recordInspection(number, RAVI, Map.of(), null);
        pack(number);
        assertThatThrownBy(() -> consignments.dispatch(number))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("not-handed-over"));

        handOver(number);
        consignments.recordHandOver(number, RAVI, BY_ROAD);
        consignments.dispatch(number);

        assertThat(room.mails(deal(order))).hasSize(1);
        MailDraft mail = room.mails(deal(order)).get(0);
        assertThat(mail.to()).isEqualTo("priya@sahyadri-agro.example");
        assertThat(mail.subject()).contains(number, "PO-1");
        assertThat(mail.body()).contains("VRL", "MH12AB1234", "TRK-1", "4 KGS Turmeric, batch B1", "2 packages");
        assertThat(consignments.ofDeal(deal(order))).hasSize(1);
        assertThat(consignments.ofShipment(number).orElseThrow().handedOverBy()).isEqualTo(RAVI.name());
        assertThat(room.sum("on_hand", sku)).isEqualByComparingTo("6");
    }

    @Test
    void thePackingSlipListsWhatIsInside() {
        String sku = room.product();
        String rejected = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "4");
        room.receive("MH-1", rejected, "B1", NEXT_YEAR, "4");
        String order = room.order(sku, "4", rejected, "4");
        String number = released(order);
        shipments.recordPick(number, RAVI, Map.of(1, new BigDecimal("4"), 2, new BigDecimal("4")));
        shipments.recordInspection(number, RAVI, Map.of(2, new BigDecimal("4")), "damp");
        pack(number);

        shipments.issuePackingSlip(number);

        PackingSlipPrint slip = room.slip(number);
        assertThat(slip.lines()).extracting(PackingSlipPrint.Line::sku).containsExactly(sku);
        assertThat(slip.packages()).isEqualTo(2);
        assertThat(slip.packedOn()).isEqualTo(TODAY);
        assertThat(slip.reference().poNumber()).isEqualTo("PO-1");
    }

    @Test
    void aCancelledOrderTakesItsShipmentsAlong() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "4");
        String order = room.order(sku, "4");
        String number = released(order);

        room.cancel(new OrderCancelled(deal(order), order));

        assertThat(shipments.shipment(number).status()).isEqualTo(Shipment.Status.CANCELLED);
        assertThat(room.sum("allocated", sku)).isZero();
        assertThat(shipments.recordPick(number, RAVI, quantities("4"))).isEqualTo(Shipments.Outcome.NOTHING);
        assertThat(room.sum("on_hand", sku)).isEqualByComparingTo("4");
    }

    @Test
    void onceGoodsHaveLeftTheOrderCannotBeCancelled() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "4");
        String order = room.order(sku, "4");
        ship(released(order), "4");

        assertThatThrownBy(() -> room.cancel(new OrderCancelled(deal(order), order)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("goods-dispatched"));
    }

    @Test
    void buyersSeeTheirOwnShipmentsOnly() {
        String sku = room.product();
        room.receive("MH-1", sku, "B1", NEXT_YEAR, "4");
        String order = room.order(sku, "4");
        String number = released(order);
        Actor owner = new Actor.BuyerUser("priya", "Priya", BUYER);
        Actor stranger = new Actor.BuyerUser("eve", "Eve", "OTHER");

        assertThat(shipments.shipment(owner, number).number()).isEqualTo(number);
        assertThat(shipments.ofDeal(owner, deal(order))).hasSize(1);
        assertThat(shipments.ofDeal(stranger, deal(order))).isEmpty();
        assertThatThrownBy(() -> shipments.shipment(stranger, number))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }

    private static void ship(String number, String quantity) {
        shipments.releasePickList(number);
        shipments.recordPick(number, RAVI, quantities(quantity));
        shipments.recordInspection(number, RAVI, Map.of(), null);
        pack(number);
        handOver(number);
    }

    private static String released(String order) {
        fulfilment.allocate(deal(order), order, Routing.from("MH-1"));
        String number = onlyPlanned(order);
        shipments.releasePickList(number);
        shipments.releasePickList(number);
        return number;
    }

    private static String onlyPlanned(String order) {
        List<String> planned = shipments.plan(order);
        assertThat(planned).hasSize(1);
        return planned.get(0);
    }

    private static void pack(String number) {
        shipments.recordPacking(number, RAVI, 2, new BigDecimal("12.5"), null);
        shipments.recordPacking(number, RAVI, 9, new BigDecimal("99"), null);
        assertThat(shipments.shipment(number).packages()).isEqualTo(2);
    }

    private static void handOver(String number) {
        consignments.checkHandOver(number, BY_ROAD);
        consignments.recordHandOver(number, RAVI, BY_ROAD);
        consignments.dispatch(number);
    }

    private static Map<Integer, BigDecimal> quantities(String ofLineOne) {
        return Map.of(1, new BigDecimal(ofLineOne));
    }

    private static List<String> fields(Problem problem) {
        return problem.violations().stream().map(Problem.Violation::field).toList();
    }

    private static String deal(String order) {
        return order.replace("SO", "INQ");
    }
}
