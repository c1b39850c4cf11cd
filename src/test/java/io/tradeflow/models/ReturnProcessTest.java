package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** return.bpmn: from the request, or the carrier's word, to what the buyer gets. */
class ReturnProcessTest extends ProcessTest {

    @BeforeEach
    void deployReturn() {
        deploy("returns/return.bpmn", "invoicing/note.bpmn", "invoicing/note-approval.dmn", "einvoice/e-invoice.bpmn");
        steps.writes("decideEInvoice", Map.of("eInvoiceNeeded", false, "eInvoiceByHand", true));
        steps.writes("draftCreditNote", Map.of("noteDraft", "ND-2627-000001", "moreToCredit", false));
        steps.writes("issueNote", Map.of("noteNumber", "MH-2627-CN00001", "noteType", "CRN"));
        steps.writes("recordReturnDecision", Map.of("returnApproved", true));
        steps.writes("recordReturnReceipt", Map.of("receiptOutcome", "ARRIVED"));
    }

    @Test
    void approvedGoodsComeBackAndAreOwedAgain() {
        ProcessInstance goods = asked(true, false);
        waitsFor(goods, "ApproveReturn", "quality", "Approve return · RMA-2627-000001 · Sahyadri Agro");
        complete(Map.of("decision", "APPROVED"));
        waitsFor(goods, "ReceiveReturn", "warehouse", "Receive return · RMA-2627-000001 · Sahyadri Agro");
        complete(Map.of("received", "{}"));
        waitsFor(goods, "InspectReturn", "quality", "Inspect return · RMA-2627-000001 · Sahyadri Agro");
        complete(Map.of("restock", "{}"));

        assertThat(goods).isEnded().hasPassed("ReturnSettled").hasNotPassed("ClaimCredit");
        Assertions.assertThat(steps.played())
                .containsExactly(
                        "recordReturnDecision",
                        "sendReturnInstructions",
                        "recordReturnReceipt",
                        "recordReturnInspection",
                        "reopenFulfilment",
                        "settleReturn");
    }

    @Test
    void whatIsCreditedGoesOnToFinance() {
        ProcessInstance goods = asked(false, true);
        complete(Map.of("decision", "APPROVED"));
        complete(Map.of("received", "{}"));
        complete(Map.of("restock", "{}"));

        waitsFor(goods, "ApproveCredit", "finance", "Approve credit · RMA-2627-000001 · Sahyadri Agro");
        complete(Map.of("creditDecision", "APPROVED"));

        assertThat(goods).isEnded().hasPassed("ReturnSettled").hasNotPassed("ReopenFulfilment");
        Assertions.assertThat(steps.played())
                .endsWith(
                        "claimCredit",
                        "draftCreditNote",
                        "issueNote",
                        "decideEInvoice",
                        "renderNote",
                        "sendNote",
                        "settleReturn");
    }

    @Test
    void whatIsNotReplacedAfterAllGoesToFinanceAtOnce() {
        ProcessInstance goods = startAndRun(
                "return",
                with(
                        "returnNumber", "RMA-2627-000001",
                        "buyerName", "Sahyadri Agro",
                        "byBuyer", false,
                        "replacementGivenUp", true,
                        "reopensFulfilment", false,
                        "reopensBilling", true));

        waitsFor(goods, "ApproveCredit", "finance", "Approve credit · RMA-2627-000001 · Sahyadri Agro");
        complete(Map.of("creditDecision", "APPROVED"));

        assertThat(goods).isEnded().hasPassed("ReturnSettled").hasNotPassed("DecideRemedy", "ReopenFulfilment");
        Assertions.assertThat(steps.played())
                .containsExactly(
                        "claimCredit",
                        "draftCreditNote",
                        "issueNote",
                        "decideEInvoice",
                        "renderNote",
                        "sendNote",
                        "settleReturn");
    }

    /** First for part of it, then for the rest. */
    @Test
    void whatFinanceHadCreditedAlreadyIsNotCreditedAgain() {
        ProcessInstance goods = asked(false, true);
        complete(Map.of("decision", "APPROVED"));
        complete(Map.of("received", "{}"));
        complete(Map.of("restock", "{}"));

        steps.writes("recordOtherCredit", Map.of("creditStillOpen", true));
        complete(Map.of("creditDecision", "CREDITED", "creditNoteNumber", "MH-2627-CN00001"));
        assertThat(goods).isWaitingAt("ApproveCredit");
        steps.forgetParts("recordOtherCredit");
        steps.writes("recordOtherCredit", Map.of("creditStillOpen", false));
        complete(Map.of("creditDecision", "CREDITED", "creditNoteNumber", "MH-2627-CN00002"));

        assertThat(goods).isEnded().hasPassed("ReturnSettled").hasNotPassed("DraftCreditNote");
        Assertions.assertThat(steps.played()).endsWith("recordOtherCredit", "recordOtherCredit", "settleReturn");
    }

