package io.tradeflow.bench;

import io.tradeflow.database.BenchDatabase;
import io.tradeflow.engine.BareEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;

/** The same journey on the bare engine, driven by its Java API: what the models and the engine alone would cost. */
final class Floor implements Traveller, AutoCloseable {

    private final BenchDatabase database;
    private final ProcessEngine engine;
    private final Path folder;

    Floor(Path folder) throws IOException {
        this.folder = folder;
        database = BenchDatabase.start(folder);
        engine = BareEngine.start(database.pool(), NoOpSteps.beans());
    }

    @Override
    public void journey(Timings timings) {
        String deal = "INQ-" + UUID.randomUUID();
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "inquiry-to-invoice",
                        deal,
                        Map.of(
                                "inquiryNumber", deal,
                                "buyerCode", "SAHYADRI-AGRO",
                                "buyerName", "Sahyadri Agro",
                                "businessCategory", "DISTRIBUTOR",
                                "taxRegistration", "REGULAR"));
        tell(deal, "QuoteAccepted");
        complete(deal, "ravi", "warehouse", Map.of("picked", "{}"));
        complete(deal, "lata", "quality", Map.of("rejected", "{}", "remark", "All accepted"));
        complete(
                deal,
                "ravi",
                "warehouse",
                Map.of("packages", 3, "grossWeightKg", "184.5", "packingNote", "Two crates"));
        complete(
                deal,
                "ravi",
                "warehouse",
                Map.of("mode", "ROAD", "carrier", "Deccan Roadways", "vehicleNumber", "MH12AB1234"));
        tell(deal, "PaymentReceived");
        Patience.until("the end of " + deal, () -> isOver(deal) ? true : null);
    }

    private void tell(String deal, String message) {
        Execution waiting = Patience.until(
                message + " to be waited for by " + deal,
                () -> one(engine.getRuntimeService()
                        .createExecutionQuery()
                        .processInstanceBusinessKey(deal)
                        .messageEventSubscriptionName(message)
                        .list()));
        engine.getRuntimeService().messageEventReceived(message, waiting.getId());
    }

    private void complete(String deal, String user, String group, Map<String, Object> variables) {
        TaskService tasks = engine.getTaskService();
        Task task = Patience.until(
                "a task of " + deal + " for " + group,
                () -> one(tasks.createTaskQuery()
                        .processInstanceBusinessKey(deal)
                        .taskCandidateGroup(group)
                        .active()
                        .list()));
        tasks.claim(task.getId(), user);
        tasks.complete(task.getId(), variables);
    }

    private boolean isOver(String deal) {
        return engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey("inquiry-to-invoice")
                        .processInstanceBusinessKey(deal)
                        .finished()
                        .count()
                > 0;
    }

    private static <T> T one(List<T> found) {
        return found.isEmpty() ? null : found.get(0);
    }

    /** Returns when no job is due any more; then nothing may have failed. */
    void rest() {
        Patience.until(
                "the bare engine to rest",
                () -> engine.getManagementService()
                                        .createJobQuery()
                                        .executable()
                                        .count()
                                == 0
                        ? true
                        : null);
        if (engine.getRuntimeService().createIncidentQuery().count() > 0) {
            throw new IllegalStateException("There are incidents in the bare engine");
        }
    }

    Work work() {
        return Work.of(null, folder.resolve("postgres"));
    }

    /** Process instances so far, called ones and mails included. */
    long instances() {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().count();
    }

    @Override
    public void close() throws IOException {
        engine.close();
        database.close();
    }
}
