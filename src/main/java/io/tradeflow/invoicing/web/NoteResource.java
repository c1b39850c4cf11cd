package io.tradeflow.invoicing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.invoicing.ItcReversals;
import io.tradeflow.invoicing.NoteDraft;
import io.tradeflow.invoicing.NoteDrafts;
import io.tradeflow.invoicing.TaxNote;
import io.tradeflow.invoicing.TaxNotes;
import io.tradeflow.kernel.Actor;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Credit and debit notes over HTTP. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Notes", description = "Credit and debit notes; a buyer's user sees the own company's")
class NoteResource {

    private final TaxNotes notes;
    private final NoteDrafts drafts;
    private final ItcReversals reversals;
    private final Deals deals;

    NoteResource(TaxNotes notes, NoteDrafts drafts, ItcReversals reversals, Deals deals) {
        this.notes = notes;
        this.drafts = drafts;
        this.reversals = reversals;
        this.deals = deals;
    }

    @PostMapping("/notes")
    @Operation(
            summary = "Draft a credit or debit note over lines of invoices of one order",
            description = "Finance. Where the table wants no approval, the note is issued with the answer.")
    ResponseEntity<NoteJson.Draft> draft(Actor by, @Valid @RequestBody NoteJson.Request request) {
        NoteDraft draft = drafts.draft(by, request.request());
        return ResponseEntity.created(URI.create("/api/v1/note-drafts/" + draft.number()))
                .body(json(draft));
    }

    @PostMapping("/notes/preview")
    @Operation(summary = "What a note would come to, per line and head", description = "Finance. Nothing is kept.")
    NoteJson.Preview preview(Actor by, @Valid @RequestBody NoteJson.Request request) {
        return NoteJson.Preview.of(notes.preview(by, request.request()));
    }

    @GetMapping("/notes")
    @Operation(summary = "List a deal's credit and debit notes in the order they were issued")
    List<NoteJson> ofDeal(Actor by, @RequestParam String deal) {
        deals.deal(by, deal);
        return notes.ofDeal(by, deal).stream().map(this::json).toList();
    }

    @GetMapping("/notes/{number}")
    @Operation(summary = "Read a credit or debit note")
    NoteJson note(Actor by, @PathVariable String number) {
        return json(notes.note(by, number));
    }

    @GetMapping("/note-drafts/{number}")
    @Operation(summary = "Read a draft and what it comes to now", description = "Staff.")
    NoteJson.Draft draft(Actor by, @PathVariable String number) {
        return json(drafts.draft(by, number));
    }

    @PostMapping("/notes/{number}/itc-reversals")
    @Operation(
            summary = "Record how the reversal of input tax credit stands",
            description = "A buyer declares it (DECLARED); finance records anything it knows.")
    NoteJson reversal(Actor by, @PathVariable String number, @Valid @RequestBody NoteJson.Reversal reversal) {
        reversals.record(by, number, reversal.status(), reversal.on(), reversal.remark());
        return json(notes.note(by, number));
    }

    private NoteJson json(TaxNote note) {
        return NoteJson.of(note, reversals.entries(note.number()));
    }

    private NoteJson.Draft json(NoteDraft draft) {
        return NoteJson.Draft.of(
                draft, draft.status().isOpen() ? drafts.preview(draft).orElse(null) : null);
    }
}
