package io.tradeflow.approval.process;

import io.tradeflow.approval.Approvals;
import io.tradeflow.approval.Reassignment;
import io.tradeflow.engine.StaffDirectory;
import io.tradeflow.engine.StaffMember;
import io.tradeflow.notification.MailDraft;
import io.tradeflow.notification.Mails;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells people that an approval waits for them: once when it is asked, once as a reminder, once when it is overdue. */
@Component
class ApproverMails {

    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.ENGLISH);

    private final Approvals approvals;
    private final Deputies deputies;
    private final StaffDirectory staff;
    private final Mails mails;
    private final String publicUrl;
    private final Clock clock;

    ApproverMails(
            Approvals approvals,
            Deputies deputies,
            StaffDirectory staff,
            Mails mails,
            @Value("${tradeflow.public-url:http://localhost:8080}") String publicUrl,
            Clock clock) {
        this.approvals = approvals;
        this.deputies = deputies;
        this.staff = staff;
        this.mails = mails;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        this.clock = clock;
    }

    void asked(Request request) {
        send("approval-asked", "", request, request.approverGroup(), "Your decision is asked for.");
    }

    void reminded(Request request) {
        send("approval-reminder", "Reminder: ", request, request.approverGroup(), "Nobody has decided this yet.");
    }

    void escalated(Request request) {
        send(
                "approval-overdue",
                "Overdue: ",
                request,
                request.escalationGroup(),
                "Nobody has decided this in time, so it is open to you now.");
    }

    /** To the person alone, wherever it lay before. */
    void reassigned(Request request, Reassignment done) {
        staff.member(done.toId())
                .filter(member -> member.email() != null && !member.email().isBlank())
                .ifPresent(member -> mails.queue(new MailDraft(
                        "approval-reassigned:" + done.id(),
                        request.dealNumber(),
                        member.email(),
                        "For you: " + request.title(),
                        body(
                                request,
                                done.reassignedBy() + " asks you to decide this, which was with " + done.fromName()
                                        + " before: " + done.reason()),
                        List.of())));
    }

    private void send(String key, String prefix, Request request, String group, String opening) {
        String body = body(request, opening);
        for (StaffMember member : receivers(group).values()) {
            if (member.email() == null
                    || member.email().isBlank()
                    || approvals.isPreparedBy(request.approvalId(), member.userId())) {
                continue;
            }
            mails.queue(new MailDraft(
                    key + ":" + request.approvalId() + ":" + member.userId(),
                    request.dealNumber(),
                    member.email(),
                    prefix + request.title(),
                    body,
                    List.of()));
        }
    }

    private String body(Request request, String opening) {
        return opening + "\n\n" + request.title() + "\n" + request.reason() + "\n"
                + (request.due() == null
                        ? ""
                        : "Due " + DUE.format(request.due().atZone(clock.getZone())) + "\n")
                + "\nDecide here: " + publicUrl + "/camunda/app/tasklist/default/#/?forceDisplayTask=true&task="
                + request.taskId()
                + "\nThe whole deal: " + publicUrl + "/desk/deals/" + request.dealNumber() + "\n";
    }

    private Map<String, StaffMember> receivers(String group) {
        Map<String, StaffMember> byId = new LinkedHashMap<>();
        staff.members(group).forEach(member -> byId.put(member.userId(), member));
        deputies.of(List.of(group))
                .forEach(userId -> staff.member(userId).ifPresent(member -> byId.put(userId, member)));
        return byId;
    }

    /** What a mail about an approval's task says. */
    record Request(
            long approvalId,
            String taskId,
            String dealNumber,
            String title,
            String reason,
            String approverGroup,
            String escalationGroup,
            Instant due) {

        static Request of(DelegateExecution execution, String taskId) {
            return of(execution.getVariables(), execution.getProcessBusinessKey(), taskId);
        }

        /** @param variables of the approval's process */
        static Request of(Map<String, Object> variables, String dealNumber, String taskId) {
            Date due = (Date) variables.get("approvalDue");
            return new Request(
                    (Long) variables.get("approvalId"),
                    taskId,
                    dealNumber,
                    (String) variables.get("taskTitle"),
                    (String) variables.get("approvalReason"),
                    (String) variables.get("approverGroup"),
                    (String) variables.get("escalationGroup"),
                    due == null ? null : due.toInstant());
        }
    }
}
