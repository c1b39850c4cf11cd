package io.tradeflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.dispatch.Consignments;
import io.tradeflow.dispatch.HandOver;
import io.tradeflow.dispatch.Tracking;
import io.tradeflow.dispatch.TrackingReport;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.inventory.StockHolds.Wanted;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.OrderCancelled;
import io.tradeflow.returns.Arrivals;
import io.tradeflow.returns.GoodsReturn;
import io.tradeflow.returns.Inspected;
import io.tradeflow.returns.Remedy;
import io.tradeflow.returns.ReturnKind;
import io.tradeflow.returns.ReturnRequest;
import io.tradeflow.returns.Returnable;
import io.tradeflow.returns.Returns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens in whatever order, crashed in the middle or done twice: the ledger adds up to the balances, nobody is promised what is not
 * there, nothing gets lost, and what is repeated counts once.
 */
class StockLedgerPropertyTest {

    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 7, 15);
    private static final LocalDate NEXT_WEEK = LocalDate.of(2026, 7, 22);
    private static final Instant TOMORROW = Instant.parse("2026-07-16T06:00:00Z");
    private static final int STEPS = 90;
    private static final Actor.Staff ASHA = new Actor.Staff("asha", "Asha Nair", Set.of("sales-desk"));
    private static final HandOver BY_ROAD = new HandOver(HandOver.Mode.ROAD, "VRL", "MH12AB1234", null, "TRK-1");
    private static final Set<String> DEEDS_DONE = new TreeSet<>();
    private static StockRoom room;
    private static Shipments shipments;
    private static Consignments consignments;
    private static Returns returns;
    private static Arrivals arrivals;

    private final List<String> orders = new ArrayList<>();
    private final List<String> transfers = new ArrayList<>();
    private final List<String> owedAgain = new ArrayList<>();
    private List<String> skus;
    private Random random;

    @BeforeAll
    static void open() {
        room = new StockRoom();
        shipments = room.bean(Shipments.class);
        consignments = room.bean(Consignments.class);
        returns = room.bean(Returns.class);
        arrivals = room.bean(Arrivals.class);
    }

    /** A test of random deeds says nothing about deeds that were never done; the rarest may be missing, and have tests of their own. */
    @AfterAll
    static void close() {
        room.close();
        assertThat(DEEDS_DONE)
                .contains(
                        "DELIVERED",
                        "PARTLY_REFUSED",
                        "REFUSED",
                        "LOST",
                        "return asked for",
                        "return refused",
                        "return withdrawn",
                        "return arrived",
                        "return arrived in part",
                        "return restocked",
                        "return quarantined",
                        "return scrapped",
                        "owed again",
                        "REPLACEMENT dispatched");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noInvariantBreaks(long seed) {
        random = new Random(seed);
        skus = List.of(room.product(), room.product());
        for (int step = 0; step < STEPS; step++) {
            Runnable deed = deed(seed + "-" + step);
            switch (random.nextInt(3)) {
                case 0 -> tryTo(deed);
                case 1 -> {
                    String before = figures();
                    crashAfter(deed);
                    assertThat(figures())
                            .as("seed %d, step %d, crashed", seed, step)
                            .isEqualTo(before);
                    tryTo(deed);
                }
                default -> {
                    tryTo(deed);
                    String once = figures();
                    tryTo(deed);
                    assertThat(figures())
                            .as("seed %d, step %d, repeated", seed, step)
                            .isEqualTo(once);
                }
            }
            assertThat(room.stock.reconcile())
                    .as("seed %d, step %d", seed, step)
                    .isEmpty();
            assertThat(overPromised()).as("seed %d, step %d", seed, step).isEmpty();
            assertThat(returnedTooMuch()).as("seed %d, step %d", seed, step).isEmpty();
        }
        nothingIsLost();
        assertThat(room.bean(StockIntegrity.class).invariants())
                .allSatisfy(invariant ->
                        assertThat(invariant.holds()).as(invariant.rule()).isTrue());
    }

    private Runnable deed(String reference) {
        if (orders.isEmpty()) {
            orders.add(room.order(skus.get(0), some(9), skus.get(1), some(9)));
        }
        String sku = any(skus);
        // else what is owed again would seldom be sent again
        String order = !owedAgain.isEmpty() && random.nextBoolean() ? any(owedAgain) : any(orders);
        String warehouse = random.nextBoolean() ? "MH-1" : "TN-1";
        String batch = "B" + random.nextInt(3);
        String quantity = some(20);
        return switch (random.nextInt(23)) {
            case 0, 1 -> () -> room.receive("GRN-" + reference, warehouse, sku, batch, expiry(batch), quantity);
            case 2 -> {
                String fresh = room.order(skus.get(0), some(9), skus.get(1), some(9));
                orders.add(fresh);
                yield () -> room.allocations.allocate(fresh, "MH-1");
            }
            case 3, 4 -> () -> room.allocations.allocate(order, warehouse);
            case 5 ->
                () -> room.holds.place(
                        deal(order), StockRoom.BUYER, List.of(new Wanted(1, sku, new BigDecimal(quantity))), TOMORROW);
            case 6 -> () -> room.holds.release(deal(order));
            case 7 -> cut(order);
            case 8, 9 -> ship(reference, order);
            case 10 -> () -> cancel(order);
            case 11 -> adjustment(reference, warehouse, sku, batch, quantity);
            case 12 -> transfer(reference, warehouse, sku, batch, quantity);
            case 13, 14 -> carrierReports(reference);
            case 15, 16 -> returnAskedFor(reference);
            case 17 -> returnEndsEarly();
            case 18 -> replacementGivenUp(order);
            default -> returnGoesOn(warehouse);
        };
    }

    private Runnable cut(String order) {
        List<Allocation> there = room.allocations.unplanned(order);
        if (there.isEmpty()) {
            return () -> {};
        }
        Allocation allocation = any(there);
        BigDecimal part = random.nextBoolean()
                ? allocation.quantity().multiply(new BigDecimal("0.5")).setScale(6, RoundingMode.DOWN)
                : BigDecimal.ZERO;
        return random.nextBoolean()
                ? () -> room.allocations.shortPick(allocation.id(), part, "not found")
                : () -> room.allocations.quarantine(allocation.id(), part, "damp");
    }

    /** All that is allocated leaves, some of it picked short. */
    private Runnable ship(String reference, String order) {
        boolean pickedShort = random.nextInt(4) == 0;
        return () -> shipments.plan(order).forEach(number -> {
            shipments.releasePickList(number);
            Map<Integer, BigDecimal> picked = new TreeMap<>();
            shipments
                    .shipment(number)
                    .lines()
                    .forEach(line -> picked.put(
                            line.lineNo(),
                            pickedShort
                                    ? half(line.planned().value())
                                    : line.planned().value()));
            shipments.recordPick(number, StockRoom.RAVI, picked);
            shipments.recordInspection(number, StockRoom.RAVI, Map.of(), null);
            shipments.recordPacking(number, StockRoom.RAVI, 1, BigDecimal.TEN, null);
            consignments.recordHandOver(number, StockRoom.RAVI, BY_ROAD);
            consignments.dispatch(number);
            DEEDS_DONE.add(shipments.kind(number) + " dispatched");
        });
    }

    private Runnable carrierReports(String reference) {
        List<String> onTheirWay = room.jdbc
                .sql("select shipment_number from consignment where order_number = any(:orders) and closed_at is null"
                        + " order by shipment_number")
                .param("orders", orders.toArray(String[]::new))
                .query(String.class)
                .list();
        if (onTheirWay.isEmpty()) {
            return () -> {};
        }
        String shipment = any(onTheirWay);
        Tracking tracking = room.bean(Tracking.class);
        String kind = any(List.of("DELIVERED", "DELIVERED", "DELIVERED", "REFUSED", "LOST"));
        Map<Integer, BigDecimal> notTaken = new TreeMap<>();
        if (kind.equals("DELIVERED") && random.nextInt(3) == 0) {
            tracking.lines(shipment).forEach(line -> notTaken.put(line.lineNo(), half(line.dispatched())));
        }
        TrackingReport report =
                new TrackingReport(reference, kind, null, null, "as the driver says", "Anil", null, notTaken);
        return () -> DEEDS_DONE.add(
                tracking.report(StockRoom.RAVI, shipment, report).status().name());
    }

    private Runnable returnAskedFor(String reference) {
        String deal = deal(any(orders));
        List<Returnable> there = returns.returnable(ASHA, deal);
        if (there.isEmpty()) {
            return () -> {};
        }
        Returnable line = any(there);
        // now and then more than there is, which is refused
        BigDecimal quantity = random.nextInt(5) == 0
                ? line.left().value().add(BigDecimal.ONE)
                : random.nextBoolean() ? line.left().value() : half(line.left().value());
        ReturnRequest request = new ReturnRequest(
                deal,
                random.nextBoolean() ? ReturnKind.DAMAGED : ReturnKind.WRONG_GOODS,
                random.nextInt(3) == 0 ? Remedy.CREDIT : Remedy.REPLACEMENT,
                reference,
                List.of(new ReturnRequest.Line(line.shipmentNumber(), line.shipmentLineNo(), quantity)));
        return () -> {
            // asking twice is asking for two returns; the same request has its idempotency key
            if (returns.ofDeal(ASHA, deal).stream()
                    .noneMatch(known -> known.note().equals(reference))) {
                returns.request(ASHA, request);
                DEEDS_DONE.add("return asked for");
            }
        };
    }

    private Runnable returnEndsEarly() {
        List<GoodsReturn> open = openReturns();
        if (open.isEmpty()) {
            return () -> {};
        }
        GoodsReturn goods = any(open);
        if (goods.status() == GoodsReturn.Status.APPROVED && goods.goodsComeBack()) {
            return goods.kind().isAsked()
                    ? () -> {
                        returns.lapse(goods.number());
                        DEEDS_DONE.add("return lapsed");
                    }
                    : () -> {
                        returns.countAsLost(goods.number());
                        DEEDS_DONE.add("refused and lost on the way back");
                    };
        }
        return () -> {
            returns.withdraw(ASHA, goods.number());
            DEEDS_DONE.add("return withdrawn");
        };
    }

    /** The next step of a return, as its process would take it. */
    private Runnable returnGoesOn(String warehouse) {
        List<GoodsReturn> open = openReturns();
        if (open.isEmpty()) {
            return () -> {};
        }
        GoodsReturn goods = any(open);
        String number = goods.number();
        return switch (goods.status()) {
            case REQUESTED -> decision(goods);
            case APPROVED -> goods.goodsComeBack() ? arrival(goods, warehouse) : () -> settle(number);
            case RECEIVED -> inspection(goods);
            default -> () -> settle(number);
        };
    }

    private Runnable decision(GoodsReturn goods) {
        if (!goods.kind().isAsked()) {
            Remedy remedy = any(List.of(Remedy.values()));
            return () -> returns.decideRemedy(goods.number(), remedy, "as agreed", ASHA);
        }
        boolean approves = random.nextInt(4) > 0;
        return () -> {
            returns.decide(goods.number(), approves, "as seen", ASHA);
            DEEDS_DONE.add(approves ? "return approved" : "return refused");
        };
    }

    private Runnable arrival(GoodsReturn goods, String warehouse) {
        boolean inPart = random.nextInt(3) == 0;
        Map<Integer, BigDecimal> received = new TreeMap<>();
        goods.lines()
                .forEach(line -> received.put(
                        line.lineNo(),
                        inPart ? half(line.quantity().value()) : line.quantity().value()));
        return () -> {
            arrivals.receive(goods.number(), warehouse, received, StockRoom.RAVI);
            DEEDS_DONE.add(inPart ? "return arrived in part" : "return arrived");
        };
    }

    private Runnable inspection(GoodsReturn goods) {
        Map<Integer, Inspected> placed = new HashMap<>();
        BigDecimal nothing = BigDecimal.ZERO;
        goods.lines().forEach(line -> {
            BigDecimal some = half(line.received());
            BigDecimal rest = line.received().subtract(some);
            placed.put(
                    line.lineNo(),
                    switch (random.nextInt(3)) {
                        case 0 -> new Inspected(line.received(), nothing, nothing);
                        case 1 -> new Inspected(some, rest, nothing);
                        default -> new Inspected(nothing, some, rest);
                    });
        });
        return () -> {
            arrivals.inspect(goods.number(), placed, "as found", StockRoom.RAVI);
            placed.values().forEach(found -> {
                DEEDS_DONE.add(found.restock().signum() > 0 ? "return restocked" : "return scrapped");
                DEEDS_DONE.add(found.quarantine().signum() > 0 ? "return quarantined" : "return restocked");
            });
        };
    }

    private static Runnable replacementGivenUp(String order) {
        return () -> {
            room.allocations.shortClose(order, "Not made any more", ASHA);
            if (returns.ofDeal(ASHA, deal(order)).stream().anyMatch(goods -> goods.kind() == ReturnKind.NOT_REPLACED)) {
                DEEDS_DONE.add("replacement given up");
            }
        };
    }

    /** What is owed again and the end of the return: the process makes both last at once. */
    private void settle(String number) {
        room.transaction.executeWithoutResult(status -> {
            GoodsReturn goods = returns.goodsReturn(number);
            arrivals.reopen(number);
            returns.settle(number);
            if (goods.reopensFulfilment()) {
                owedAgain.add(goods.orderNumber());
                DEEDS_DONE.add("owed again");
            }
        });
    }

    private List<GoodsReturn> openReturns() {
        return room
                .jdbc
                .sql(
                        "select number from goods_return where order_number = any(:orders) and ended_at is null order by number")
                .param("orders", orders.toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .map(returns::goodsReturn)
                .toList();
    }

    private static BigDecimal half(BigDecimal quantity) {
        return quantity.multiply(new BigDecimal("0.5")).setScale(6, RoundingMode.UP);
    }

    private static void cancel(String order) {
        if (!room.allocations.anyDispatched(order)) {
            room.cancel(new OrderCancelled(deal(order), order));
        }
    }

    private Runnable adjustment(String reference, String warehouse, String sku, String batch, String quantity) {
        StockAdjustment.Kind kind = any(List.of(StockAdjustment.Kind.values()));
        boolean less = random.nextBoolean();
        String reason =
                switch (kind) {
                    case ADJUSTMENT -> less ? "LOST" : "FOUND";
                    case HOLD_BACK -> "INSPECTION";
                    case RELEASE -> "SOUND";
                    case SCRAP -> "DAMAGED";
                };
        BigDecimal amount = new BigDecimal(quantity);
        StockAdjustment adjustment = new StockAdjustment(
                "ADJ-" + reference,
                kind,
                warehouse,
                reason,
                null,
                List.of(new StockAdjustment.Line(
                        sku, batch, kind == StockAdjustment.Kind.ADJUSTMENT && less ? amount.negate() : amount)));
        return () -> room.bean(StockAdjustments.class).book(StockRoom.RAVI, adjustment);
    }

    private Runnable transfer(String reference, String warehouse, String sku, String batch, String quantity) {
        StockTransfers moves = room.bean(StockTransfers.class);
        if (!transfers.isEmpty() && random.nextBoolean()) {
            String number = transfers.remove(0);
            BigDecimal sent = moves.one(number).lines().get(0).quantity();
            BigDecimal lost = random.nextBoolean() ? BigDecimal.ZERO : sent.min(BigDecimal.ONE);
            StockTransfer.Arrival arrival = new StockTransfer.Arrival(
                    "ARR-" + reference,
                    List.of(new StockTransfer.ArrivedLine(
                            1, sent.subtract(lost), lost, lost.signum() > 0 ? "LOST" : null, null)));
            return () -> moves.receive(StockRoom.RAVI, number, arrival);
        }
        StockTransfer.Draft draft = new StockTransfer.Draft(
                "TRF-" + reference,
                warehouse,
                warehouse.equals("MH-1") ? "TN-1" : "MH-1",
                NEXT_WEEK,
                null,
                List.of(new StockTransfer.Goods(sku, batch, new BigDecimal(quantity))));
        return () -> {
            String number = moves.send(StockRoom.RAVI, draft);
            if (!transfers.contains(number)) {
                transfers.add(number);
            }
        };
    }

    /** What the rules refuse leaves everything as it was. */
    private void tryTo(Runnable deed) {
        String before = figures();
        try {
            deed.run();
        } catch (Problem refused) {
            assertThat(figures()).as(refused.getMessage()).isEqualTo(before);
        }
    }

    /** The deed is done and its transaction lost. */
    private void crashAfter(Runnable deed) {
        List<String> known = List.copyOf(transfers);
        try {
            room.transaction.executeWithoutResult(status -> {
                deed.run();
                status.setRollbackOnly();
            });
        } catch (Problem | org.springframework.transaction.UnexpectedRollbackException refused) {
            // refused or not, nothing of it stays
        }
        transfers.retainAll(known);
    }

    /** All numbers and promises of the test's products. */
    private String figures() {
        TreeMap<String, Object> figures = new TreeMap<>();
        room.jdbc
                .sql(
                        "select sku || ' ' || warehouse_code || ' ' || batch as place, on_hand, allocated, held, quarantined"
                                + " from stock_balance where sku = any(:skus)"
                                + " and (on_hand > 0 or allocated > 0 or held > 0 or quarantined > 0)")
                .param("skus", skus.toArray(String[]::new))
                .query()
                .listOfRows()
                .forEach(row ->
                        figures.put((String) row.get("place"), row.values().toString()));
        figures.put(
                "allocations",
                room.jdbc
                        .sql(
                                "select a.order_number, a.order_line_no, sum(a.quantity), sum(a.reopened),"
                                        + " a.shipment_number is null as free, a.dispatched_at is null as here from allocation a join stock_balance s on s.id = a.balance_id"
                                        + " where s.sku = any(:skus) and a.released_at is null group by 1, 2, 5, 6 order by 1, 2, 5, 6")
                        .param("skus", skus.toArray(String[]::new))
                        .query()
                        .listOfRows()
                        .toString());
        figures.put(
                "transit",
                room.jdbc
                        .sql(
                                "select coalesce(sum(quantity - received - lost), 0) from stock_transfer_line where sku = any(:skus)")
                        .param("skus", skus.toArray(String[]::new))
                        .query(BigDecimal.class)
                        .single()
                        .toPlainString());
        figures.put(
                "returns",
                room.jdbc
                        .sql(
                                "select r.number, r.status, l.line_no, l.quantity, l.received, l.restocked, l.quarantined, l.scrapped,"
                                        + " c.claimed from goods_return r join goods_return_line l on l.return_number = r.number"
                                        + " join returnable c on c.shipment_number = l.shipment_number"
                                        + " and c.shipment_line_no = l.shipment_line_no"
                                        + " where l.sku = any(:skus) order by r.number, l.line_no")
                        .param("skus", skus.toArray(String[]::new))
                        .query()
                        .listOfRows()
                        .toString());
        return figures.toString();
    }

    /** Orders with more promised and delivered than ordered, what is owed again not counted. */
    private List<String> overPromised() {
        List<String> over = new ArrayList<>();
        room.jdbc
                .sql("select order_number, order_line_no, sum(quantity - reopened) as quantity from allocation"
                        + " where order_number = any(:orders) and released_at is null group by 1, 2")
                .param("orders", orders.toArray(String[]::new))
                .query(row -> {
                    int lineNo = row.getInt("order_line_no");
                    BigDecimal taken = row.getBigDecimal("quantity");
                    String order = row.getString("order_number");
                    BigDecimal ordered =
                            room.bean(io.tradeflow.ordering.SalesOrders.class).order(order).lines().stream()
                                    .filter(line -> line.lineNo() == lineNo)
                                    .findFirst()
                                    .orElseThrow()
                                    .toDeliver();
                    if (taken.compareTo(ordered) > 0) {
                        over.add(order + " line " + lineNo + ": " + taken);
                    }
                });
        return over;
    }

    /**
     * Batches of which more came back than left; allocations of which more is owed again than came back or was lost; order lines of which more
     * is replaced than is owed again; goods in the books of returns that the ledger does not know.
     */
    private List<String> returnedTooMuch() {
        return room.jdbc
                .sql(
                        """
                        select 'came back more than left: allocation ' || a.id
                        from allocation a join goods_return_line l on l.allocation_id = a.id
                             join goods_return r on r.number = l.return_number
                        where l.sku = any(:skus) and r.status not in ('REFUSED', 'WITHDRAWN', 'LAPSED') and r.kind <> 'NOT_REPLACED'
                        group by a.id
                        having sum(coalesce(l.received, l.quantity)) > max(case when a.dispatched_at is null then 0 else a.quantity end)
                        union all
                        select 'owed again and not come back: allocation ' || a.id || ' ' || a.reopened
                        from allocation a join stock_balance s on s.id = a.balance_id
                             left join goods_return_line l on l.allocation_id = a.id
                             left join goods_return r on r.number = l.return_number and (r.status = 'SETTLED' and r.reopens_fulfilment or r.kind = 'NOT_REPLACED')
                        where s.sku = any(:skus)
                        group by a.id
                        having a.reopened <> sum(case when r.number is null then 0 when r.kind = 'NOT_REPLACED' then -l.quantity
                                                      when r.goods_come_back and r.kind not in ('REFUSED_DELIVERY', 'LOST_IN_TRANSIT')
                                                      then coalesce(l.received, 0) else l.quantity end)
                        union all
                        select 'replaced and not owed again: ' || a.order_number || ' ' || a.order_line_no
                        from allocation a join stock_balance s on s.id = a.balance_id
                        where s.sku = any(:skus) and a.released_at is null
                        group by a.order_number, a.order_line_no
                        having coalesce(sum(a.quantity) filter (where a.is_replacement), 0) > sum(a.reopened)
                        union all
                        select 'not in the ledger as inspected: ' || l.return_number
                        from goods_return_line l where l.sku = any(:skus)
                        group by l.return_number
                        having coalesce(sum(l.restocked + l.quarantined), 0) is distinct from
                            (select coalesce(sum(m.on_hand_change), 0) from stock_ledger m where m.reference = l.return_number)""")
                .param("skus", skus.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** What came in is on hand, has left for a reason, or is under way. */
    private void nothingIsLost() {
        BigDecimal onHand = skus.stream().map(sku -> room.sum("on_hand", sku)).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal underWay = room.jdbc
                .sql("select coalesce(sum(quantity - received), 0) from stock_transfer_line where sku = any(:skus)")
                .param("skus", skus.toArray(String[]::new))
                .query(BigDecimal.class)
                .single();
        assertThat(onHand.add(underWay))
                .isEqualByComparingTo(moved("RECEIPT")
                        .add(moved("ADJUSTMENT"))
                        .add(moved("SCRAP"))
                        .add(moved("SHORT_PICK"))
                        .add(moved("DISPATCH"))
                        .add(moved("RETURN")));
        assertThat(moved("TRANSFER_OUT").add(moved("TRANSFER_IN")).add(underWay))
                .isZero();
    }

    private BigDecimal moved(String kind) {
        return room.jdbc
                .sql("select coalesce(sum(l.on_hand_change), 0) from stock_ledger l"
                        + " join stock_balance s on s.id = l.balance_id where s.sku = any(:skus) and l.kind = :kind")
                .param("skus", skus.toArray(String[]::new))
                .param("kind", kind)
                .query(BigDecimal.class)
                .single();
    }

    private static LocalDate expiry(String batch) {
        return batch.equals("B0") ? NEXT_WEEK : NEXT_YEAR;
    }

    private static String deal(String order) {
        return order.replace("SO", "INQ");
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private String some(int most) {
        return BigDecimal.valueOf(1 + random.nextInt(most * 1000), 3).toPlainString();
    }
}
