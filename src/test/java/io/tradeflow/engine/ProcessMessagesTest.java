package io.tradeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class ProcessMessagesTest {

    @Autowired
    private ProcessMessages processes;

    @Autowired
    private RuntimeService runtime;

    private final String deal = "INQ-" + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void reachesEveryoneOfTheDealWhoWaits(int waiting) {
        for (int i = 0; i < waiting; i++) {
            processes.start("sample-wait", deal, Map.of());
        }
        processes.start("sample-wait", deal + "-other", Map.of());

        assertThat(processes.tell(deal, "SampleMessage")).isEqualTo(waiting);

        assertThat(open(deal)).isZero();
        assertThat(open(deal + "-other")).isOne();
        assertThat(processes.tell(deal, "SampleMessage")).isZero();
    }

    @Test
    void anotherMessageWakesNobody() {
        processes.start("sample-wait", deal, Map.of());

        assertThat(processes.tell(deal, "AnotherMessage")).isZero();
        assertThat(open(deal)).isOne();
    }

    private long open(String dealNumber) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(dealNumber)
                .count();
    }
}
