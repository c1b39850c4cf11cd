package io.tradeflow.inventory;

import io.tradeflow.inventory.StockAdjustment.Kind;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects what the books have for a reason, and keeps goods in quarantine: held back, released or scrapped. Nothing goes below what is
 * promised, kept for deals or held back; each line is a movement of the ledger.
 */
@Service
@Transactional
public class StockAdjustments {

    private static final int LONGEST_REFERENCE = 60;
    private static final int LONGEST_NOTE = 400;

    private final AdjustmentTable table;
    private final BalanceTable balances;
    private final StockBooks books;
    private final StockReasons reasons;
    private final WarehouseTable warehouses;
    private final ApplicationEventPublisher events;

    StockAdjustments(
            AdjustmentTable table,
            BalanceTable balances,
            StockBooks books,
            StockReasons reasons,
            WarehouseTable warehouses,
            ApplicationEventPublisher events) {
        this.table = table;
        this.balances = balances;
        this.books = books;
        this.reasons = reasons;
        this.warehouses = warehouses;
        this.events = events;
    }

    /**
     * Books the adjustment; the same reference again changes nothing. Publishes {@link StockArrived} for what can be used now and could not before.
     *
     * @throws Problem {@code warehouse-only}; {@code invalid-adjustment} naming line and field
     */
    public void book(Actor by, StockAdjustment adjustment) {
        if (!mayBook(by, adjustment.kind())) {
            throw Problem.forbidden(
                    "warehouse-only",
                    "Stock is corrected by the warehouse and the stock planners; quality may also hold goods back, release and scrap them");
        }
        StockReason reason = checkedReason(adjustment);
        if (!table.insert(adjustment, by.name())) {
            return;
        }
        Set<String> skus =
                adjustment.lines().stream().map(StockAdjustment.Line::sku).collect(Collectors.toSet());
        books.lock(skus);
        Map<StockKey, BalanceFigures> there = balances.figures(
                adjustment.warehouseCode(),
                adjustment.lines().stream().map(StockAdjustment.Line::key).toList());
        refuseIfNotThere(adjustment, there);
        table.insertLines(adjustment);
        String why = reason.with(adjustment.note());
        books.book(
                adjustment.lines().stream()
                        .map(line ->
                                movement(adjustment, line, there.get(line.key()).id(), why))
                        .toList(),
                by);
        Set<String> more = adjustment.lines().stream()
                .filter(line -> adjustment.kind() == Kind.RELEASE
                        || adjustment.kind() == Kind.ADJUSTMENT
                                && line.quantity().signum() > 0)
                .map(StockAdjustment.Line::sku)
                .collect(Collectors.toSet());
        if (!more.isEmpty()) {
            events.publishEvent(new StockArrived(more));
        }
    }

    private static Movement movement(
            StockAdjustment adjustment, StockAdjustment.Line line, long balanceId, String reason) {
        String reference = adjustment.reference();
        return switch (adjustment.kind()) {
            case ADJUSTMENT -> Movement.adjustment(balanceId, line.quantity(), reference, reason);
            case HOLD_BACK -> Movement.heldBack(balanceId, line.quantity(), reference, reason);
            case RELEASE -> Movement.quarantineEnd(balanceId, line.quantity(), reference, reason);
            case SCRAP -> Movement.scrap(balanceId, line.quantity(), reference, reason);
        };
    }

    private StockReason checkedReason(StockAdjustment adjustment) {
        List<Violation> wrong = new ArrayList<>();
        if (isBlank(adjustment.reference()) || adjustment.reference().length() > LONGEST_REFERENCE) {
            wrong.add(new Violation(
                    "reference", "A reference of at most " + LONGEST_REFERENCE + " characters is needed"));
        }
        if (adjustment.kind() == null) {
            wrong.add(new Violation("kind", "Say what is done: ADJUSTMENT, HOLD_BACK, RELEASE or SCRAP"));
        }
        if (isBlank(adjustment.warehouseCode())
                || warehouses.find(adjustment.warehouseCode()).isEmpty()) {
            wrong.add(new Violation("warehouseCode", "There is no warehouse " + adjustment.warehouseCode()));
        }
        if (adjustment.note() != null && adjustment.note().length() > LONGEST_NOTE) {
            wrong.add(new Violation("note", "has more than " + LONGEST_NOTE + " characters"));
        }
        Optional<StockReason> reason = reasons.find(adjustment.reasonCode());
        if (reason.isEmpty()) {
            wrong.add(new Violation("reason", "There is no reason " + adjustment.reasonCode()));
        }
        if (adjustment.lines() == null || adjustment.lines().isEmpty()) {
            wrong.add(new Violation("lines", "At least one line is needed"));
        } else {
            checkLines(adjustment, reason.orElse(null), wrong);
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-adjustment", "The stock cannot be adjusted", wrong);
        }
        return reason.orElseThrow();
    }

