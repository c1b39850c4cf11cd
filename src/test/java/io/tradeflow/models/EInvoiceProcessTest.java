package io.tradeflow.models;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** e-invoice.bpmn: by file or over HTTP, once, and a person where the portal will not. */
class EInvoiceProcessTest extends ProcessTest {

    private static final String NUMBER = "MH-2627-000001";
    private static final String DOWN =
            "The e-invoice portal is down (HTTP 503). E-invoice of MH-2627-000001 is not registered yet";

    @BeforeEach
    void deployEInvoice() {
        deploy("einvoice/e-invoice.bpmn");
    }

    @Test
    void whereNoneIsWantedNothingHappens() {
        steps.writes("decideEInvoice", with("eInvoiceNeeded", false, "irn", null, "eInvoiceByHand", true));

        assertThat(registration()).isEnded().hasPassed("NoEInvoiceNeeded");
        Assertions.assertThat(steps.played()).containsExactly("decideEInvoice");
    }

    @Test
    void byFileItWaitsForFinanceAndTheUploadEndsTheTask() {
        wanted(true);
        prepared("READY");
        ProcessInstance registration = registration();

        assertThat(registration).isWaitingAt("RegisterEInvoiceByHand");
        assertThat(task()).hasName("Register e-invoice · " + NUMBER).hasCandidateGroup("finance");
        answered("REGISTERED");
        Assertions.assertThat(tell("RegistrationRecorded")).isOne();

        assertThat(registration).isEnded().hasPassed("AnswerUploaded", "PrintEInvoice", "EInvoiceRegistered");
        Assertions.assertThat(steps.played()).doesNotContain("registerEInvoice");
    }

    @Test
    void byFileARefusalOfThePortalIsClearedUpAndTriedAgain() {
        wanted(true);
        prepared("READY");
        ProcessInstance registration = registration();
        answered("PROBLEM");
        complete(Map.of("eInvoiceRefusal", "GSTIN of the buyer is cancelled"));

        assertThat(registration).isWaitingAt("ClearUpEInvoice");
        assertThat(task())
                .hasName("Clear up e-invoice · " + NUMBER)
                .hasCandidateGroup("finance")
                .hasCandidateGroup("operations");
        complete(Map.of("eInvoiceSolution", "TRY_AGAIN"));
        assertThat(registration).isWaitingAt("RegisterEInvoiceByHand");
        steps.forgetParts("hearPortalAnswer");
        answered("REGISTERED");
        complete(Map.of());

        assertThat(registration).isEnded().hasPassed("EInvoiceRegistered");
    }

    @Test
    void overHttpItIsRegisteredWithoutAnybody() {
        wanted(false);
        prepared("READY");
        registered("REGISTERED");

        assertThat(registration()).isEnded().hasPassed("PrintEInvoice", "EInvoiceRegistered");
        Assertions.assertThat(steps.played())
                .containsExactly("decideEInvoice", "prepareEInvoice", "registerEInvoice", "printEInvoice");
    }

    @Test
    void whatIsNotFitForThePortalIsClearedUpBeforeItIsAsked() {
        wanted(false);
        steps.writes("prepareEInvoice", with("eInvoiceState", "PROBLEM", "eInvoiceProblem", "Line 2: the HSN code"));
        prepared("READY");
        registered("REGISTERED");
        ProcessInstance registration = registration();

        assertThat(registration).isWaitingAt("ClearUpEInvoice");
        Assertions.assertThat(steps.played()).doesNotContain("registerEInvoice");
        complete(Map.of("eInvoiceSolution", "TRY_AGAIN"));

        assertThat(registration).isEnded().hasPassed("EInvoiceRegistered");
    }

    @Test
    void aDuplicateWithAnotherTotalGoesToAPersonWhoFindsTheAnswerOnThePortal() {
        wanted(false);
        prepared("READY");
        steps.writes(
                "registerEInvoice",
                with("eInvoiceState", "PROBLEM", "eInvoiceProblem", "The portal has another document"));
        ProcessInstance registration = registration();
        assertThat(registration).isWaitingAt("ClearUpEInvoice");
        Assertions.assertThat(variable(registration, "eInvoiceProblem")).isEqualTo("The portal has another document");

        answered("REGISTERED");
        Assertions.assertThat(tell("RegistrationRecorded")).isOne();

        assertThat(registration).isEnded().hasPassed("AnswerUploadedMeanwhile", "EInvoiceRegistered");
    }

