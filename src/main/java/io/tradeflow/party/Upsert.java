package io.tradeflow.party;

import java.util.Collection;
import java.util.stream.Collectors;

/** Builds the statement that adds a row or, where its key is taken, changes it or leaves it alone. */
final class Upsert {

    private Upsert() {}

    static String addOrChange(String table, String key, Collection<String> columns) {
        String changes = columns.stream()
                .filter(column -> !column.equals(key))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        return insert(table, columns) + " on conflict (" + key + ") do update set " + changes;
    }

    static String addIfFree(String table, String key, Collection<String> columns) {
        return insert(table, columns) + " on conflict (" + key + ") do nothing";
    }

    private static String insert(String table, Collection<String> columns) {
        return "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + columns.stream().map(column -> ":" + column).collect(Collectors.joining(", ")) + ")";
    }
}
