package io.tradeflow.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.exchange.ImportFile;
import io.tradeflow.exchange.Imports;
import io.tradeflow.exchange.RowChange;
import io.tradeflow.exchange.RowError;
import io.tradeflow.kernel.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files of master data: sent as text/csv, checked by the program, brought in when somebody has seen what they would change. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports", description = "Master data as files: every row is checked, and all rows come in or none")
class ImportResource {

    private final Imports imports;

    ImportResource(Imports imports) {
        this.imports = imports;
    }

    @PostMapping(consumes = "text/csv")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Upload a file (UTF-8, a header first); its check begins at once")
    ImportFile upload(
            Actor.Staff by, @RequestParam String kind, @RequestParam(required = false) String name, InputStream file)
            throws IOException {
        return imports.receive(by, kind, name, file);
    }

    @GetMapping
    @Operation(summary = "List the latest files, newest first")
    List<ImportFile> latest(Actor.Staff by) {
        return imports.latest(by);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read how far a file is and what it would change")
    ImportFile file(Actor.Staff by, @PathVariable long id) {
        return imports.file(by, id);
    }

    @GetMapping("/{id}/errors")
    @Operation(summary = "Read what is wrong in a file: line, column, what stands there and why it is wrong")
    List<RowError> errors(Actor.Staff by, @PathVariable long id) {
        return imports.errors(by, id);
    }

    @GetMapping("/{id}/changes")
    @Operation(
            summary = "Read what the first rows that change something would change: line, what, column, before, after")
    List<RowChange> changes(Actor.Staff by, @PathVariable long id) {
        return imports.changes(by, id);
    }

    @PostMapping("/{id}/cancellation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Stop a file wherever it is on its way; nothing of it comes in")
    ImportFile stop(Actor.Staff by, @PathVariable long id) {
        return imports.stop(by, id);
    }

    @PostMapping("/{id}/approval")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Bring all rows of a checked file in")
    ImportFile approve(Actor.Staff by, @PathVariable long id) {
        return imports.approve(by, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give a checked file up; nothing of it comes in")
    void discard(Actor.Staff by, @PathVariable long id) {
        imports.discard(by, id);
    }
}
