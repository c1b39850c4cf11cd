package io.tradeflow.party;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of buyers' companies with their units, roles and limits, kept by the company's administrators or by the sales desk for them. */
@Service
public class BuyerPeople {

    private static final List<String> STAFF_WHO_KEEP_PEOPLE = List.of("sales-desk", "sales-managers");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_UNIT = 100;
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000");

    private final PeopleTable table;

    BuyerPeople(PeopleTable table) {
        this.table = table;
    }

    /** The person behind a sign-in of this company, also when not active any more. */
    @Transactional(readOnly = true)
    public Optional<BuyerPerson> find(Actor.BuyerUser user) {
        return table.person(user.buyerCode(), user.userId());
    }

    /** Whether the person answers quotes; somebody who only holds a link does. */
    @Transactional(readOnly = true)
    public boolean mayAnswer(Actor.BuyerUser user) {
        return find(user).map(BuyerPerson::mayAnswer).orElse(true);
    }

    /** Everybody of the company, by name. */
    @Transactional(readOnly = true)
    public List<BuyerPerson> of(String buyerCode) {
        return table.people(buyerCode);
    }

    /** @throws Problem not-found for another company's person */
    @Transactional(readOnly = true)
    public BuyerPerson person(String buyerCode, String userId) {
        return table.person(buyerCode, userId).orElseThrow(() -> Problem.notFound("user", userId));
    }

    @Transactional(readOnly = true)
    public List<BuyerUnit> units(String buyerCode) {
        return table.units(buyerCode);
    }

    /** Whether this actor keeps the company's people: its administrators, and the sales desk for them. */
    @Transactional(readOnly = true)
    public boolean mayKeep(Actor by, String buyerCode) {
        if (by instanceof Actor.BuyerUser user) {
            return user.buyerCode().equals(buyerCode)
                    && find(user)
                            .filter(p -> p.active() && p.is(BuyerRole.ADMINISTRATOR))
                            .isPresent();
        }
        return by instanceof Actor.Program
                || by instanceof Actor.Staff staff
                        && STAFF_WHO_KEEP_PEOPLE.stream().anyMatch(staff::isIn);
    }

    /** @throws Problem not-found for another company, {@code administrators-only} */
    public void requireMayKeep(Actor by, String buyerCode) {
        if (by instanceof Actor.BuyerUser user && !user.buyerCode().equals(buyerCode)) {
            throw Problem.notFound("buyer", buyerCode);
        }
        if (!mayKeep(by, buyerCode)) {
            throw Problem.forbidden(
                    "administrators-only", "Only an administrator of the company may change people, units and limits");
        }
    }

    /** @throws Problem {@code invalid-person} by field, {@code last-administrator}, not-found, {@code administrators-only} */
    @Transactional
    public BuyerPerson change(Actor by, String buyerCode, String userId, PersonChange change) {
        requireMayKeep(by, buyerCode);
        person(buyerCode, userId);
        check(buyerCode, change);
        try {
            table.update(buyerCode, userId, change);
        } catch (DataIntegrityViolationException e) {
            if (String.valueOf(e.getMessage()).contains("without an administrator")) {
                throw Problem.conflict(
                        "last-administrator",
                        "The company needs an administrator",
                        "Make somebody else administrator before you take the role from the last active one");
            }
            throw e;
        }
        return person(buyerCode, userId);
    }

    /** @throws Problem {@code invalid-unit}, {@code unit-exists}, {@code administrators-only} */
    @Transactional
    public BuyerUnit addUnit(Actor by, String buyerCode, String name, Long parentId) {
        requireMayKeep(by, buyerCode);
        Violations violations = new Violations();
        violations.demand("name", name, LONGEST_UNIT);
        if (parentId != null && units(buyerCode).stream().noneMatch(unit -> unit.id() == parentId)) {
            violations.add("parentId", "There is no such unit in the company");
        }
        violations.refuse("invalid-unit", "The unit's data are not right");
        return table.addUnit(buyerCode, name.strip(), parentId)
                .orElseThrow(() -> Problem.conflict(
                        "unit-exists", "The unit is there already", "There is a unit " + name.strip() + " already"));
    }

    /** What is wrong with roles, unit and limits is told by field. */
    public void check(String buyerCode, PersonChange change) {
        Violations violations = new Violations();
        violations.demand("name", change.name(), LONGEST_NAME);
        if (change.roles().isEmpty()) {
            violations.add("roles", "choose at least one");
        }
        if (change.unitId() != null
                && units(buyerCode).stream().noneMatch(unit -> change.unitId().equals(unit.id()))) {
            violations.add("unitId", "There is no such unit in the company");
        }
        limit(violations, "orderLimit", change.orderLimit());
        limit(violations, "monthLimit", change.monthLimit());
        violations.refuse("invalid-person", "The person's data are not right");
    }

    private static void limit(Violations violations, String field, BigDecimal limit) {
        if (limit != null && (limit.signum() < 0 || limit.compareTo(LARGEST) >= 0 || limit.scale() > 4)) {
            violations.add(field, "is an amount from zero up, or empty for no limit");
        }
    }
}
