package io.tradeflow.desk;

import io.tradeflow.accounting.Journal;
import io.tradeflow.accounting.JournalEntry;
import io.tradeflow.accounting.JournalExport;
import io.tradeflow.accounting.LedgerAccount;
import io.tradeflow.accounting.LedgerAccounts;
import io.tradeflow.accounting.LedgerPurpose;
import io.tradeflow.accounting.Period;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.screen.AskedDays;
import io.tradeflow.screen.TypedForm;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Journal lines for the general ledger and the accounts they go to: finance hands over and keeps. */
@Controller
class JournalPages {

    private static final String JOURNAL = "/desk/accounts/journal";
    private static final String LEDGER = "/desk/accounts/ledger";
    /** What a person reads on a page; the rest is in the file. */
    private static final int SHOWN_ENTRIES = 200;

    private final Journal journal;
    private final LedgerAccounts accounts;
    private final Clock clock;

    JournalPages(Journal journal, LedgerAccounts accounts, Clock clock) {
        this.journal = journal;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping(JOURNAL)
    String journal(Actor.Staff by, @RequestParam Map<String, String> fields, Model model) {
        model.addAttribute("exports", journal.exports(by));
        Period month = Period.of(YearMonth.from(LocalDate.now(clock)));
        AskedDays days = AskedDays.of(new TypedForm(fields), "from", "until", month.until());
        days.tell(fields, model);
        Period period = new Period(days.first() == null ? days.last().withDayOfMonth(1) : days.first(), days.last());
        model.addAttribute("from", period.from());
        model.addAttribute("until", period.until());
        try {
            show(journal.pending(by, period), model);
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            show(List.of(), model);
        }
        return "desk/journal";
    }

    @PostMapping(JOURNAL)
    String export(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        LocalDate from = typed.date("from");
        LocalDate until = typed.date("until");
        typed.submit(nextPage, () -> {
            typed.requireReadable();
            JournalExport export = journal.export(by, new Period(from, until));
            return "File " + export.number() + " holds " + export.entries() + " entries.";
        });
        if (from != null && until != null) {
            nextPage.addAttribute("from", from);
            nextPage.addAttribute("until", until);
        }
        return "redirect:" + JOURNAL;
    }

    @GetMapping(JOURNAL + "/{number}")
    String file(Actor.Staff by, @PathVariable long number, Model model) {
        show(journal.entries(by, number), model);
        model.addAttribute("export", journal.requireExport(number));
        return "desk/journal-export";
    }

    /** For spreadsheets and ledgers. */
    @GetMapping(JOURNAL + "/{number}.csv")
    void csv(Actor.Staff by, @PathVariable long number, HttpServletResponse answer) throws IOException {
        journal.entries(by, number);
        answer.setContentType("text/csv;charset=UTF-8");
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"journal-" + number + ".csv\"");
        journal.write(by, number, answer.getOutputStream(), true);
    }

    private static void show(List<JournalEntry> entries, Model model) {
        model.addAttribute("entries", entries.subList(0, Math.min(entries.size(), SHOWN_ENTRIES)));
        model.addAttribute("count", entries.size());
        model.addAttribute(
                "total",
                entries.stream().map(JournalEntry::total).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add));
    }

    @GetMapping(LEDGER)
    String ledger(Actor.Staff by, Model model) {
        model.addAttribute("accounts", accounts.all(by));
        model.addAttribute("purposes", LedgerPurpose.values());
        model.addAttribute("qualifiers", accounts.qualifiers());
        return "desk/ledger-accounts";
    }

    @PostMapping(LEDGER)
    String enter(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            LedgerPurpose purpose = typed.choice("purpose", LedgerPurpose.class);
            LocalDate from = typed.date("validFrom");
            typed.requireReadable();
            accounts.enter(
                    by,
                    new LedgerAccount(purpose, typed.text("qualifier"), from, typed.text("code"), typed.text("name")));
            return "The account counts from " + from + ".";
        });
        return "redirect:" + LEDGER;
    }
}
