package io.tradeflow.amendment.process;

import io.tradeflow.approval.Represented;
import io.tradeflow.approval.StandIns;
import io.tradeflow.kernel.Actor;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who decides on changes of orders: the group of the kind, directors who may be called in, and whoever stands in for one of them. */
@Component
class ChangeApprovers {

    private static final String CALLED_IN = "directors";

    private final StandIns standIns;

    ChangeApprovers(StandIns standIns) {
        this.standIns = standIns;
    }

    /** Whom this person decides for; null in their own right. @throws io.tradeflow.kernel.Problem {@code not-an-approver} */
    Represented representedBy(Actor by, Map<String, Object> variables) {
        return standIns.representedBy(by, groups(variables.get("approverGroup")));
    }

    /** User ids of who stands in for an absent member of the group. */
    Set<String> standInsOf(Object approverGroup) {
        return approverGroup == null ? Set.of() : standIns.of(Set.of(approverGroup.toString()));
    }

    private static Set<String> groups(Object approverGroup) {
        return Stream.concat(Stream.ofNullable(approverGroup).map(Object::toString), Stream.of(CALLED_IN))
                .collect(Collectors.toSet());
    }
}
