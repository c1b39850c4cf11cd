package io.tradeflow.inventory;

import io.tradeflow.inventory.ExpectedReceipt.Source;
import io.tradeflow.inventory.StockReason.Use;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.party.Parties;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends goods from one warehouse to another in two steps. What is sent leaves the one at once and is an expected receipt of the other until it
 * arrives or is known to be lost; in between it is in no warehouse and nobody can be promised it there.
 */
@Service
@Transactional
public class StockTransfers {

    private static final int LONGEST_REFERENCE = 60;
    private static final int LONGEST_NOTE = 400;
    private static final String INVALID = "invalid-transfer";

    private final TransferTable table;
    private final BalanceTable balances;
    private final StockBooks books;
    private final ExpectedReceipts expected;
    private final StockReasons reasons;
    private final WarehouseTable warehouses;
    private final Parties parties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StockTransfers(
            TransferTable table,
            BalanceTable balances,
            StockBooks books,
            ExpectedReceipts expected,
            StockReasons reasons,
            WarehouseTable warehouses,
            Parties parties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.balances = balances;
        this.books = books;
        this.expected = expected;
        this.reasons = reasons;
        this.warehouses = warehouses;
        this.parties = parties;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The goods leave. The same reference again sends nothing and gives the same number.
     *
     * @return number of the transfer
     * @throws Problem {@code warehouse-only}; {@code invalid-transfer} naming line and field
     */
    public String send(Actor by, StockTransfer.Draft draft) {
        requireMayMove(by);
        check(draft);
        Optional<String> before = table.numberOf(draft.reference());
        if (before.isPresent()) {
            return before.get();
        }
        String number = table.nextNumber();
        if (!table.insert(number, draft, isSupply(draft), by.name())) {
            return table.numberOf(draft.reference()).orElseThrow();
        }
        books.lock(draft.goods().stream().map(StockTransfer.Goods::sku).collect(Collectors.toSet()));
        Map<StockKey, BalanceFigures> there = balances.figures(
                draft.fromWarehouse(),
                draft.goods().stream().map(StockTransfer.Goods::key).toList());
        refuseIfNotFree(draft, there);
        table.insertLines(number, draft.goods());
        books.book(
                draft.goods().stream()
                        .map(goods ->
                                Movement.transferOut(there.get(goods.key()).id(), goods.quantity(), number))
                        .toList(),
                by);
        Map<String, BigDecimal> bySku = new TreeMap<>();
        draft.goods().forEach(goods -> bySku.merge(goods.sku(), goods.quantity(), BigDecimal::add));
        List<ExpectedGoods> underWay = new ArrayList<>();
        bySku.forEach((sku, quantity) -> underWay.add(
                new ExpectedGoods(number, draft.toWarehouse(), sku, quantity, draft.expectedOn(), Source.TRANSFER)));
        expected.underWay(underWay, by);
        return number;
    }

    private boolean isSupply(StockTransfer.Draft draft) {
        return !gstin(draft.fromWarehouse()).equals(gstin(draft.toWarehouse()));
    }

    private String gstin(String warehouse) {
        return parties.branch(warehouses.find(warehouse).orElseThrow().branchCode())
                .gstin();
    }

    private void check(StockTransfer.Draft draft) {
        List<Violation> wrong = new ArrayList<>();
        checkReference(draft.reference(), wrong);
        if (draft.fromWarehouse() == null
                || warehouses.find(draft.fromWarehouse()).isEmpty()) {
            wrong.add(new Violation("fromWarehouse", "There is no warehouse " + draft.fromWarehouse()));
        }
        if (draft.toWarehouse() == null || warehouses.find(draft.toWarehouse()).isEmpty()) {
            wrong.add(new Violation("toWarehouse", "There is no warehouse " + draft.toWarehouse()));
        } else if (draft.toWarehouse().equals(draft.fromWarehouse())) {
            wrong.add(new Violation("toWarehouse", "Goods are transferred to another warehouse"));
        }
        if (draft.expectedOn() == null || draft.expectedOn().isBefore(LocalDate.now(clock))) {
            wrong.add(new Violation("expectedOn", "The day of arrival is needed, today or later"));
        }
        if (draft.note() != null && draft.note().length() > LONGEST_NOTE) {
            wrong.add(new Violation("note", "has more than " + LONGEST_NOTE + " characters"));
        }
        if (draft.goods() == null || draft.goods().isEmpty()) {
            wrong.add(new Violation("lines", "At least one line is needed"));
        } else {
            checkGoods(draft.goods(), wrong);
        }
        refuse(wrong, "The goods cannot be sent");
    }

    private static void checkGoods(List<StockTransfer.Goods> goods, List<Violation> wrong) {
        Set<StockKey> seen = new HashSet<>();
        for (int i = 0; i < goods.size(); i++) {
            StockTransfer.Goods one = goods.get(i);
            String path = "lines[" + i + "].";
            if (one.sku() == null || one.sku().isBlank()) {
                wrong.add(new Violation(path + "sku", "The product is needed"));
            } else if (!seen.add(one.key())) {
                wrong.add(new Violation(path + "batch", "This product and batch is named twice"));
            }
            if (one.quantity() == null || one.quantity().signum() <= 0) {
                wrong.add(new Violation(path + "quantity", "A quantity above zero is needed"));
            } else if (StockReceiptCheck.isTooFineOrLarge(one.quantity())) {
                wrong.add(new Violation(path + "quantity", "At most 6 decimals and 13 digits before them"));
            }
        }
    }

    private static void refuseIfNotFree(StockTransfer.Draft draft, Map<StockKey, BalanceFigures> there) {
        List<Violation> wrong = new ArrayList<>();
        for (int i = 0; i < draft.goods().size(); i++) {
            StockTransfer.Goods goods = draft.goods().get(i);
            BalanceFigures balance = there.get(goods.key());
            BigDecimal free = balance == null ? BigDecimal.ZERO : balance.available();
            if (goods.quantity().compareTo(free) > 0) {
                wrong.add(new Violation(
                        "lines[" + i + "].quantity",
                        "Only " + free.stripTrailingZeros().toPlainString() + " of " + goods.sku()
                                + (goods.key().batch().isEmpty() ? "" : ", batch " + goods.batch()) + " are free in "
                                + draft.fromWarehouse()));
            }
        }
        refuse(wrong, "The goods cannot be sent");
    }

    /**
     * Something of the transfer has come, or is known to be lost. The same reference again changes nothing. Publishes {@link StockArrived}.
     *
     * @throws Problem {@code warehouse-only}, not-found; {@code invalid-transfer} naming line and field
     */
    public void receive(Actor by, String number, StockTransfer.Arrival arrival) {
        requireMayMove(by);
        StockTransfer transfer = table.lock(number).orElseThrow(() -> Problem.notFound("transfer", number));
        List<Violation> wrong = new ArrayList<>();
        checkReference(arrival.reference(), wrong);
        refuse(wrong, "The transfer cannot be received");
        if (table.isReceived(arrival.reference())) {
            return;
        }
        List<Receipt> receipts = checked(transfer, arrival);
        table.insertReceipt(arrival.reference(), number, by.name());
        books.lock(receipts.stream().map(receipt -> receipt.line().sku()).collect(Collectors.toSet()));
        receipts.forEach(receipt -> table.arrived(
                number, receipt.line().lineNo(), receipt.received(), receipt.lost(), receipt.lossReason()));
        table.endIfAllIsThere(number);
        List<Receipt> come = receipts.stream()
                .filter(receipt -> receipt.received().signum() > 0)
                .toList();
        if (!come.isEmpty()) {
            Map<StockKey, BalanceFigures> there = balances.open(
                    transfer.toWarehouse(),
                    come.stream().map(Receipt::key).toList(),
                    come.stream().map(Receipt::bin).toList());
            books.book(
                    come.stream()
                            .map(receipt ->
                                    Movement.transferIn(there.get(receipt.key()).id(), receipt.received(), number))
                            .toList(),
                    by);
        }
        settleExpected(table.find(number).orElseThrow(), receipts, by);
        Set<String> skus =
                receipts.stream().map(receipt -> receipt.line().sku()).collect(Collectors.toSet());
        events.publishEvent(come.isEmpty() ? new IncomingChanged(skus) : new StockArrived(skus));
    }

    /** A line of the transfer with what became of it now. */
    private record Receipt(
            StockTransfer.Line line, BigDecimal received, BigDecimal lost, String lossReason, String bin) {

        StockKey key() {
            return new StockKey(line.sku(), line.batch());
        }
    }

    private List<Receipt> checked(StockTransfer transfer, StockTransfer.Arrival arrival) {
        Map<Integer, StockTransfer.Line> lines =
                transfer.lines().stream().collect(Collectors.toMap(StockTransfer.Line::lineNo, line -> line));
        List<Violation> wrong = new ArrayList<>();
        List<Receipt> receipts = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        List<StockTransfer.ArrivedLine> arrived = arrival.lines() == null ? List.of() : arrival.lines();
        for (int i = 0; i < arrived.size(); i++) {
            StockTransfer.ArrivedLine one = arrived.get(i);
            String path = "lines[" + i + "].";
            StockTransfer.Line line = lines.get(one.lineNo());
            BigDecimal received = one.received() == null ? BigDecimal.ZERO : one.received();
            BigDecimal lost = one.lost() == null ? BigDecimal.ZERO : one.lost();
            if (line == null || !seen.add(one.lineNo())) {
                wrong.add(new Violation(path + "lineNo", "The transfer has no such line, or it is named twice"));
                continue;
            }
            if (received.signum() < 0 || lost.signum() < 0) {
                wrong.add(new Violation(path + "received", "A quantity cannot be negative"));
            } else if (received.add(lost).compareTo(line.underWay()) > 0) {
                wrong.add(new Violation(
                        path + "received",
                        "Only " + line.underWay().stripTrailingZeros().toPlainString() + " of " + line.sku()
                                + " are under way; more than was sent is a receipt of its own"));
            }
            StockReceiptCheck.checkBin(one.bin(), path, wrong);
            String reason = lossReason(one, lost, path, wrong);
            if (received.add(lost).signum() > 0) {
                receipts.add(new Receipt(line, received, lost, reason, one.bin()));
            }
        }
        if (receipts.isEmpty() && wrong.isEmpty()) {
            wrong.add(new Violation("lines", "Say what has arrived or is lost"));
        }
        refuse(wrong, "The transfer cannot be received");
        return receipts;
    }

    private String lossReason(StockTransfer.ArrivedLine one, BigDecimal lost, String path, List<Violation> wrong) {
        if (lost.signum() <= 0) {
            return null;
        }
        Optional<StockReason> reason = one.reasonCode() == null ? Optional.empty() : reasons.find(one.reasonCode());
        if (reason.isEmpty() || !reason.get().explains(Use.UNDER_WAY)) {
            wrong.add(new Violation(path + "reason", "What is lost under way needs a reason that explains it"));
            return null;
        }
        return reason.get().name();
    }

    private void settleExpected(StockTransfer transfer, List<Receipt> receipts, Actor by) {
        Map<String, BigDecimal[]> bySku = new HashMap<>();
        for (Receipt receipt : receipts) {
            BigDecimal[] sums = bySku.computeIfAbsent(
                    receipt.line().sku(), sku -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
            sums[0] = sums[0].add(receipt.received());
            sums[1] = sums[1].add(receipt.lost());
        }
        bySku.forEach((sku, sums) -> expected.arrived(transfer, sku, sums[0], sums[1], by));
    }

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public StockTransfer one(String number) {
        return table.find(number).orElseThrow(() -> Problem.notFound("transfer", number));
    }

    /** The latest first; {@code page} counts from 0. */
    @Transactional(readOnly = true)
    public List<StockTransfer> latest(boolean openOnly, int page, int size) {
        return table.latest(openOnly, page * size, size);
    }

    /** Whether this actor sends and receives goods. */
    public boolean mayMove(Actor by) {
        return Stock.isWarehouseStaff(by);
    }

    private void requireMayMove(Actor by) {
        if (!mayMove(by)) {
            throw Problem.forbidden("warehouse-only", "Goods are transferred by the warehouse and the stock planners");
        }
    }

    private static void checkReference(String reference, List<Violation> wrong) {
        if (reference == null || reference.isBlank() || reference.length() > LONGEST_REFERENCE) {
            wrong.add(new Violation(
                    "reference", "A reference of at most " + LONGEST_REFERENCE + " characters is needed"));
        }
    }

    private static void refuse(List<Violation> wrong, String title) {
        if (!wrong.isEmpty()) {
            throw Problem.invalid(INVALID, title, wrong);
        }
    }
}
