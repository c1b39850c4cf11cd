package io.tradeflow.exchange;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets others see how far the work is while its transaction is still open. */
@Component
class ImportProgress {

    private final ImportTable table;
    private final TransactionTemplate aside;

    ImportProgress(ImportTable table, PlatformTransactionManager transactions) {
        this.table = table;
        this.aside = new TransactionTemplate(transactions);
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @return whether the work may go on; else somebody wants it to stop */
    boolean checked(long id, int rows) {
        return Boolean.TRUE.equals(aside.execute(status -> table.checkedSoFar(id, rows)));
    }

    /** @return whether the work may go on; else somebody wants it to stop */
    boolean imported(long id, int rows) {
        return Boolean.TRUE.equals(aside.execute(status -> table.importedSoFar(id, rows)));
    }

    /** The open transaction will end without its rows; that is told at once. The rows themselves it still holds. */
    void stopped(long id, Instant at) {
        aside.executeWithoutResult(status -> table.become(id, ImportFile.Status.CANCELLED, at));
    }
}