    @Test
    void aCreditMayWaitAndIsAskedForAgain() {
        ProcessInstance goods = asked(false, true);
        complete(Map.of("decision", "APPROVED"));
        complete(Map.of("received", "{}"));
        complete(Map.of("restock", "{}"));

        complete(Map.of("creditDecision", "HELD", "heldFor", "P3D", "holdReason", "Survey awaited"));
        assertThat(goods).isWaitingAt("CreditWaits");
        Assertions.assertThat(steps.played()).endsWith("recordCreditHold");
        pass(Duration.ofDays(3));

        assertThat(goods).isWaitingAt("ApproveCredit").hasNotPassed("DraftCreditNote");
    }

    @Test
    void invoicesThatNeedANoteEachGetOneAfterTheOther() {
        steps.forgetParts("draftCreditNote");
        steps.writes("draftCreditNote", Map.of("noteDraft", "ND-2627-000001", "moreToCredit", true));
        steps.writes("draftCreditNote", Map.of("noteDraft", "ND-2627-000002", "moreToCredit", false));
        ProcessInstance goods = asked(false, true);
        complete(Map.of("decision", "APPROVED"));
        complete(Map.of("received", "{}"));
        complete(Map.of("restock", "{}"));

        complete(Map.of("creditDecision", "APPROVED"));

        assertThat(goods).isEnded().hasPassed("ReturnSettled");
        Assertions.assertThat(steps.played()).filteredOn("issueNote"::equals).hasSize(2);
    }

    @Test
    void aCreditNoteThatIsNotPossibleComesBackToFinance() {
        steps.forgetParts("issueNote");
        steps.raises("issueNote", "NOTE_NOT_POSSIBLE", "Line 1 has nothing left");
        ProcessInstance goods = asked(false, true);
        complete(Map.of("decision", "APPROVED"));
        complete(Map.of("received", "{}"));
        complete(Map.of("restock", "{}"));

        complete(Map.of("creditDecision", "APPROVED"));

        assertThat(goods).isWaitingAt("ApproveCredit").hasNotPassed("SettleReturn");
        Assertions.assertThat(variable(goods, "noteProblem")).isEqualTo("Line 1 has nothing left");
    }

    @Test
    void bothMayBeOwed() {
        ProcessInstance goods = asked(true, true);
        complete(Map.of("decision", "APPROVED"));
        complete(Map.of("received", "{}"));
        complete(Map.of("restock", "{}"));

        assertThat(goods).isWaitingAt("ApproveCredit").hasPassed("ReopenFulfilment");
    }

    @Test
    void aRefusedReturnEnds() {
        steps.forgetParts("recordReturnDecision");
        steps.writes("recordReturnDecision", Map.of("returnApproved", false));
        ProcessInstance goods = asked(true, false);

        complete(Map.of("decision", "REFUSED"));

        assertThat(goods).isEnded().hasPassed("ReturnRefused").hasNotPassed("SendReturnInstructions");
    }

    @Test
    void anApprovalThatIsLateEscalates() {
        ProcessInstance goods = asked(true, false);

        pass(Duration.ofDays(2));

        assertThat(goods).isWaitingAt("ApproveLateReturn");
        assertThat(task()).hasCandidateGroup("sales-managers").hasCandidateGroup("directors");
        complete(Map.of("decision", "APPROVED"));
        assertThat(goods).isWaitingAt("ReceiveReturn");
    }

    @Test
    void goodsThatDoNotArriveAreRemindedOfAndLapse() {
        ProcessInstance goods = asked(true, false);
        complete(Map.of("decision", "APPROVED"));

        pass(Duration.ofDays(7));
        Assertions.assertThat(steps.played()).contains("remindReturn");
        assertThat(goods).isWaitingAt("ReceiveReturn");
        pass(Duration.ofDays(14));

        assertThat(goods).isEnded().hasPassed("BuyerReminded", "ReturnLapsed").hasNotPassed("InspectReturn");
    }

    @Test
    void whereNothingArrivedTheReturnLapses() {
        steps.forgetParts("recordReturnReceipt");
        steps.writes("recordReturnReceipt", Map.of("receiptOutcome", "NOTHING"));
        ProcessInstance goods = asked(true, false);
        complete(Map.of("decision", "APPROVED"));

        complete(Map.of("received", "{\"1\":\"0\"}"));

        assertThat(goods).isEnded().hasPassed("LapseReturn", "ReturnLapsed");
    }

