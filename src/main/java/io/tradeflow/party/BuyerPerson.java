package io.tradeflow.party;

import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.util.Set;

/**
 * A person of a buyer's company.
 *
 * @param unitId the unit the person belongs to, or null for the whole company
 * @param orderLimit what one order may cost without an approval, in the buyer's currency; null is no limit
 * @param monthLimit the same for all orders of a calendar month
 */
public record BuyerPerson(
        String userId,
        String name,
        String buyerCode,
        Set<BuyerRole> roles,
        boolean active,
        Long unitId,
        String unitName,
        BigDecimal orderLimit,
        BigDecimal monthLimit) {

    public BuyerPerson {
        roles = Set.copyOf(roles);
    }

    public boolean is(BuyerRole role) {
        return roles.contains(role);
    }

    /** Whether the person answers quotes. */
    public boolean mayAnswer() {
        return active && (is(BuyerRole.BUYER) || is(BuyerRole.APPROVER));
    }

    public boolean hasLimit() {
        return orderLimit != null || monthLimit != null;
    }

    public Actor.BuyerUser actor() {
        return new Actor.BuyerUser(userId, name, buyerCode);
    }
}
