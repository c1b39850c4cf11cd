package io.tradeflow.approval;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decisions bound to the content they were taken on. Knows subjects by number and hash, never what they are. */
@Service
public class Approvals {

    /** Who is refused has a right to know why. */
    private static final int SHORTEST_COMMENT = 5;

    private static final int LONGEST_QUOTED = 200;
    private static final int LARGEST_LIST = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final StoredRequests requests;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Approvals(StoredRequests requests, ApplicationEventPublisher events, Clock clock) {
        this.requests = requests;
        this.events = events;
        this.clock = clock;
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
        current.ifPresent(other -> retire(other, "The content changed"));
        StoredRequest asked = requests.findExact(subject)
                .map(earlier -> {
                    earlier.ask(request, clock.instant());
                    return earlier;
                })
                .orElseGet(() -> new StoredRequest(request, clock.instant()));
        return requests.saveAndFlush(asked).open();
    }

    /**
     * The subject's content is changing: what is open on it is void ({@link ApprovalsVoided}), and nothing is granted until it is asked
     * anew. May be repeated.
     *
     * @param why what changed, for people
     */
    @Transactional
    public void withdraw(String subjectNumber, String why) {
        requests.findCurrent(subjectNumber).ifPresent(request -> retire(request, why));
    }

    /** Decisions nobody has taken yet, earliest due first; at most 200. */
    @Transactional(readOnly = true)
    public List<Approval> allOpen() {
        return requests.findOpen(Limit.of(LARGEST_LIST)).stream()
                .map(StoredApproval::toApproval)
                .toList();
    }

