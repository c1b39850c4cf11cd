package io.tradeflow.desk;

import io.tradeflow.ewaybill.EwayRules;
import io.tradeflow.ewaybill.EwayThreshold;
import io.tradeflow.ewaybill.EwayThreshold.Movement;
import io.tradeflow.ewaybill.Port;
import io.tradeflow.ewaybill.Ports;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.GstStates;
import io.tradeflow.screen.TypedForm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From which value on goods need an e-way bill, by State and time, and the ports of loading: all staff look, finance enters. */
@Controller
class EwayRulePages {

    private static final String RULES = "/desk/eway-rules";

    private final EwayRules rules;
    private final Ports ports;

    EwayRulePages(EwayRules rules, Ports ports) {
        this.rules = rules;
        this.ports = ports;
    }

    @GetMapping(RULES)
    String rules(Actor.Staff by, Model model) {
        model.addAttribute("thresholds", rules.thresholds());
        model.addAttribute("movements", Movement.values());
        model.addAttribute(
                "states",
                GstStates.current().stream()
                        .filter(state -> !GstStates.OUTSIDE_INDIA.equals(state.code()))
                        .toList());
        model.addAttribute("settings", rules.settings());
        model.addAttribute("ports", ports.all());
        model.addAttribute("mayEnter", EwayRules.mayEnter(by));
        return "desk/eway-rules";
    }

    @PostMapping(RULES)
    String enter(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            Movement movement = typed.choice("movement", Movement.class);
            BigDecimal amount = typed.decimal("amount");
            LocalDate from = typed.date("validFrom");
            typed.requireReadable();
            rules.enter(
                    by, new EwayThreshold(movement, typed.text("stateCode"), amount, from, null, typed.text("source")));
            return "The threshold counts from " + from + ".";
        });
        return "redirect:" + RULES;
    }

    @PostMapping(RULES + "/settings")
    String set(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            Integer code = typed.wholeNumber("otherCountriesCode");
            Integer km = typed.wholeNumber("partBFreeKm");
            typed.requireReadable();
            demand(code, "otherCountriesCode");
            demand(km, "partBFreeKm");
            rules.set(by, new EwayRules.Settings(code, km));
            return "The settings are kept.";
        });
        return "redirect:" + RULES;
    }

    @PostMapping(RULES + "/ports")
    String save(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            Port kept = ports.save(
                    by,
                    new Port(
                            typed.text("code"),
                            typed.text("name"),
                            typed.text("line1"),
                            typed.text("city"),
                            typed.text("portState"),
                            typed.text("pin"),
                            typed.text("unused") == null));
            return "Port " + kept.name() + " is kept.";
        });
        return "redirect:" + RULES;
    }

    private static void demand(Object value, String field) {
        if (value == null) {
            throw Problem.invalid("invalid-form", field, "is missing");
        }
    }
}
