package io.tradeflow.approval.process;

import io.tradeflow.approval.Absence;
import io.tradeflow.approval.Absences;
import io.tradeflow.approval.Represented;
import io.tradeflow.approval.StandIns;
import io.tradeflow.approval.StandingIn;
import io.tradeflow.engine.StaffDirectory;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who decides for whom now; groups may have changed since the deputy was named, so they are looked at once more. */
@Component
class Deputies implements StandIns {

    private final Absences absences;
    private final StandingIn standingIn;
    private final StaffDirectory staff;

    Deputies(Absences absences, StandingIn standingIn, StaffDirectory staff) {
        this.absences = absences;
        this.standingIn = standingIn;
        this.staff = staff;
    }

    /** The groups that may decide the task with these variables. */
    static Set<String> groups(Map<String, Object> variables) {
        return Stream.of(variables.get("approverGroup"), variables.get("escalationGroup"))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }

    @Override
    public Represented representedBy(Actor by, Collection<String> groups) {
        if (!(by instanceof Actor.Staff person) || groups.stream().anyMatch(person::isIn)) {
            return null;
        }
        return absences.representedBy(person.userId()).stream()
                .filter(away -> isInOneOf(away.userId(), groups))
                .filter(away -> standingIn.canStandIn(person.userId(), away.userId()))
                .findFirst()
                .orElseThrow(() -> Problem.forbidden(
                        "not-an-approver",
                        "This is decided by " + String.join(" or ", new TreeSet<>(groups))
                                + ", or by the deputy of one of them while they are away"));
    }

    @Override
    public Set<String> of(Collection<String> groups) {
        return absences.current().stream()
                .filter(absence -> isInOneOf(absence.userId(), groups))
                .filter(absence -> standingIn.canStandIn(absence.deputyId(), absence.userId()))
                .map(Absence::deputyId)
                .collect(Collectors.toSet());
    }

    private boolean isInOneOf(String userId, Collection<String> groups) {
        return staff.find(userId)
                .filter(person -> groups.stream().anyMatch(person::isIn))
                .isPresent();
    }
}
