package io.tradeflow.models;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.tradeflow.engine.ProcessStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A palette entry of Camunda Modeler for one step, in the form of Camunda's element template schema. */
@JsonPropertyOrder({
    "$schema",
    "name",
    "id",
    "version",
    "description",
    "category",
    "appliesTo",
    "elementType",
    "properties"
})
record ElementTemplate(
        @JsonProperty("$schema") String schema,
        String name,
        String id,
        int version,
        String description,
        Category category,
        List<String> appliesTo,
        ElementType elementType,
        List<Property> properties) {

    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";

    record Category(String id, String name) {}

    record ElementType(String value) {}

    record Binding(String type, String name) {
        static Binding to(String attribute) {
            return new Binding("property", attribute);
        }
    }

    @JsonPropertyOrder({"label", "description", "type", "value", "binding"})
    record Property(String label, String description, String type, Object value, Binding binding) {}

    /** @param room the package below {@code io.tradeflow} the step belongs to; it becomes the group in the palette */
    static ElementTemplate of(String bean, ProcessStep step, String room) {
        return new ElementTemplate(
                SCHEMA,
                step.label(),
                "io.tradeflow." + bean,
                1,
                description(step),
                new Category(room, room.substring(0, 1).toUpperCase(Locale.ROOT) + room.substring(1)),
                List.of("bpmn:Task", "bpmn:ServiceTask"),
                new ElementType("bpmn:ServiceTask"),
                properties(bean, step));
    }

    private static List<Property> properties(String bean, ProcessStep step) {
        return List.of(
                new Property("Name", "What the diagram shows", "String", step.label(), Binding.to("name")),
                new Property(null, null, "Hidden", "${" + bean + "}", Binding.to("camunda:delegateExpression")),
                new Property(
                        "Run as own job",
                        "On: the step is committed and retried by itself. Off: it shares the fate of the step before it.",
                        "Boolean",
                        true,
                        Binding.to("camunda:asyncBefore")));
    }

    private static String description(ProcessStep step) {
        List<String> parts = new ArrayList<>();
        parts.add(step.description().strip());
        add(parts, "Reads", Stream.of(step.inputs()).map(read -> read.name() + " (" + read.description() + ")"));
        add(
                parts,
                "Writes",
                Stream.of(step.outcomes()).map(written -> written.name() + " (" + written.description() + ")"));
        add(
                parts,
                "May raise, to be caught by a boundary error event",
                Stream.of(step.errors()).map(error -> error.code() + " (" + error.description() + ")"));
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, String what, Stream<String> facts) {
        String listed = facts.collect(Collectors.joining(", "));
        if (!listed.isEmpty()) {
            parts.add(what + ": " + listed + ".");
        }
    }
}
