package io.tradeflow.party.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Buyers: staff see all of them, a buyer's user only their own company; the sales desk adds and changes them. */
@RestController
@RequestMapping("/api/v1/buyers")
@Tag(name = "Buyers", description = "Buying companies; a buyer's user sees the own one only")
class BuyersResource {

    private static final String SALES_DESK = "sales-desk";

    private final Parties parties;

    BuyersResource(Parties parties) {
        this.parties = parties;
    }

    @GetMapping
    @Operation(summary = "List buyers")
    List<BuyerJson> buyers(Actor by) {
        List<Buyer> visible =
                by instanceof Actor.BuyerUser user ? List.of(parties.buyer(user.buyerCode())) : parties.buyers();
        return visible.stream().map(BuyerJson::of).toList();
    }

    @GetMapping("/{code}")
    @Operation(summary = "Read a buyer")
    BuyerJson buyer(Actor by, @PathVariable String code) {
        if (by instanceof Actor.BuyerUser user && !user.buyerCode().equals(code)) {
            throw Problem.notFound("buyer", code);
        }
        return BuyerJson.of(parties.buyer(code));
    }

    @PostMapping
    @Operation(summary = "Add a buyer; sales desk only")
    ResponseEntity<BuyerJson> add(Actor.Staff by, @Valid @RequestBody BuyerJson buyer) {
        demandSalesDesk(by);
        Buyer added = parties.add(buyer.toBuyer());
        return ResponseEntity.created(URI.create("/api/v1/buyers/" + added.code()))
                .body(BuyerJson.of(added));
    }

    @PutMapping("/{code}")
    @Operation(summary = "Change a buyer; sales desk only")
    BuyerJson change(Actor.Staff by, @PathVariable String code, @Valid @RequestBody BuyerJson buyer) {
        demandSalesDesk(by);
        if (!parties.buyer(code).code().equalsIgnoreCase(buyer.code())) {
            throw Problem.invalid("invalid-buyer", "code", "A buyer's code does not change");
        }
        return BuyerJson.of(parties.save(buyer.toBuyer()));
    }

    private static void demandSalesDesk(Actor.Staff by) {
        if (!by.isIn(SALES_DESK)) {
            throw Problem.forbidden("sales-only", "Only the sales desk adds or changes buyers");
        }
    }
}