    @Test
    void whatNeedsNoneGoesWithoutAndSaysWhy() {
        wanted(false);
        prepared("READY");
        registered("PROBLEM");
        ProcessInstance registration = registration();
        complete(
                Map.of("eInvoiceSolution", "WITHOUT", "eInvoiceWaiver", "The buyer is a department of the government"));

        assertThat(registration).isEnded().hasPassed("WithoutEInvoice");
        Assertions.assertThat(steps.played()).endsWith("waiveEInvoice").doesNotContain("printEInvoice");
    }

    @Test
    void whatWasRegisteredMeanwhileIsOnlyPrinted() {
        wanted(true);
        prepared("REGISTERED");

        assertThat(registration()).isEnded().hasPassed("PrintEInvoice").hasNotPassed("RegisterEInvoiceByHand");
    }

    /** After 1, 2, 5, 10, 15 and 30 minutes, then a sentence in Cockpit; a retry there goes on. */
    @Test
    void aPortalThatIsDownIsTriedForAnHourThenOperationsSeeWhy() {
        wanted(false);
        prepared("READY");
        for (int time = 0; time < 7; time++) {
            steps.acts("registerEInvoice", step -> {
                throw new IllegalStateException(DOWN);
            });
        }
        registered("REGISTERED");
        ProcessInstance registration = start();
        runUntilRegistering(registration);
        fails();
        for (int minutes : new int[] {1, 2, 5, 10, 15, 30}) {
            Assertions.assertThat(
                            engine.getRuntimeService().createIncidentQuery().count())
                    .as("before " + minutes + " minutes more")
                    .isZero();
            due(Duration.ofMinutes(minutes).minusSeconds(30), false);
            due(Duration.ofMinutes(1), true);
            fails();
        }
        Incident incident = engine.getRuntimeService().createIncidentQuery().singleResult();
        Assertions.assertThat(incident.getIncidentMessage()).isEqualTo(DOWN);
        Assertions.assertThat(incident.getActivityId()).isEqualTo("RegisterEInvoice");

        engine.getManagementService().setJobRetries(job().getId(), 1);
        engine.getManagementService().executeJob(job().getId());
        runJobs();
        assertThat(registration).isEnded().hasPassed("EInvoiceRegistered");
    }

    private void runUntilRegistering(ProcessInstance registration) {
        engine.getManagementService().executeJob(job().getId());
        assertThat(registration).isWaitingAt("RegisterEInvoice");
    }

    private void fails() {
        assertThatThrownBy(() -> engine.getManagementService().executeJob(job().getId()))
                .hasMessage(DOWN);
    }

    private void due(Duration later, boolean isDue) {
        org.camunda.bpm.engine.impl.util.ClockUtil.setCurrentTime(in(later));
        Assertions.assertThat(engine.getManagementService()
                        .createJobQuery()
                        .executable()
                        .count())
                .isEqualTo(isDue ? 1 : 0);
    }

    private Job job() {
        return engine.getManagementService().createJobQuery().singleResult();
    }

    private void wanted(boolean byHand) {
        steps.writes("decideEInvoice", with("eInvoiceNeeded", true, "irn", "ab".repeat(32), "eInvoiceByHand", byHand));
    }

    private void prepared(String state) {
        steps.writes("prepareEInvoice", with("eInvoiceState", state, "eInvoiceProblem", null));
    }

    private void registered(String state) {
        steps.writes("registerEInvoice", with("eInvoiceState", state, "eInvoiceProblem", null));
    }

    private void answered(String state) {
        steps.writes("hearPortalAnswer", with("eInvoiceState", state, "eInvoiceProblem", null));
    }

    private ProcessInstance start() {
        return start("e-invoice", Map.of("documentType", "INV", "documentNumber", NUMBER));
    }

    private ProcessInstance registration() {
        return startAndRun("e-invoice", Map.of("documentType", "INV", "documentNumber", NUMBER));
    }
}
