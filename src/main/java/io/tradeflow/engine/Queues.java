package io.tradeflow.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The filters of Tasklist: one queue for each group, one for the tasks a person has taken, and of all that is theirs what is late or due today. */
@Component
class Queues {

    static final String MINE = "My tasks";
    static final String OPEN_TO_ME = "Open to me";
    static final String OVERDUE = "Overdue";
    static final String DUE_TODAY = "Due today";

    private static final String ME = "${currentUser()}";
    private static final String NOW = "${now()}";
    private static final String MIDNIGHT = "${dateTime().plusDays(1).withTimeAtStartOfDay().toDate()}";

    /** What a card shows, as far as its process knows it. */
    private static final List<Map<String, String>> COLUMNS = List.of(
            column("inquiryNumber", "Deal"),
            column("buyerName", "Buyer"),
            column("quoteNumber", "Quote"),
            column("orderNumber", "Order"),
            column("shipmentNumber", "Shipment"));

    /**
     * The same for those who approve. A card shows two and hides the rest behind a click; number, buyer and amount stand in the task's name
     * already.
     */
    private static final List<Map<String, String>> APPROVAL_COLUMNS = List.of(
            column("approvalFigures", "Discount and margin"),
            column("approvalPressure", "Time"),
            column("approvalReason", "Why"),
            column("approvalAmount", "Amount"));

    private static final String NOTES = "Notes to approve";
    private static final String APPROVE_NOTE = "ApproveNote";

    private final FilterService filters;
    private final TaskService tasks;

    Queues(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /** @return the filter's id */
    String mine() {
        TaskQuery query = tasks.createTaskQuery().taskAssigneeExpression(ME);
        return save(MINE, "What I have taken", "#37424f", 20, query, COLUMNS);
    }

    /** What a person may do, in their own right or in place of somebody who is away. @return the filter's id */
    String openToMe() {
        TaskQuery query = ofMine();
        return save(OPEN_TO_ME, "What I may do, also as a deputy", "#37424f", 25, query, COLUMNS);
    }

    /** @return the filter's id */
    String overdue() {
        TaskQuery query = ofMine().dueBeforeExpression(NOW);
        return save(OVERDUE, "Past its due date", "#b3261e", 30, query, COLUMNS);
    }

    /** @return the filter's id */
    String dueToday() {
        TaskQuery query = ofMine().dueAfterExpression(NOW).dueBeforeExpression(MIDNIGHT);
        return save(DUE_TODAY, "Due before midnight", "#b07a10", 40, query, COLUMNS);
    }

    /** Credit and debit notes are looked at in another way than quotes. @return the filter's id */
    String notes() {
        TaskQuery query = ofMine().taskDefinitionKey(APPROVE_NOTE);
        return save(NOTES, "Credit and debit notes", "#6b5a14", 12, query, COLUMNS);
    }

    /** A candidate user's groups count as well. */
    private TaskQuery ofMine() {
        return tasks.createTaskQuery().taskCandidateUserExpression(ME).includeAssignedTasks();
    }

    /** @return the filter's id */
    String of(StaffGroup group) {
        TaskQuery query = tasks.createTaskQuery().taskCandidateGroup(group.id()).includeAssignedTasks();
        if (group.isApproving()) {
            query = query.taskDefinitionKeyNotIn(APPROVE_NOTE);
        }
        return save(
                group.queue(),
                "Open to " + group.label(),
                group.colour(),
                10,
                query,
                group.isApproving() ? APPROVAL_COLUMNS : COLUMNS);
    }

    private String save(
            String name,
            String description,
            String colour,
            int position,
            TaskQuery query,
            List<Map<String, String>> columns) {
        Filter known = filters.createTaskFilterQuery().filterName(name).singleResult();
        Filter filter = known != null ? known : filters.newTaskFilter(name);
        filter.setQuery(query.orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc());
        filter.setProperties(properties(description, colour, position, columns));
        return filters.saveFilter(filter).getId();
    }

    private static Map<String, Object> properties(
            String description, String colour, int position, List<Map<String, String>> columns) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("description", description);
        properties.put("color", colour);
        properties.put("priority", position);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", columns);
        return properties;
    }

    private static Map<String, String> column(String variable, String label) {
        return Map.of("name", variable, "label", label);
    }
}
