package io.tradeflow.screen;

import io.tradeflow.kernel.Problem;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines that were ticked on a form: a field {@code take-3} for line 3, and {@code choosing} where there are such fields at all. */
public final class TakenLines {

    private static final Pattern FIELD = Pattern.compile("take-(\\d{1,6})");

    private TakenLines() {}

    /**
     * Empty where the form does not let lines be ticked, which means the whole quote.
     *
     * @throws Problem {@code choice-invalid} where lines could be ticked and none is
     */
    public static Set<Integer> of(Map<String, String> fields) {
        Set<Integer> taken = ticked(fields);
        if (taken.isEmpty() && fields.containsKey("choosing")) {
            throw Problem.invalid("choice-invalid", "lines", "No line is ticked");
        }
        return taken;
    }

    /** As they are ticked, be it none. */
    public static Set<Integer> ticked(Map<String, String> fields) {
        Set<Integer> taken = new TreeSet<>();
        for (String field : fields.keySet()) {
            Matcher matcher = FIELD.matcher(field);
            if (matcher.matches()) {
                taken.add(Integer.valueOf(matcher.group(1)));
            }
        }
        return taken;
    }
}
