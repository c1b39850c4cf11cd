package io.tradeflow.desk;

import io.tradeflow.approval.Absence;
import io.tradeflow.approval.AbsenceDraft;
import io.tradeflow.approval.Absences;
import io.tradeflow.approval.Represented;
import io.tradeflow.engine.StaffDirectory;
import io.tradeflow.kernel.Actor;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Records an absence of people named by their user ids. */
@Component
class AbsenceEntry {

    private final Absences absences;
    private final StaffDirectory staff;

    AbsenceEntry(Absences absences, StaffDirectory staff) {
        this.absences = absences;
        this.staff = staff;
    }

    /** @param userId who is away; null for who records it */
    Absence record(Actor.Staff by, String userId, String deputyId, LocalDate from, LocalDate until, String note) {
        String away = userId == null ? by.userId() : userId;
        return absences.record(by, new AbsenceDraft(person(away), person(deputyId), from, until, note));
    }

    private Represented person(String userId) {
        return userId == null
                ? null
                : staff.member(userId)
                        .map(member -> new Represented(member.userId(), member.name()))
                        .orElse(null);
    }
}
