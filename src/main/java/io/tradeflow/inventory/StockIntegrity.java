package io.tradeflow.inventory;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks the books against their ledger, and repairs what somebody has written around the program. Repairs are kept with who and why. */
@Service
@Transactional
public class StockIntegrity {

    private static final int LONGEST_REASON = 500;
    private static final int LATEST = 20;

    private final IntegrityTable table;
    private final StockTable stock;
    private final StockBooks books;

    StockIntegrity(IntegrityTable table, StockTable stock, StockBooks books) {
        this.table = table;
        this.stock = stock;
        this.books = books;
    }

    /** What must be true of the books, with the figures of now. */
    @Transactional(readOnly = true)
    public List<StockInvariant> invariants() {
        return table.invariants();
    }

    /** Balances that do not agree with their ledger, allocations and holds. */
    @Transactional(readOnly = true)
    public List<StockDiscrepancy> differences() {
        return stock.discrepancies();
    }

    /** Recomputes every balance and keeps that it was done. @return how many do not agree */
    public int check(Actor by) {
        int differences = stock.discrepancies().size();
        table.keepCheck(table.balances(), differences, by.name());
        return differences;
    }

    /** The latest checks, the latest first. */
    @Transactional(readOnly = true)
    public List<StockCheck> checks() {
        return table.latestChecks(LATEST);
    }

    /** The latest repairs, the latest first. */
    @Transactional(readOnly = true)
    public List<StockRepair> repairs() {
        return table.latestRepairs(LATEST);
    }

    /**
     * Sets every balance that does not agree to what its ledger says of goods, and its allocations and holds of promises.
     *
     * @return how many were repaired
     * @throws Problem {@code operations-only}; {@code reason-missing}; {@code not-repairable} where more is promised than the ledger has goods
     */
    public int repair(Actor by, String reason) {
        if (!mayRepair(by)) {
            throw Problem.forbidden("operations-only", "The books are repaired by operations");
        }
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Problem.invalid(
                    "reason-missing",
                    "reason",
                    "Say why the books are repaired, in at most " + LONGEST_REASON + " characters");
        }
        books.lock(stock.discrepancies().stream().map(StockDiscrepancy::sku).collect(Collectors.toSet()));
        int repaired = 0;
        // read again under the lock: what was under way may be there now
        for (StockDiscrepancy wrong : stock.discrepancies()) {
            try {
                if (table.repair(wrong, reason.strip(), by.name())) {
                    repaired++;
                }
            } catch (DataIntegrityViolationException refused) {
                throw Problem.conflict(
                        "not-repairable",
                        "Cannot be repaired by itself",
                        "Of " + wrong.sku() + " in " + wrong.warehouseCode()
                                + " more is promised than the ledger has goods: count it, or cancel promises, and try again");
            }
        }
        return repaired;
    }

    public boolean mayRepair(Actor by) {
        return by instanceof Actor.Program || by instanceof Actor.Staff staff && staff.isIn("operations");
    }
}
