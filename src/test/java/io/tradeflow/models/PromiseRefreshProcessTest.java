package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** promise-refresh.bpmn: what is due is worked out after what made it due, part by part. */
class PromiseRefreshProcessTest extends ProcessTest {

    @Test
    void whatIsDueIsWorkedOutUntilNothingIs() {
        deploy("inventory/promise-refresh.bpmn");
        AtomicInteger parts = new AtomicInteger(3);
        steps.acts("refreshPromises", step -> step.setVariable("morePromisesDue", parts.decrementAndGet() > 0));

        ProcessInstance refresh = start("promise-refresh", with());
        assertThat(refresh).isWaitingAt("RefreshPromises");
        Assertions.assertThat(parts)
                .as("nothing in the transaction that made it due")
                .hasValue(3);
        runJobs();

        assertThat(refresh).isEnded().hasPassed("PromisesKept");
        Assertions.assertThat(parts).hasValue(0);
    }
}
