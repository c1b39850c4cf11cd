package io.tradeflow.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request to the engine's REST that would change one task.
 *
 * @param name what follows the task's id in the path, such as {@code submit-form}; empty for the task itself
 */
record TaskAction(String taskId, String name) {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Where in {@code /camunda/api/engine/engine/{engine}/task/{id}/…} things stand. */
    private static final int RESOURCE = 5;

    private static final int ID = 6;

    static Optional<TaskAction> of(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return of(request.getMethod(), path);
    }

    /** @param path decoded, below the context path */
    static Optional<TaskAction> of(String method, String path) {
        List<String> parts =
                Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
        if (READING.contains(method) || parts.size() <= ID || !"task".equals(parts.get(RESOURCE))) {
            return Optional.empty();
        }
        String name = String.join("/", parts.subList(ID + 1, parts.size()));
        boolean query = name.isEmpty() && "POST".equals(method);
        return query ? Optional.empty() : Optional.of(new TaskAction(parts.get(ID), name));
    }
}
