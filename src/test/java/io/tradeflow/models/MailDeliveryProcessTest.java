package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** mail-delivery.bpmn: one mail, tried until it is out or operations is called. */
class MailDeliveryProcessTest extends ProcessTest {

    @BeforeEach
    void deployMailDelivery() {
        deploy("notification/mail-delivery.bpmn");
    }

    @Test
    void aQueuedMailIsDeliveredAfterTheQueueingCommitted() {
        ProcessInstance delivery = queue();
        assertThat(delivery).isWaitingAt("DeliverMail");
        Assertions.assertThat(steps.played()).isEmpty();

        runJobs();

        assertThat(delivery).isEnded().hasPassed("MailDelivered");
    }

    @Test
    void aDeadMailServerIsTriedFiveTimesBeforeOperationsIsCalled() {
        steps.acts("deliverMail", step -> {
            throw new IllegalStateException("mail server does not answer");
        });
        ProcessInstance delivery = queue();

        for (int tried = 1; tried <= 5; tried++) {
            Assertions.assertThat(incident()).isNull();
            Assertions.assertThatThrownBy(() -> engine.getManagementService().executeJob(job().getId()))
                    .hasMessage("mail server does not answer");
            Assertions.assertThat(job().getRetries()).isEqualTo(5 - tried);
        }

        assertThat(delivery).isWaitingAt("DeliverMail");
        Assertions.assertThat(incident().getIncidentMessage()).isEqualTo("mail server does not answer");
    }

    @Test
    void operationsCanRetryWhenTheServerIsBack() {
        steps.acts("deliverMail", step -> {
            throw new IllegalStateException("mail server does not answer");
        });
        steps.acts("deliverMail", step -> {});
        ProcessInstance delivery = queue();
        Assertions.assertThatThrownBy(this::runJobs).hasMessage("mail server does not answer");

        engine.getManagementService().setJobRetries(job().getId(), 1);
        runJobs();

        assertThat(delivery).isEnded();
    }

    private ProcessInstance queue() {
        return start(
                "mail-delivery",
                with("mailId", 71L, "mailTo", "priya@sahyadri-agro.example", "mailSubject", "Quotation " + NUMBER));
    }

    private Job job() {
        return engine.getManagementService().createJobQuery().singleResult();
    }

    private Incident incident() {
        return engine.getRuntimeService().createIncidentQuery().singleResult();
    }
}
