package io.tradeflow.ewaybill.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.ewaybill.EwayRules;
import io.tradeflow.ewaybill.EwayThreshold;
import io.tradeflow.ewaybill.Port;
import io.tradeflow.ewaybill.Ports;
import io.tradeflow.kernel.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules of e-way bills that are data; staff read them, finance enters them. */
@RestController
@RequestMapping("/api/v1/eway-rules")
@Tag(
        name = "Tax data",
        description = "GST rates, e-way bill thresholds and exchange rates by date; finance enters them")
class EwayRuleResource {

    private final EwayRules rules;
    private final Ports ports;

    EwayRuleResource(EwayRules rules, Ports ports) {
        this.rules = rules;
        this.ports = ports;
    }

    @Schema(name = "EwayThresholdEntry")
    record Entry(
            @NotNull EwayThreshold.Movement movement,
            @NotBlank @Schema(description = "Two digits, or * for every State without a row of its own")
                    String stateCode,
            @NotNull @Schema(description = "INR; a consignment worth more needs an e-way bill") BigDecimal amount,
            @NotNull LocalDate validFrom,
            @NotBlank String source) {}

    @Schema(name = "PortEntry")
    record PortEntry(String name, String line1, String city, String stateCode, String pin, Boolean active) {}

    @GetMapping("/thresholds")
    @Operation(summary = "List from which value on goods need an e-way bill, by movement, State and time")
    List<EwayThreshold> thresholds(Actor.Staff by) {
        return rules.thresholds();
    }

    @PutMapping("/thresholds")
    @Operation(summary = "Enter a threshold from a date on; finance only")
    List<EwayThreshold> enter(Actor.Staff by, @Valid @RequestBody Entry entry) {
        rules.enter(
                by,
                new EwayThreshold(
                        entry.movement(), entry.stateCode(), entry.amount(), entry.validFrom(), null, entry.source()));
        return rules.thresholds();
    }

    @GetMapping("/ports")
    @Operation(summary = "List the ports of loading")
    List<Port> ports(Actor.Staff by) {
        return ports.all();
    }

    @PutMapping("/ports/{code}")
    @Operation(summary = "Keep a port of loading under its code; finance only")
    Port save(Actor.Staff by, @PathVariable String code, @RequestBody PortEntry sent) {
        return ports.save(
                by,
                new Port(
                        code,
                        sent.name(),
                        sent.line1(),
                        sent.city(),
                        sent.stateCode(),
                        sent.pin(),
                        !Boolean.FALSE.equals(sent.active())));
    }
}
