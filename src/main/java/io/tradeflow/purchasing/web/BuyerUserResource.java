package io.tradeflow.purchasing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.BuyerPeople;
import io.tradeflow.purchasing.Invitations;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/buyer-users")
@Tag(
        name = "Buyers' users",
        description =
                "People of buyers' companies with roles and limits; for the company's administrators, and the sales desk for them")
class BuyerUserResource {

    private final BuyerPeople people;
    private final Invitations invitations;

    BuyerUserResource(BuyerPeople people, Invitations invitations) {
        this.people = people;
        this.invitations = invitations;
    }

    @GetMapping
    @Operation(summary = "List the people of a company")
    List<BuyerUserJson> list(Actor by, @Parameter(description = BUYER) @RequestParam(required = false) String buyer) {
        String code = company(by, buyer);
        people.requireMayKeep(by, code);
        return people.of(code).stream().map(BuyerUserJson::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Invite a person", description = "Mails a link, good once, to set a password with.")
    BuyerUserJson invite(
            Actor by,
            @Parameter(description = BUYER) @RequestParam(required = false) String buyer,
            @Valid @RequestBody BuyerUserJson person) {
        return BuyerUserJson.of(invitations.invite(by, company(by, buyer), person.userId(), person.toChange()));
    }

    @PutMapping("/{userId}")
    @Operation(
            summary = "Change a person's name, roles, unit or limits, or close the sign-in",
            description = "At least one active administrator remains.")
    BuyerUserJson change(
            Actor by,
            @PathVariable String userId,
            @Parameter(description = BUYER) @RequestParam(required = false) String buyer,
            @Valid @RequestBody BuyerUserJson person) {
        if (!userId.equalsIgnoreCase(person.userId())) {
            throw Problem.invalid("invalid-person", "userId", "A person's user id does not change");
        }
        return BuyerUserJson.of(people.change(by, company(by, buyer), userId, person.toChange()));
    }

    private static final String BUYER = "Code of the buyer; staff name it, a buyer's user has the own one";

    private static String company(Actor by, String buyer) {
        if (by instanceof Actor.BuyerUser user && buyer == null) {
            return user.buyerCode();
        }
        if (buyer == null) {
            throw Problem.invalid("buyer-missing", "buyer", "Name the buyer whose people you mean");
        }
        return buyer;
    }
}
