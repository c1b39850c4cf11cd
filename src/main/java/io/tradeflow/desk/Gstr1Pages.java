package io.tradeflow.desk;

import io.tradeflow.accounting.Gstr1;
import io.tradeflow.accounting.Gstr1Returns;
import io.tradeflow.accounting.Gstr1Table;
import io.tradeflow.accounting.Period;
import io.tradeflow.accounting.SalesRegister;
import io.tradeflow.accounting.ShownRegister;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.screen.AskedDays;
import io.tradeflow.screen.TypedForm;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The return of supplies by month or quarter, and the sales register: finance looks and takes the files. */
@Controller
class Gstr1Pages {

    private static final String GSTR1 = "/desk/accounts/gstr-1";
    private static final int MONTHS = 18;
    /** What a person reads on a page; the rest is in the file. */
    private static final int SHOWN_ROWS = 500;

    private final Gstr1Returns returns;
    private final SalesRegister register;
    private final ShownRegister shownRegister;
    private final Clock clock;

    Gstr1Pages(Gstr1Returns returns, SalesRegister register, ShownRegister shownRegister, Clock clock) {
        this.returns = returns;
        this.register = register;
        this.shownRegister = shownRegister;
        this.clock = clock;
    }

    @GetMapping(GSTR1)
    String tables(
            Actor.Staff by,
            @RequestParam(required = false) String gstin,
            @RequestParam(required = false) String period,
            Model model) {
        register.requireMayRead(by);
        if (!returns.gstins().isEmpty()) {
            showOrTell(by, gstin, period, model);
        }
        model.addAttribute("gstins", returns.gstins());
        model.addAttribute("periods", Period.upTo(LocalDate.now(clock), MONTHS));
        return "desk/gstr1";
    }

    @GetMapping(GSTR1 + "/{table}")
    String rows(
            Actor.Staff by,
            @PathVariable Gstr1Table table,
            @RequestParam(required = false) String gstin,
            @RequestParam(required = false) String period,
            Model model) {
        register.requireMayRead(by);
        if (returns.gstins().isEmpty()) {
            return "redirect:" + GSTR1;
        }
        Gstr1 gstr1 = showOrTell(by, gstin, period, model);
        model.addAttribute("section", gstr1.section(table));
        model.addAttribute("sheet", returns.sheet(gstr1, table));
        model.addAttribute("most", SHOWN_ROWS);
        return "desk/gstr1-table";
    }

    /** For spreadsheets. */
    @GetMapping(GSTR1 + "/{table}.csv")
    void csv(
            Actor.Staff by,
            @PathVariable Gstr1Table table,
            @RequestParam String gstin,
            @RequestParam String period,
            HttpServletResponse answer)
            throws IOException {
        Gstr1 gstr1 = returns.of(by, gstin, Period.parse(period));
        file(answer, "text/csv;charset=UTF-8", returns.fileName(gstr1) + "-" + table + ".csv");
        returns.writeCsv(gstr1, table, answer.getOutputStream(), true);
    }

    @GetMapping(GSTR1 + ".zip")
    void zip(Actor.Staff by, @RequestParam String gstin, @RequestParam String period, HttpServletResponse answer)
            throws IOException {
        Gstr1 gstr1 = returns.of(by, gstin, Period.parse(period));
        file(answer, "application/zip", returns.fileName(gstr1) + ".zip");
        returns.writeZip(gstr1, answer.getOutputStream());
    }

    @GetMapping(GSTR1 + ".json")
    void json(Actor.Staff by, @RequestParam String gstin, @RequestParam String period, HttpServletResponse answer)
            throws IOException {
        Gstr1 gstr1 = returns.of(by, gstin, Period.parse(period));
        file(answer, "application/json", returns.fileName(gstr1) + ".json");
        returns.writeJson(gstr1, answer.getOutputStream());
    }

    /** What is asked for wrongly is said beside its field; the page then shows what it shows to who asks for nothing. */
    private Gstr1 showOrTell(Actor.Staff by, String gstin, String period, Model model) {
        try {
            return show(by, gstin, period, model);
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            return show(by, null, null, model);
        }
    }

    private Gstr1 show(Actor.Staff by, String gstin, String period, Model model) {
        Period of = period == null ? Period.of(YearMonth.from(LocalDate.now(clock))) : Period.parse(period);
        Gstr1 gstr1 = returns.of(by, gstin == null ? returns.gstins().get(0) : gstin, of);
        model.addAttribute("gstr1", gstr1);
        return gstr1;
    }

    @GetMapping("/desk/accounts/register")
    String register(Actor.Staff by, @RequestParam Map<String, String> fields, Model model) {
        register.requireMayRead(by);
        Period month = Period.of(YearMonth.from(LocalDate.now(clock)));
        TypedForm typed = new TypedForm(fields);
        SalesRegister.By asked = typed.choice("by", SalesRegister.By.class);
        Integer page = typed.wholeNumber("page");
        AskedDays days = AskedDays.of(typed, "from", "until", month.until());
        days.tell(fields, model);
        Period period = new Period(days.first() == null ? days.last().withDayOfMonth(1) : days.first(), days.last());
        SalesRegister.By split = asked == null ? SalesRegister.By.RATE : asked;
        model.addAttribute("from", period.from());
        model.addAttribute("until", period.until());
        model.addAttribute("split", split);
        model.addAttribute("shown", shownRegister.page(by, period, split, page == null ? 0 : page));
        return "desk/sales-register";
    }

    @GetMapping("/desk/accounts/sales-register.csv")
    void registerFile(
            Actor.Staff by,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(name = "by", defaultValue = "RATE") SalesRegister.By split,
            HttpServletResponse answer)
            throws IOException {
        register.requireMayRead(by);
        Period period = new Period(from, until);
        file(answer, "text/csv;charset=UTF-8", "sales-register-" + period.key() + ".csv");
        register.write(by, period, split, answer.getOutputStream(), true);
    }

    private static void file(HttpServletResponse answer, String type, String name) {
        answer.setContentType(type);
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }
}
