package io.tradeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.AbstractThrowableAssert;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class TasksTest {

    private static final Actor.Staff MEERA = new Actor.Staff("meera", "Meera Kulkarni", Set.of("sales-managers"));
    private static final Actor.Staff MOHAN = new Actor.Staff("mohan", "Mohan Das", Set.of("sales-managers"));
    private static final Actor.Staff RAVI = new Actor.Staff("ravi", "Ravi Shinde", Set.of("warehouse"));
    private static final Actor.Staff VIKRAM = new Actor.Staff("vikram", "Vikram Rao", Set.of("directors"));

    @Autowired
    private Tasks tasks;

    @Autowired
    private ProcessMessages processes;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private EngineRoom.SampleForm form;

    @Autowired
    private TaskService engineTasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    private final String deal = "INQ-" + UUID.randomUUID();

    @BeforeEach
    void people() {
        for (Actor.Staff person : List.of(MEERA, MOHAN, RAVI, VIKRAM)) {
            String[] name = person.name().split(" ");
            staff.save(
                    person.userId(), name[0], name[1], person.userId() + "@tradeflow.example", "demo", person.groups());
        }
    }

    @Test
    void showsATaskToItsGroupOnly() {
        start("sample-decision");

        StaffTask task = onlyTask(MEERA);

        assertThat(task.name()).isEqualTo("Decide " + deal);
        assertThat(task.dealNumber()).isEqualTo(deal);
        assertThat(task.form()).isEqualTo("sample/decide");
        assertThat(task.candidateGroups()).containsExactly("sales-managers");
        assertThat(task.references()).containsEntry("inquiryNumber", deal).containsEntry("buyerName", "Sahyadri Agro");
        assertThat(tasks.of(RAVI, deal, 0, 10)).isEmpty();
        assertThat(tasks.openTasksOfDeal(deal)).extracting(StaffTask::id).containsExactly(task.id());
        refused(() -> tasks.task(RAVI, task.id()), "not-found");
        refused(() -> tasks.claim(RAVI, task.id()), "not-found");
        refused(() -> complete(RAVI, task, Map.of("decision", "YES")), "not-found");
    }

    @Test
    void whoTookATaskHasIt() {
        start("sample-decision");
        StaffTask task = onlyTask(MEERA);

        assertThat(tasks.claim(MEERA, task.id()).assignee()).isEqualTo("meera");
        assertThat(tasks.claim(MEERA, task.id()).assignee()).isEqualTo("meera");

        refused(() -> tasks.claim(MOHAN, task.id()), "task-taken");
        refused(() -> tasks.unclaim(MOHAN, task.id()), "task-taken");
        refused(() -> complete(MOHAN, task, Map.of("decision", "YES")), "task-taken");
        assertThat(tasks.of(MOHAN, deal, 0, 10)).isEmpty();
        assertThat(tasks.unclaim(MEERA, task.id()).assignee()).isNull();
        assertThat(tasks.of(MOHAN, deal, 0, 10)).hasSize(1);
    }

    @Test
    void completingTakesAFreeTaskAndKeepsWhoDidIt() {
        start("sample-decision");
        StaffTask task = onlyTask(MEERA);

        complete(MEERA, task, Map.of("decision", "YES"));

        HistoricTaskInstance done =
                history.createHistoricTaskInstanceQuery().taskId(task.id()).singleResult();
        assertThat(done.getAssignee()).isEqualTo("meera");
        assertThat(done.getEndTime()).isNotNull();
        assertThat(form.lastActor).isEqualTo(MEERA);
        assertThat(form.lastContext).containsEntry("buyerName", "Sahyadri Agro").doesNotContainKey("decision");
        assertThat(identity.getCurrentAuthentication()).isNull();
        refused(() -> complete(MOHAN, task, Map.of("decision", "YES")), "task-taken");
    }

    @Test
    void refusesWhatTheFormRefusesAndLeavesTheTaskOpen() {
        start("sample-decision");
        StaffTask task = onlyTask(MEERA);

        refused(() -> complete(MEERA, task, Map.of("decision", "PERHAPS")), "decision-invalid");
        refused(() -> complete(MEERA, task, Map.of("decision", "NO")), "decision-invalid");
        refused(() -> complete(MEERA, task, Map.of("decision", "YES", "quoteValue", 1)), "form-refused");
        refused(() -> complete(MEERA, task, Map.of("decision", List.of("YES"))), "form-refused");

        assertThat(onlyTask(MEERA).assignee()).isNull();
        assertThat(runtime.getVariables(instance())).doesNotContainKeys("decision", "quoteValue");
    }

    @Test
    void anAnswerToAnEarlierTaskDoesNotCountForTheNext() {
        start("sample-decision");
        complete(MEERA, onlyTask(MEERA), Map.of("decision", "YES", "comment", "fine"));

        StaffTask again = onlyTask(VIKRAM);

        assertThat(runtime.getVariables(instance())).doesNotContainKeys("decision", "comment");
        refused(() -> complete(VIKRAM, again, Map.of()), "decision-invalid");
        complete(VIKRAM, again, Map.of("decision", "YES"));
        assertThat(tasks.openTasksOfDeal(deal)).isEmpty();
    }

    @Test
    void theFormsRuleHoldsAtTheEnginesOwnDoorToo() {
        start("sample-decision");
        String task = onlyTask(MEERA).id();
        identity.setAuthentication("meera", List.of("sales-managers"));
        try {
            assertThatThrownBy(() -> engineTasks.complete(task, Map.of("decision", "NO")))
                    .isInstanceOf(FormFieldValidationException.class)
                    .hasMessage("Say why not");
            engineTasks.claim(task, "meera");
            identity.setAuthentication("mohan", List.of("sales-managers"));
            assertThatThrownBy(() -> engineTasks.complete(task, Map.of("decision", "YES")))
                    .isInstanceOf(FormFieldValidationException.class)
                    .hasMessageContaining("meera");
        } finally {
            identity.clearAuthentication();
        }
        assertThat(tasks.openTasksOfDeal(deal)).hasSize(1);
    }

    @Test
    void aFormNobodyWroteARuleForCannotBeCompleted() {
        start("sample-unruled");

        refused(() -> complete(MEERA, onlyTask(MEERA), Map.of()), "form-without-rule");
        assertThatThrownBy(() -> engineTasks.complete(onlyTask(MEERA).id()))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("sample/without-rule");
    }

    @Test
    void aTaskWithoutAFormTakesNoVariables() {
        start("sample-formless");

        refused(() -> complete(MEERA, onlyTask(MEERA), Map.of("decision", "YES")), "form-refused");
        complete(MEERA, onlyTask(MEERA), Map.of());
        assertThat(tasks.openTasksOfDeal(deal)).isEmpty();
    }

    @Test
    void ofTwoWhoCompleteOneTaskOneIsTold() throws Exception {
        start("sample-decision");
        StaffTask task = onlyTask(MEERA);

        List<String> outcomes = together(
                () -> outcome(() -> complete(MEERA, task, Map.of("decision", "YES"))),
                () -> outcome(() -> complete(MOHAN, task, Map.of("decision", "YES"))));

        assertThat(outcomes).containsExactlyInAnyOrder("done", "task-taken");
    }

    @Test
    void twoTasksOfOneDealMayBeCompletedAtTheSameMoment() throws Exception {
        start("sample-pair");
        List<StaffTask> both = tasks.of(MEERA, deal, 0, 10);
        assertThat(both).hasSize(2);

        List<String> outcomes = together(
                () -> outcome(() -> complete(MEERA, both.get(0), Map.of("decision", "YES"))),
                () -> outcome(() -> complete(MOHAN, both.get(1), Map.of("decision", "YES"))));

        assertThat(outcomes).containsExactly("done", "done");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(deal)
                        .count())
                .isZero();
    }

    private void start(String process) {
        processes.start(process, deal, Map.of("inquiryNumber", deal, "buyerName", "Sahyadri Agro"));
    }

    private String instance() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(deal)
                .singleResult()
                .getId();
    }

    private StaffTask onlyTask(Actor.Staff by) {
        List<StaffTask> found = tasks.of(by, deal, 0, 10);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private Void complete(Actor.Staff by, StaffTask task, Map<String, Object> submitted) {
        tasks.complete(by, task.id(), submitted);
        return null;
    }

    private static void refused(Callable<?> work, String slug) {
        AbstractThrowableAssert<?, ? extends Throwable> refusal = assertThatThrownBy(work::call);
        refusal.isInstanceOfSatisfying(
                Problem.class, problem -> assertThat(problem.slug()).isEqualTo(slug));
    }

    private static String outcome(Callable<?> work) throws Exception {
        try {
            work.call();
            return "done";
        } catch (Problem refused) {
            return refused.slug();
        }
    }

    private static List<String> together(Callable<String> one, Callable<String> other) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier ready = new CyclicBarrier(2);
            Future<String> first = people.submit(() -> {
                ready.await();
                return one.call();
            });
            Future<String> second = people.submit(() -> {
                ready.await();
                return other.call();
            });
            return List.of(first.get(), second.get());
        } finally {
            people.shutdownNow();
        }
    }
}
