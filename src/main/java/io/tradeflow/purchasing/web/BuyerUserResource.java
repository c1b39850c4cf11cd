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
    List<BuyerUserJson> list(
            Actor by, @Parameter(description = NamedBuyer.DESCRIPTION) @RequestParam(required = false) String buyer) {
        String code = NamedBuyer.code(by, buyer);
        people.requireMayKeep(by, code);
        return people.of(code).stream().map(BuyerUserJson::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Invite a person", description = "Mails a link, good once, to set a password with.")
    BuyerUserJson invite(
            Actor by,
            @Parameter(description = NamedBuyer.DESCRIPTION) @RequestParam(required = false) String buyer,
            @Valid @RequestBody BuyerUserJson person) {
        return BuyerUserJson.of(invitations.invite(by, NamedBuyer.code(by, buyer), person.userId(), person.toChange()));
    }

    @PutMapping("/{userId}")
    @Operation(
            summary = "Change a person's name, roles, unit or limits, or close the sign-in",
            description = "At least one active administrator remains.")
    BuyerUserJson change(
            Actor by,
            @PathVariable String userId,
            @Parameter(description = NamedBuyer.DESCRIPTION) @RequestParam(required = false) String buyer,
            @Valid @RequestBody BuyerUserJson person) {
        if (!userId.equalsIgnoreCase(person.userId())) {
            throw Problem.invalid("invalid-person", "userId", "A person's user id does not change");
        }
        return BuyerUserJson.of(people.change(by, NamedBuyer.code(by, buyer), userId, person.toChange()));
    }
}
