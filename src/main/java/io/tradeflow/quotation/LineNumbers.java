package io.tradeflow.quotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Line numbers in words: "Line 2", "Lines 1–3, 7". */
final class LineNumbers {

    private static final int MOST_RANGES = 20;

    private LineNumbers() {}

    static String words(Set<Integer> lineNos) {
        List<String> ranges = new ArrayList<>();
        Integer first = null;
        Integer last = null;
        for (Integer no : new TreeSet<>(lineNos)) {
            if (last == null || no != last + 1) {
                add(ranges, first, last);
                first = no;
            }
            last = no;
        }
        add(ranges, first, last);
        return ranges.size() > MOST_RANGES
                ? lineNos.size() + " lines"
                : (lineNos.size() == 1 ? "Line " : "Lines ") + String.join(", ", ranges);
    }

    private static void add(List<String> ranges, Integer first, Integer last) {
        if (first != null) {
            ranges.add(first.equals(last) ? String.valueOf(first) : first + "–" + last);
        }
    }
}
