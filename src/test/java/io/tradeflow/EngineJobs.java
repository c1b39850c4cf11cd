package io.tradeflow;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Runs the engine's jobs by hand, so that nothing happens behind a test's back and nothing has to be waited for. */
public class EngineJobs {

    private static final int ENOUGH = 200;

    private final ManagementService management;
    private final RuntimeService runtime;

    EngineJobs(ManagementService management, RuntimeService runtime) {
        this.management = management;
        this.runtime = runtime;
    }

    /** Runs what is due for a deal, and what that makes due, until nothing is; failing jobs throw. */
    public void runDue(String dealNumber) {
        for (int run = 0; run < ENOUGH; run++) {
            List<Job> due = dueJobs(dealNumber);
            if (due.isEmpty()) {
                return;
            }
            management.executeJob(due.get(0).getId());
        }
        throw new AssertionError(
                "The deal " + dealNumber + " made more than " + ENOUGH + " jobs: does it go in a circle?");
    }

    /** Runs what is due for a deal now, and not what that makes due. */
    public void runOnce(String dealNumber) {
        dueJobs(dealNumber).forEach(job -> management.executeJob(job.getId()));
    }

    private List<Job> dueJobs(String dealNumber) {
        Set<String> instances =
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(dealNumber).list().stream()
                        .map(ProcessInstance::getId)
                        .collect(Collectors.toSet());
        return instances.isEmpty()
                ? List.of()
                : management
                        .createJobQuery()
                        .processInstanceIds(instances)
                        .executable()
                        .list();
    }
}
