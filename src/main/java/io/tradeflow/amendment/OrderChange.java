package io.tradeflow.amendment;

import io.tradeflow.kernel.Money;
import java.time.Instant;
import java.util.List;

/**
 * A change of an order, open or decided.
 *
 * @param sentences what is different, before and after
 * @param checkedBy who of the sales desk checked a buyer's change; null where nobody has to or has yet
 * @param endedAt null while it is open, like {@code endedBy} and {@code endReason}
 * @param appliedRevision of the order, where it took effect; else null
 */
public record OrderChange(
        String number,
        String orderNumber,
        String dealNumber,
        int baseRevision,
        ChangeState state,
        ChangeDraft draft,
        String contentHash,
        List<String> sentences,
        String reason,
        Money totalBefore,
        Money totalAfter,
        String proposedBy,
        String proposedById,
        boolean byBuyer,
        Instant proposedAt,
        String checkedBy,
        String checkedById,
        Instant endedAt,
        String endedBy,
        String endReason,
        Integer appliedRevision) {

    public boolean isOpen() {
        return state == ChangeState.PROPOSED;
    }
}
