package io.tradeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCallsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "camunda:delegateExpression=\"${priceQuote}\" | priceQuote",
                "camunda:delegateExpression=\"#{ priceQuote }\" | priceQuote",
                "camunda:expression=\"${prices.of(quoteNumber)}\" | prices",
                "camunda:expression=\"${quoteNumber}\" | ``",
                "camunda:expression=\"${execution.setVariable('a.b(', quoteNumber)}\" | ``",
                "camunda:resultVariable=\"lines\" camunda:expression=\"${lines.isEmpty()}\" | ``",
                "camunda:expression=\"${quote.total > 3 and rules.apply(quote.total)}\" | rules",
                "camunda:class=\"no.such.Delegate\" | no.such.Delegate"
            })
    void findsWhatATaskCalls(String attributes, String expected) {
        assertThat(ModelCalls.in(model("<serviceTask id=\"t\" name=\"Price\" " + attributes + "/>")))
                .extracting(ModelCalls.Call::bean)
                .containsExactlyElementsOf(expected.isEmpty() ? java.util.List.of() : java.util.List.of(expected));
    }

    @Test
    void namesTheElementAPersonCanFind() {
        String body =
                """
                <callActivity id="approvals" name="Approval" calledElement="approval">
                  <extensionElements><camunda:executionListener event="start" delegateExpression="${noteStart}"/></extensionElements>
                  <multiInstanceLoopCharacteristics id="mi" camunda:collection="${openApprovals.of(quoteNumber)}"/>
                </callActivity>
                <sequenceFlow id="yes"><conditionExpression>${rules.allow(quoteNumber)}</conditionExpression></sequenceFlow>
                """;

        assertThat(ModelCalls.in(model(body)))
                .extracting(call -> call.element() + " " + call.elementName() + " " + call.bean())
                .containsExactly("approvals Approval noteStart", "approvals Approval openApprovals", "yes null rules");
    }

    @Test
    void refusesWhatIsNoModel() {
        assertThatThrownBy(() -> ModelCalls.in("<definitions".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ModelCalls.in("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:/etc/passwd'>]><x>&e;</x>"
                        .getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static byte[] model(String body) {
        return ("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
                  <process id="p" name="A process" isExecutable="true">%s</process>
                </definitions>
                """
                        .formatted(body))
                .getBytes(StandardCharsets.UTF_8);
    }
}
