package io.tradeflow.engine;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes {@link StaffTask}s of the engine's tasks, with two statements for a whole page. */
@Component
class OpenTasks {

    /** The numbers and names a task may be about, as far as its process knows them. */
    private static final List<String> REFERENCES = List.of(
            "inquiryNumber",
            "buyerCode",
            "buyerName",
            "quoteNumber",
            "orderNumber",
            "shipmentNumber",
            "invoiceNumber",
            "returnNumber",
            "productionNumber",
            "warehouseCode",
            "approvalId",
            "approvalKind",
            "approvalReason");

    private static final String DEAL_AND_GROUPS =
            """
            select t.id_, e.business_key_,
                   (select string_agg(l.group_id_, ',') from act_ru_identitylink l
                     where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null) as groups,
                   (select string_agg(l.user_id_, ',') from act_ru_identitylink l
                     where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.user_id_ is not null) as users
              from act_ru_task t
              left join act_ru_execution e on e.id_ = t.proc_inst_id_
             where t.id_ in (:ids)
            """;

    /** Asked of the table: the engine's own query for variables costs several times as much, and this runs whenever somebody looks at tasks. */
    private static final String KNOWN =
            """
            select proc_inst_id_, name_, type_, text_, long_
              from act_ru_variable
             where proc_inst_id_ in (:instances) and name_ in (:names) and type_ in ('string', 'long')
            """;

    private final TaskService tasks;
    private final JdbcClient jdbc;

    OpenTasks(TaskService tasks, JdbcClient jdbc) {
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    /** The engine's task with its form key, whoever asks. */
    Optional<Task> find(String taskId) {
        return Optional.ofNullable(tasks.createTaskQuery()
                .taskId(taskId)
                .active()
                .initializeFormKeys()
                .singleResult());
    }

    /** Locks an open task against everybody else until the transaction ends. @return false if it is not open any more */
    boolean hold(String taskId) {
        return jdbc.sql("select 1 from act_ru_task where id_ = :id for update")
                .param("id", taskId)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** In the order given. The tasks' form keys must have been asked for. */
    List<StaffTask> describe(List<Task> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        Map<String, DealAndGroups> dealsAndGroups = dealsAndGroups(tasks);
        Map<String, Map<String, Object>> references = references(tasks);
        return tasks.stream()
                .filter(task -> dealsAndGroups.containsKey(task.getId()))
                .map(task -> describe(
                        task,
                        dealsAndGroups.get(task.getId()),
                        references.getOrDefault(task.getProcessInstanceId(), Map.of())))
                .toList();
    }

    private static StaffTask describe(Task task, DealAndGroups known, Map<String, Object> references) {
        return new StaffTask(
                task.getId(),
                task.getName(),
                known.dealNumber(),
                TaskForms.path(task.getFormKey()).orElse(null),
                task.getAssignee(),
                known.groups(),
                known.users(),
                instant(task.getCreateTime()),
                instant(task.getDueDate()),
                task.getPriority(),
                references);
    }

    private Map<String, DealAndGroups> dealsAndGroups(List<Task> tasks) {
        return jdbc
                .sql(DEAL_AND_GROUPS)
                .param("ids", tasks.stream().map(Task::getId).toList())
                .query((row, n) -> new DealAndGroups(
                        row.getString(1), row.getString(2), split(row.getString(3)), split(row.getString(4))))
                .list()
                .stream()
                .collect(Collectors.toMap(DealAndGroups::taskId, known -> known));
    }

    private Map<String, Map<String, Object>> references(List<Task> tasks) {
        Map<String, Map<String, Object>> references = new HashMap<>();
        jdbc.sql(KNOWN)
                .param(
                        "instances",
                        tasks.stream()
                                .map(Task::getProcessInstanceId)
                                .distinct()
                                .toList())
                .param("names", REFERENCES)
                .query(row -> {
                    Object value =
                            "long".equals(row.getString("type_")) ? row.getLong("long_") : row.getString("text_");
                    references
                            .computeIfAbsent(row.getString("proc_inst_id_"), instance -> new HashMap<>())
                            .put(row.getString("name_"), value);
                });
        return references;
    }

    private static Set<String> split(String joined) {
        return joined == null ? Set.of() : Arrays.stream(joined.split(",")).collect(Collectors.toSet());
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }

    private record DealAndGroups(String taskId, String dealNumber, Set<String> groups, Set<String> users) {}
}
