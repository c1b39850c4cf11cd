package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** import.bpmn: a file is looked at, shown, and brought in or given up. */
class ImportProcessTest extends ProcessTest {

    private boolean fileIsRight = true;
    private boolean rowsAreIn = true;
    private boolean houseHasChanged;

    @BeforeEach
    void deployImport() {
        deploy("exchange/import.bpmn");
        steps.acts("checkFile", step -> {
            step.setVariable("fileIsRight", fileIsRight);
            step.setVariable("keptFor", "P7D");
        });
        steps.acts("importRows", step -> {
            step.setVariable("fileIsRight", rowsAreIn);
            step.setVariable("houseHasChanged", houseHasChanged);
        });
    }

    @Test
    void whatIsRightWaitsUntilSomebodyWantsIt() {
        ProcessInstance file = startAndRun("import", with("importId", 7L));

        assertThat(file).isWaitingAt("AwaitAnswer");
        Assertions.assertThat(steps.played()).doesNotContain("importRows");
        tell("ImportApproved");

        assertThat(file).isEnded().hasPassed("ImportRows", "RowsImported");
    }

    @Test
    void aWrongFileEndsAtOnce() {
        fileIsRight = false;

        ProcessInstance file = startAndRun("import", with("importId", 7L));

        assertThat(file).isEnded().hasPassed("FileRefused").hasNotPassed("ImportRows");
    }

    @Test
    void whatHasBecomeWrongMeanwhileEndsAsRefused() {
        rowsAreIn = false;
        ProcessInstance file = startAndRun("import", with("importId", 7L));

        tell("ImportApproved");

        assertThat(file).isEnded().hasPassed("RowsRefused").hasNotPassed("RowsImported");
    }

    @Test
    void whatWouldDoSomethingElseThanWasShownWaitsForAnotherAnswer() {
        rowsAreIn = false;
        houseHasChanged = true;
        ProcessInstance file = startAndRun("import", with("importId", 7L));

        tell("ImportApproved");

        assertThat(file).isWaitingAt("AwaitAnswer").hasNotPassed("RowsRefused");
        rowsAreIn = true;
        houseHasChanged = false;
        tell("ImportApproved");

        assertThat(file).isEnded().hasPassed("RowsImported");
    }

    @Test
    void whatIsNotWantedIsDropped() {
        ProcessInstance file = startAndRun("import", with("importId", 7L));

        tell("ImportDiscarded");

        assertThat(file).isEnded().hasPassed("DropFile", "FileDropped");
    }

    @Test
    void whatNobodyAnswersForAWeekIsDropped() {
        ProcessInstance file = startAndRun("import", with("importId", 7L));

        pass(Duration.ofDays(6));
        Assertions.assertThat(steps.played()).doesNotContain("dropFile");
        pass(Duration.ofDays(1));

        assertThat(file).isEnded().hasPassed("NobodyAnswers", "DropFile", "FileDropped");
    }
}
