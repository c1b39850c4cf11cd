package io.tradeflow.invoicing.process;

import io.tradeflow.approval.StandIns;
import io.tradeflow.engine.StaffDirectory;
import io.tradeflow.engine.StaffMember;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who may decide about a note: the members of the group, and the deputies of those who are away. */
@Component
class NoteApprovers {

    private final StandIns standIns;
    private final StaffDirectory staff;

    NoteApprovers(StandIns standIns, StaffDirectory staff) {
        this.standIns = standIns;
        this.staff = staff;
    }

    /** User ids of deputies now. */
    Set<String> deputies(String group) {
        return standIns.of(Set.of(group));
    }

    /** Where all of them are reached, by user id; who has no address is left out. */
    Map<String, String> emails(String group) {
        Map<String, String> emails = new LinkedHashMap<>();
        staff.members(group).forEach(member -> add(emails, member));
        deputies(group).forEach(userId -> staff.member(userId).ifPresent(member -> add(emails, member)));
        return emails;
    }

    private static void add(Map<String, String> emails, StaffMember member) {
        if (member.email() != null && !member.email().isBlank()) {
            emails.put(member.userId(), member.email());
        }
    }
}