    /** The process has worked out until when the decision should be taken. */
    @Transactional
    public void due(long id, Instant at) {
        find(id).due(at);
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

    /** Whether this person prepared what is to be approved. */
    @Transactional(readOnly = true)
    public boolean isPreparedBy(long id, String userId) {
        return find(id).request().isPreparedBy(userId);
    }

    /** @throws Problem {@code already-decided}, {@code approval-void} */
    @Transactional
    public void requireUndecided(long id) {
        checkOpen(locked(id));
    }

    /** Whether this person neither prepared the content nor decided another level of this kind. */
    @Transactional(readOnly = true)
    public boolean couldDecide(long id, String userId) {
        StoredApproval approval = find(id);
        return !approval.request().isPreparedBy(userId) && !approval.request().hasDecidedAnotherLevel(approval, userId);
    }

    /**
     * Whether an open approval may be put into this person's hands.
     *
     * @throws Problem {@code four-eyes}, {@code already-decided}, {@code approval-void}
     */
    @Transactional
    public void requireCouldDecide(long id, Represented person) {
        StoredApproval approval = locked(id);
        checkOpen(approval);
        checkFourEyes(approval, person.userId(), person.name());
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
     * Whether this actor may decide now; the same question the form is checked with.
     *
     * @param represented who is away and decides through {@code by}; null for nobody
     * @throws io.tradeflow.kernel.Problem {@code four-eyes} if the actor or who is represented prepared it or decided another level,
     *     {@code already-decided}, {@code approval-void}, {@code comment-missing}
     */
    @Transactional
    public void checkDecision(long id, Actor by, Represented represented, Approval.Outcome outcome, String comment) {
        check(locked(id), by, represented, outcome, comment);
    }

    /**
     * Records the decision once; publishes {@link ApprovalGranted} where no further level is asked. What is not approved ends the other open decisions on the content ({@link ApprovalsVoided}).
     *
     * @return the decision of the next level, to be asked now; empty where this was the last one or it was not approved
     * @throws io.tradeflow.kernel.Problem as {@link #checkDecision}
     */
    @Transactional
    public Optional<Approval> decide(
            long id, Actor by, Represented represented, Approval.Outcome outcome, String comment) {
        StoredApproval approval = locked(id);
        check(approval, by, represented, outcome, comment);
        StoredRequest request = approval.request();
        String said = comment == null || comment.isBlank() ? null : comment.strip();
        approval.decide(by, represented, outcome, said, clock.instant());
        requests.saveAndFlush(request);
        events.publishEvent(DealProgress.internal(
                request.dealNumber(), fact(approval), request.subject().number(), by));
        if (outcome == Approval.Outcome.APPROVED) {
            if (request.askNextLevel(approval, clock.instant())) {
                return requests.saveAndFlush(request).openOf(approval.kind()).map(StoredApproval::toApproval);
            }
            events.publishEvent(new ApprovalGranted(
                    request.dealNumber(), request.subject(), approval.kind(), approval.decidedByAndFor()));
            return Optional.empty();
        }
        String words = outcome == Approval.Outcome.REJECTED ? "was rejected" : "was sent back";
        announce(
                request,
                request.closeOpen(
                        ApprovalWords.of(approval.kind()) + " " + words + " by " + approval.decidedByAndFor(),
                        clock.instant()),
                words);
        return Optional.empty();
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

    private void retire(StoredRequest request, String why) {
        boolean counted = request.isCurrent() && !request.approvals().isEmpty();
        List<Long> voided = request.retire(why, clock.instant());
        // flushed, because at most one request of a subject may be current when the next one is inserted
        requests.saveAndFlush(request);
        if (counted) {
            events.publishEvent(DealProgress.internal(
                    request.dealNumber(),
                    "Approvals of revision " + request.subject().revision() + " are void: " + why,
                    request.subject().number(),
                    Actor.PROGRAM));
        }
        announce(request, voided, why);
    }

    private void announce(StoredRequest request, List<Long> voided, String why) {
        if (!voided.isEmpty()) {
            events.publishEvent(
                    new ApprovalsVoided(request.dealNumber(), request.subject().number(), voided, why));
        }
    }

    private StoredApproval find(long id) {
        return requests.findApproval(id).orElseThrow(() -> Problem.notFound("approval", String.valueOf(id)));
    }

    private StoredApproval locked(long id) {
        requests.lockOf(id);
        return find(id);
    }

    private void check(
            StoredApproval approval, Actor by, Represented represented, Approval.Outcome outcome, String comment) {
        if (!(by instanceof Actor.Staff)) {
            throw Problem.forbidden("staff-only", "Approvals are decided by staff");
        }
        checkOpen(approval);
        checkFourEyes(approval, by.userId(), "Whoever");
        if (represented != null) {
            checkFourEyes(approval, represented.userId(), represented.name() + ", whom you stand in for,");
        }
        if (outcome != Approval.Outcome.APPROVED
                && (comment == null || comment.strip().length() < SHORTEST_COMMENT)) {
            throw Problem.invalid(
                    "comment-missing",
                    "comment",
                    "Say in at least " + SHORTEST_COMMENT + " characters why it does not pass");
        }
    }

    private void checkOpen(StoredApproval approval) {
        if (approval.isVoid()) {
            throw Problem.conflict(
                    "approval-void",
                    "No longer needed",
                    "This approval is void: " + approval.toApproval().voidReason());
        }
        if (!approval.isOpen()) {
            throw Problem.conflict(
                    "already-decided",
                    "Already decided",
                    "Already decided by " + approval.decidedByAndFor() + " at "
                            + TIME.format(approval.decidedAt().atZone(clock.getZone())));
        }
    }

    private static void checkFourEyes(StoredApproval approval, String userId, String who) {
        StoredRequest request = approval.request();
        if (request.isPreparedBy(userId)) {
            throw Problem.forbidden(
                    "four-eyes",
                    "Whoever".equals(who)
                            ? "Whoever prepared " + subject(approval) + " cannot decide on it"
                            : who.endsWith(",")
                                    ? who + " prepared " + subject(approval) + ": neither of you can decide on it"
                                    : who + " prepared " + subject(approval) + " and cannot decide on it");
        }
        if (request.hasDecidedAnotherLevel(approval, userId)) {
            throw Problem.forbidden(
                    "four-eyes",
                    ("Whoever".equals(who) ? "You have" : who + " has") + " decided another level of this approval: "
                            + "each level needs a person of its own");
        }
    }

    private static String subject(StoredApproval approval) {
        ApprovalSubject subject = approval.request().subject();
        return subject.number() + " revision " + subject.revision();
    }

    private static String fact(StoredApproval approval) {
        String words =
                switch (approval.outcome()) {
                    case APPROVED -> "approved";
                    case REJECTED -> "rejected";
                    case SENT_BACK -> "sent back";
                };
        int levels = approval.request().levelsOf(approval.kind());
        String level = levels > 1 ? ", level " + approval.level() + " of " + levels + "," : "";
        Approval decided = approval.toApproval();
        String behalf = decided.onBehalfOf() == null ? "" : " on behalf of " + decided.onBehalfOf();
        String said = decided.comment() == null ? "" : ": " + shortened(decided.comment());
        return "Approval of " + ApprovalWords.inside(approval.kind()) + level + " " + words + behalf + said;
    }

    /** The whole comment stands with the approval; the timeline has room for the beginning. */
    private static String shortened(String comment) {
        return comment.length() <= LONGEST_QUOTED ? comment : comment.substring(0, LONGEST_QUOTED) + "…";
    }
}
