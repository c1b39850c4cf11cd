package io.tradeflow.approval.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.approval.Approval;
import io.tradeflow.approval.Approvals;
import io.tradeflow.approval.ReasonReaders;
import io.tradeflow.kernel.Actor;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/approvals")
@Tag(
        name = "Approvals",
        description = "Decisions bound to the content they were taken on; staff only. They are taken in tasks")
class ApprovalResource {

    private final Approvals approvals;
    private final ReasonReaders readers;

    ApprovalResource(Approvals approvals, ReasonReaders readers) {
        this.approvals = approvals;
        this.readers = readers;
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Read an approval",
            description = "Why it is asked for is told to staff who see margins or may decide it")
    ApprovalJson approval(Actor.Staff by, @PathVariable long id) {
        return shown(by, approvals.approval(id));
    }

    @GetMapping
    @Operation(
            summary = "List approvals",
            description = "All of a document, oldest first; without one, all that are open, earliest due first")
    List<ApprovalJson> approvals(
            Actor.Staff by,
            @Parameter(description = "Number of the quote") @RequestParam(required = false) String subject) {
        return (subject == null ? approvals.allOpen() : approvals.ofSubject(subject))
                .stream().map(approval -> shown(by, approval)).toList();
    }

    private ApprovalJson shown(Actor.Staff by, Approval approval) {
        return readers.mayRead(by, approval) ? ApprovalJson.of(approval) : ApprovalJson.withoutReasons(approval);
    }
}
