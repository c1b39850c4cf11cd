package io.tradeflow.portal;

import io.tradeflow.kernel.Actor;
import io.tradeflow.payment.AccountStatements;
import io.tradeflow.screen.AskedDays;
import io.tradeflow.screen.TypedForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The statement of account as the buyer sees its own. */
@Controller
class AccountPage {

    private static final int MONTHS_SHOWN = 3;

    private final AccountStatements accounts;
    private final Clock clock;

    AccountPage(AccountStatements accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/portal/account")
    String statement(Actor.BuyerUser by, @RequestParam Map<String, String> fields, Model model) {
        List<String> currencies = accounts.currencies(by, by.buyerCode());
        AskedDays days = AskedDays.of(new TypedForm(fields), "from", "to", LocalDate.now(clock));
        days.tell(fields, model);
        LocalDate begin =
                days.first() == null ? days.last().minusMonths(MONTHS_SHOWN).withDayOfMonth(1) : days.first();
        String currency = currencies.stream()
                .filter(one -> one.equals(fields.get("currency")))
                .findFirst()
                .orElse(currencies.get(0));
        model.addAttribute("currencies", currencies);
        model.addAttribute("statement", accounts.statement(by, by.buyerCode(), currency, begin, days.last()));
        return "portal/account";
    }

    @GetMapping("/portal/account/statement.pdf")
    ResponseEntity<byte[]> pdf(
            Actor.BuyerUser by,
            @RequestParam String currency,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"statement-of-account.pdf\"")
                .body(accounts.pdf(by, by.buyerCode(), currency, from, to));
    }
}
