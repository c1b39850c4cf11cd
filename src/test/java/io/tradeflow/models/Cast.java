package io.tradeflow.models;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;

/**
 * Who plays in a model.
 *
 * @param steps beans of its service tasks
 * @param listeners beans that hear of its tasks
 * @param startsByItself at a time, without anybody
 */
record Cast(List<String> steps, List<String> listeners, boolean startsByItself) {

    private static final Map<String, Cast> READ = new ConcurrentHashMap<>();

    /** Of a model of {@code processes/}. */
    static Cast of(String model) {
        return READ.computeIfAbsent(model, Cast::read);
    }

    private static Cast read(String model) {
        BpmnModelInstance read = Bpmn.readModelFromStream(Cast.class.getResourceAsStream("/processes/" + model));
        return new Cast(
                read.getModelElementsByType(ServiceTask.class).stream()
                        .map(ServiceTask::getCamundaDelegateExpression)
                        .map(Cast::bean)
                        .toList(),
                read.getModelElementsByType(CamundaTaskListener.class).stream()
                        .map(CamundaTaskListener::getCamundaDelegateExpression)
                        .map(Cast::bean)
                        .toList(),
                read.getModelElementsByType(StartEvent.class).stream()
                        .anyMatch(start ->
                                start.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance)));
    }

    private static String bean(String expression) {
        return expression.substring(2, expression.length() - 1);
    }
}
