package io.tradeflow.party;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
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
        return table.addUnit(buyerCode, name.strip(), parentId).orElseThrow(() -> unitExists(name.strip()));
    }

    /**
     * Gives the unit this name and this place; {@code parentId} null puts it at the top.
     *
     * @throws Problem not-found, {@code invalid-unit} also for a unit below itself, {@code unit-exists}, {@code administrators-only}
     */
    @Transactional
    public BuyerUnit changeUnit(Actor by, String buyerCode, long id, String name, Long parentId) {
        requireMayKeep(by, buyerCode);
        unit(buyerCode, id);
        Violations violations = new Violations();
        violations.demand("name", name, LONGEST_UNIT);
        if (parentId != null && units(buyerCode).stream().noneMatch(unit -> unit.id() == parentId)) {
            violations.add("parentId", "There is no such unit in the company");
        } else if (parentId != null && isWithin(buyerCode, parentId, id)) {
            violations.add("parentId", "A unit cannot belong to itself or to a unit below it");
        }
        violations.refuse("invalid-unit", "The unit's data are not right");
        try {
            table.changeUnit(buyerCode, id, name.strip(), parentId);
        } catch (DuplicateKeyException e) {
            throw unitExists(name.strip());
        }
        return unit(buyerCode, id);
    }

    /** @throws Problem not-found, {@code unit-in-use} while people or units belong to it, {@code administrators-only} */
    @Transactional
    public void removeUnit(Actor by, String buyerCode, long id) {
        requireMayKeep(by, buyerCode);
        BuyerUnit unit = unit(buyerCode, id);
        List<String> members = of(buyerCode).stream()
                .filter(person -> Long.valueOf(id).equals(person.unitId()))
                .map(BuyerPerson::name)
                .toList();
        List<String> below = units(buyerCode).stream()
                .filter(other -> Long.valueOf(id).equals(other.parentId()))
                .map(BuyerUnit::name)
                .toList();
        if (!members.isEmpty() || !below.isEmpty()) {
            throw unitInUse(unit, members, below);
        }
        try {
            table.removeUnit(buyerCode, id);
        } catch (DataIntegrityViolationException e) {
            throw unitInUse(unit, List.of("somebody who came just now"), List.of());
        }
    }

    private BuyerUnit unit(String buyerCode, long id) {
        return units(buyerCode).stream()
                .filter(unit -> unit.id() == id)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("unit", String.valueOf(id)));
    }

    /** Whether a unit is the other one or lies below it. */
    private boolean isWithin(String buyerCode, long unitId, long other) {
        List<BuyerUnit> units = units(buyerCode);
        Long here = unitId;
        for (int steps = 0; here != null && steps <= units.size(); steps++) {
            if (here == other) {
                return true;
            }
            long now = here;
            here = units.stream()
                    .filter(unit -> unit.id() == now)
                    .map(BuyerUnit::parentId)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        return false;
    }

    private static Problem unitInUse(BuyerUnit unit, List<String> members, List<String> below) {
        String who = Stream.concat(members.stream(), below.stream().map(name -> "the unit " + name))
                .limit(5)
                .collect(Collectors.joining(", "));
        return Problem.conflict(
                "unit-in-use",
                "The unit is in use",
                "Move " + who + (members.size() + below.size() > 5 ? " and others" : "") + " out of " + unit.name()
                        + " first");
    }

    private static Problem unitExists(String name) {
        return Problem.conflict("unit-exists", "The unit is there already", "There is a unit " + name + " already");
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
