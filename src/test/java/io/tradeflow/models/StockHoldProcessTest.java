package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** stock-hold.bpmn: stock is kept for a settled deal until its order is allocated, or for a while. */
class StockHoldProcessTest extends ProcessTest {

    @BeforeEach
    void deployHold() {
        deploy("fulfilment/stock-hold.bpmn", "fulfilment/stock-hold.dmn");
        steps.writes("placeStockHold", Map.of("stockKept", true, "keptUntil", in(Duration.ofDays(2))));
    }

    @Test
    void stockIsKeptUntilTheOrderIsAllocated() {
        ProcessInstance hold = settle("ACCEPTED", "TRADE");

        assertThat(hold).isWaitingAt("WaitForAllocation");
        Assertions.assertThat(variable(hold, "holdFor")).isEqualTo("P2D");
        tell("StockHoldOver");

        assertThat(hold).isEnded().hasPassed("StockAllocated").hasNotPassed("ExpireStockHold");
    }

    @Test
    void itEndsByItselfWhenItsTimeIsOver() {
        ProcessInstance hold = settle("ADVANCE", "TRADE");

        pass(Duration.ofDays(2));

        Assertions.assertThat(steps.played()).containsExactly("placeStockHold", "expireStockHold");
        assertThat(hold).isEnded().hasPassed("HoldExpired");
    }

    @Test
    void whereNothingIsFreeNothingIsKept() {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("stockKept", false);
        nothing.put("keptUntil", null);
        steps.forgetParts("placeStockHold");
        steps.writes("placeStockHold", nothing);

        assertThat(settle("ACCEPTED", "TRADE"))
                .isEnded()
                .hasPassed("NothingKept")
                .hasNotPassed("WaitForAllocation");
    }

    @Test
    void theTableMaySayThatNothingIsKept() {
        assertThat(settle("APPROVAL", "OTHER")).isEnded().hasPassed("NothingKept");
        Assertions.assertThat(steps.played()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVAL, INSTITUTION, P5D",
        "APPROVAL, TRADE, P2D",
        "ACCEPTED, EXPORT, P2D",
        "ADVANCE, EXPORT, P14D",
        "ADVANCE, RETAIL, P7D"
    })
    void howLongDependsOnWhatIsWaitedFor(String reason, String segment, String holdFor) {
        Assertions.assertThat(variable(settle(reason, segment), "holdFor")).isEqualTo(holdFor);
    }

    private ProcessInstance settle(String reason, String segment) {
        return start("stock-hold", Map.of("holdReason", reason, "segment", segment));
    }
}
