package io.tradeflow.purchasing;

import io.tradeflow.party.BuyerPeople;
import io.tradeflow.party.BuyerPerson;
import io.tradeflow.party.BuyerRole;
import io.tradeflow.party.BuyerUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who decides on a person's acceptances: the approvers of the own unit, then those of the units above, last the administrators. */
@Component
class ApproverSearch {

    private final BuyerPeople people;

    ApproverSearch(BuyerPeople people) {
        this.people = people;
    }

    /** The steps that have somebody other than the requester, nearest first. */
    List<List<BuyerPerson>> steps(String buyerCode, String requesterId) {
        List<BuyerPerson> all = people.of(buyerCode);
        List<BuyerPerson> others = all.stream()
                .filter(person -> person.active() && !person.userId().equals(requesterId))
                .toList();
        Long unit = all.stream()
                .filter(person -> person.userId().equals(requesterId))
                .map(BuyerPerson::unitId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return steps(others, upwards(unit, people.units(buyerCode)));
    }

    /** The nearest step with somebody who was not asked and is not excluded; empty when there is none. */
    List<BuyerPerson> next(List<List<BuyerPerson>> steps, Set<String> excluded, Set<String> asked) {
        for (List<BuyerPerson> step : steps) {
            List<BuyerPerson> fresh = step.stream()
                    .filter(person -> !excluded.contains(person.userId()) && !asked.contains(person.userId()))
                    .toList();
            if (!fresh.isEmpty()) {
                return fresh;
            }
        }
        return List.of();
    }

    static List<List<BuyerPerson>> steps(List<BuyerPerson> others, List<Long> units) {
        List<List<BuyerPerson>> steps = new ArrayList<>();
        for (Long unit : units) {
            steps.add(others.stream()
                    .filter(person -> person.is(BuyerRole.APPROVER) && Objects.equals(person.unitId(), unit))
                    .toList());
        }
        steps.add(others.stream()
                .filter(person -> person.is(BuyerRole.ADMINISTRATOR) && !person.is(BuyerRole.APPROVER))
                .toList());
        return steps.stream().filter(step -> !step.isEmpty()).toList();
    }

    /** The unit and those above it; last null, which stands for the whole company. */
    static List<Long> upwards(Long unit, List<BuyerUnit> units) {
        List<Long> way = new ArrayList<>();
        Long here = unit;
        while (here != null) {
            way.add(here);
            long now = here;
            here = units.stream()
                    .filter(candidate -> candidate.id() == now)
                    .map(BuyerUnit::parentId)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        way.add(null);
        return way;
    }
}
