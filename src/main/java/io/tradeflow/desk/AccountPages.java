package io.tradeflow.desk;

import io.tradeflow.kernel.Actor;
import io.tradeflow.payment.AccountStatements;
import io.tradeflow.payment.Ageing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is open by age, and buyers' statements of account. */
@Controller
class AccountPages {

    private static final int MONTHS_SHOWN = 3;

    private final AccountStatements accounts;
    private final Clock clock;

    AccountPages(AccountStatements accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/desk/ageing")
    String ageing(
            Actor.Staff by,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf,
            @RequestParam(defaultValue = "false") boolean groups,
            Model model) {
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        List<Ageing> rows = groups ? accounts.ageingOfGroups(by, day) : accounts.ageing(by, day);
        model.addAttribute("rows", rows);
        model.addAttribute("asOf", day);
        model.addAttribute("groups", groups);
        return "desk/ageing";
    }

    @GetMapping("/desk/accounts/{buyerCode}")
    String statement(
            Actor.Staff by,
            @PathVariable String buyerCode,
            @RequestParam(required = false) String currency,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            Model model) {
        List<String> currencies = accounts.currencies(by, buyerCode);
        LocalDate end = to == null ? LocalDate.now(clock) : to;
        LocalDate begin = from == null ? end.minusMonths(MONTHS_SHOWN).withDayOfMonth(1) : from;
        model.addAttribute("currencies", currencies);
        model.addAttribute(
                "statement",
                accounts.statement(by, buyerCode, currency == null ? currencies.get(0) : currency, begin, end));
        return "desk/account";
    }

    @GetMapping("/desk/accounts/{buyerCode}/statement.pdf")
    ResponseEntity<byte[]> pdf(
            Actor.Staff by,
            @PathVariable String buyerCode,
            @RequestParam String currency,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"statement-of-account.pdf\"")
                .body(accounts.pdf(by, buyerCode, currency, from, to));
    }
}
