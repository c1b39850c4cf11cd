package io.tradeflow.approval;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decisions bound to the content they were taken on. Knows subjects by number and hash, never what they are. */
@Service
public class Approvals {

    /** Who is refused has a right to know why. */
    private static final int SHORTEST_COMMENT = 5;

    private final StoredRequests requests;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Approvals(StoredRequests requests, ApplicationEventPublisher events, Clock clock) {
        this.requests = requests;
        this.events = events;
        this.clock = clock;
    }

    /** As {@link #request(ApprovalRequest)} where one person prepared the content and the kind says all. */
    @Transactional
    public List<Long> request(
            String dealNumber, ApprovalSubject subject, String requestedBy, Collection<String> kinds) {
        String reason = "Needed for " + subject.number() + " revision " + subject.revision();
        return request(
                new ApprovalRequest(dealNumber, subject, requestedBy, Set.of(requestedBy), reason, Set.copyOf(kinds)));
    }

    /**
     * Asks for one decision of each kind on this content; what is open or granted for exactly this content stands, what was refused is asked
     * again, what was open for other content of the subject is void. Returns the ids of those still open. May be repeated.
     */
    @Transactional
    public List<Long> request(ApprovalRequest request) {
        ApprovalSubject subject = request.subject();
        Optional<StoredRequest> current = requests.findCurrent(subject.number());
        if (current.isPresent() && current.get().isFor(subject)) {
            current.get().ask(request, clock.instant());
            return requests.saveAndFlush(current.get()).open();
        }
        current.ifPresent(this::retire);
        StoredRequest asked = requests.findExact(subject)
                .map(earlier -> {
                    earlier.ask(request, clock.instant());
                    return earlier;
                })
                .orElseGet(() -> new StoredRequest(request, clock.instant()));
        return requests.saveAndFlush(asked).open();
    }

    /** The subject's content is changing: what is open on it is void, and nothing is granted until it is asked anew. May be repeated. */
    @Transactional
    public void withdraw(String subjectNumber) {
        requests.findCurrent(subjectNumber).ifPresent(this::retire);
    }

    /** Ids asked for on the subject's current content and not decided, for the process to go through. */
    @Transactional(readOnly = true)
    public List<Long> open(String subjectNumber) {
        return requests.findCurrent(subjectNumber).map(StoredRequest::open).orElse(List.of());
    }

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public Approval approval(long id) {
        return find(id).toApproval();
    }

    /** All that was ever asked about the subject, oldest first. */
    @Transactional(readOnly = true)
    public List<Approval> ofSubject(String subjectNumber) {
        return requests.findOfSubject(subjectNumber).stream()
                .flatMap(request -> request.approvals().stream())
                .map(StoredApproval::toApproval)
                .toList();
    }

    /**
     * Whether this actor may decide now; the same question the form is checked with. A void approval takes any answer, which then counts for
     * nothing.
     *
     * @throws io.tradeflow.kernel.Problem {@code four-eyes} if the actor asked for it, {@code already-decided}, {@code comment-missing}
     */
    @Transactional(readOnly = true)
    public void checkDecision(long id, Actor by, Approval.Outcome outcome, String comment) {
        check(find(id), by, outcome, comment);
    }

    /** Records the decision once; on a void approval it changes nothing. @throws io.tradeflow.kernel.Problem as {@link #checkDecision} */
    @Transactional
    public void decide(long id, Actor by, Approval.Outcome outcome, String comment) {
        StoredApproval approval = find(id);
        check(approval, by, outcome, comment);
        if (approval.isVoid()) {
            return;
        }
        approval.decide(by, outcome, comment == null || comment.isBlank() ? null : comment.strip(), clock.instant());
        events.publishEvent(DealProgress.internal(
                approval.request().dealNumber(),
                fact(approval),
                approval.request().subject().number(),
                by));
    }

    /**
     * Lets nothing pass that was not approved as it is now.
     *
     * @throws io.tradeflow.kernel.Problem {@code approval-missing} unless a request was made for exactly this content and every kind asked
     *     for is approved
     */
    @Transactional(readOnly = true)
    public void requireGranted(ApprovalSubject subject) {
        if (!isGranted(subject)) {
            throw Problem.conflict(
                    "approval-missing",
                    "Not approved as it is now",
                    subject.number() + " revision " + subject.revision()
                            + " has not been approved with the content it has now");
        }
    }

    /** Whether a request was made for exactly this content and every kind asked for is approved. */
    @Transactional(readOnly = true)
    public boolean isGranted(ApprovalSubject subject) {
        return requests.findExact(subject).filter(StoredRequest::isGranted).isPresent();
    }

    /** APPROVED if all on the current content are, null while one is open, else REJECTED if one is, else SENT_BACK. */
    @Transactional(readOnly = true)
    public Approval.Outcome overall(String subjectNumber) {
        Optional<StoredRequest> current = requests.findCurrent(subjectNumber);
        return current.isPresent() ? current.get().overall() : Approval.Outcome.SENT_BACK;
    }

    private void retire(StoredRequest request) {
        request.retire(clock.instant());
        // flushed, because at most one request of a subject may be current when the next one is inserted
        requests.saveAndFlush(request);
    }

    private StoredApproval find(long id) {
        return requests.findApproval(id).orElseThrow(() -> Problem.notFound("approval", String.valueOf(id)));
    }

    private static void check(StoredApproval approval, Actor by, Approval.Outcome outcome, String comment) {
        if (!(by instanceof Actor.Staff)) {
            throw Problem.forbidden("staff-only", "Approvals are decided by staff");
        }
        if (approval.isVoid()) {
            return;
        }
        if (!approval.isOpen()) {
            throw Problem.conflict(
                    "already-decided", "Already decided", "This was decided by " + approval.decidedBy() + " already");
        }
        if (approval.request().isPreparedBy(by.userId())) {
            throw Problem.forbidden("four-eyes", "Whoever prepared " + subject(approval) + " cannot decide on it");
        }
        if (outcome != Approval.Outcome.APPROVED
                && (comment == null || comment.strip().length() < SHORTEST_COMMENT)) {
            throw Problem.invalid(
                    "comment-missing",
                    "comment",
                    "Say in at least " + SHORTEST_COMMENT + " characters why it does not pass");
        }
    }

    private static String subject(StoredApproval approval) {
        ApprovalSubject subject = approval.request().subject();
        return subject.number() + " revision " + subject.revision();
    }

    private static String fact(StoredApproval approval) {
        String kind = approval.kind().toLowerCase(Locale.ROOT).replace('_', ' ');
        String words =
                switch (approval.outcome()) {
                    case APPROVED -> "approved";
                    case REJECTED -> "rejected";
                    case SENT_BACK -> "sent back";
                };
        return "Approval of " + kind + " " + words;
    }
}
