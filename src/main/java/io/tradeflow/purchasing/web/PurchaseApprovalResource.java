package io.tradeflow.purchasing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.kernel.Actor;
import io.tradeflow.purchasing.PurchaseApproval;
import io.tradeflow.purchasing.PurchaseApprovals;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/purchase-approvals")
@Tag(
        name = "Purchase approvals",
        description = "The buyer's own approval of orders over a spending limit; the buyer's users only")
class PurchaseApprovalResource {

    private final PurchaseApprovals approvals;

    PurchaseApprovalResource(PurchaseApprovals approvals) {
        this.approvals = approvals;
    }

    @GetMapping
    @Operation(summary = "List the company's purchase approvals that concern you, newest first")
    List<PurchaseApprovalJson> list(Actor.BuyerUser by) {
        return approvals.of(by).stream().map(approval -> json(by, approval)).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a purchase approval")
    PurchaseApprovalJson approval(Actor.BuyerUser by, @PathVariable long id) {
        return json(by, approvals.approval(by, id));
    }

    @PostMapping("/{id}/decision")
    @Operation(
            summary = "Approve, refuse or send back",
            description =
                    "For who is asked or stands in today; never for who wants to order. Once approved on every level the quote is"
                            + " accepted for who asked.")
    PurchaseApprovalJson decide(
            Actor.BuyerUser by, @PathVariable long id, @Valid @RequestBody PurchaseDecisionJson decision) {
        return json(by, approvals.decide(by, id, decision.outcome(), decision.comment()));
    }

    private PurchaseApprovalJson json(Actor.BuyerUser by, PurchaseApproval approval) {
        return PurchaseApprovalJson.of(approval, approvals.mayDecide(by, approval));
    }
}
