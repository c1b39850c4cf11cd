package io.tradeflow.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What a test of one model needs: the model deployed, its steps played, its callees stood in for, its jobs and its clock moved by hand. */
abstract class ProcessTest {

    static final String DEAL = "INQ-2627-000042";
    static final String NUMBER = "QTN-2627-000007";

    final ProcessEngine engine = BareEngine.ENGINE;
    final PlayedSteps steps = BareEngine.STEPS;

    @BeforeEach
    void bindAssertions() {
        ProcessEngineTests.init(engine);
        steps.forget();
    }

    @AfterEach
    void clear() {
        ClockUtil.reset();
        DeployedModels.clear();
    }

    /** Deploys models of {@code processes/}, for example {@code quotation/quotation.bpmn}, and casts their steps. */
    void deploy(String... models) {
        for (String model : models) {
            if (model.endsWith(".bpmn")) {
                Cast cast = Cast.of(model);
                cast.steps().forEach(steps::cast);
                cast.listeners().forEach(steps::listens);
            }
        }
        DeployedModels.deploy(List.of(models));
    }

    /** Puts a process with a single task in the place of a called one; {@link #finish} ends it. */
    void standIn(String processKey) {
        BpmnModelInstance standIn = Bpmn.createExecutableProcess(processKey)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask(standInTask(processKey))
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(processKey + ".bpmn", standIn)
                .deploy();
    }

    private static String standInTask(String processKey) {
        return "StandIn-" + processKey;
    }

    void finish(String processKey, Map<String, Object> outcomes) {
        Task open = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(standInTask(processKey))
                .list()
                .get(0);
        engine.getTaskService().complete(open.getId(), outcomes);
    }

    long running(String processKey) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(processKey)
                .count();
    }

    /** Variables of the only running instance of a called process; its business key is checked on the way. */
    Map<String, Object> handedTo(String processKey) {
        ProcessInstance called = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(processKey)
                .singleResult();
        assertThat(called.getBusinessKey()).isEqualTo(DEAL);
        return engine.getRuntimeService().getVariables(called.getId());
    }

    ProcessInstance start(String processKey, Map<String, Object> variables) {
        return engine.getRuntimeService().startProcessInstanceByKey(processKey, DEAL, variables);
    }

    ProcessInstance startAndRun(String processKey, Map<String, Object> variables) {
        ProcessInstance started = start(processKey, variables);
        runJobs();
        return started;
    }

    /** Runs the asynchronous steps, and those they lead to, until none is left. */
    void runJobs() {
        for (List<Job> due = asyncSteps(); !due.isEmpty(); due = asyncSteps()) {
            engine.getManagementService().executeJob(due.get(0).getId());
        }
    }

    private List<Job> asyncSteps() {
        return engine.getManagementService().createJobQuery().messages().list();
    }

    /** Lets time pass, fires the timers that are due then, and runs what follows. */
    void pass(Duration time) {
        ClockUtil.setCurrentTime(new Date(
                ClockUtil.getCurrentTime().getTime() + time.plusSeconds(1).toMillis()));
        for (Job due : engine.getManagementService()
                .createJobQuery()
                .timers()
                .executable()
                .list()) {
            engine.getManagementService().executeJob(due.getId());
        }
        runJobs();
    }

    Date in(Duration time) {
        return new Date(ClockUtil.getCurrentTime().getTime() + time.toMillis());
    }

    /** Tells the deal; gives how many heard it. */
    int tell(String message) {
        int heard = engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(DEAL)
                .correlateAllWithResult()
                .size();
        runJobs();
        return heard;
    }

    Task task() {
        return engine.getTaskService().createTaskQuery().singleResult();
    }

    void complete(Map<String, Object> submitted) {
        engine.getTaskService().complete(task().getId(), submitted);
        runJobs();
    }

    Object variable(ProcessInstance instance, String name) {
        return engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .variableName(name)
                .singleResult()
                .getValue();
    }

    static Map<String, Object> with(Object... namesAndValues) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return variables;
    }
}
