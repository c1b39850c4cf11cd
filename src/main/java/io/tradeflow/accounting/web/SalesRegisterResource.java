package io.tradeflow.accounting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.accounting.Period;
import io.tradeflow.accounting.SalesRegister;
import io.tradeflow.kernel.Actor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sales register over HTTP, for finance. */
@RestController
@Tag(name = "Accounting", description = "GSTR-1, sales register and journal for the accountant; finance only")
class SalesRegisterResource {

    private final SalesRegister register;

    SalesRegisterResource(SalesRegister register) {
        this.register = register;
    }

    @GetMapping("/api/v1/accounting/sales-register.csv")
    @Operation(summary = "All invoices and notes of a period as CSV, a row per document and rate, or also per HSN")
    void csv(
            Actor.Staff by,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(name = "by", defaultValue = "RATE") SalesRegister.By split,
            HttpServletResponse answer)
            throws IOException {
        register.requireMayRead(by);
        Period period = new Period(from, until);
        CsvAnswer.named(answer, "sales-register-" + period.key());
        register.write(by, period, split, answer.getOutputStream(), false);
    }
}
