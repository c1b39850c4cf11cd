package io.tradeflow.approval.process;

import io.tradeflow.approval.ApprovingGroups;
import io.tradeflow.engine.StaffDirectory;
import io.tradeflow.engine.TableAnswers;
import io.tradeflow.kernel.Actor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads from the routing table who decides. */
@Component
class RoutedGroups implements ApprovingGroups {

    private static final String TABLE = "approval-routing";
    private static final List<String> OUTPUTS = List.of("approverGroup", "escalationGroup");

    private final TableAnswers tables;
    private final StaffDirectory staff;

    RoutedGroups(TableAnswers tables, StaffDirectory staff) {
        this.tables = tables;
        this.staff = staff;
    }

    @Override
    public Set<String> all() {
        return tables.texts(TABLE, OUTPUTS);
    }

    @Override
    public Set<String> of(String userId) {
        return staff.find(userId).map(Actor.Staff::groups).orElse(Set.of());
    }
}
