package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** stock-changes.bpmn and webhook-delivery.bpmn: changes are looked for, and told until the other side has them or operations is called. */
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
    void aMessageIsComposedAndThenDelivered() {
        ProcessInstance delivery = queue();
        assertThat(delivery).isWaitingAt("ComposeWebhook");

        runJobs();

        Assertions.assertThat(steps.played()).containsExactly("composeWebhook", "deliverWebhook");
        assertThat(delivery).isEnded().hasPassed("MessageDelivered");
    }

    @Test
    void aSilentSystemIsTriedFiveTimesWithTheSameMessageBeforeOperationsIsCalled() {
        steps.acts("deliverWebhook", step -> {
            throw new IllegalStateException("does not answer");
        });
        ProcessInstance delivery = queue();
        engine.getManagementService().executeJob(job(delivery).getId());

        for (int tried = 1; tried <= 5; tried++) {
            Assertions.assertThat(
                            engine.getRuntimeService().createIncidentQuery().count())
                    .isZero();
            Assertions.assertThatThrownBy(() -> engine.getManagementService()
                            .executeJob(job(delivery).getId()))
                    .hasMessage("does not answer");
            Assertions.assertThat(job(delivery).getRetries()).isEqualTo(5 - tried);
        }

        assertThat(delivery).isWaitingAt("DeliverWebhook");
        Assertions.assertThat(engine.getRuntimeService().createIncidentQuery().count())
                .isOne();
        Assertions.assertThat(steps.played())
                .filteredOn("composeWebhook"::equals)
                .hasSize(1);
    }

    private ProcessInstance queue() {
        return start(
                "webhook-delivery", with("deliveryId", 7L, "sku", "CP-005-CI", "webhookUrl", "https://erp.example"));
    }

    private Job job(ProcessInstance delivery) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(delivery.getId())
                .singleResult();
    }
}
