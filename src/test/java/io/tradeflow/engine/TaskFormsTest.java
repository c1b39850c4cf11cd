package io.tradeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskFormsTest {

    @ParameterizedTest
    @CsvSource({
        "embedded:/forms/approval/decide.html, approval/decide",
        "embedded:app:forms/approval/decide.html, approval/decide",
        "embedded:/forms/approval/decide.html?v=2, approval/decide",
        "camunda-forms:deployment:x.form, -",
        "approval/decide, -"
    })
    void knowsAFormByItsKey(String key, String expected) {
        assertThat(TaskForms.path(key).orElse("-")).isEqualTo(expected);
    }
}
