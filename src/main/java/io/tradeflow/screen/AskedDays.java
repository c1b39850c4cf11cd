package io.tradeflow.screen;

import io.tradeflow.kernel.Problem;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.ui.Model;

/**
 * Two days as the address of a page asks for them. What cannot be read, or an end before the beginning, is said beside its field and asks for
 * nothing: the page shows what it shows to who asks for no days.
 *
 * @param first null where none was asked for
 * @param last null where none was asked for and there is no usual one
 * @param problem null where all could be read
 */
public record AskedDays(LocalDate first, LocalDate last, Problem problem) {

    /** @param usualLast counts where no last day was asked for; null for none */
    public static AskedDays of(TypedForm typed, String firstField, String lastField, LocalDate usualLast) {
        LocalDate first = typed.date(firstField);
        LocalDate asked = typed.date(lastField);
        LocalDate last = asked == null ? usualLast : asked;
        try {
            typed.requireReadable();
            if (first != null && last != null && last.isBefore(first)) {
                throw Problem.invalid("period-invalid", lastField, "The period ends on or after the day it begins");
            }
            return new AskedDays(first, last, null);
        } catch (Problem problem) {
            return new AskedDays(null, usualLast, problem);
        }
    }

    /** Lets the page keep what was typed and say what is wrong with it; nothing where nothing is. */
    public void tell(Map<String, String> fields, Model model) {
        if (problem != null) {
            model.addAttribute("problem", problem);
            model.addAttribute("typed", fields);
        }
    }
}
