package io.tradeflow.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.kernel.Actor;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingInTest {

    private static final Map<String, Set<String>> STAFF = Map.ofEntries(
            Map.entry("asha", Set.of("sales-desk")),
            Map.entry("bina", Set.of("sales-desk")),
            Map.entry("meera", Set.of("sales-managers")),
            Map.entry("kavita", Set.of("sales-managers")),
            Map.entry("vikram", Set.of("directors")),
            Map.entry("uma", Set.of("directors", "sales-managers")),
            Map.entry("farid", Set.of("finance")),
            Map.entry("ravi", Set.of("warehouse")),
            Map.entry("omkar", Set.of("operations")),
            Map.entry("admin", Set.of("camunda-admin")),
            Map.entry("both", Set.of("camunda-admin", "sales-managers")));

    private final StandingIn standingIn = new StandingIn(new ApprovingGroups() {
        @Override
        public Set<String> all() {
            return Set.of("sales-managers", "directors", "finance", "stock-planners");
        }

        @Override
        public Set<String> of(String userId) {
            return STAFF.getOrDefault(userId, Set.of());
        }
    });

    @ParameterizedTest
    @CsvSource({
        "ravi, ravi, true",
        "vikram, meera, true",
        "vikram, uma, true",
        "vikram, farid, true",
        "admin, vikram, true",
        "meera, kavita, true",
        "meera, asha, true",
        "meera, vikram, false",
        "meera, uma, false",
        "meera, farid, false",
        "meera, nobody, false",
        "omkar, vikram, false",
        "omkar, asha, false",
        "asha, bina, false",
        "farid, vikram, false"
    })
    void recordsOwnAbsencesAndThoseOfNoHigherRank(String by, String away, boolean may) {
        assertThat(standingIn.mayRecordFor(person(by), away)).isEqualTo(may);
        if (!may) {
            assertThatThrownBy(() -> standingIn.requireMayRecord(person(by), away))
                    .hasMessageContaining("You record your own absence");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "vikram, vikram, meera",
        "meera, meera, farid",
        "asha, asha, bina",
        "meera, kavita, meera",
        "uma, meera, uma",
        "admin, vikram, kavita"
    })
    void aDeputyApprovesOrIsInTheGroupOfWhoIsAway(String by, String away, String deputy) {
        assertThatCode(() -> standingIn.requireDeputy(person(by), who(away), who(deputy)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "vikram, vikram, ravi",
        "meera, meera, asha",
        "admin, vikram, admin",
        "both, vikram, both",
        "both, uma, both",
        "vikram, uma, vikram",
        "vikram, farid, vikram"
    })
    void nobodyElseIsAndNobodyNamesThemselvesInAHigherPlace(String by, String away, String deputy) {
        assertThatThrownBy(() -> standingIn.requireDeputy(person(by), who(away), who(deputy)))
                .hasMessageContaining("choose somebody");
    }

    @Test
    void whoRecordsForOthers() {
        assertThat(STAFF.keySet())
                .filteredOn(user -> standingIn.mayRecordForOthers(person(user)))
                .containsExactlyInAnyOrder("meera", "kavita", "vikram", "uma", "admin", "both");
    }

    private static Actor.Staff person(String userId) {
        return new Actor.Staff(userId, userId, STAFF.get(userId));
    }

    private static Represented who(String userId) {
        return new Represented(userId, userId);
    }
}
