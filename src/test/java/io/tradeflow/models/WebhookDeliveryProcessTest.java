package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** stock-changes.bpmn and webhook-delivery.bpmn: changes are looked for and told one after the other; who does not answer rests. */
class WebhookDeliveryProcessTest extends ProcessTest {

    @BeforeEach
    void deployWebhooks() {
        steps.beans().put("stockChangesCycle", "R/PT30S");
        deploy("inventory/stock-changes.bpmn", "inventory/webhook-delivery.bpmn");
    }

    @Test
    void changesAreLookedForAgainAndAgain() {
        pass(Duration.ofSeconds(30));
        pass(Duration.ofSeconds(30));

        Assertions.assertThat(steps.played()).containsExactly("queueStockChanges", "queueStockChanges");
        Assertions.assertThat(running("stock-changes")).isZero();
    }

    @Test
    void messagesAreDeliveredOneAfterTheOtherUntilNoneIsLeft() {
        leaves(2);
        ProcessInstance delivery = queue();
        assertThat(delivery).isWaitingAt("ComposeWebhook");

        runJobs();

        Assertions.assertThat(steps.played())
                .containsExactly(
                        "composeWebhook", "deliverWebhook", "composeWebhook", "deliverWebhook", "composeWebhook");
        assertThat(delivery).isEnded().hasPassed("AllTold");
    }

    @Test
    void aSilentSystemRestsAndIsTriedAgain() {
        AtomicBoolean silent = new AtomicBoolean(true);
        isSilentWhile(silent);
        ProcessInstance delivery = queue();

        runJobs();
        assertThat(delivery).isWaitingAt("Rest");
        pass(Duration.ofMinutes(5));
        assertThat(delivery).isWaitingAt("Rest");
        Assertions.assertThat(steps.played())
                .filteredOn("deliverWebhook"::equals)
                .hasSize(2);
        Assertions.assertThat(engine.getRuntimeService().createIncidentQuery().count())
                .isZero();

        silent.set(false);
        pass(Duration.ofMinutes(5));

        assertThat(delivery).isEnded().hasPassed("RestIsOver").hasNotPassed("Resumed");
    }

    @Test
    void operationsEndsTheRest() {
        AtomicBoolean silent = new AtomicBoolean(true);
        isSilentWhile(silent);
        ProcessInstance delivery = queue();
        runJobs();
        silent.set(false);

        Assertions.assertThat(tell("WebhookResumed")).isOne();

        assertThat(delivery).isEnded().hasPassed("Resumed").hasNotPassed("RestIsOver");
        Assertions.assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processDefinitionKey("webhook-delivery")
                        .count())
                .isZero();
    }

    /** That many messages are left; one that is not delivered is left again. */
    private void leaves(int messages) {
        AtomicInteger left = new AtomicInteger(messages);
        steps.acts("composeWebhook", step -> step.setVariable("webhookState", left.get() > 0 ? "MESSAGE" : "NOTHING"));
        steps.acts("deliverWebhook", step -> {
            left.decrementAndGet();
            step.setVariable("webhookState", "ANSWERS");
        });
    }

    private void isSilentWhile(AtomicBoolean silent) {
        AtomicBoolean delivered = new AtomicBoolean();
        steps.acts("composeWebhook", step -> step.setVariable("webhookState", delivered.get() ? "NOTHING" : "MESSAGE"));
        steps.acts("deliverWebhook", step -> {
            delivered.set(!silent.get());
            step.setVariable("webhookState", silent.get() ? "RESTS" : "ANSWERS");
            step.setVariable("restsUntil", in(Duration.ofMinutes(5)));
        });
    }

    private ProcessInstance queue() {
        return start("webhook-delivery", with("webhookId", 7L, "webhookUrl", "https://erp.example"));
    }
}
