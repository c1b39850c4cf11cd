package io.tradeflow.accounting.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.accounting.Amounts;
import io.tradeflow.accounting.Gstr1;
import io.tradeflow.accounting.Gstr1Returns;
import io.tradeflow.accounting.Gstr1Table;
import io.tradeflow.accounting.Period;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The return of supplies over HTTP, for finance. */
@RestController
@RequestMapping("/api/v1/accounting/gstr-1")
@Tag(name = "Accounting", description = "GSTR-1, sales register and journal for the accountant; finance only")
class Gstr1Resource {

    private final Gstr1Returns returns;

    Gstr1Resource(Gstr1Returns returns) {
        this.returns = returns;
    }

    @GetMapping
    @Operation(summary = "Totals of GSTR-1 by table, their differences to the documents, and what documents lack")
    ReturnJson totals(Actor.Staff by, @RequestParam String gstin, @RequestParam String period) {
        return ReturnJson.of(returns.of(by, gstin, Period.parse(period)));
    }

    @GetMapping("/return.json")
    @Operation(summary = "GSTR-1 in the shape of the portal's offline tool")
    JsonNode json(Actor.Staff by, @RequestParam String gstin, @RequestParam String period) {
        return returns.json(returns.of(by, gstin, Period.parse(period)));
    }

    @GetMapping("/return.zip")
    @Operation(summary = "All tables of GSTR-1 as CSV, and the JSON, in one file")
    void zip(Actor.Staff by, @RequestParam String gstin, @RequestParam String period, HttpServletResponse answer)
            throws IOException {
        Gstr1 gstr1 = returns.of(by, gstin, Period.parse(period));
        CsvAnswer.of(answer, "application/zip", returns.fileName(gstr1) + ".zip");
        returns.writeZip(gstr1, answer.getOutputStream());
    }

    @GetMapping("/{table}.csv")
    @Operation(summary = "One table of GSTR-1 as CSV: b2b, b2cl, exp, b2cs, nil, cdnr, cdnur, at, txpd, hsn or docs")
    void csv(
            Actor.Staff by,
            @PathVariable String table,
            @RequestParam String gstin,
            @RequestParam String period,
            HttpServletResponse answer)
            throws IOException {
        Gstr1Table of = table(table);
        Gstr1 gstr1 = returns.of(by, gstin, Period.parse(period));
        CsvAnswer.named(answer, returns.fileName(gstr1) + "-" + table);
        returns.writeCsv(gstr1, of, answer.getOutputStream(), false);
    }

    private static Gstr1Table table(String name) {
        return Arrays.stream(Gstr1Table.values())
                .filter(table -> table.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("table", name));
    }

    @Schema(name = "Gstr1")
    record ReturnJson(
            String gstin,
            LocalDate from,
            LocalDate until,
            @Schema(description = "Whether every table says what its documents say") boolean agrees,
            int documents,
            Amounts all,
            List<TableJson> tables,
            List<Gstr1.Gap> gaps) {

        static ReturnJson of(Gstr1 gstr1) {
            return new ReturnJson(
                    gstr1.gstin(),
                    gstr1.period().from(),
                    gstr1.period().until(),
                    gstr1.agrees(),
                    gstr1.documents(),
                    gstr1.all(),
                    gstr1.sections().stream().map(TableJson::of).toList(),
                    gstr1.gaps());
        }
    }

    @Schema(name = "Gstr1Table")
    record TableJson(
            Gstr1Table table,
            String place,
            String title,
            int rows,
            Amounts total,
            Amounts difference,
            String whyEmpty) {

        static TableJson of(Gstr1.Section section) {
            return new TableJson(
                    section.table(),
                    section.table().place(),
                    section.table().title(),
                    section.rows().size(),
                    section.total(),
                    section.difference(),
                    section.table().whyEmpty());
        }
    }
}
