package io.tradeflow.desk;

import io.tradeflow.kernel.Actor;
import io.tradeflow.party.Parties;
import io.tradeflow.payment.AccountStatements;
import io.tradeflow.payment.Ageing;
import io.tradeflow.payment.SentStatement;
import io.tradeflow.payment.StatementMails;
import io.tradeflow.screen.AskedDays;
import io.tradeflow.screen.TypedForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is open by age, and buyers' statements of account. */
@Controller
class AccountPages {

    private static final int MONTHS_SHOWN = 3;

    private final AccountStatements accounts;
    private final StatementMails mails;
    private final Parties parties;
    private final Clock clock;

    AccountPages(AccountStatements accounts, StatementMails mails, Parties parties, Clock clock) {
        this.accounts = accounts;
        this.mails = mails;
        this.parties = parties;
        this.clock = clock;
    }

    @GetMapping("/desk/ageing")
    String ageing(Actor.Staff by, @RequestParam Map<String, String> fields, Model model) {
        AskedDays days = AskedDays.of(new TypedForm(fields), "", "asOf", LocalDate.now(clock));
        days.tell(fields, model);
        LocalDate day = days.last();
        boolean groups = "true".equals(fields.get("groups"));
        List<Ageing> rows = groups ? accounts.ageingOfGroups(by, day) : accounts.ageing(by, day);
        model.addAttribute("rows", rows);
        model.addAttribute("asOf", day);
        model.addAttribute("groups", groups);
        return "desk/ageing";
    }

    @GetMapping("/desk/accounts/{buyerCode}")
    String statement(
            Actor.Staff by, @PathVariable String buyerCode, @RequestParam Map<String, String> fields, Model model) {
        List<String> currencies = accounts.currencies(by, buyerCode);
        AskedDays days = AskedDays.of(new TypedForm(fields), "from", "to", LocalDate.now(clock));
        days.tell(fields, model);
        LocalDate begin =
                days.first() == null ? days.last().minusMonths(MONTHS_SHOWN).withDayOfMonth(1) : days.first();
        String currency = currencies.stream()
                .filter(one -> one.equals(fields.get("currency")))
                .findFirst()
                .orElse(currencies.get(0));
        model.addAttribute("currencies", currencies);
        model.addAttribute("statement", accounts.statement(by, buyerCode, currency, begin, days.last()));
        model.addAttribute("buyer", parties.buyer(buyerCode));
        model.addAttribute("mayMail", by.isIn("finance"));
        model.addAttribute("sent", mails.last(by, buyerCode, currency));
        model.addAttribute("request", UUID.randomUUID());
        return "desk/account";
    }

    @PostMapping("/desk/accounts/{buyerCode}/mails")
    String mail(
            Actor.Staff by,
            @PathVariable String buyerCode,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            LocalDate from = typed.date("from");
            LocalDate to = typed.date("to");
            typed.requireReadable();
            SentStatement sent = mails.send(by, buyerCode, typed.text("currency"), from, to, typed.text("request"));
            return "Statement " + sent.number() + " goes to " + sent.recipient() + ".";
        });
        nextPage.addAttribute("buyerCode", buyerCode);
        for (String field : List.of("currency", "from", "to")) {
            if (typed.text(field) != null) {
                nextPage.addAttribute(field, typed.text(field));
            }
        }
        return "redirect:/desk/accounts/{buyerCode}";
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
