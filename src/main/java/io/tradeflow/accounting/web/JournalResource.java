package io.tradeflow.accounting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.accounting.Journal;
import io.tradeflow.accounting.JournalEntry;
import io.tradeflow.accounting.JournalExport;
import io.tradeflow.accounting.Period;
import io.tradeflow.kernel.Actor;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Journal lines over HTTP, for finance. */
@RestController
@RequestMapping("/api/v1/accounting/journal-exports")
@Tag(name = "Accounting", description = "GSTR-1, sales register and journal for the accountant; finance only")
class JournalResource {

    private final Journal journal;

    JournalResource(Journal journal) {
        this.journal = journal;
    }

    @GetMapping
    @Operation(summary = "Files of journal lines that were handed over, the latest first")
    List<ExportJson> exports(Actor.Staff by) {
        return journal.exports(by).stream().map(ExportJson::of).toList();
    }

    @GetMapping("/pending")
    @Operation(summary = "The entries that the next file of a period would hold; changes nothing")
    List<JournalEntry> pending(Actor.Staff by, @RequestParam LocalDate from, @RequestParam LocalDate until) {
        return journal.pending(by, new Period(from, until));
    }

    @PostMapping
    @Operation(
            summary =
                    "Hand over what is pending of a period as the next file; the latest of the period where nothing is")
    ExportJson export(Actor.Staff by, @Valid @RequestBody Days days) {
        return ExportJson.of(journal.export(by, new Period(days.from(), days.until())));
    }

    @GetMapping("/{number}.csv")
    @Operation(summary = "A file of journal lines; always the same")
    void csv(Actor.Staff by, @PathVariable long number, HttpServletResponse answer) throws IOException {
        journal.entries(by, number);
        CsvAnswer.named(answer, "journal-" + number);
        journal.write(by, number, answer.getOutputStream(), false);
    }

    /** From the first to the last day, both included. */
    record Days(@NotNull LocalDate from, @NotNull LocalDate until) {}

    @Schema(name = "JournalExport")
    record ExportJson(
            long number,
            LocalDate from,
            LocalDate until,
            int entries,
            BigDecimal total,
            String exportedBy,
            Instant exportedAt) {

        static ExportJson of(JournalExport export) {
            return new ExportJson(
                    export.number(),
                    export.period().from(),
                    export.period().until(),
                    export.entries(),
                    export.total(),
                    export.exportedBy(),
                    export.exportedAt());
        }
    }
}
