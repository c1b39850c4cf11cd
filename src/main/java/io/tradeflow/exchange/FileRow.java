package io.tradeflow.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * A row of a file.
 *
 * @param line where it begins in the file, the header being line 1
 * @param cells text by column name without blanks around it; a cell that is empty or whose column is not in the file is absent
 */
record FileRow(int line, Map<String, String> cells) {

    FileRow {
        cells = Map.copyOf(cells);
    }

    String cell(String column) {
        return cells.get(column);
    }

    /** The same row where the columns that the file does not have say what is there already. */
    FileRow over(Map<String, String> there, Collection<String> header) {
        Map<String, String> filled = new HashMap<>(there);
        filled.keySet().removeAll(header);
        filled.putAll(cells);
        return new FileRow(line, filled);
    }
}
