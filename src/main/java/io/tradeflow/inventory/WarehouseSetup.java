package io.tradeflow.inventory;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.party.Addresses;
import io.tradeflow.party.Branch;
import io.tradeflow.party.CompanySetup;
import io.tradeflow.party.Parties;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The warehouses as administrators and directors enter them: each is the one its branch names. */
@Service
@Transactional
public class WarehouseSetup {

    private static final int LONGEST_NAME = 200;

    private final Parties parties;
    private final WarehouseTable table;

    WarehouseSetup(Parties parties, WarehouseTable table) {
        this.parties = parties;
        this.table = table;
    }

    /**
     * Adds the warehouse of a branch or changes it.
     *
     * @param address null for that of the branch
     * @return the warehouse as it is kept
     * @throws Problem {@code setup-only}; {@code invalid-warehouse} naming every wrong field, e.g. {@code address.pin}
     */
    public Warehouse save(Actor by, String code, String name, Address address) {
        CompanySetup.requireMaySetUp(by);
        String capitals = code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
        Branch branch = parties.branches().stream()
                .filter(one -> one.warehouseCode().equals(capitals))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "invalid-warehouse",
                        "code",
                        "No branch ships from " + capitals + ": name it as the warehouse of a branch first"));
        Warehouse warehouse = new Warehouse(
                capitals,
                name == null ? "" : name.strip(),
                branch.code(),
                address == null ? branch.address() : Addresses.normalised(address));
        List<Violation> wrong = new ArrayList<>();
        if (warehouse.name().isEmpty() || warehouse.name().length() > LONGEST_NAME) {
            wrong.add(new Violation("name", "A name of at most " + LONGEST_NAME + " characters is needed"));
        }
        wrong.addAll(Addresses.violations("address", warehouse.address()));
        if (!warehouse.address().stateCode().equals(branch.address().stateCode())) {
            wrong.add(new Violation(
                    "address.stateCode",
                    "The branch's GSTIN holds for state " + branch.address().stateCode()
                            + ": what it ships lies there"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-warehouse", "The warehouse's data are not right", wrong);
        }
        table.save(warehouse);
        return warehouse;
    }
}
