package io.tradeflow.engine;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Hands the ids of the staff groups to tests of other packages. */
public final class StaffGroups {

    private StaffGroups() {}

    public static Set<String> ids() {
        return Arrays.stream(StaffGroup.values()).map(StaffGroup::id).collect(Collectors.toUnmodifiableSet());
    }
}
