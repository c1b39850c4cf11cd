package io.tradeflow.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.kernel.Actor;
import io.tradeflow.pricing.PriceTrace;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/approval-cases")
@Tag(name = "Approvals")
class ApprovalCaseResource {

    private final ApprovalCases cases;

    ApprovalCaseResource(ApprovalCases cases) {
        this.cases = cases;
    }

    @GetMapping("/{approvalId}")
    @Operation(
            summary = "Read all that an approver decides on",
            description =
                    "The quote with margins and what stands out, the rules that asked, the buyer's credit with this quote on top, "
                            + "stock, and the other decisions on it. For staff who see margins and for those the decision is offered to.")
    ApprovalCaseJson approvalCase(Actor.Staff by, @PathVariable long approvalId) {
        return cases.of(by, approvalId);
    }

    @GetMapping("/{approvalId}/lines/{lineNo}/price-trace")
    @Operation(
            summary =
                    "Read how the price of a line came about: the price that won, the others and why not, and each step")
    PriceTrace priceTrace(Actor.Staff by, @PathVariable long approvalId, @PathVariable int lineNo) {
        return cases.priceTrace(by, approvalId, lineNo);
    }

    @GetMapping("/{approvalId}/decision")
    @Operation(
            summary = "Read whether and how an approval is decided",
            description = "Quick, for a screen that is open; the outcome is absent while it is open")
    ApprovalCaseJson.DecisionJson decision(Actor.Staff by, @PathVariable long approvalId) {
        return cases.decision(by, approvalId);
    }
}
