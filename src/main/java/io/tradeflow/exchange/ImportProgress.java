package io.tradeflow.exchange;

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

    void checked(long id, int rows) {
        aside.executeWithoutResult(status -> table.checkedSoFar(id, rows));
    }

    void imported(long id, int rows) {
        aside.executeWithoutResult(status -> table.importedSoFar(id, rows));
    }
}
