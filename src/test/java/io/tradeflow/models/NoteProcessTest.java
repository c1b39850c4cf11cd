package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.taskService;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** note.bpmn: who lets a credit or debit note pass, and what happens when it cannot be issued. */
class NoteProcessTest extends ProcessTest {

    @BeforeEach
    void deployNote() {
        deploy("invoicing/note.bpmn", "invoicing/note-approval.dmn", "einvoice/e-invoice.bpmn");
        steps.acts("setNoteDecisionTimes", step -> {
            step.setVariable("remindNoteAfter", step.getVariable("remindAfter"));
            step.setVariable("escalateNoteAfter", step.getVariable("escalateAfter"));
        });
        steps.writes("issueNote", Map.of("noteNumber", "MH-2627-CN00001", "noteType", "CRN"));
        steps.writes("decideEInvoice", Map.of("eInvoiceNeeded", false, "eInvoiceByHand", true));
    }

    @Test
    void aSmallOneIsIssuedRenderedAndSentAtOnce() {
        ProcessInstance note = drafted(4_000.0, "EXCESS_CHARGED");

        assertThat(note).isEnded().hasPassed("NoteSent").hasNotPassed("ApproveNote");
        Assertions.assertThat(steps.played()).containsExactly("issueNote", "decideEInvoice", "renderNote", "sendNote");
    }

    @Test
    void aNoteThatHasToBeRegisteredIsSentOnceItIs() {
        steps.forgetParts("decideEInvoice");
        steps.acts("decideEInvoice", step -> {
            Assertions.assertThat(step.getVariable("documentType")).isEqualTo("CRN");
            Assertions.assertThat(step.getVariable("documentNumber")).isEqualTo("MH-2627-CN00001");
            step.setVariable("eInvoiceNeeded", true);
            step.setVariable("eInvoiceByHand", true);
        });
        steps.writes("prepareEInvoice", Map.of("eInvoiceState", "READY"));
        steps.writes("hearPortalAnswer", Map.of("eInvoiceState", "REGISTERED"));
        ProcessInstance note = drafted(4_000.0, "EXCESS_CHARGED");

        assertThat(note).isWaitingAt("RegisterNote");
        Assertions.assertThat(taskService().createTaskQuery().list())
                .extracting(Task::getName)
                .containsExactly("Register e-invoice · MH-2627-CN00001");
        Assertions.assertThat(steps.played()).doesNotContain("renderNote", "sendNote");

        taskService().complete(taskService().createTaskQuery().singleResult().getId());
        runJobs();

        assertThat(note).isEnded().hasPassed("NoteSent");
        Assertions.assertThat(steps.played()).endsWith("printEInvoice", "renderNote", "sendNote");
    }

    @Test
    void aLargerOneWaitsForItsApproval() {
        steps.writes("recordNoteDecision", Map.of("noteApproved", true));
        ProcessInstance note = drafted(80_000.0, "DEFICIENCY");

        assertThat(note).isWaitingAt("ApproveNote");
        assertThat(task())
                .hasCandidateGroup("sales-managers")
                .hasName("Approve credit note · ND-2627-000001 · Sahyadri Agro");
        Assertions.assertThat(task().getDueDate()).isCloseTo(in(Duration.ofDays(1)), 60_000);
        complete(Map.of("noteDecision", "APPROVED"));

        assertThat(note).isEnded().hasPassed("NoteSent");
    }

    @Test
    void whoLetsItLieIsRemindedAndThenTheDirectorsAreCalledIn() {
        ProcessInstance note = drafted(80_000.0, "DEFICIENCY");
        pass(Duration.ofDays(1));
        assertThat(note).isWaitingAt("ApproveNote");
        Assertions.assertThat(steps.played())
                .containsExactly("setNoteDecisionTimes", "offerNote", "remindNoteApprovers");

        pass(Duration.ofDays(1));

        assertThat(note).isWaitingAt("ApproveNote").hasPassed("NoteApprovalEscalated");
        Assertions.assertThat(steps.played())
                .containsExactly("setNoteDecisionTimes", "offerNote", "remindNoteApprovers", "escalateNoteApproval");
    }

    @Test
    void howLongThatIsSaysTheTable() throws IOException {
        publish(table().replace("\"P1D\"", "\"PT4H\"").replace("\"P2D\"", "\"PT6H\""));
        ProcessInstance note = drafted(80_000.0, "DEFICIENCY");
        Assertions.assertThat(task().getDueDate()).isCloseTo(in(Duration.ofHours(4)), 60_000);
        pass(Duration.ofHours(3));
        Assertions.assertThat(steps.played()).doesNotContain("remindNoteApprovers");

        pass(Duration.ofHours(1));
        Assertions.assertThat(steps.played()).endsWith("remindNoteApprovers");
        pass(Duration.ofHours(2));

        assertThat(note).isWaitingAt("ApproveNote").hasPassed("NoteApprovalEscalated");
    }

