package io.tradeflow.document;

import java.util.regex.Pattern;

/**
 * Spreadsheets run a cell that begins like a formula. Such a cell leaves the house behind an apostrophe, which is taken off when it comes back; one
 * that begins with apostrophes before such a sign gets one more, so that what comes back is always what went out. Numbers are harmless.
 */
public final class FormulaGuard {

    private static final String SIGN = "[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20]";
    private static final Pattern DANGEROUS = Pattern.compile("'*" + SIGN + ".*", Pattern.DOTALL);
    private static final Pattern GUARDED = Pattern.compile("'+" + SIGN + ".*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private FormulaGuard() {}

    /** The cell as it may leave the house. */
    public static String guarded(String cell) {
        return DANGEROUS.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** The cell as it was before {@link #guarded}. */
    public static String unguarded(String cell) {
        return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
