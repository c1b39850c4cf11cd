package io.tradeflow.catalog;

import io.tradeflow.kernel.Actor;
import java.util.Set;

/** Who may know what our goods cost us, and so what we earn on them. */
public final class CostReaders {

    /** Groups of staff whose work needs costs, margins and the reasons of prices. */
    private static final Set<String> READ =
            Set.of("sales-desk", "sales-managers", "directors", "finance", "camunda-admin");

    private CostReaders() {}

    public static boolean mayRead(Actor by) {
        return by instanceof Actor.Program
                || by instanceof Actor.Staff staff && READ.stream().anyMatch(staff::isIn);
    }
}
