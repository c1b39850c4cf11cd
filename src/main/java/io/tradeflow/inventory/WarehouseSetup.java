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
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The warehouses as administrators and directors enter them: the one a branch names, and further ones that it runs. */
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
     * @param branchCode of a further warehouse that no branch names; null for the branch that runs it already
     * @param address null for that of the branch
     * @return the warehouse as it is kept
     * @throws Problem {@code setup-only}; {@code invalid-warehouse} naming every wrong field, e.g. {@code address.pin}
     */
    public Warehouse save(Actor by, String code, String branchCode, String name, Address address) {
        CompanySetup.requireMaySetUp(by);
        String capitals = code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
        Branch branch = branch(capitals, branchCode);
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

    private Branch branch(String code, String branchCode) {
        List<Branch> all = parties.branches();
        Optional<Branch> naming =
                all.stream().filter(one -> one.warehouseCode().equals(code)).findFirst();
        if (naming.isPresent()) {
            return naming.get();
        }
        String runs = branchCode == null || branchCode.isBlank()
                ? table.find(code).map(Warehouse::branchCode).orElse(null)
                : branchCode.strip().toUpperCase(Locale.ROOT);
        if (runs == null) {
            throw Problem.invalid(
                    "invalid-warehouse",
                    "code",
                    "No branch ships from " + code
                            + ": name it as the warehouse of a branch first, or say in branchCode which branch runs it besides its own");
        }
        boolean wellFormed = code.matches("[A-Z0-9][A-Z0-9-]{0,19}");
        return all.stream()
                .filter(one -> wellFormed && one.code().equals(runs))
                .findFirst()
                .orElseThrow(() -> wellFormed
                        ? Problem.invalid("invalid-warehouse", "branchCode", "There is no branch " + runs)
                        : Problem.invalid(
                                "invalid-warehouse",
                                "code",
                                "A code has at most 20 capitals, digits and hyphens, such as PUN-2"));
    }
}
