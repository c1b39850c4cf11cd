package io.tradeflow.payment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.kernel.Actor;
import io.tradeflow.payment.WriteOff;
import io.tradeflow.payment.WriteOffs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Write-offs over HTTP; finance asks for them, the decision is a task. */
@RestController
@RequestMapping("/api/v1/write-offs")
@Tag(name = "Payments", description = "Money received, and what is still to pay")
class WriteOffResource {

    private final WriteOffs writeOffs;

    WriteOffResource(WriteOffs writeOffs) {
        this.writeOffs = writeOffs;
    }

    @GetMapping
    @Operation(summary = "List write-offs, the latest first; staff only")
    List<WriteOffJson> all(Actor.Staff by) {
        return writeOffs.all().stream().map(WriteOffJson::of).toList();
    }

    @GetMapping("/{number}")
    @Operation(summary = "Look at a write-off; staff only")
    WriteOffJson one(Actor.Staff by, @PathVariable String number) {
        return WriteOffJson.of(writeOffs.writeOff(number));
    }

    @PostMapping
    @Operation(summary = "Ask for the rest of an open item to be written off; finance only")
    @ResponseStatus(HttpStatus.CREATED)
    WriteOffJson request(Actor.Staff by, @Valid @RequestBody NewWriteOff wanted) {
        return WriteOffJson.of(writeOffs.request(by, wanted.invoiceNumber(), wanted.reason(), wanted.note()));
    }

    @PostMapping("/{number}/withdrawal")
    @Operation(summary = "Withdraw a write-off that is not decided yet; finance only")
    WriteOffJson withdraw(Actor.Staff by, @PathVariable String number) {
        return WriteOffJson.of(writeOffs.withdraw(by, number));
    }

    record NewWriteOff(@NotBlank String invoiceNumber, @NotNull WriteOff.Reason reason, @NotBlank String note) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WriteOff")
    record WriteOffJson(
            String number,
            String invoiceNumber,
            String dealNumber,
            String orderNumber,
            String buyerName,
            BigDecimal amount,
            String currency,
            WriteOff.Reason reason,
            String note,
            String requestedBy,
            Instant requestedAt,
            WriteOff.Status status,
            String decidedBy,
            Instant decidedAt,
            String decisionNote) {

        static WriteOffJson of(WriteOff writeOff) {
            return new WriteOffJson(
                    writeOff.number(),
                    writeOff.invoiceNumber(),
                    writeOff.dealNumber(),
                    writeOff.orderNumber(),
                    writeOff.buyerName(),
                    writeOff.amount().toDocumentScale(),
                    writeOff.amount().currency().getCurrencyCode(),
                    writeOff.reason(),
                    writeOff.note(),
                    writeOff.requestedBy(),
                    writeOff.requestedAt(),
                    writeOff.status(),
                    writeOff.decidedBy(),
                    writeOff.decidedAt(),
                    writeOff.decisionNote());
        }
    }
}
