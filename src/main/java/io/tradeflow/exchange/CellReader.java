package io.tradeflow.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the cells of one row and remembers what cannot be read. */
class CellReader {

    /** No exponents: a few characters would stand for a number of any length. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,25}(\\.[0-9]{1,25})?");

    private static final Set<String> YES = Set.of("true", "yes", "1");
    private static final Set<String> NO = Set.of("false", "no", "0");

    private final FileRow row;
    private final List<RowError> errors = new ArrayList<>();

    CellReader(FileRow row) {
        this.row = row;
    }

    String text(String column) {
        return row.cell(column);
    }

    String required(String column) {
        String text = text(column);
        if (text == null) {
            wrong(column, "is missing");
        }
        return text;
    }

    /** A plain number with a point, as {@code 1250.50}; separators of thousands would be guessed at, so they are refused. */
    BigDecimal decimal(String column) {
        return decimal(column, null);
    }

    BigDecimal decimal(String column, BigDecimal otherwise) {
        String text = text(column);
        return text == null ? otherwise : number(column, text);
    }

    /** A number that is part of a cell; nought where it is none, which is remembered. */
    BigDecimal number(String column, String text) {
        if (!NUMBER.matcher(text).matches()) {
            wrong(column, "is no number: write it as 1250.50");
            return BigDecimal.ZERO;
        }
        return new BigDecimal(text);
    }

    boolean yes(String column, boolean otherwise) {
        String text = text(column);
        if (text == null) {
            return otherwise;
        }
        String small = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(small) && !NO.contains(small)) {
            wrong(column, "is neither true nor false");
        }
        return YES.contains(small);
    }

    int whole(String column, int otherwise) {
        String text = text(column);
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            wrong(column, "is no whole number");
            return otherwise;
        }
    }

    LocalDate date(String column) {
        String text = text(column);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            wrong(column, "is no date: write it as 2026-04-01");
            return null;
        }
    }

    <E extends Enum<E>> E choice(String column, Class<E> choices) {
        return choice(column, choices, null);
    }

    <E extends Enum<E>> E choice(String column, Class<E> choices, E otherwise) {
        String text = text(column);
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equals(text)) {
                return choice;
            }
        }
        if (text != null) {
            wrong(column, "is none of " + List.of(choices.getEnumConstants()));
        }
        return otherwise;
    }

    void wrong(String column, String reason) {
        errors.add(new RowError(row.line(), column, row.cell(column), reason));
    }

    boolean isReadable() {
        return errors.isEmpty();
    }

    List<RowError> errors() {
        return errors;
    }
}
