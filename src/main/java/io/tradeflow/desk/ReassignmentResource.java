package io.tradeflow.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.approval.Approvals;
import io.tradeflow.approval.HandingOver;
import io.tradeflow.approval.Reassignment;
import io.tradeflow.approval.Reassignments;
import io.tradeflow.kernel.Actor;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/approvals/{id}")
@Tag(name = "Approvals")
class ReassignmentResource {

    private final HandingOver handing;
    private final Reassignments reassignments;
    private final Approvals approvals;

    ReassignmentResource(HandingOver handing, Reassignments reassignments, Approvals approvals) {
        this.handing = handing;
        this.reassignments = reassignments;
        this.approvals = approvals;
    }

    @Schema(name = "NewReassignment")
    record NewJson(
            @Schema(description = "User id of who decides from now on") String userId,
            @Schema(description = "Why, in 5 to 500 characters") String reason) {}

    @Schema(name = "Reassignment")
    record Json(
            @Schema(description = "A person, or the groups it lay with") String from,
            String to,
            String reason,
            String by,
            Instant at) {

        static Json of(Reassignment done) {
            return new Json(done.fromName(), done.toName(), done.reason(), done.reassignedBy(), done.reassignedAt());
        }
    }

    @Schema(name = "Receiver")
    record ReceiverJson(String userId, String name) {}

    @PostMapping("/reassignment")
    @Operation(
            summary = "Hand an open approval to another person who may decide it",
            description =
                    "For those who may decide it, sales managers, directors and operations, but for who prepared the content;"
                            + " what somebody has taken is handed on by them, by directors and by the group called in"
                            + " when it is overdue. The person gets a mail; who prepared the content or decided another level is refused.")
    Json reassign(Actor.Staff by, @PathVariable long id, @RequestBody NewJson wanted) {
        return Json.of(handing.reassign(by, id, wanted.userId(), wanted.reason()));
    }

    @GetMapping("/reassignments")
    @Operation(summary = "Read who handed the approval to whom and why, oldest first")
    List<Json> reassignments(Actor.Staff by, @PathVariable long id) {
        return reassignments.ofSubject(approvals.approval(id).subject().number()).stream()
                .filter(done -> done.approvalId() == id)
                .map(Json::of)
                .toList();
    }

    @GetMapping("/receivers")
    @Operation(summary = "List whom you could hand the approval to now")
    List<ReceiverJson> receivers(Actor.Staff by, @PathVariable long id) {
        return handing.receivers(by, id).stream()
                .map(member -> new ReceiverJson(member.userId(), member.name()))
                .toList();
    }
}
