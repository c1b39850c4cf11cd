package io.tradeflow.engine;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** A user task as lists and the API show it. {@code form} as {@link TaskForm#form()}; {@code references} are the numbers it is about, e.g.
 * quoteNumber; {@code candidateUsers} stand in for somebody who is away. */
public record StaffTask(
        String id,
        String name,
        String dealNumber,
        String form,
        String assignee,
        Set<String> candidateGroups,
        Set<String> candidateUsers,
        Instant createdAt,
        Instant dueAt,
        int priority,
        Map<String, Object> references) {}
