package io.tradeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Expressions that come with a query reach no bean, wherever in the query they stand (CVE-2026-109432). */
@EngineTest
class QueryGuardTest {

    @Autowired
    private TaskService tasks;

    @Autowired
    private FilterService filters;

    @Autowired
    private IdentityService identity;

    @Autowired
    private ProcessMessages processes;

    @Autowired
    private EngineRoom.Canary canary;

    @Autowired
    private StaffDirectory staff;

    @BeforeEach
    void people() {
        staff.save("meera", "Meera", "Iyer", "meera@tradeflow.example", "demo", Set.of("sales-managers"));
        staff.save("ravi", "Ravi", "Patil", "ravi@tradeflow.example", "demo", Set.of("warehouse"));
    }

    @AfterEach
    void signOut() {
        identity.clearAuthentication();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${canary.sing()}",
                "${canary.song}",
                "${canary['song']}",
                "${''.getClass().forName('java.lang.Runtime')}",
                "${now().getClass()}",
                "${dateTime().getZone()}",
                "${dateTime().plusDays(1).getClass()}",
                "${currentUserGroups().getClass()}",
                "${execution}"
            })
    void refusesWhatReachesIntoTheProgram(String expression) {
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression(expression)
                        .taskName("x")
                        .endOr()
                        .list())
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Unable to resolve expression");
        assertThatThrownBy(() -> stored(tasks.createTaskQuery().taskAssigneeExpression(expression)))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Unable to resolve expression");
        assertThat(canary.songs).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"${now()}", "${dateTime().plusDays(2)}", "${dateTime().minusWeeks(1).withHourOfDay(8).toDate()}"
            })
    void arithmeticOnDatesStays(String expression) {
        assertThatCode(() -> stored(tasks.createTaskQuery().dueBeforeExpression(expression)))
                .doesNotThrowAnyException();
    }

    @Test
    void storedFiltersKnowWhoLooks() {
        String deal = "INQ-" + UUID.randomUUID();
        processes.start("sample-formless", deal, Map.of());
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(deal)
                .singleResult()
                .getId();
        tasks.claim(task, "meera");
        Filter mine = filters.createTaskFilterQuery().filterName(Queues.MINE).singleResult();

        identity.setAuthentication("meera", List.of("sales-managers"));

        assertThat(filters.<Task>list(mine.getId())).extracting(Task::getId).contains(task);
        identity.setAuthentication("mohan", List.of("sales-managers"));
        assertThat(filters.<Task>list(mine.getId())).isEmpty();
    }

    @Test
    void lateTasksAndThoseOfTodayAreListedForTheirGroupsOnly() {
        String late = taskDue(ClockUtil.getCurrentTime().toInstant().minusSeconds(1));
        String nextWeek = taskDue(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(7)));
        String overdue = idOf(Queues.OVERDUE);
        String dueToday = idOf(Queues.DUE_TODAY);

        identity.setAuthentication("meera", List.of("sales-managers"));

        assertThat(filters.<Task>list(overdue))
                .extracting(Task::getId)
                .contains(late)
                .doesNotContain(nextWeek);
        assertThat(filters.count(overdue)).isEqualTo(filters.<Task>list(overdue).size());
        assertThat(filters.<Task>list(dueToday)).extracting(Task::getId).doesNotContain(late, nextWeek);
        identity.setAuthentication("ravi", List.of("warehouse"));
        assertThat(filters.<Task>list(overdue)).extracting(Task::getId).doesNotContain(late);
    }

    private String idOf(String filter) {
        identity.clearAuthentication();
        return filters.createTaskFilterQuery().filterName(filter).singleResult().getId();
    }

    private String taskDue(Instant due) {
        String deal = "INQ-" + UUID.randomUUID();
        processes.start("sample-formless", deal, Map.of());
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(deal).singleResult();
        task.setDueDate(Date.from(due));
        tasks.saveTask(task);
        return task.getId();
    }

    private void stored(TaskQuery query) {
        Filter filter = filters.newTaskFilter("stored " + UUID.randomUUID());
        filter.setQuery(query);
        String id = filters.saveFilter(filter).getId();
        try {
            filters.list(id);
        } finally {
            filters.deleteFilter(id);
        }
    }
}
