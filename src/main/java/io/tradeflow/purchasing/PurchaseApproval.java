package io.tradeflow.purchasing;

import io.tradeflow.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A buyer's own approval of accepting exactly this content of a quote. Limits are the buyer's business and are never shown to the seller.
 *
 * @param exceeded which limit the order goes over
 * @param monthUsed what the requester had used of the month's limit when asking
 * @param level the one that is decided on now, of {@code levels}
 * @param asked who may decide on the level now
 * @param openUntil last day of the quote's validity
 * @param endedWhy why it lapsed, or null
 */
public record PurchaseApproval(
        long id,
        String dealNumber,
        String buyerCode,
        String quoteNumber,
        int revision,
        String contentHash,
        String poNumber,
        LocalDate poDate,
        Money amount,
        String requesterId,
        String requesterName,
        Exceeded exceeded,
        Money orderLimit,
        Money monthLimit,
        Money monthUsed,
        int level,
        int levels,
        boolean levelOpen,
        State state,
        LocalDate openUntil,
        Instant openedAt,
        Instant endedAt,
        String endedWhy,
        List<Asked> asked,
        List<Decision> decisions) {

    public enum State {
        OPEN,
        APPROVED,
        REFUSED,
        SENT_BACK,
        LAPSED
    }

    public enum Outcome {
        APPROVED,
        REFUSED,
        SENT_BACK
    }

    /** Somebody who may decide. */
    public record Asked(int level, String userId, String name, Instant at, boolean escalated) {}

    /** @param insteadOf whose deputy decided, or null */
    public record Decision(
            int level, String userId, String name, String insteadOf, Outcome outcome, String comment, Instant at) {}

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Those asked on the present level. */
    public List<Asked> askedNow() {
        return asked.stream().filter(person -> person.level() == level).toList();
    }

    /** "Neha Gupta or Kiran Rao". */
    public String approverNames() {
        return String.join(" or ", askedNow().stream().map(Asked::name).toList());
    }

    boolean hasDecided(String userId) {
        return decisions.stream().anyMatch(decision -> decision.userId().equals(userId));
    }
}