    /** Somebody may have published a table of their own before these columns came. */
    @Test
    void aTableWithoutTheTimesStillDecides() throws IOException {
        publish(table().replaceAll("(?s)<output id=\"noteApproval(Remind|Escalate)Output\"[^>]*/>", "")
                .replaceAll("(?s)<outputEntry id=\"noteApprovalRule\\dOut[23]\">.*?</outputEntry>", ""));
        steps.forgetParts("setNoteDecisionTimes");
        steps.acts("setNoteDecisionTimes", step -> {
            Assertions.assertThat(step.getVariable("remindAfter")).isNull();
            Assertions.assertThat(step.getVariable("escalateAfter")).isNull();
            step.setVariable("remindNoteAfter", "P1D");
            step.setVariable("escalateNoteAfter", "P2D");
        });

        ProcessInstance note = drafted(80_000.0, "DEFICIENCY");
        assertThat(note).isWaitingAt("ApproveNote");
        assertThat(task()).hasCandidateGroup("sales-managers");
        assertThat(drafted(4_000.0, "EXCESS_CHARGED")).isEnded().hasPassed("NoteSent");
    }

    private void publish(String table) {
        engine.getRepositoryService()
                .createDeployment()
                .addString("note-approval.dmn", table)
                .deploy();
    }

    private static String table() throws IOException {
        try (InputStream file = NoteProcessTest.class.getResourceAsStream("/processes/invoicing/note-approval.dmn")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aRefusedOneIsToldAndNotIssued() {
        steps.writes("recordNoteDecision", Map.of("noteApproved", false));
        ProcessInstance note = drafted(800_000.0, "DEFICIENCY");
        assertThat(task()).hasCandidateGroup("directors");

        complete(Map.of("noteDecision", "REFUSED", "noteDecisionNote", "Not agreed"));

        assertThat(note).isEnded().hasPassed("NoteNotIssued").hasNotPassed("IssueNote");
        Assertions.assertThat(steps.played())
                .containsExactly("setNoteDecisionTimes", "offerNote", "recordNoteDecision", "tellNoteNotIssued");
    }

    @Test
    void whatTheInvoiceDoesNotAllowAnyMoreIsGivenUpAndTold() {
        steps.forgetParts("issueNote");
        steps.raises("issueNote", "NOTE_NOT_POSSIBLE", "Line 1 has 2 NOS left");
        ProcessInstance note = drafted(100.0, "GOODS_RETURNED");

        assertThat(note).isEnded().hasPassed("NoteNotIssued").hasNotPassed("RenderNote");
        Assertions.assertThat(steps.played()).containsExactly("issueNote", "giveUpNote", "tellNoteNotIssued");
        Assertions.assertThat(variable(note, "noteProblem")).isEqualTo("Line 1 has 2 NOS left");
    }

    @Test
    void theNoteOfAReturnJoinsWhereItIsIssued() {
        ProcessInstance note = startAndRun(
                "note", with("noteDraft", "ND-2627-000001", "buyerName", "Sahyadri Agro", "noteApproved", true));

        assertThat(note).isEnded().hasPassed("NoteSent").hasNotPassed("DecideApprover");
    }

    @Test
    void aFailedRenderingIsRepeatedWithoutTakingAnotherNumber() {
        steps.acts("renderNote", step -> {
            throw new IllegalStateException("no font");
        });
        steps.acts("renderNote", step -> {});
        ProcessInstance note = start("note", facts(100.0, "DEFICIENCY"));

        Assertions.assertThatThrownBy(this::runJobs).hasMessage("no font");
        assertThat(note).isWaitingAt("RenderNote");
        runJobs();

        assertThat(note).isEnded();
        Assertions.assertThat(steps.played()).containsOnlyOnce("issueNote");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "5000,   EXCESS_CHARGED, none",
                "5000.01, GOODS_RETURNED, sales-managers",
                "500000, DEFICIENCY,     sales-managers",
                "500001, QUANTITY_SHORT, directors",
                "10,     PRICE_TOO_LOW,  sales-managers",
                "900000, PRICE_TOO_LOW,  directors",
                "-,      DEFICIENCY,     directors",
                "10,     -,              sales-managers"
            })
    void theTableSaysWhoLetsItPass(Double amount, String reason, String group) {
        Map<String, Object> answer =
                Tables.decide("invoicing/note-approval", Tables.facts("noteAmount", amount, "noteReason", reason));

        Assertions.assertThat(answer).containsEntry("approverGroup", group);
        Assertions.assertThat(answer.get("remindAfter")).isEqualTo(group.equals("none") ? null : "P1D");
        Assertions.assertThat(answer.get("escalateAfter")).isEqualTo(group.equals("none") ? null : "P2D");
    }

    private ProcessInstance drafted(double amount, String reason) {
        return startAndRun("note", facts(amount, reason));
    }

    private static Map<String, Object> facts(double amount, String reason) {
        return with(
                "noteDraft",
                "ND-2627-000001",
                "noteKind",
                "credit note",
                "noteReason",
                reason,
                "noteAmount",
                amount,
                "buyerName",
                "Sahyadri Agro",
                "noteApproved",
                false);
    }
}
