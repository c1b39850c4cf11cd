package io.tradeflow.payment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.document.CsvLines;
import io.tradeflow.kernel.Actor;
import io.tradeflow.payment.AccountMovement;
import io.tradeflow.payment.AccountStatement;
import io.tradeflow.payment.AccountStatements;
import io.tradeflow.payment.Ageing;
import io.tradeflow.payment.SentStatement;
import io.tradeflow.payment.StatementMails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Buyers' accounts over HTTP: ageing for staff, the statement for staff and the buyer itself. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "Payments", description = "Money received, and what is still to pay")
class AccountResource {

    private static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "group",
            "currency",
            "current",
            "days_1_30",
            "days_31_60",
            "days_61_90",
            "over_90",
            "unapplied",
            "total");

    private final AccountStatements accounts;
    private final StatementMails mails;
    private final Clock clock;

    AccountResource(AccountStatements accounts, StatementMails mails, Clock clock) {
        this.accounts = accounts;
        this.mails = mails;
        this.clock = clock;
    }

    @GetMapping("/ageing")
    @Operation(summary = "What is open by days overdue, as of a day, by buyer or by group; staff only")
    List<AgeingJson> ageing(
            Actor.Staff by,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf,
            @RequestParam(defaultValue = "false") boolean groups) {
        return rows(by, asOf, groups).stream().map(AgeingJson::of).toList();
    }

    @GetMapping(value = "/ageing.csv", produces = "text/csv")
    @Operation(summary = "The same as CSV")
    ResponseEntity<byte[]> ageingAsCsv(
            Actor.Staff by,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf,
            @RequestParam(defaultValue = "false") boolean groups) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        CsvLines csv = new CsvLines(file, COLUMNS, false);
        rows(by, asOf, groups).forEach(row -> csv.row(cells(row)));
        csv.end();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ageing.csv\"")
                .body(file.toByteArray());
    }

    private List<Ageing> rows(Actor by, LocalDate asOf, boolean groups) {
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        return groups ? accounts.ageingOfGroups(by, day) : accounts.ageing(by, day);
    }

    private static List<String> cells(Ageing row) {
        return List.of(
                row.code(),
                row.name(),
                row.groupCode() == null ? "" : row.groupCode(),
                row.currency(),
                row.current().toDocumentScale().toPlainString(),
                row.upTo30().toDocumentScale().toPlainString(),
                row.upTo60().toDocumentScale().toPlainString(),
                row.upTo90().toDocumentScale().toPlainString(),
                row.over90().toDocumentScale().toPlainString(),
                row.unapplied().toDocumentScale().toPlainString(),
                row.total().toDocumentScale().toPlainString());
    }

    @GetMapping("/{buyerCode}/statement")
    @Operation(summary = "A buyer's statement of account for a period; staff, the buyer its own")
    StatementJson statement(
            Actor by,
            @PathVariable String buyerCode,
            @RequestParam(required = false) String currency,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        return StatementJson.of(accounts.statement(by, buyerCode, currency(by, buyerCode, currency), from, to));
    }

    @GetMapping(value = "/{buyerCode}/statement.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The same as PDF")
    ResponseEntity<byte[]> pdf(
            Actor by,
            @PathVariable String buyerCode,
            @RequestParam(required = false) String currency,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .body(accounts.pdf(by, buyerCode, currency(by, buyerCode, currency), from, to));
    }

    @PostMapping("/{buyerCode}/statement-mails")
    @Operation(
            summary = "Mail a statement of account to the buyer; finance only",
            description = "The same request for the same account and period is mailed once.")
    @ResponseStatus(HttpStatus.CREATED)
    SentStatementJson mail(Actor.Staff by, @PathVariable String buyerCode, @Valid @RequestBody StatementToMail asked) {
        return SentStatementJson.of(mails.send(
                by, buyerCode, currency(by, buyerCode, asked.currency()), asked.from(), asked.to(), asked.request()));
    }

    record StatementToMail(
            @Schema(description = "Absent for the buyer's first") String currency,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Schema(description = "Chosen by who asks, so that a repeat is not mailed again") @NotBlank
                    String request) {}

    @Schema(name = "SentStatement")
    record SentStatementJson(
            String number,
            String buyerCode,
            String currency,
            LocalDate from,
            LocalDate to,
            String recipient,
            long documentId,
            Instant requestedAt) {

        static SentStatementJson of(SentStatement sent) {
            return new SentStatementJson(
                    sent.number(),
                    sent.buyerCode(),
                    sent.currency(),
                    sent.from(),
                    sent.to(),
                    sent.recipient(),
                    sent.documentId(),
                    sent.requestedAt());
        }
    }

    private String currency(Actor by, String buyerCode, String currency) {
        return currency == null ? accounts.currencies(by, buyerCode).get(0) : currency;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Ageing")
    record AgeingJson(
            String code,
            String name,
            String groupCode,
            String currency,
            BigDecimal current,
            BigDecimal days1to30,
            BigDecimal days31to60,
            BigDecimal days61to90,
            BigDecimal over90,
            BigDecimal unapplied,
            BigDecimal total) {

        static AgeingJson of(Ageing row) {
            return new AgeingJson(
                    row.code(),
                    row.name(),
                    row.groupCode(),
                    row.currency(),
                    row.current().toDocumentScale(),
                    row.upTo30().toDocumentScale(),
                    row.upTo60().toDocumentScale(),
                    row.upTo90().toDocumentScale(),
                    row.over90().toDocumentScale(),
                    row.unapplied().toDocumentScale(),
                    row.total().toDocumentScale());
        }
    }

    @Schema(name = "StatementOfAccount")
    record StatementJson(
            String buyerCode,
            String currency,
            LocalDate from,
            LocalDate to,
            BigDecimal opening,
            List<LineJson> lines,
            BigDecimal closing,
            @Schema(description = "To be paid back and not paid yet; the closing balance still holds it")
                    BigDecimal owedBack,
            AgeingJson ageing) {

        static StatementJson of(AccountStatement statement) {
            return new StatementJson(
                    statement.buyerCode(),
                    statement.currency(),
                    statement.from(),
                    statement.to(),
                    statement.opening().toDocumentScale(),
                    statement.lines().stream().map(LineJson::of).toList(),
                    statement.closing().toDocumentScale(),
                    statement.owedBack().toDocumentScale(),
                    AgeingJson.of(statement.ageing()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AccountMovement")
    record LineJson(
            LocalDate day,
            AccountMovement.Kind kind,
            String number,
            String text,
            @Schema(description = "What a colleague wrote about it; staff only") String reason,
            @Schema(description = "Positive where the buyer owes more") BigDecimal change,
            BigDecimal balance) {

        static LineJson of(AccountStatement.Line line) {
            return new LineJson(
                    line.movement().day(),
                    line.movement().kind(),
                    line.movement().number(),
                    line.movement().text(),
                    line.movement().reason(),
                    line.movement().change().toDocumentScale(),
                    line.balance().toDocumentScale());
        }
    }
}
