package io.tradeflow.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.approval.Absences;
import io.tradeflow.kernel.Actor;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/absences")
@Tag(name = "Absences", description = "Who is away and who decides approvals meanwhile; staff only")
class AbsenceResource {

    private final AbsenceEntry entry;
    private final Absences absences;
    private final Clock clock;

    AbsenceResource(AbsenceEntry entry, Absences absences, Clock clock) {
        this.entry = entry;
        this.absences = absences;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "List absences of now and later",
            description = "Your own and those you stand in for; managers, directors and operations see all.")
    List<AbsenceJson> list(Actor.Staff by) {
        return absences.upcoming(by).stream()
                .map(absence -> AbsenceJson.of(absence, clock.getZone()))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Record an absence",
            description =
                    "The deputy sees and decides the approvals from the first until the last day, and is somebody who"
                            + " approves or is in a group of who is away. Everybody records their own absence, directors"
                            + " anybody's, sales managers that of sales managers and the sales desk.")
    AbsenceJson record(Actor.Staff by, @Valid @RequestBody AbsenceJson.NewJson absence) {
        return AbsenceJson.of(
                entry.record(by, absence.userId(), absence.deputyId(), absence.from(), absence.until(), absence.note()),
                clock.getZone());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End an absence now, or take it back before it begins")
    void cancel(Actor.Staff by, @PathVariable long id) {
        absences.cancel(by, id);
    }
}
