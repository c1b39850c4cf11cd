package io.tradeflow.tax.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.kernel.Actor;
import io.tradeflow.tax.GstRate;
import io.tradeflow.tax.GstRates;
import io.tradeflow.tax.TaxTreatment;
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

/** GST rates over HTTP, for staff; finance enters them. */
@RestController
@RequestMapping("/api/v1/gst-rates")
@Tag(name = "Tax data", description = "GST rates and exchange rates by date; staff read them, finance enters them")
class GstRatesResource {

    private final GstRates rates;

    GstRatesResource(GstRates rates) {
        this.rates = rates;
    }

    @GetMapping
    @Operation(summary = "List all GST rates")
    List<GstRate> all(Actor.Staff by) {
        return rates.all();
    }

    @PutMapping
    @Operation(summary = "Enter a GST rate from a date on; finance only")
    GstRate save(Actor.Staff by, @Valid @RequestBody Entry entry) {
        return rates.save(
                by,
                new GstRate(
                        entry.hsnPrefix(), entry.treatment(), entry.rate(), entry.validFrom(), null, entry.source()));
    }

    /** {@code rate} is the full rate in percent; {@code validFrom} the first day it counts. */
    record Entry(
            @NotBlank String hsnPrefix,
            @NotNull TaxTreatment treatment,
            @NotNull BigDecimal rate,
            @NotNull LocalDate validFrom,
            @NotBlank String source) {}
}
