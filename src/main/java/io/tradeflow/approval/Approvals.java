package io.tradeflow.approval;

import io.tradeflow.kernel.Actor;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/** Decisions bound to the content they were taken on. Knows subjects by number and hash, never what they are. */
@Service
public class Approvals {

    /**
     * Asks for one decision of each kind on this content; what was asked or decided for exactly this content stands, what was open for
     * other content of the subject is void. Returns the ids of those still open.
     */
    public List<Long> request(
            String dealNumber, ApprovalSubject subject, String requestedBy, Collection<String> kinds) {
        throw new UnsupportedOperationException();
    }

    /** Ids asked for on the subject's current content and not decided, for the process to go through. */
    public List<Long> open(String subjectNumber) {
        throw new UnsupportedOperationException();
    }

    public Approval approval(long id) {
        throw new UnsupportedOperationException();
    }

    public List<Approval> ofSubject(String subjectNumber) {
        throw new UnsupportedOperationException();
    }

    /**
     * Whether this actor may decide now; the same question the form is checked with.
     *
     * @throws io.tradeflow.kernel.Problem {@code four-eyes} if the actor asked for it, {@code already-decided}, {@code comment-missing}
     */
    public void checkDecision(long id, Actor by, Approval.Outcome outcome, String comment) {
        throw new UnsupportedOperationException();
    }

    /** Records the decision once. @throws io.tradeflow.kernel.Problem as {@link #checkDecision} */
    public void decide(long id, Actor by, Approval.Outcome outcome, String comment) {
        throw new UnsupportedOperationException();
    }

    /**
     * Lets nothing pass that was not approved as it is now.
     *
     * @throws io.tradeflow.kernel.Problem {@code approval-missing} unless a request was made for exactly this content and every kind asked
     *     for is approved
     */
    public void requireGranted(ApprovalSubject subject) {
        throw new UnsupportedOperationException();
    }

    /** APPROVED if all on the current content are, REJECTED if one is, else SENT_BACK if one is, null while open. */
    public Approval.Outcome overall(String subjectNumber) {
        throw new UnsupportedOperationException();
    }
}
