package io.tradeflow.exchange;

import io.tradeflow.kernel.Actor;
import java.util.List;
import java.util.Set;

/** One kind of data that comes in as a file. A new kind is a bean of this. */
interface ImportKind {

    /** In addresses and in the database, for example {@code prices}. */
    String code();

    String label();

    List<Column> columns();

    /** Groups of staff who may bring it in. */
    Set<String> groups();

    default boolean isFor(Actor.Staff by) {
        return groups().stream().anyMatch(by::isIn);
    }

    /** @param description for people who fill in the file */
    record Column(String name, boolean required, String description) {}

    /** What came of looking at some rows; {@code keys} by place of the row, null where it is too wrong to have one. */
    record Checked(int fresh, int changed, int unchanged, List<String> keys, List<RowError> errors) {}

    /** Looks at rows and changes nothing. */
    Checked check(List<FileRow> rows);

    /** Brings rows in that were checked. @throws io.tradeflow.kernel.Problem where something has become wrong since */
    void apply(List<FileRow> rows);
}
