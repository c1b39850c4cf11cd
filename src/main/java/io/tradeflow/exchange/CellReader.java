package io.tradeflow.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads the cells of one row and remembers what cannot be read. */
class CellReader {

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
        String text = text(column);
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            wrong(column, "is no number: write it as 1250.50");
            return null;
        }
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
        String text = text(column);
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equals(text)) {
                return choice;
            }
        }
        if (text != null) {
            wrong(column, "is none of " + List.of(choices.getEnumConstants()));
        }
        return null;
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
