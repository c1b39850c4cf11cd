package io.tradeflow.approval.process;

import io.tradeflow.approval.Approval;
import io.tradeflow.approval.Approvals;
import io.tradeflow.approval.HandingOver;
import io.tradeflow.approval.Reassignment;
import io.tradeflow.approval.Reassignments;
import io.tradeflow.approval.Represented;
import io.tradeflow.engine.StaffDirectory;
import io.tradeflow.engine.StaffMember;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Assigns the approval's task. */
@Service
@Transactional
class ReassignApproval implements HandingOver {

    private static final String DIRECTORS = "directors";
    private static final Set<String> HAND_OUT_ALL = Set.of("sales-managers", "directors", "operations");

    private final Approvals approvals;
    private final Reassignments reassignments;
    private final Deputies deputies;
    private final ApproverMails mails;
    private final StaffDirectory staff;
    private final TaskService tasks;
    private final RuntimeService runtime;

    ReassignApproval(
            Approvals approvals,
            Reassignments reassignments,
            Deputies deputies,
            ApproverMails mails,
            StaffDirectory staff,
            TaskService tasks,
            RuntimeService runtime) {
        this.approvals = approvals;
        this.reassignments = reassignments;
        this.deputies = deputies;
        this.mails = mails;
        this.staff = staff;
        this.tasks = tasks;
        this.runtime = runtime;
    }

    @Override
    public Reassignment reassign(Actor.Staff by, long approvalId, String toUserId, String reason) {
        approvals.requireUndecided(approvalId);
        Task task = task(approvalId)
                .orElseThrow(() -> Problem.conflict(
                        "approval-not-asked", "Not asked yet", "This approval is not with anybody yet. Try again."));
        Set<String> groups = deciding(task);
        requireMayReassign(by, approvalId, task, groups);
        reassignments.checkReason(reason);
        Represented to = receiver(toUserId, task, groups);
        Represented from = task.getAssignee() == null ? null : person(task.getAssignee());
        Reassignment done = reassignments.record(
                by, approvalId, from, String.join(", ", new TreeSet<>(offeredTo(task))), to, reason);
        tasks.setAssignee(task.getId(), to.userId());
        mails.reassigned(
                ApproverMails.Request.of(
                        runtime.getVariables(task.getProcessInstanceId()),
                        approvals.approval(approvalId).dealNumber(),
                        task.getId()),
                done);
        return done;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Represented> receivers(Actor.Staff by, long approvalId) {
        Optional<Task> task = task(approvalId);
        if (task.isEmpty()
                || approvals.isPreparedBy(approvalId, by.userId())
                || !mayReassign(by, task.get(), deciding(task.get()))
                || !mayTakeFromHolder(by, task.get())) {
            return List.of();
        }
        Map<String, StaffMember> found = new LinkedHashMap<>();
        Set<String> groups = deciding(task.get());
        groups.forEach(group -> staff.members(group).forEach(member -> found.put(member.userId(), member)));
        deputies.of(groups)
                .forEach(userId -> staff.member(userId).ifPresent(member -> found.put(member.userId(), member)));
        List<StaffMember> receivers = new ArrayList<>(found.values());
        receivers.removeIf(member -> member.userId().equals(task.get().getAssignee())
                || !approvals.couldDecide(approvalId, member.userId()));
        return receivers.stream()
                .map(member -> new Represented(member.userId(), member.name()))
                .sorted(Comparator.comparing(Represented::name))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, String> holders(Collection<Approval> open) {
        Map<Long, String> holders = new LinkedHashMap<>();
        open.forEach(approval -> task(approval.id())
                .map(Task::getAssignee)
                .ifPresent(
                        assignee -> holders.put(approval.id(), person(assignee).name())));
        return holders;
    }

    private Represented receiver(String toUserId, Task task, Set<String> groups) {
        Actor.Staff person = Optional.ofNullable(toUserId)
                .flatMap(staff::find)
                .orElseThrow(() -> Problem.invalid(
                        "reassignment-invalid", "userId", "Choose who decides: there is nobody by that name"));
        if (person.userId().equals(task.getAssignee())) {
            throw Problem.invalid("reassignment-invalid", "userId", person.name() + " has it already");
        }
        try {
            deputies.representedBy(person, groups);
        } catch (Problem notAnApprover) {
            throw Problem.invalid(
                    "reassignment-invalid",
                    "userId",
                    person.name() + " may not decide this: it is for "
                            + String.join(" or ", new TreeSet<>(groups))
                            + ", or the deputy of one of them who is away");
        }
        return new Represented(person.userId(), person.name());
    }

    private void requireMayReassign(Actor.Staff by, long approvalId, Task task, Set<String> groups) {
        if (approvals.isPreparedBy(approvalId, by.userId())) {
            throw Problem.forbidden(
                    "four-eyes", "You prepared what is to be approved and do not choose who decides on it");
        }
        if (!mayReassign(by, task, groups)) {
            throw Problem.forbidden(
                    "not-yours-to-hand-out",
                    "Those who may decide this, sales managers, directors and operations hand it to somebody else");
        }
        if (!mayTakeFromHolder(by, task)) {
            throw Problem.forbidden(
                    "not-yours-to-hand-out",
                    person(task.getAssignee()).name() + " has taken this: they hand it on themselves, or "
                            + String.join(" or ", calledIn(task)) + " do");
        }
    }

    /** What somebody has taken stays with them, but for those who are called in when it is overdue. */
    private boolean mayTakeFromHolder(Actor.Staff by, Task task) {
        return task.getAssignee() == null
                || task.getAssignee().equals(by.userId())
                || calledIn(task).stream().anyMatch(by::isIn);
    }

    private Set<String> calledIn(Task task) {
        Set<String> calledIn = new TreeSet<>(Set.of(DIRECTORS));
        Object escalation = runtime.getVariable(task.getProcessInstanceId(), "escalationGroup");
        if (escalation != null) {
            calledIn.add(String.valueOf(escalation));
        }
        return calledIn;
    }

    private boolean mayReassign(Actor.Staff by, Task task, Set<String> groups) {
        return by.userId().equals(task.getAssignee())
                || HAND_OUT_ALL.stream().anyMatch(by::isIn)
                || groups.stream().anyMatch(by::isIn)
                || deputies.of(groups).contains(by.userId());
    }

    private Optional<Task> task(long approvalId) {
        return Optional.ofNullable(tasks.createTaskQuery()
                .taskDefinitionKey(DeputyLinks.TASK)
                .processVariableValueEquals("approvalId", approvalId)
                .active()
                .singleResult());
    }

    /** The groups that may decide it: also the one it would be escalated to. */
    private Set<String> deciding(Task task) {
        return Deputies.groups(
                runtime.getVariables(task.getProcessInstanceId(), List.of("approverGroup", "escalationGroup")));
    }

    /** The groups it is offered to; after its due date also the one it was escalated to. */
    private Set<String> offeredTo(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private Represented person(String userId) {
        return new Represented(
                userId, staff.member(userId).map(StaffMember::name).orElse(userId));
    }
}
