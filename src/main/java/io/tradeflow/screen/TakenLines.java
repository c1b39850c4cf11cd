package io.tradeflow.screen;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines that were ticked on a form: a field {@code take-3} for line 3. */
public final class TakenLines {

    private static final Pattern FIELD = Pattern.compile("take-(\\d{1,6})");

    private TakenLines() {}

    /** Empty where the form has no such fields, which means the whole quote. */
    public static Set<Integer> of(Map<String, String> fields) {
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
