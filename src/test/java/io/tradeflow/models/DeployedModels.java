package io.tradeflow.models;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/**
 * The models of the bare engine. Most tests of a class begin with the same ones, and to read and deploy them takes longer than the test: what a
 * test deployed first stays for the next test if that begins with the same. Everything else of a test goes: other models, instances, jobs and
 * history.
 */
final class DeployedModels {

    private static final RepositoryService REPOSITORY = BareEngine.ENGINE.getRepositoryService();

    /** What the first deployment of the last test had, and its id; null where it may not stay. */
    private static List<String> kept;

    private static String keptId;

    /** Whether the running test has deployed something. */
    private static boolean begun;

    private DeployedModels() {}

    static void deploy(List<String> models) {
        boolean first = !begun;
        begun = true;
        if (first && models.equals(kept)) {
            return;
        }
        if (first) {
            forgetKept();
        }
        DeploymentBuilder deployment = REPOSITORY.createDeployment();
        models.forEach(model -> deployment.addClasspathResource("processes/" + model));
        String id = deployment.deploy().getId();
        // the timer of a process that starts by itself is part of its deployment
        if (first && models.stream().noneMatch(DeployedModels::startsByItself)) {
            kept = models;
            keptId = id;
        }
    }

    private static boolean startsByItself(String model) {
        return model.endsWith(".bpmn") && Cast.of(model).startsByItself();
    }

    static void clear() {
        if (!begun) {
            forgetKept();
        }
        begun = false;
        for (Deployment deployment : REPOSITORY.createDeploymentQuery().list()) {
            if (!deployment.getId().equals(keptId)) {
                delete(deployment.getId());
            }
        }
        if (kept != null) {
            forgetInstances();
        }
    }

    private static void forgetKept() {
        if (kept != null) {
            delete(keptId);
            kept = null;
            keptId = null;
        }
    }

    private static void delete(String deployment) {
        REPOSITORY.deleteDeployment(deployment, true, true, true);
    }

    /** In one go: what refers to something goes before it. */
    private static void forgetInstances() {
        try (Connection connection = BareEngine.DATABASE.getConnection();
                Statement sql = connection.createStatement()) {
            StringBuilder all = new StringBuilder(
                    """
                    delete from act_ru_identitylink; delete from act_ru_incident; delete from act_ru_ext_task;
                    delete from act_ru_variable; delete from act_ru_job;
                    delete from act_ru_event_subscr where execution_id_ is not null;
                    delete from act_ru_task; delete from act_ru_execution;
                    """);
            try (ResultSet history = sql.executeQuery(
                    "select table_name from information_schema.tables where table_name like 'act\\_hi\\_%'")) {
                while (history.next()) {
                    all.append("delete from ").append(history.getString(1)).append(";");
                }
            }
            sql.execute(all.append("delete from act_ge_bytearray where deployment_id_ is null")
                    .toString());
        } catch (SQLException e) {
            throw new IllegalStateException("What the last test left cannot be taken away", e);
        }
    }
}
