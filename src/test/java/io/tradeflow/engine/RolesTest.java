package io.tradeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class RolesTest {

    @Autowired
    private EngineStart start;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private ProcessMessages processes;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private IdentityService identity;

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @AfterEach
    void signOut() {
        identity.clearAuthentication();
    }

    @Test
    void startingAgainChangesNothing() {
        List<Long> before = counts();

        start.afterSingletonsInstantiated();

        assertThat(counts()).isEqualTo(before);
        assertThat(identity.checkPassword("admin", "demo")).isTrue();
    }

    @Test
    void peopleSeeTheirQueueAndTheirTasksOnly() {
        String deal = "INQ-" + UUID.randomUUID();
        processes.start("sample-formless", deal, Map.of());

        identity.setAuthentication("meera", List.of("sales-managers"));

        assertThat(filters.createTaskFilterQuery().list())
                .extracting(Filter::getName)
                .containsExactlyInAnyOrder(
                        "Quotes to approve", "Notes to approve", "My tasks", "Open to me", "Overdue", "Due today");
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(deal).count())
                .isOne();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(deal)
                        .count())
                .isZero();
        assertThatThrownBy(
                        () -> filters.saveFilter(filters.newTaskFilter("mine").setQuery(tasks.createTaskQuery())))
                .isInstanceOf(AuthorizationException.class);
        identity.setAuthentication("ravi", List.of("warehouse"));
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(deal).count())
                .isZero();
    }

    @Test
    void whoClaimsMayGiveBack() {
        String deal = "INQ-" + UUID.randomUUID();
        processes.start("sample-formless", deal, Map.of());
        identity.setAuthentication("meera", List.of("sales-managers"));
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(deal)
                .singleResult()
                .getId();

        tasks.claim(task, "meera");
        tasks.setAssignee(task, null);

        identity.setAuthentication("mohan", List.of("sales-managers"));
        assertThatThrownBy(() -> tasks.setAssignee(task, "ravi")).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void operationsRepairAndProcessOwnersRead() {
        assertThat(may(Roles.OPERATIONS, ProcessDefinitionPermissions.RETRY_JOB))
                .isTrue();
        assertThat(may(Roles.OPERATIONS, Permissions.UPDATE_INSTANCE)).isTrue();
        assertThat(may(Roles.OPERATIONS, Permissions.CREATE_INSTANCE)).isFalse();
        assertThat(may(Roles.PROCESS_OWNERS, Permissions.READ_INSTANCE)).isTrue();
        assertThat(may(Roles.PROCESS_OWNERS, Permissions.UPDATE_INSTANCE)).isFalse();
        assertThat(may("sales-managers", Permissions.READ)).isFalse();
    }

    @Test
    void aUsersGroupsFollowWhatIsSavedAndThePasswordStays() {
        staff.save("lata", "Lata", "Menon", "lata@tradeflow.example", "first", Set.of("quality", "warehouse"));
        staff.save("lata", "Lata", "Menon-Rao", "lata@tradeflow.example", "second", Set.of("quality"));

        assertThat(staff.signIn("lata", "first")).hasValueSatisfying(lata -> {
            assertThat(lata.name()).isEqualTo("Lata Menon-Rao");
            assertThat(lata.groups()).containsExactly("quality");
        });
        assertThat(staff.signIn("lata", "second")).isEmpty();
        assertThat(staff.find("nobody")).isEmpty();
        assertThatThrownBy(() -> staff.save("x", "X", "Y", "x@y.example", "demo", Set.of("no-such-group")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private boolean may(String group, Permission permission) {
        return authorizations.isUserAuthorized(
                null, List.of(group), permission, Resources.PROCESS_DEFINITION, "some-process");
    }

    private List<Long> counts() {
        return List.of(
                authorizations.createAuthorizationQuery().count(),
                identity.createGroupQuery().count(),
                filters.createTaskFilterQuery().count());
    }
}
