package io.tradeflow.returns;

import io.tradeflow.inventory.ReturnedGoods;
import io.tradeflow.inventory.Stock;
import io.tradeflow.inventory.Warehouse;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.returns.GoodsReturn.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Returned goods at the warehouse: received, inspected, booked, and owed again where their kind says so. Each step counts once. */
@Service
@Transactional
public class Arrivals {

    private static final int LONGEST_NOTE = 500;

    private final Returns returns;
    private final ReturnTable table;
    private final ReturnedGoods goodsInStock;
    private final Stock stock;
    private final ApplicationEventPublisher events;

    Arrivals(
            Returns returns,
            ReturnTable table,
            ReturnedGoods goodsInStock,
            Stock stock,
            ApplicationEventPublisher events) {
        this.returns = returns;
        this.table = table;
        this.goodsInStock = goodsInStock;
        this.stock = stock;
        this.events = events;
    }

    /** @throws Problem {@code return-state}, {@code return-receipt-invalid} naming each line */
    @Transactional(readOnly = true)
    public void checkReceipt(String number, String warehouse, Map<Integer, BigDecimal> received) {
        checkReceipt(returns.goodsReturn(number), warehouse, received);
    }

    private void checkReceipt(GoodsReturn goods, String warehouse, Map<Integer, BigDecimal> received) {
        require(goods, Status.APPROVED);
        List<Violation> wrong = new ArrayList<>();
        if (stock.warehouses().stream().map(Warehouse::code).noneMatch(code -> code.equals(warehouse))) {
            wrong.add(new Violation("warehouse", "In which warehouse are the goods?"));
        }
        for (GoodsReturn.Line line : goods.lines()) {
            BigDecimal quantity = received.get(line.lineNo());
            if (quantity == null || quantity.compareTo(line.quantity().value()) > 0) {
                wrong.add(new Violation(
                        "received[" + line.lineNo() + "]", "Enter what arrived, at most " + line.quantity()));
            }
        }
        refuseUnknown(goods, received, "received", wrong);
        if (!wrong.isEmpty()) {
            throw Problem.invalid("return-receipt-invalid", "The receipt cannot be recorded", wrong);
        }
    }

    /** What arrived; of the rest another return may speak, unless the buyer never had it. Gives whether anything arrived. May be repeated. */
    public boolean receive(String number, String warehouse, Map<Integer, BigDecimal> received, Actor by) {
        GoodsReturn goods = returns.locked(number);
        if (goods.status() == Status.APPROVED) {
            checkReceipt(goods, warehouse, received);
            table.receive(goods, warehouse, received, by);
            if (goods.kind().isAsked()) {
                goods.lines()
                        .forEach(line ->
                                table.unclaim(line, line.quantity().value().subtract(received.get(line.lineNo()))));
            }
            tell(goods, "Goods of return " + number + " have arrived", by);
        }
        return returns.goodsReturn(number).lines().stream()
                .anyMatch(line -> line.received() != null && line.received().signum() > 0);
    }

    /** @throws Problem {@code return-state}, {@code return-inspection-invalid} naming each line */
    @Transactional(readOnly = true)
    public void checkInspection(String number, Map<Integer, Inspected> placed, String note) {
        checkInspection(returns.goodsReturn(number), placed, note);
    }

    private static void checkInspection(GoodsReturn goods, Map<Integer, Inspected> placed, String note) {
        require(goods, Status.RECEIVED);
        List<Violation> wrong = new ArrayList<>();
        boolean anyBad = false;
        for (GoodsReturn.Line line : goods.lines()) {
            Inspected inspected = placed.getOrDefault(line.lineNo(), nothing());
            anyBad |= inspected.quarantine().signum() > 0 || inspected.scrap().signum() > 0;
            if (inspected.sum().compareTo(line.received()) != 0) {
                wrong.add(new Violation(
                        "restock[" + line.lineNo() + "]",
                        "Restocked, quarantined and scrapped have to be the "
                                + line.received().stripTrailingZeros().toPlainString() + " that arrived"));
            }
        }
        refuseUnknown(goods, placed, "restock", wrong);
        if (anyBad && (note == null || note.isBlank())) {
            wrong.add(new Violation("note", "Say what is wrong with what does not go back into stock"));
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            wrong.add(new Violation("note", "At most " + LONGEST_NOTE + " characters"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("return-inspection-invalid", "The inspection cannot be recorded", wrong);
        }
    }

    /** Books the goods by what inspection found: into stock, into quarantine, or off the books. May be repeated. */
    public void inspect(String number, Map<Integer, Inspected> placed, String note, Actor by) {
        GoodsReturn goods = returns.locked(number);
        if (goods.status() != Status.RECEIVED) {
            return;
        }
        checkInspection(goods, placed, note);
        Map<Integer, Inspected> all = new TreeMap<>();
        goods.lines().forEach(line -> all.put(line.lineNo(), placed.getOrDefault(line.lineNo(), nothing())));
        table.inspect(number, all, note, by);
        goodsInStock.book(
                by,
                number,
                goods.warehouseCode(),
                goods.lines().stream()
                        .map(line -> line(goods, line, all.get(line.lineNo())))
                        .toList(),
                note == null || note.isBlank() ? "Returned under " + number : note);
        tell(goods, "Goods of return " + number + " are inspected", by);
    }

    private static ReturnedGoods.Line line(GoodsReturn goods, GoodsReturn.Line line, Inspected inspected) {
        return new ReturnedGoods.Line(
                line.sku(),
                line.batch(),
                goods.orderNumber(),
                line.orderLineNo(),
                inspected.restock(),
                inspected.quarantine(),
                inspected.scrap());
    }

    /** What came back, or was lost, is owed once more. Publishes {@link GoodsOwedAgain}. The process calls it once. */
    public void reopen(String number) {
        GoodsReturn goods = returns.locked(number);
        if (!goods.reopensFulfilment() || goods.status().isOver()) {
            return;
        }
        goods.lines().stream()
                .filter(line -> goods.counting(line).signum() > 0)
                .forEach(line -> goodsInStock.reopen(line.allocationId(), goods.counting(line)));
        tell(goods, "The goods of return " + number + " are sent once more", Actor.PROGRAM);
        events.publishEvent(new GoodsOwedAgain(number, goods.dealNumber(), goods.orderNumber()));
    }

    private static Inspected nothing() {
        return new Inspected(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static void refuseUnknown(GoodsReturn goods, Map<Integer, ?> byLine, String field, List<Violation> wrong) {
        byLine.keySet().stream()
                .filter(lineNo -> goods.lines().stream().noneMatch(line -> line.lineNo() == lineNo))
                .forEach(lineNo -> wrong.add(new Violation(field + "[" + lineNo + "]", "There is no such line")));
    }

    private static void require(GoodsReturn goods, Status needed) {
        if (goods.status() != needed) {
            throw Problem.conflict(
                    "return-state",
                    "Not possible now",
                    "Return " + goods.number() + " is " + goods.status().label() + ", it would have to be "
                            + needed.label());
        }
    }

    private void tell(GoodsReturn goods, String fact, Actor by) {
        events.publishEvent(DealProgress.noted(goods.dealNumber(), fact, goods.number(), by));
    }
}
