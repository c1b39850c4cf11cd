package io.tradeflow.engine;

import java.util.Map;

/** What a room requires of the answers of a decision table beyond what the table's types say; asked whenever a version of it is published. */
public interface TableCheck {

    /** Key of the table. */
    String table();

    /**
     * Looks at one rule.
     *
     * @param outputs plain figures and texts by the name of the output; those that are empty or computed are left out
     * @throws IllegalArgumentException with a sentence that says what is wrong and what it should be
     */
    void check(Map<String, String> outputs);
}
