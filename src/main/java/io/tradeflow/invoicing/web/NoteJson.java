package io.tradeflow.invoicing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.invoicing.ItcEntry;
import io.tradeflow.invoicing.ItcStatus;
import io.tradeflow.invoicing.NoteDraft;
import io.tradeflow.invoicing.NoteKind;
import io.tradeflow.invoicing.NotePreview;
import io.tradeflow.invoicing.NoteReason;
import io.tradeflow.invoicing.NoteRequest;
import io.tradeflow.invoicing.TaxNote;
import io.tradeflow.tax.TaxComputation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** A credit or debit note as the API answers it. Amounts are positive, in {@code currency} with two decimals. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Note")
record NoteJson(
        String number,
        NoteKind kind,
        String title,
        String dealNumber,
        String orderNumber,
        String returnNumber,
        String buyerCode,
        String buyerName,
        String buyerGstin,
        String sellerGstin,
        LocalDate issuedOn,
        @Schema(description = "Of a debit note") LocalDate dueOn,
        NoteReason reason,
        String reasonLabel,
        String remark,
        @Schema(description = "Issued too late to change the tax: bears none") boolean commercial,
        String currency,
        BigDecimal exchangeRate,
        String placeOfSupplyCode,
        String placeOfSupplyName,
        String nature,
        List<Original> invoices,
        List<Line> lines,
        Totals totals,
        Totals inRupees,
        ItcStatus itcStatus,
        List<Itc> itcEntries,
        long documentId,
        String href) {

    @Schema(name = "NoteInvoice")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Original(
            String number,
            LocalDate issuedOn,
            BigDecimal total,
            @Schema(description = "Where a revised invoice stands in its place, which the note quotes")
                    String revisedInvoiceNumber,
            @Schema(description = "Day of the revised invoice") LocalDate revisedOn) {

        static Original of(TaxNote.Original of) {
            return new Original(
                    of.number(),
                    of.issuedOn(),
                    of.total().toDocumentScale(),
                    of.revised() == null ? null : of.revised().number(),
                    of.revised() == null ? null : of.revised().issuedOn());
        }
    }

    /** {@code taxRate} is the full GST rate in percent. */
    @Schema(name = "NoteLine")
    record Line(
            int lineNo,
            String invoiceNumber,
            int invoiceLineNo,
            String sku,
            String description,
            String hsn,
            @Schema(description = "Zero where only the value changes") BigDecimal quantity,
            String unit,
            BigDecimal unitPrice,
            BigDecimal taxableValue,
            BigDecimal taxRate,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst,
            BigDecimal tax) {

        static List<Line> of(List<TaxNote.Line> lines, TaxComputation computed) {
            return IntStream.range(0, lines.size())
                    .mapToObj(at -> of(lines.get(at), computed.lines().get(at)))
                    .toList();
        }

        private static Line of(TaxNote.Line line, TaxComputation.Line tax) {
            return new Line(
                    line.lineNo(),
                    line.invoiceNumber(),
                    line.invoiceLineNo(),
                    line.sku(),
                    line.description(),
                    line.hsn(),
                    line.quantity().plain(),
                    line.unit(),
                    line.unitPrice().amount(),
                    tax.taxableValue(),
                    tax.rate(),
                    tax.cgst(),
                    tax.sgst(),
                    tax.igst(),
                    tax.tax());
        }
    }

    @Schema(name = "NoteTotals")
    record Totals(
            BigDecimal taxableValue,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst,
            BigDecimal roundOff,
            BigDecimal grandTotal) {

        static Totals of(TaxComputation tax) {
            return new Totals(tax.taxableValue(), tax.cgst(), tax.sgst(), tax.igst(), tax.roundOff(), tax.grandTotal());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ItcEntry")
    record Itc(ItcStatus status, LocalDate on, String remark, String recordedBy) {

        static Itc of(ItcEntry entry) {
            return new Itc(entry.status(), entry.on(), entry.remark(), entry.recordedBy());
        }
    }

    static NoteJson of(TaxNote note, List<ItcEntry> entries) {
        return new NoteJson(
                note.number(),
                note.kind(),
                note.title(),
                note.dealNumber(),
                note.orderNumber(),
                note.returnNumber(),
                note.buyerCode(),
                note.buyerName(),
                note.buyerGstin(),
                note.sellerGstin(),
                note.issuedOn(),
                note.dueOn(),
                note.reason(),
                note.reason().label(),
                note.remark(),
                note.commercial(),
                note.currency(),
                note.exchangeRate(),
                note.placeOfSupplyCode(),
                note.placeOfSupplyName(),
                note.nature(),
                note.invoices().stream().map(Original::of).toList(),
                Line.of(note.lines(), note.tax()),
                Totals.of(note.tax()),
                Totals.of(note.taxInRupees()),
                entries.isEmpty()
                        ? ItcStatus.NOT_ASKED
                        : entries.get(entries.size() - 1).status(),
                entries.stream().map(Itc::of).toList(),
                note.documentId(),
                "/api/v1/documents/" + note.documentId());
    }

    /** What finance wants to credit or debit. */
    @Schema(name = "NoteRequest")
    record Request(
            @NotNull NoteReason reason,
            String remark,
            @NotNull @Size(min = 1, max = 500) List<@Valid @NotNull RequestLine> lines) {

        NoteRequest request() {
            return new NoteRequest(
                    reason,
                    remark,
                    lines.stream()
                            .map(line -> new NoteRequest.Line(
                                    line.invoiceNumber(),
                                    line.invoiceLineNo(),
                                    line.quantity(),
                                    line.unitPrice(),
                                    line.amount()))
                            .toList());
        }
    }

    @Schema(name = "NoteRequestLine", description = "With one of the three figures")
    record RequestLine(
            @NotBlank String invoiceNumber,
            int invoiceLineNo,
            @Schema(description = "Of goods returned or short") BigDecimal quantity,
            @Schema(description = "What a unit should have cost") BigDecimal unitPrice,
            @Schema(description = "Taxable value to credit or debit") BigDecimal amount) {

        static RequestLine of(NoteRequest.Line line) {
            return new RequestLine(
                    line.invoiceNumber(), line.invoiceLineNo(), line.quantity(), line.unitPrice(), line.amount());
        }
    }

    /** What a note would come to. */
    @Schema(name = "NotePreview")
    record Preview(NoteKind kind, String title, boolean commercial, List<Line> lines, Totals totals, Totals inRupees) {

        static Preview of(NotePreview preview) {
            return new Preview(
                    preview.kind(),
                    preview.kind().title(),
                    preview.commercial(),
                    Line.of(preview.lines(), preview.tax()),
                    Totals.of(preview.tax()),
                    Totals.of(preview.taxInRupees()));
        }
    }

    /** A note that is asked for; its amounts are those of now while it is open. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NoteDraft")
    record Draft(
            String number,
            NoteDraft.Status status,
            NoteKind kind,
            String title,
            NoteReason reason,
            String reasonLabel,
            String remark,
            String dealNumber,
            String orderNumber,
            String returnNumber,
            String buyerName,
            String draftedBy,
            String decidedBy,
            String decisionNote,
            Boolean commercial,
            String currency,
            BigDecimal taxableValue,
            BigDecimal tax,
            BigDecimal total,
            @Schema(description = "What was drafted, with the one of the three figures that was given")
                    List<RequestLine> asked,
            List<Line> lines,
            String noteNumber,
            String noteHref) {

        /** @param preview null where it is not possible any more, or over */
        static Draft of(NoteDraft draft, NotePreview preview) {
            return new Draft(
                    draft.number(),
                    draft.status(),
                    draft.kind(),
                    draft.kind().title(),
                    draft.reason(),
                    draft.reason().label(),
                    draft.request().remark(),
                    draft.dealNumber(),
                    draft.orderNumber(),
                    draft.returnNumber(),
                    draft.buyerName(),
                    draft.draftedBy(),
                    draft.decidedBy(),
                    draft.decisionNote(),
                    preview == null ? null : preview.commercial(),
                    draft.amount().currency().getCurrencyCode(),
                    preview == null ? null : preview.tax().taxableValue(),
                    preview == null ? null : preview.tax().taxCharged(),
                    preview == null
                            ? draft.amount().toDocumentScale()
                            : preview.tax().grandTotal(),
                    draft.request().lines().stream().map(RequestLine::of).toList(),
                    preview == null ? List.of() : Line.of(preview.lines(), preview.tax()),
                    draft.noteNumber(),
                    draft.noteNumber() == null ? null : "/api/v1/notes/" + draft.noteNumber());
        }
    }

    @Schema(name = "ItcReversal")
    record Reversal(@NotNull ItcStatus status, @NotNull LocalDate on, String remark) {}
}
