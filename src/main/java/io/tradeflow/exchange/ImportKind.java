package io.tradeflow.exchange;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One kind of data that goes in and out as a file. A new kind is a bean of this.
 *
 * @param <T> what a row stands for in the room it belongs to
 */
interface ImportKind<T> {

    /** In addresses and in the database, for example {@code prices}. */
    String code();

    String label();

    /** New ones are added at the end: rows that wait are kept in this order. */
    List<Column> columns();

    /** Groups of staff who may bring it in and take it out. */
    Set<String> groups();

    default boolean isFor(Actor.Staff by) {
        return groups().stream().anyMatch(by::isIn);
    }

    /** @param description for people who fill in the file */
    record Column(String name, boolean required, String description) {}

    /** The longest file of this kind, in rows. */
    default int mostRows() {
        return Integer.MAX_VALUE;
    }

    /** How many rows are looked at together. */
    default int rowsAtOnce() {
        return Imports.CHUNK;
    }

    /**
     * Tells what rows say; what cannot be read the cells remember, what is wrong {@link #violations} tells. Asked for once for many rows, so that
     * what all of them need is looked up once.
     */
    Function<CellReader, T> reader();

    /** What tells two things apart; two rows of a file with the same key would overwrite one another. */
    List<Object> key(T thing);

    /** The cells a file has for it, so that reading them gives the same thing again. */
    Map<String, String> cells(T thing);

    /** What is there already, in the order of the things; null where nothing is. */
    List<T> known(List<T> things);

    /** What is wrong by the rules of the room, by place and field as in {@code products[3].hsn}; changes nothing. */
    List<Violation> violations(List<T> things, ImportRun run);

    /** Adds or changes them. @throws io.tradeflow.kernel.Problem where something has become wrong since it was looked at */
    void save(List<T> things, ImportRun run);

    /** All there are, one after the other, within the caller's transaction. */
    void forEach(Consumer<T> reader);

    /** The column of a field as the room names it: {@code billTo.pin} stands in billToPin. */
    default String columnOf(String field) {
        StringBuilder column = new StringBuilder();
        for (String part : field.split("\\.")) {
            column.append(column.isEmpty() ? part.charAt(0) : Character.toUpperCase(part.charAt(0)))
                    .append(part.substring(1));
        }
        return column.toString();
    }
}
