package io.tradeflow.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * One file while its rows are looked at or brought in.
 *
 * @param header the columns the file has
 * @param search finds values in a column of the whole file
 */
record ImportRun(
        long id, String fileName, List<String> header, BiFunction<String, Collection<String>, Set<String>> search) {

    /** What other rooms name as the paper something came by. */
    String reference() {
        return "IMPORT-" + id;
    }

    /** Those of the values that stand somewhere in this column of the file. */
    Set<String> among(String column, Collection<String> values) {
        return values.isEmpty() ? Set.of() : search.apply(column, values);
    }
}
