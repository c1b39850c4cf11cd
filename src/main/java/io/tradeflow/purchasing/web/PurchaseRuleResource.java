package io.tradeflow.purchasing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.kernel.Actor;
import io.tradeflow.party.BuyerPeople;
import io.tradeflow.purchasing.Deputy;
import io.tradeflow.purchasing.PurchasePolicy;
import io.tradeflow.purchasing.PurchaseRules;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
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
@RequestMapping("/api/v1")
@Tag(name = "Purchase approvals")
class PurchaseRuleResource {

    private final PurchaseRules rules;
    private final BuyerPeople people;

    PurchaseRuleResource(PurchaseRules rules, BuyerPeople people) {
        this.rules = rules;
        this.people = people;
    }

    @Schema(name = "PurchasePolicy")
    record PolicyJson(
            @Schema(description = "Above this amount a second approver decides too; never if left out")
                    BigDecimal secondLevelAbove,
            @NotNull @Schema(description = "After how many hours the next unit up is asked as well, 1 to 720")
                    Integer escalateAfterHours) {

        static PolicyJson of(PurchasePolicy policy) {
            return new PolicyJson(policy.secondLevelAbove(), policy.escalateAfterHours());
        }
    }

    @Schema(name = "BuyerDeputy")
    record DeputyJson(
            @Schema(accessMode = Schema.AccessMode.READ_ONLY) Long id,
            @NotBlank @Schema(description = "User id of who is away") String userId,
            @NotBlank @Schema(description = "User id of who decides instead") String deputyId,
            @NotNull @Schema(description = "First day") LocalDate fromDay,
            @NotNull @Schema(description = "Last day, which counts whole") LocalDate untilDay) {

        static DeputyJson of(Deputy deputy) {
            return new DeputyJson(deputy.id(), deputy.userId(), deputy.deputyId(), deputy.fromDay(), deputy.untilDay());
        }
    }

    @GetMapping("/purchase-policy")
    @Operation(summary = "Read how a company approves")
    PolicyJson policy(
            Actor by, @Parameter(description = NamedBuyer.DESCRIPTION) @RequestParam(required = false) String buyer) {
        String code = NamedBuyer.code(by, buyer);
        people.requireMayKeep(by, code);
        return PolicyJson.of(rules.policy(code));
    }

    @PutMapping("/purchase-policy")
    @Operation(summary = "Set how a company approves", description = "Holds for what is asked from now on.")
    PolicyJson savePolicy(
            Actor by,
            @Parameter(description = NamedBuyer.DESCRIPTION) @RequestParam(required = false) String buyer,
            @Valid @RequestBody PolicyJson policy) {
        String code = NamedBuyer.code(by, buyer);
        rules.savePolicy(by, code, new PurchasePolicy(policy.secondLevelAbove(), policy.escalateAfterHours()));
        return PolicyJson.of(rules.policy(code));
    }

    @GetMapping("/buyer-deputies")
    @Operation(summary = "List a company's deputies whose time is not over")
    List<DeputyJson> deputies(
            Actor by, @Parameter(description = NamedBuyer.DESCRIPTION) @RequestParam(required = false) String buyer) {
        String code = NamedBuyer.code(by, buyer);
        return rules.deputies(code).stream()
                .filter(deputy -> people.mayKeep(by, code)
                        || by.userId().equals(deputy.userId())
                        || by.userId().equals(deputy.deputyId()))
                .map(DeputyJson::of)
                .toList();
    }

    @PostMapping("/buyer-deputies")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Name who decides while an approver is away",
            description = "For oneself, or by an administrator.")
    void addDeputy(
            Actor by,
            @Parameter(description = NamedBuyer.DESCRIPTION) @RequestParam(required = false) String buyer,
            @Valid @RequestBody DeputyJson deputy) {
        rules.addDeputy(
                by,
                NamedBuyer.code(by, buyer),
                deputy.userId(),
                deputy.deputyId(),
                deputy.fromDay(),
                deputy.untilDay());
    }

    @DeleteMapping("/buyer-deputies/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a deputy out")
    void removeDeputy(
            Actor by,
            @PathVariable long id,
            @Parameter(description = NamedBuyer.DESCRIPTION) @RequestParam(required = false) String buyer) {
        rules.removeDeputy(by, NamedBuyer.code(by, buyer), id);
    }
}
