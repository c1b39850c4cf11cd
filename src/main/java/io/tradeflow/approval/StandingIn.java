package io.tradeflow.approval;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who may record whose absence and whom as deputy: a deputy decides, so nobody makes one out of a rank above the own. */
@Component
public class StandingIn {

    private static final Set<String> RECORD_FOR_ANYBODY = Set.of("directors", "camunda-admin");
    private static final String MANAGERS = "sales-managers";

    /** Who is in no other group has no rank above a sales manager's. */
    private static final Set<String> LED_BY_MANAGERS = Set.of(MANAGERS, "sales-desk");

    private final ApprovingGroups groups;

    StandingIn(ApprovingGroups groups) {
        this.groups = groups;
    }

    boolean mayRecordForOthers(Actor.Staff by) {
        return by.isIn(MANAGERS) || RECORD_FOR_ANYBODY.stream().anyMatch(by::isIn);
    }

    /** Whether {@code by} may record and end absences of this person: the own always. */
    boolean mayRecordFor(Actor.Staff by, String userId) {
        if (by.userId().equals(userId) || RECORD_FOR_ANYBODY.stream().anyMatch(by::isIn)) {
            return true;
        }
        if (!by.isIn(MANAGERS)) {
            return false;
        }
        Set<String> of = groups.of(userId);
        return !of.isEmpty() && LED_BY_MANAGERS.containsAll(of);
    }

    /** Whether this person approves in the own right, in whatever group, or is in a group of who is away. */
    public boolean canStandIn(String deputyId, String awayId) {
        Set<String> deputys = groups.of(deputyId);
        return !Collections.disjoint(deputys, groups.all()) || !Collections.disjoint(deputys, groups.of(awayId));
    }

    /** @throws Problem {@code absence-not-yours} */
    void requireMayRecord(Actor.Staff by, String userId) {
        if (!mayRecordFor(by, userId)) {
            throw Problem.forbidden(
                    "absence-not-yours",
                    "You record your own absence. For others directors do, and sales managers for sales managers and"
                            + " the sales desk: ask one of them");
        }
    }

    /** @throws Problem {@code deputy-cannot-approve} */
    void requireDeputy(Actor.Staff by, Represented away, Represented deputy) {
        if (!canStandIn(deputy.userId(), away.userId())) {
            throw Problem.invalid(
                    "deputy-cannot-approve",
                    "deputyId",
                    deputy.name() + " approves nothing and is in no group of " + away.name()
                            + ": choose somebody who approves");
        }
        if (by.userId().equals(deputy.userId()) && !isOfTheSameRank(by, away.userId())) {
            throw Problem.invalid(
                    "deputy-cannot-approve",
                    "deputyId",
                    "You are not in every approving group of " + away.name()
                            + " and cannot name yourself: choose somebody else, or let " + away.name() + " name you");
        }
    }

    private boolean isOfTheSameRank(Actor.Staff by, String awayId) {
        Set<String> aways = groups.of(awayId);
        Set<String> approving = new HashSet<>(aways);
        approving.retainAll(groups.all());
        return !Collections.disjoint(by.groups(), aways) && by.groups().containsAll(approving);
    }
}
