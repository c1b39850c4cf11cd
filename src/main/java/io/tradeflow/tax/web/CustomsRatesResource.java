package io.tradeflow.tax.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.kernel.Actor;
import io.tradeflow.tax.CustomsRate;
import io.tradeflow.tax.CustomsRates;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Customs exchange rates over HTTP, for staff; finance enters them. */
@RestController
@RequestMapping("/api/v1/customs-rates")
@Tag(name = "Tax data", description = "GST rates and exchange rates by date; staff read them, finance enters them")
class CustomsRatesResource {

    private final CustomsRates rates;

    CustomsRatesResource(CustomsRates rates) {
        this.rates = rates;
    }

    @GetMapping
    @Operation(summary = "List all exchange rates for customs")
    List<CustomsRate> all(Actor.Staff by) {
        return rates.all();
    }

    @PutMapping
    @Operation(summary = "Enter an exchange rate from a date on; finance only")
    CustomsRate save(Actor.Staff by, @Valid @RequestBody Entry entry) {
        return rates.save(by, new CustomsRate(entry.currency(), entry.validFrom(), entry.rate(), entry.source()));
    }

    /** {@code rate} is INR for one unit of the currency; {@code validFrom} the first day it counts. */
    record Entry(
            @NotBlank String currency,
            @NotNull LocalDate validFrom,
            @NotNull BigDecimal rate,
            @NotBlank String source) {}
}
