package io.tradeflow.desk;

import io.tradeflow.accounting.Gstr1;
import io.tradeflow.accounting.Gstr1Returns;
import io.tradeflow.accounting.Gstr1Table;
import io.tradeflow.accounting.Period;
import io.tradeflow.accounting.SalesRegister;
import io.tradeflow.kernel.Actor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
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
    private final Clock clock;

    Gstr1Pages(Gstr1Returns returns, SalesRegister register, Clock clock) {
        this.returns = returns;
        this.register = register;
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
            show(by, gstin, period, model);
        }
        model.addAttribute("gstins", returns.gstins());
        model.addAttribute("periods", Period.upTo(LocalDate.now(clock), MONTHS));
        return "desk/gstr1";
    }

    @GetMapping(GSTR1 + "/{table}")
    String rows(
            Actor.Staff by,
            @PathVariable Gstr1Table table,
            @RequestParam String gstin,
            @RequestParam String period,
            Model model) {
        Gstr1 gstr1 = show(by, gstin, period, model);
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

    private Gstr1 show(Actor.Staff by, String gstin, String period, Model model) {
        Period of = period == null ? Period.of(YearMonth.from(LocalDate.now(clock))) : Period.parse(period);
        Gstr1 gstr1 = returns.of(by, gstin == null ? returns.gstins().get(0) : gstin, of);
        model.addAttribute("gstr1", gstr1);
        return gstr1;
    }

    @GetMapping("/desk/accounts/register")
    String register(Actor.Staff by, Model model) {
        register.requireMayRead(by);
        Period month = Period.of(YearMonth.from(LocalDate.now(clock)));
        model.addAttribute("from", month.from());
        model.addAttribute("until", month.until());
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
