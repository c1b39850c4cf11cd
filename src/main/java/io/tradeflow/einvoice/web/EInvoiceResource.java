package io.tradeflow.einvoice.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.einvoice.CancellationAsked;
import io.tradeflow.einvoice.EInvoice;
import io.tradeflow.einvoice.EInvoice.State;
import io.tradeflow.einvoice.EInvoiceCancellations;
import io.tradeflow.einvoice.EInvoiceDuties;
import io.tradeflow.einvoice.EInvoiceDuty;
import io.tradeflow.einvoice.EInvoices;
import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** E-invoices over HTTP, by their invoice reference number; for staff. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "E-invoices", description = "Tax documents registered with the portal (CGST rule 48(4))")
class EInvoiceResource {

    private final EInvoices eInvoices;
    private final EInvoiceCancellations cancellations;
    private final EInvoiceDuties duties;

    EInvoiceResource(EInvoices eInvoices, EInvoiceCancellations cancellations, EInvoiceDuties duties) {
        this.eInvoices = eInvoices;
        this.cancellations = cancellations;
        this.duties = duties;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "EInvoice")
    record EInvoiceJson(
            String irn,
            @Schema(description = "INV, CRN or DBN") String documentType,
            String documentNumber,
            String dealNumber,
            String buyerCode,
            String buyerName,
            String buyerGstin,
            String sellerGstin,
            LocalDate issuedOn,
            @Schema(description = "INR, as printed") BigDecimal total,
            State state,
            @Schema(description = "What a person has to clear up") String problem,
            @Schema(description = "The portal's code of the problem") String problemCode,
            @Schema(description = "The last day on which the portal takes it") LocalDate uploadUntil,
            String ackNo,
            Instant ackAt,
            String signedQrCode,
            @Schema(description = "Absent where the portal's key is not known here") Boolean signatureVerified,
            @Schema(description = "Until when it can be cancelled") Instant cancelUntil,
            String waivedBecause,
            Instant cancelledAt,
            Integer cancelCode,
            String cancelRemark) {}

    @Schema(name = "EInvoiceCancellation")
    record CancellationJson(
            @Schema(description = "1 duplicate, 2 data entry mistake, 3 order cancelled, 4 others") int code,
            @Schema(description = "Needed for code 4") String remark,
            @Schema(
                            description =
                                    "When the portal cancelled it, where a person did that there; within its time to cancel")
                    Instant cancelledAt,
            @Schema(description = "What proves that, where it is told after the time to cancel") String proof) {}

    @Schema(name = "EInvoiceDuty")
    record DutyJson(
            LocalDate validFrom,
            boolean applies,
            @Schema(description = "Absent without limit") Integer uploadWithinDays,
            @Schema(description = "24 if absent") Integer cancelWithinHours,
            String source) {}

    private static final int USUAL_HOURS = 24;

    private EInvoiceJson json(EInvoice eInvoice) {
        EInvoice.Acknowledgement acknowledged = eInvoice.acknowledgement();
        EInvoice.Cancellation cancelled = eInvoice.cancellation();
        return new EInvoiceJson(
                eInvoice.irn(),
                eInvoice.documentType(),
                eInvoice.documentNumber(),
                eInvoice.dealNumber(),
                eInvoice.buyerCode(),
                eInvoice.buyerName(),
                eInvoice.buyerGstin(),
                eInvoice.sellerGstin(),
                eInvoice.issuedOn(),
                eInvoice.total(),
                eInvoice.state(),
                eInvoice.problem(),
                eInvoice.problemCode(),
                eInvoices.uploadUntil(eInvoice.issuedOn()).orElse(null),
                acknowledged == null ? null : acknowledged.number(),
                acknowledged == null ? null : acknowledged.at(),
                acknowledged == null ? null : acknowledged.signedQrCode(),
                acknowledged == null ? null : acknowledged.signatureVerified(),
                cancellations.until(eInvoice),
                eInvoice.waivedBecause(),
                cancelled == null ? null : cancelled.at(),
                cancelled == null ? null : cancelled.code(),
                cancelled == null ? null : cancelled.remark());
    }

    @GetMapping("/e-invoices")
    @Operation(
            summary = "List e-invoices, the latest first; by state and deal",
            description = "Finance, sales, operations")
    List<EInvoiceJson> list(
            Actor.Staff by,
            @RequestParam(defaultValue = "") List<State> state,
            @RequestParam(required = false) String deal) {
        return eInvoices.list(by, state, deal).stream().map(this::json).toList();
    }

    @GetMapping("/e-invoices/{irn}")
    @Operation(summary = "Read an e-invoice")
    EInvoiceJson eInvoice(Actor.Staff by, @PathVariable String irn) {
        eInvoices.exchanges(by, irn);
        return json(eInvoices.eInvoice(irn));
    }

    @GetMapping("/e-invoices/{irn}/request.json")
    @Operation(
            summary = "The file for the portal (FORM GST INV-01), checked against our schema",
            description = "409 e-invoice-not-ready where it is not fit for the portal")
    ResponseEntity<JsonNode> request(Actor.Staff by, @PathVariable String irn) {
        return file(eInvoices.eInvoice(irn).documentNumber() + "-e-invoice.json", eInvoices.request(by, irn));
    }

    @GetMapping("/e-invoices/bundle.json")
    @Operation(
            summary =
                    "The files of all that are to be registered, oldest first, at most 100, for the portal's bulk tool")
    ResponseEntity<List<JsonNode>> bundle(Actor.Staff by) {
        return file("e-invoices.json", eInvoices.bundle(by));
    }

    private static <T> ResponseEntity<T> file(String name, T body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }

    @PostMapping("/e-invoices/signed-answers")
    @Operation(
            summary = "Bring what the portal signed: one answer or a list of them, all or none; finance",
            description =
                    "What is known already changes nothing. 422 signed-answers-invalid names each that is not ours")
    List<EInvoices.Recorded> record(Actor.Staff by, @RequestBody JsonNode answers) {
        return eInvoices.record(by, answers.toString());
    }

    @PostMapping("/e-invoices/{irn}/cancellation")
    @Operation(
            summary = "Cancel a registration, and with it the document; finance",
            description =
                    "Over HTTP the portal is told first; by hand it was cancelled there before. Told after its time to cancel,"
                            + " cancelledAt is needed and, by hand, proof")
    EInvoiceJson cancel(Actor.Staff by, @PathVariable String irn, @RequestBody CancellationJson sent) {
        return json(cancellations.cancel(
                by, irn, new CancellationAsked(sent.code(), sent.remark(), sent.cancelledAt(), sent.proof())));
    }

    @GetMapping("/e-invoice-duty")
    @Operation(summary = "From which days on the company registers its documents")
    List<DutyJson> duty(Actor.Staff by) {
        return duties.all().stream()
                .map(duty -> new DutyJson(
                        duty.validFrom(),
                        duty.applies(),
                        duty.uploadWithinDays(),
                        duty.cancelWithinHours(),
                        duty.source()))
                .toList();
    }

    @PutMapping("/e-invoice-duty")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Enter whether it does from a day on; finance and administrators")
    void enter(Actor.Staff by, @RequestBody DutyJson sent) {
        duties.enter(
                by,
                new EInvoiceDuty(
                        sent.validFrom(),
                        sent.applies(),
                        sent.uploadWithinDays(),
                        sent.cancelWithinHours() == null ? USUAL_HOURS : sent.cancelWithinHours(),
                        sent.source()));
    }
}
