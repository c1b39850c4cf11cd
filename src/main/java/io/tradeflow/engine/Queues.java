package io.tradeflow.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The filters of Tasklist: one queue for each group and one for the tasks a person has taken. */
@Component
class Queues {

    static final String MINE = "My tasks";

    /** What a card shows, as far as its process knows it. */
    private static final List<Map<String, String>> COLUMNS = List.of(
            column("inquiryNumber", "Deal"),
            column("buyerName", "Buyer"),
            column("quoteNumber", "Quote"),
            column("orderNumber", "Order"),
            column("shipmentNumber", "Shipment"));

    private final FilterService filters;
    private final TaskService tasks;

    Queues(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /** @return the filter's id */
    String mine() {
        TaskQuery query = tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}");
        return save(MINE, "What I have taken", "#37424f", 20, query);
    }

    /** @return the filter's id */
    String of(StaffGroup group) {
        TaskQuery query = tasks.createTaskQuery().taskCandidateGroup(group.id()).includeAssignedTasks();
        return save(group.queue(), "Open to " + group.label(), group.colour(), 10, query);
    }

    private String save(String name, String description, String colour, int position, TaskQuery query) {
        Filter known = filters.createTaskFilterQuery().filterName(name).singleResult();
        Filter filter = known != null ? known : filters.newTaskFilter(name);
        filter.setQuery(query.orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc());
        filter.setProperties(properties(description, colour, position));
        return filters.saveFilter(filter).getId();
    }

    private static Map<String, Object> properties(String description, String colour, int position) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("description", description);
        properties.put("color", colour);
        properties.put("priority", position);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", COLUMNS);
        return properties;
    }

    private static Map<String, String> column(String variable, String label) {
        return Map.of("name", variable, "label", label);
    }
}
