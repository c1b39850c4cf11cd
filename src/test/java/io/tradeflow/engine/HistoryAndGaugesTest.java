package io.tradeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EngineTest
class HistoryAndGaugesTest {

    @Autowired
    private ProcessMessages processes;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private HistoryService history;

    @Autowired
    private JdbcClient jdbc;

    private final String deal = "INQ-" + UUID.randomUUID();

    @Test
    void keepsWhatHappenedButNoRowsOfJobsThatWorked() {
        Job job = start();

        management.executeJob(job.getId());

        assertThat(history.createHistoricJobLogQuery().jobId(job.getId()).count())
                .isZero();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .count())
                .isEqualTo(3);
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .list())
                .extracting(HistoricVariableInstance::getName)
                .containsExactly("stepTaken");
    }

    @Test
    void countsWhatIsStuck() {
        MeterRegistry metrics = new SimpleMeterRegistry();
        Clock inAnHour = Clock.offset(Clock.system(ZoneOffset.UTC), Duration.ofHours(1));
        new EngineGauges(jdbc, inAnHour).bindTo(metrics);
        double overdue = value(metrics, "tradeflow.jobs.overdue");
        double incidents = value(metrics, "tradeflow.incidents.open");

        Job job = start();
        assertThat(value(metrics, "tradeflow.jobs.overdue")).isEqualTo(overdue + 1);
        assertThat(value(metrics, "tradeflow.jobs.overdue.age")).isBetween(3590.0, 3800.0);

        management.setJobRetries(job.getId(), 0);
        assertThat(value(metrics, "tradeflow.jobs.overdue")).isEqualTo(overdue);
        assertThat(value(metrics, "tradeflow.incidents.open")).isEqualTo(incidents + 1);
        runtime.deleteProcessInstance(job.getProcessInstanceId(), "test");
    }

    private static double value(MeterRegistry metrics, String name) {
        return metrics.get(name).gauge().value();
    }

    private Job start() {
        processes.start("sample-job", deal, Map.of());
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(deal)
                .singleResult()
                .getId();
        return management.createJobQuery().processInstanceId(instance).singleResult();
    }
}