    private static void checkLines(StockAdjustment adjustment, StockReason reason, List<Violation> wrong) {
        Set<StockKey> seen = new HashSet<>();
        for (int i = 0; i < adjustment.lines().size(); i++) {
            StockAdjustment.Line line = adjustment.lines().get(i);
            String path = "lines[" + i + "].";
            if (isBlank(line.sku())) {
                wrong.add(new Violation(path + "sku", "The product is needed"));
            } else if (!seen.add(line.key())) {
                wrong.add(new Violation(path + "batch", "This product and batch is named twice"));
            }
            BigDecimal quantity = line.quantity();
            if (quantity == null || quantity.signum() == 0) {
                wrong.add(new Violation(path + "quantity", "A quantity is needed"));
            } else if (adjustment.kind() != Kind.ADJUSTMENT && quantity.signum() < 0) {
                wrong.add(new Violation(path + "quantity", "A quantity above zero is needed"));
            } else if (StockReceiptCheck.isTooFineOrLarge(quantity.abs())) {
                wrong.add(new Violation(path + "quantity", "At most 6 decimals and 13 digits before them"));
            } else if (reason != null
                    && adjustment.kind() != null
                    && !reason.explains(adjustment.kind().use(quantity))) {
                wrong.add(new Violation(
                        "reason",
                        reason.name() + " is no reason for this: it explains "
                                + reason.uses().stream()
                                        .map(use -> use.name().replace('_', ' ').toLowerCase())
                                        .sorted()
                                        .collect(Collectors.joining(", "))));
            }
        }
    }

    private static void refuseIfNotThere(StockAdjustment adjustment, Map<StockKey, BalanceFigures> there) {
        List<Violation> wrong = new ArrayList<>();
        for (int i = 0; i < adjustment.lines().size(); i++) {
            StockAdjustment.Line line = adjustment.lines().get(i);
            String path = "lines[" + i + "].";
            BalanceFigures balance = there.get(line.key());
            if (balance == null) {
                wrong.add(new Violation(
                        path + "sku",
                        adjustment.warehouseCode() + " never had " + line.sku()
                                + (line.key().batch().isEmpty() ? "" : " of batch " + line.batch())
                                + ": receive it, or count it in"));
                continue;
            }
            BigDecimal wanted = line.quantity().abs();
            switch (adjustment.kind()) {
                case ADJUSTMENT -> {
                    if (line.quantity().signum() < 0) {
                        refuseMoreThan(
                                balance.available(), wanted, "free; the rest is promised or held back", path, wrong);
                    }
                }
                case HOLD_BACK ->
                    refuseMoreThan(balance.available(), wanted, "free; the rest is promised or held back", path, wrong);
                case RELEASE, SCRAP -> refuseMoreThan(balance.quarantined(), wanted, "in quarantine", path, wrong);
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-adjustment", "The stock cannot be adjusted", wrong);
        }
    }

    private static void refuseMoreThan(
            BigDecimal there, BigDecimal wanted, String what, String path, List<Violation> wrong) {
        if (wanted.compareTo(there) > 0) {
            wrong.add(new Violation(
                    path + "quantity", "Only " + there.stripTrailingZeros().toPlainString() + " are " + what));
        }
    }

    /** The latest first; {@code page} counts from 0. */
    @Transactional(readOnly = true)
    public List<StockAdjustment.Booked> latest(int page, int size) {
        return table.latest(page * size, size);
    }

    /** Whether this actor does this to stock. */
    public boolean mayBook(Actor by, Kind kind) {
        boolean quarantine = kind != null && kind != Kind.ADJUSTMENT;
        return Stock.isWarehouseStaff(by) || quarantine && by instanceof Actor.Staff staff && staff.isIn("quality");
    }

    private static boolean isBlank(String text) {
        return Objects.requireNonNullElse(text, "").isBlank();
    }
}
