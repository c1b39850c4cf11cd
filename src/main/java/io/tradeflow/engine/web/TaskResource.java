package io.tradeflow.engine.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.engine.StaffTask;
import io.tradeflow.engine.Tasks;
import io.tradeflow.kernel.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What somebody of staff has to do: the same queue, rights and checks as in Tasklist. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks", description = "The user tasks of staff, as in Tasklist")
class TaskResource {

    private final Tasks tasks;

    TaskResource(Tasks tasks) {
        this.tasks = tasks;
    }

    @GetMapping
    @Operation(summary = "My tasks and those my groups may take, most urgent first")
    List<StaffTask> list(
            Actor.Staff by,
            @RequestParam(required = false) String deal,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
        return tasks.of(by, deal, page, size);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One task that is mine or that I may take")
    StaffTask get(Actor.Staff by, @PathVariable String id) {
        return tasks.task(by, id);
    }

    @PostMapping("/{id}/claim")
    @Operation(summary = "Take the task")
    StaffTask claim(Actor.Staff by, @PathVariable String id) {
        return tasks.claim(by, id);
    }

    @DeleteMapping("/{id}/claim")
    @Operation(summary = "Give the task back to its groups")
    StaffTask unclaim(Actor.Staff by, @PathVariable String id) {
        return tasks.unclaim(by, id);
    }

    @PostMapping("/{id}/completion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Complete the task with what its form would submit")
    void complete(Actor.Staff by, @PathVariable String id, @Valid @RequestBody Completion completion) {
        tasks.complete(by, id, completion.variables());
    }

    /** The form's fields by name; only plain values. */
    record Completion(@NotNull Map<String, Object> variables) {}
}
