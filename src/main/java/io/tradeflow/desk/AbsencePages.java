package io.tradeflow.desk;

import io.tradeflow.approval.Absence;
import io.tradeflow.approval.Absences;
import io.tradeflow.engine.StaffDirectory;
import io.tradeflow.engine.StaffMember;
import io.tradeflow.kernel.Actor;
import io.tradeflow.screen.TypedForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is away, and who decides meanwhile. */
@Controller
class AbsencePages {

    private final AbsenceEntry entry;
    private final Absences absences;
    private final StaffDirectory staff;
    private final Clock clock;

    AbsencePages(AbsenceEntry entry, Absences absences, StaffDirectory staff, Clock clock) {
        this.entry = entry;
        this.absences = absences;
        this.staff = staff;
        this.clock = clock;
    }

    @GetMapping("/desk/absence")
    String absences(Actor.Staff by, Model model) {
        List<Absence> upcoming = absences.upcoming(by);
        List<StaffMember> everybody = staff.everybody();
        List<StaffMember> people = everybody.stream()
                .filter(person -> absences.mayRecordFor(by, person.userId()))
                .toList();
        model.addAttribute("absences", upcoming);
        model.addAttribute(
                "endable",
                upcoming.stream()
                        .filter(absence -> absences.mayRecordFor(by, absence.userId()))
                        .map(Absence::id)
                        .collect(Collectors.toSet()));
        model.addAttribute("forOthers", absences.mayRecordForOthers(by));
        model.addAttribute("people", people);
        model.addAttribute(
                "deputies",
                everybody.stream()
                        .filter(deputy ->
                                people.stream().anyMatch(away -> absences.canStandIn(deputy.userId(), away.userId())))
                        .toList());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("zone", clock.getZone());
        return "desk/absence";
    }

    @PostMapping("/desk/absence")
    String record(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            LocalDate from = typed.date("from");
            LocalDate until = typed.date("until");
            typed.requireReadable();
            Absence absence =
                    entry.record(by, typed.text("userId"), typed.text("deputyId"), from, until, typed.text("note"));
            return absence.deputyName() + " stands in for " + absence.userName() + ".";
        });
        return "redirect:/desk/absence";
    }

    @PostMapping("/desk/absence/{id}/cancellation")
    String cancel(Actor.Staff by, @PathVariable long id, RedirectAttributes nextPage) {
        new TypedForm(Map.of()).submit(nextPage, () -> {
            absences.cancel(by, id);
            return "The absence is over.";
        });
        return "redirect:/desk/absence";
    }
}
