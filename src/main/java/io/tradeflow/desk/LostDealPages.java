package io.tradeflow.desk;

import io.tradeflow.inquiry.LostDealFilter;
import io.tradeflow.inquiry.LostDealSum;
import io.tradeflow.inquiry.LostDeals;
import io.tradeflow.inquiry.LostReason;
import io.tradeflow.inquiry.LostReasons;
import io.tradeflow.kernel.Actor;
import io.tradeflow.screen.TypedForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which deals were lost and why, and the reasons there are. */
@Controller
class LostDealPages {

    private static final int MONTHS_BACK = 11;

    private final LostDeals lost;
    private final LostReasons reasons;
    private final Clock clock;

    LostDealPages(LostDeals lost, LostReasons reasons, Clock clock) {
        this.lost = lost;
        this.reasons = reasons;
        this.clock = clock;
    }

    /** Of a year, unless another time is asked for; each line of a sum narrows the rest. */
    @GetMapping("/desk/lost-deals")
    String report(
            Actor.Staff by,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) String segment,
            @RequestParam(required = false) String month,
            Model model) {
        LocalDate today = LocalDate.now(clock);
        LostDealFilter filter = new LostDealFilter(
                from == null ? today.withDayOfMonth(1).minusMonths(MONTHS_BACK) : from,
                until == null ? today : until,
                reason,
                segment,
                month);
        List<LostDealSum> byReason = lost.sums(LostDealSum.By.REASON, filter);
        model.addAttribute("filter", filter);
        model.addAttribute("byReason", byReason);
        model.addAttribute("bySegment", lost.sums(LostDealSum.By.SEGMENT, filter));
        model.addAttribute("byMonth", lost.sums(LostDealSum.By.MONTH, filter));
        model.addAttribute("deals", lost.list(filter));
        model.addAttribute(
                "total", byReason.stream().mapToInt(LostDealSum::deals).sum());
        model.addAttribute("mostListed", LostDeals.MOST_LISTED);
        return "desk/lost-deals";
    }

    @GetMapping("/desk/lost-reasons")
    String reasons(Actor.Staff by, @RequestParam(required = false) String code, Model model) {
        model.addAttribute("reasons", reasons.all());
        model.addAttribute("mayKeep", reasons.mayKeep(by));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("chosen", code == null ? null : reasons.find(code).orElse(null));
        return "desk/lost-reasons";
    }

    @PostMapping("/desk/lost-reasons")
    String save(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            LostReason reason = new LostReason(
                    typed.text("code"),
                    typed.text("name"),
                    typed.text("meaning"),
                    typed.text("forBuyers") != null,
                    typed.text("standsFor"),
                    typed.date("activeFrom"),
                    typed.date("activeUntil"));
            typed.requireReadable();
            reasons.save(by, reason);
            return "The reason “" + reason.name() + "” is saved.";
        });
        return "redirect:/desk/lost-reasons";
    }
}
