package io.tradeflow.models;

import static io.tradeflow.models.ModelReading.beanCalls;
import static io.tradeflow.models.ModelReading.caughtOn;
import static io.tradeflow.models.ModelReading.each;
import static io.tradeflow.models.ModelReading.expressions;
import static io.tradeflow.models.ModelReading.has;
import static io.tradeflow.models.ModelReading.isBlank;
import static io.tradeflow.models.ModelReading.isDrawnStraight;
import static io.tradeflow.models.ModelReading.isJoin;
import static io.tradeflow.models.ModelReading.label;
import static io.tradeflow.models.ModelReading.offending;
import static io.tradeflow.models.ModelReading.stepOf;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;

/** What every process model must keep to. Each rule gives the elements that break it, in words. */
enum ModelRule {
    STEPS_ARE_BEANS((model, program) -> Stream.concat(
                    offending(
                            model,
                            ServiceTask.class,
                            step -> stepOf(step) == null,
                            "calls no bean by delegate expression"),
                    beanCalls(model)
                            .filter(call -> !program.beans().contains(call))
                            .map(call -> "there is no bean " + call))
            .toList()),

    FORMS_EXIST((model, program) -> offending(
                    model,
                    UserTask.class,
                    task -> !program.forms().contains(ModelReading.formOf(task)),
                    "has no form with a file and a check")
            .toList()),

    GROUPS_ARE_KNOWN((model, program) -> offending(
                    model,
                    UserTask.class,
                    task -> task.getCamundaCandidateGroupsList().stream()
                            .anyMatch(group ->
                                    !group.startsWith("${") && !program.groups().contains(group)),
                    "is offered to a group that does not exist")
            .toList()),

    MESSAGES_ARE_TOLD((model, program) -> each(model, Message.class)
            .filter(message -> !program.messages().contains(message.getName()))
            .map(message -> "nobody tells " + message.getName())
            .toList()),

    DECISIONS_EXIST((model, program) -> offending(
                    model,
                    BusinessRuleTask.class,
                    rule -> !program.decisions().contains(rule.getCamundaDecisionRef()),
                    "asks a table that does not exist")
            .toList()),

    CALLED_PROCESSES_EXIST((model, program) -> offending(
                    model,
                    CallActivity.class,
                    call -> !program.processes().contains(call.getCalledElement()),
                    "calls a process that does not exist")
            .toList()),

    ERRORS_ARE_CAUGHT((model, program) -> each(model, ServiceTask.class)
            .filter(step -> !caughtOn(step).equals(program.errors().getOrDefault(stepOf(step), Set.of())))
            .map(step -> label(step) + " raises " + program.errors().getOrDefault(stepOf(step), Set.of())
                    + " but caught are " + caughtOn(step))
            .toList()),

    OUTSIDE_EFFECTS_ARE_OWN_JOBS((model, program) -> offending(
                    model,
                    ServiceTask.class,
                    step -> program.outsideEffects().contains(stepOf(step))
                            && !(step.isCamundaAsyncBefore() && has(step, CamundaFailedJobRetryTimeCycle.class)),
                    "reaches outside and is no job with a retry cycle of its own")
            .toList()),

    HISTORY_ENDS((model, program) -> offending(
                    model,
                    Process.class,
                    process -> process.getCamundaHistoryTimeToLiveString() == null,
                    "has no history time to live")
            .toList()),

    VERSION_IS_TAGGED((model, program) -> offending(
                    model, Process.class, process -> process.getCamundaVersionTag() == null, "has no version tag")
            .toList()),

    EVERYTHING_IS_NAMED((model, program) -> offending(
                    model, FlowNode.class, node -> isBlank(node.getName()) && !isJoin(node), "has no name")
            .toList()),

    PURPOSE_IS_WRITTEN((model, program) -> Stream.concat(
                    offending(model, Process.class, ModelReading::isUnexplained, "has no documentation"),
                    offending(model, UserTask.class, ModelReading::isUnexplained, "has no documentation"))
            .toList()),

    TASKS_ARE_COMPLETE((model, program) -> offending(
                    model,
                    UserTask.class,
                    task -> Stream.of(
                                    task.getCamundaCandidateGroups(),
                                    task.getCamundaDueDate(),
                                    task.getCamundaPriority(),
                                    task.getCamundaFormKey())
                            .anyMatch(ModelReading::isBlank),
                    "lacks candidate groups, due date, priority or form")
            .toList()),

    NO_SCRIPTS((model, program) -> Stream.concat(
                    each(model, ScriptTask.class).map(ModelReading::label),
                    each(model, CamundaScript.class).map(script -> "a script in " + script.getParentElement()))
            .toList()),

    EXPRESSIONS_ARE_SHORT((model, program) -> expressions(model)
            .filter(expression ->
                    expression.length() > 65 || expression.matches("(?s).*(&&|\\|\\||\\?|;| and | or ).*"))
            .map(expression -> "more than a call or a comparison: " + expression)
            .toList()),

    TIMES_COME_FROM_DATA((model, program) -> offending(
                    model,
                    TimerEventDefinition.class,
                    timer -> !timer.getTextContent().strip().matches("\\$\\{\\w+}"),
                    "is no variable")
            .toList()),

    BUSINESS_KEY_IS_PASSED((model, program) -> offending(
                    model,
                    CallActivity.class,
                    call -> call.getExtensionElements() == null
                            || call
                                    .getExtensionElements()
                                    .getElementsQuery()
                                    .filterByType(CamundaIn.class)
                                    .list()
                                    .stream()
                                    .noneMatch(
                                            in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey())),
                    "does not pass the deal's number")
            .toList()),

    EVERYTHING_IS_DRAWN((model, program) -> Stream.concat(
                    offending(model, FlowNode.class, node -> node.getDiagramElement() == null, "is not drawn"),
                    offending(
                            model,
                            SequenceFlow.class,
                            flow -> !isDrawnStraight(flow.getDiagramElement()),
                            "is not drawn in straight lines"))
            .toList());

    private final BiFunction<BpmnModelInstance, Program, List<String>> check;

    ModelRule(BiFunction<BpmnModelInstance, Program, List<String>> check) {
        this.check = check;
    }

    List<String> offences(BpmnModelInstance model, Program program) {
        return check.apply(model, program);
    }

    /** The rule's name in files, for example {@code no-scripts}. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
