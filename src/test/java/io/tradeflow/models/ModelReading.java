package io.tradeflow.models;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Reads from a process model what the rules ask about. */
final class ModelReading {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");
    private static final Pattern DELEGATE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern METHOD_CALL = Pattern.compile("(?<![\\w.'])(\\w+)\\.\\w+\\(");
    private static final Pattern FORM_KEY = Pattern.compile("embedded:/forms/(.+)\\.html");

    /** What the engine puts into every scope, and the result of the table just asked. */
    private static final Set<String> OF_THE_ENGINE = Set.of("execution", "task", "decisionResult");

    private ModelReading() {}

    static <T extends ModelElementInstance> Stream<T> each(BpmnModelInstance model, Class<T> type) {
        return model.getModelElementsByType(type).stream();
    }

    static <T extends ModelElementInstance> Stream<String> offending(
            BpmnModelInstance model, Class<T> type, Predicate<T> offends, String how) {
        return each(model, type).filter(offends).map(element -> label(element) + " " + how);
    }

    static String label(ModelElementInstance element) {
        return element.getElementType().getTypeName() + " " + element.getAttributeValue("id");
    }

    /** Bean behind a service task, or null if it is reached in any other way. */
    static String stepOf(ServiceTask step) {
        Matcher delegate = DELEGATE.matcher(String.valueOf(step.getCamundaDelegateExpression()));
        return delegate.matches() ? delegate.group(1) : null;
    }

    static String formOf(UserTask task) {
        Matcher key = FORM_KEY.matcher(String.valueOf(task.getCamundaFormKey()));
        return key.matches() ? key.group(1) : null;
    }

    /** All expressions of the model, wherever they stand. */
    static Stream<String> expressions(BpmnModelInstance model) {
        return EXPRESSION
                .matcher(Bpmn.convertToString(model).replace("&#39;", "'").replace("&gt;", ">"))
                .results()
                .map(match -> match.group());
    }

    /** Names of the beans that delegates and method calls in expressions go to. */
    static Stream<String> beanCalls(BpmnModelInstance model) {
        Set<String> beans = new LinkedHashSet<>();
        each(model, ServiceTask.class)
                .map(ModelReading::stepOf)
                .filter(bean -> bean != null)
                .forEach(beans::add);
        expressions(model).forEach(expression -> {
            Matcher call = METHOD_CALL.matcher(expression);
            while (call.find()) {
                beans.add(call.group(1));
            }
        });
        beans.removeAll(OF_THE_ENGINE);
        return beans.stream();
    }

    /** Codes of the errors that boundary events of a step catch. */
    static Set<String> caughtOn(Activity step) {
        Set<String> codes = new HashSet<>();
        each((BpmnModelInstance) step.getModelInstance(), BoundaryEvent.class)
                .filter(event -> event.getAttachedTo().equals(step))
                .flatMap(event -> event.getEventDefinitions().stream())
                .filter(ErrorEventDefinition.class::isInstance)
                .forEach(error ->
                        codes.add(((ErrorEventDefinition) error).getError().getErrorCode()));
        return codes;
    }

    static boolean has(Activity activity, Class<? extends ModelElementInstance> extension) {
        return activity.getExtensionElements() != null
                && activity.getExtensionElements()
                                .getElementsQuery()
                                .filterByType(extension)
                                .count()
                        > 0;
    }

    /** Only brings paths together, so there is nothing to say about it. */
    static boolean isJoin(FlowNode node) {
        return node instanceof Gateway && node.getOutgoing().size() == 1;
    }

    static boolean isUnexplained(BaseElement element) {
        return element.getDocumentations().stream().allMatch(text -> isBlank(text.getTextContent()));
    }

    static boolean isDrawnStraight(BpmnEdge edge) {
        if (edge == null || edge.getWaypoints().size() < 2) {
            return false;
        }
        Waypoint last = null;
        for (Waypoint point : edge.getWaypoints()) {
            if (last != null
                    && !last.getX().equals(point.getX())
                    && !last.getY().equals(point.getY())) {
                return false;
            }
            last = point;
        }
        return true;
    }

    static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
