package io.tradeflow.purchasing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.party.BuyerPerson;
import io.tradeflow.party.BuyerRole;
import io.tradeflow.party.PersonChange;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Set;

/** A person of a buyer's company. */
record BuyerUserJson(
        @Schema(description = "Mail address, with which the person signs in") @NotBlank String userId,
        @NotBlank String name,
        @NotEmpty Set<BuyerRole> roles,
        @NotNull Boolean active,
        @Schema(description = "Unit the person belongs to; the whole company if left out") Long unitId,
        @Schema(description = "What one order may cost without an approval; no limit if left out")
                BigDecimal orderLimit,
        @Schema(description = "The same for a calendar month") BigDecimal monthLimit) {

    static BuyerUserJson of(BuyerPerson person) {
        return new BuyerUserJson(
                person.userId(),
                person.name(),
                person.roles(),
                person.active(),
                person.unitId(),
                person.orderLimit(),
                person.monthLimit());
    }

    PersonChange toChange() {
        return new PersonChange(name, roles, active, unitId, orderLimit, monthLimit);
    }
}
