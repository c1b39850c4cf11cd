package io.tradeflow.screen;

import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quantity as people type it: "60", "1,200" or, in a packaging unit, "5 BOX".
 *
 * @param unit null where none was typed
 */
public record TypedQuantity(BigDecimal value, String unit) {

    private static final Pattern WITH_UNIT = Pattern.compile("(.*?)\\s*([A-Za-z]{3})");

    /** What cannot be read is added to what is wrong. */
    public static TypedQuantity read(String text, String field, List<Violation> wrong) {
        String typed = text == null || text.isBlank() ? null : text.strip();
        if (typed == null) {
            wrong.add(new Violation(field, "say how much is wanted"));
            return new TypedQuantity(null, null);
        }
        Matcher withUnit = WITH_UNIT.matcher(typed);
        return withUnit.matches()
                ? new TypedQuantity(
                        TypedForm.decimal(withUnit.group(1), field, wrong),
                        withUnit.group(2).toUpperCase(Locale.ROOT))
                : new TypedQuantity(TypedForm.decimal(typed, field, wrong), null);
    }
}
