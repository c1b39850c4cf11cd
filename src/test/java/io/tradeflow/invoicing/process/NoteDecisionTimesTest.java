package io.tradeflow.invoicing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the decision about a note may take, as the table says it. */
class NoteDecisionTimesTest {

    private final NoteApprovalCheck check = new NoteApprovalCheck();

    @ParameterizedTest
    @CsvSource({
        "P1D,      P2D,    PT24H, PT48H",
        "PT4H,     P1DT2H, PT4H,  PT26H",
        "PT90M,    '',     PT1H30M, PT25H30M",
        "'',       P3D,    PT24H, PT72H",
        "'',       PT8H,   PT4H,  PT8H",
        "'',       P1D,    PT12H, PT24H",
        "'',       '',     PT24H, PT48H"
    })
    void whatTheTableLeavesOutIsTakenForGranted(String remind, String escalate, String reminded, String escalated) {
        DelegateExecution step = mock(DelegateExecution.class);
        when(step.getVariable("remindAfter")).thenReturn(remind.isEmpty() ? null : remind);
        when(step.getVariable("escalateAfter")).thenReturn(escalate.isEmpty() ? null : escalate);

        new SetNoteDecisionTimes().execute(step);

        verify(step).setVariable("remindNoteAfter", reminded);
        verify(step).setVariable("escalateNoteAfter", escalated);
    }

    @ParameterizedTest
    @CsvSource({
        "1 day, P2D,   'Reminder after \"1 day\" is no time: write a duration such as P1D (a day) or PT4H (four hours)'",
        "P,     P2D,   'Reminder after \"P\" is no time'",
        "PT,    P2D,   'Reminder after \"PT\" is no time'",
        "P1DT,  P2D,   'Reminder after \"P1DT\" is no time'",
        "P0D,   P2D,   'Reminder after \"P0D\" is no time'",
        "-P1D,  P2D,   'Reminder after \"-P1D\" is no time'",
        "P1D,   P1M,   'Directors called in after \"P1M\" is no time'",
        "P1D,   PT24H, 'The directors are called in after PT24H, which is not after the reminder at PT24H'",
        "P2D,   P1D,   'The directors are called in after PT24H, which is not after the reminder at PT48H'"
    })
    void aTableWithTimesNobodyCanKeepIsRefused(String remind, String escalate, String sentence) {
        Map<String, String> rule =
                Map.of("approverGroup", "directors", "remindAfter", remind, "escalateAfter", escalate);

        assertThatThrownBy(() -> check.check(rule))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aTableFromBeforeTheseColumnsIsStillPublished() {
        assertThat(check.table()).isEqualTo("note-approval");
        check.check(new HashMap<>(Map.of("approverGroup", "sales-managers")));
    }
}
