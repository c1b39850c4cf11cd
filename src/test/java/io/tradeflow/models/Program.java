package io.tradeflow.models;

import java.util.Map;
import java.util.Set;

/**
 * What the program offers to models, by the names models use.
 *
 * @param beans Spring bean names
 * @param errors codes of the BPMN errors each step may raise, by bean name
 * @param outsideEffects beans whose effect a rollback cannot take back, or that are slow
 * @param forms forms, as {@code <folder>/<name>}, that have both a file and a server-side check
 * @param groups ids of the groups tasks may be offered to
 * @param messages names the program tells deals
 * @param decisions ids of the decision tables
 * @param processes ids of the processes
 */
record Program(
        Set<String> beans,
        Map<String, Set<String>> errors,
        Set<String> outsideEffects,
        Set<String> forms,
        Set<String> groups,
        Set<String> messages,
        Set<String> decisions,
        Set<String> processes) {}
