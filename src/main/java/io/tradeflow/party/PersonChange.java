package io.tradeflow.party;

import java.math.BigDecimal;
import java.util.Set;

/** Everything about a person that an administrator sets. */
public record PersonChange(
        String name, Set<BuyerRole> roles, boolean active, Long unitId, BigDecimal orderLimit, BigDecimal monthLimit) {

    public PersonChange {
        roles = roles == null ? Set.of() : Set.copyOf(roles);
    }
}
