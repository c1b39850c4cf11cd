package io.tradeflow.desk;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.screen.TypedForm;
import io.tradeflow.tax.CustomsRate;
import io.tradeflow.tax.CustomsRates;
import io.tradeflow.tax.GstRate;
import io.tradeflow.tax.GstRates;
import io.tradeflow.tax.TaxTreatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** GST and exchange rates: all staff look, finance enters. */
@Controller
class RatePages {

    private static final String RATES = "/desk/gst-rates";

    private final GstRates gst;
    private final CustomsRates customs;

    RatePages(GstRates gst, CustomsRates customs) {
        this.gst = gst;
        this.customs = customs;
    }

    @GetMapping(RATES)
    String rates(Actor.Staff by, Model model) {
        model.addAttribute("rates", gst.all());
        model.addAttribute("customs", customs.all());
        model.addAttribute(
                "treatments",
                List.of(TaxTreatment.values()).stream()
                        .filter(treatment -> treatment != TaxTreatment.ZERO_RATED)
                        .toList());
        model.addAttribute("mayEnter", by.isIn("finance"));
        return "desk/gst-rates";
    }

    @PostMapping(RATES)
    String save(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            String hsn = needed(typed, "hsnPrefix");
            BigDecimal rate = typed.decimal("rate");
            LocalDate from = typed.date("validFrom");
            TaxTreatment treatment = typed.choice("treatment", TaxTreatment.class);
            typed.requireReadable();
            demand(rate, "rate");
            demand(from, "validFrom");
            demand(treatment, "treatment");
            gst.save(by, new GstRate(hsn, treatment, rate, from, null, typed.text("source")));
            return "The rate of HSN " + hsn + " counts from " + from + ".";
        });
        return "redirect:" + RATES;
    }

    @PostMapping(RATES + "/customs")
    String saveCustoms(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            String currency = needed(typed, "currency");
            BigDecimal rate = typed.decimal("rate");
            LocalDate from = typed.date("validFrom");
            typed.requireReadable();
            demand(rate, "rate");
            demand(from, "validFrom");
            customs.save(by, new CustomsRate(currency, from, rate, typed.text("source")));
            return "The rate of " + currency + " counts from " + from + ".";
        });
        return "redirect:" + RATES;
    }

    private static String needed(TypedForm typed, String field) {
        String text = typed.text(field);
        demand(text, field);
        return text;
    }

    private static void demand(Object value, String field) {
        if (value == null) {
            throw Problem.invalid("invalid-form", field, "is missing");
        }
    }
}
