package io.tradeflow.screen;

import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A small form as it was typed. What cannot be read is remembered and refused together with the field's name; what was
 * refused is shown again on the next page, as {@code typed}.
 */
public final class TypedForm {

    private final Map<String, String> fields;
    private final List<Violation> wrong = new ArrayList<>();

    public TypedForm(Map<String, String> fields) {
        this.fields = Map.copyOf(fields);
    }

    /** Runs what the form asks for; the next page says the sentence it gives, if any, or why it was refused. */
    public void submit(RedirectAttributes nextPage, Supplier<String> deed) {
        try {
            String done = deed.get();
            if (done != null) {
                nextPage.addFlashAttribute("done", done);
            }
        } catch (Problem problem) {
            nextPage.addFlashAttribute("problem", problem);
            nextPage.addFlashAttribute("typed", fields);
        }
    }

    /** Without the blanks around it; null if nothing was typed. */
    public String text(String field) {
        String typed = fields.get(field);
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** Group separators are ignored; null if nothing or no number was typed. */
    public BigDecimal decimal(String field) {
        return decimal(text(field), field, wrong);
    }

    /** Null if nothing or no whole number was typed. */
    public Integer wholeNumber(String field) {
        String typed = text(field);
        if (typed == null) {
            return null;
        }
        if (!typed.matches("\\d{1,9}")) {
            wrong.add(new Violation(field, "'" + typed + "' is not a whole number"));
            return null;
        }
        return Integer.valueOf(typed);
    }

    /** Null if nothing or no date was typed. */
    public LocalDate date(String field) {
        return date(text(field), field, wrong);
    }

    /** Null if nothing or none of the choices was typed. */
    public <E extends Enum<E>> E choice(String field, Class<E> choices) {
        String typed = text(field);
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equals(typed)) {
                return choice;
            }
        }
        if (typed != null) {
            wrong.add(new Violation(field, "'" + typed + "' is not one of the choices"));
        }
        return null;
    }

    /** To be called when all is read. @throws Problem naming every field that could not be read; what is needed the rooms know */
    public void requireReadable() {
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-form", "The form has fields that need correction", wrong);
        }
    }

    static BigDecimal decimal(String text, String field, List<Violation> wrong) {
        try {
            if (text != null && text.toLowerCase(Locale.ROOT).contains("e")) {
                throw new NumberFormatException("1e3 is not how people write amounts");
            }
            return text == null ? null : new BigDecimal(text.replace(",", ""));
        } catch (NumberFormatException e) {
            wrong.add(new Violation(field, "'" + text + "' is not a number"));
            return null;
        }
    }

    static LocalDate date(String text, String field, List<Violation> wrong) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            wrong.add(new Violation(field, "'" + text + "' is not a date"));
            return null;
        }
    }
}