    @ParameterizedTest
    @CsvSource({"0, ApproveReturn", "1, ReceiveReturn"})
    void aReturnMayBeWithdrawnWhileItIsAskedForAndWhileGoodsAreAwaited(int completed, String at) {
        ProcessInstance goods = asked(true, false);
        if (completed > 0) {
            complete(Map.of("decision", "APPROVED"));
        }
        assertThat(goods).isWaitingAt(at);

        Assertions.assertThat(tell("ReturnWithdrawn")).isOne();

        assertThat(goods).isEnded().hasPassed("ReturnWithdrawnEnd");
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void whatWasRefusedAtTheDoorComesBackWithoutAnApproval(boolean replaced, boolean credited) {
        steps.writes("recordRemedy", Map.of("reopensFulfilment", replaced, "reopensBilling", credited));
        ProcessInstance goods = reported(true);
        waitsFor(goods, "DecideRemedy", "sales-desk", "Undelivered goods · RMA-2627-000001 · Sahyadri Agro");

        complete(Map.of("remedy", "CREDIT"));
        complete(Map.of("received", "{}"));
        complete(Map.of("restock", "{}"));

        if (credited) {
            complete(Map.of("creditDecision", "APPROVED"));
        }
        assertThat(goods).isEnded().hasNotPassed("ApproveReturn", "SendReturnInstructions");
        Assertions.assertThat(steps.played().contains("reopenFulfilment")).isEqualTo(replaced);
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void whatWasRefusedAndNeverComesBackIsOwedOrCreditedAllTheSame(boolean late, boolean emptyHanded) {
        steps.writes("recordRemedy", Map.of("reopensFulfilment", true, "reopensBilling", false));
        steps.forgetParts("recordReturnReceipt");
        steps.writes("recordReturnReceipt", Map.of("receiptOutcome", "NOTHING"));
        ProcessInstance goods = reported(true);
        complete(Map.of("remedy", "REPLACEMENT"));

        if (late) {
            pass(Duration.ofDays(21));
        } else {
            complete(Map.of("received", "{\"1\":\"0\"}"));
        }

        assertThat(goods)
                .isEnded()
                .hasPassed("CountAsLost", "ReopenFulfilment", "ReturnSettled")
                .hasNotPassed("LapseReturn", "InspectReturn");
        Assertions.assertThat(steps.played().contains("recordReturnReceipt")).isEqualTo(emptyHanded);
    }

    @Test
    void ofLostGoodsNothingIsAwaited() {
        steps.writes("recordRemedy", Map.of("reopensFulfilment", true, "reopensBilling", false));
        ProcessInstance goods = reported(false);

        complete(Map.of("remedy", "REPLACEMENT"));

        assertThat(goods).isEnded().hasPassed("ReopenFulfilment").hasNotPassed("ReceiveReturn");
        Assertions.assertThat(steps.played()).containsExactly("recordRemedy", "reopenFulfilment", "settleReturn");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "DAMAGED, REPLACEMENT, true, true, false",
                "DAMAGED, CREDIT, true, false, true",
                "NOT_NEEDED, CREDIT, true, false, true",
                "REFUSED_DELIVERY, REPLACEMENT, true, true, false",
                "LOST_IN_TRANSIT, CREDIT, false, false, true",
                "NOT_REPLACED, CREDIT, false, false, true"
            })
    void theTableSaysWhatAKindMeans(String kind, String remedy, boolean back, boolean again, boolean credit) {
        Assertions.assertThat(Tables.decide("returns/return-kinds", Tables.facts("returnKind", kind, "remedy", remedy)))
                .containsEntry("goodsComeBack", back)
                .containsEntry("reopensFulfilment", again)
                .containsEntry("reopensBilling", credit);
    }

    private void waitsFor(ProcessInstance goods, String step, String group, String name) {
        assertThat(goods).isWaitingAt(step);
        Task open = task();
        assertThat(open).hasCandidateGroup(group).hasName(name);
        Assertions.assertThat(open.getDueDate()).isAfter(open.getCreateTime());
    }

    private ProcessInstance asked(boolean replaced, boolean credited) {
        return begin(true, true, replaced, credited);
    }

    private ProcessInstance reported(boolean comesBack) {
        return begin(false, comesBack, false, false);
    }

    private ProcessInstance begin(boolean byBuyer, boolean comesBack, boolean replaced, boolean credited) {
        return startAndRun(
                "return",
                with(
                        "returnNumber", "RMA-2627-000001",
                        "buyerName", "Sahyadri Agro",
                        "byBuyer", byBuyer,
                        "approverGroup", "quality",
                        "goodsComeBack", comesBack,
                        "reopensFulfilment", replaced,
                        "reopensBilling", credited,
                        "approveWithin", "P2D",
                        "remindIn", "P7D",
                        "arriveWithin", "P21D"));
    }
}
