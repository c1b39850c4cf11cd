package io.tradeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskActionTest {

    @ParameterizedTest
    @CsvSource({
        "POST, task/7/submit-form, 7:submit-form",
        "POST, task/7/submit-form/, 7:submit-form",
        "POST, //task//7/complete, 7:complete",
        "PUT, task/7/variables/decision, 7:variables/decision",
        "DELETE, task/7/localVariables/x, 7:localVariables/x",
        "POST, task/7/bpmnError, 7:bpmnError",
        "PUT, task/7, 7:",
        "DELETE, task/7, 7:",
        "POST, task/count, -",
        "POST, task, -",
        "GET, task/7/variables, -",
        "POST, process-instance/7/variables, -"
    })
    void seesWhatWouldChangeATask(String method, String path, String expected) {
        String found = TaskAction.of(method, "/camunda/api/engine/engine/default/" + path)
                .map(action -> action.taskId() + ":" + action.name())
                .orElse("-");

        assertThat(found).isEqualTo(expected);
    }
}
