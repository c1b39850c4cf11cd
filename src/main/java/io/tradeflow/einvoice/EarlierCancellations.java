package io.tradeflow.einvoice;

import io.tradeflow.kernel.Actor;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Invoices whose registration was cancelled before the book of invoices knew cancelled ones: they bill nothing any more, their goods are owed again
 * as ordered, and finance gets the task to issue another one. Does nothing where there are none.
 */
@Component
class EarlierCancellations {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierCancellations.class);

    private final JdbcClient jdbc;
    private final EInvoiceDocuments documents;

    EarlierCancellations(JdbcClient jdbc, EInvoiceDocuments documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    /** Each in a transaction of its own; one that has credit notes stays as it is. None may keep the program from starting. */
    @EventListener(ApplicationReadyEvent.class)
    void follow() {
        for (String number : untold()) {
            try {
                documents.cancel(Actor.PROGRAM, EInvoice.INVOICE, number);
                LOG.info(
                        "Invoice {} was cancelled with its registration before this version and bills nothing now",
                        number);
            } catch (RuntimeException refused) {
                LOG.warn(
                        "Invoice {} is cancelled at the portal but stays in the books: {}",
                        number,
                        refused.getMessage());
            }
        }
    }

    private List<String> untold() {
        return jdbc.sql(
                        """
                        select e.document_number from e_invoice e join tax_invoice i on i.number = e.document_number
                        where e.document_type = 'INV' and e.state = 'CANCELLED'
                          and not exists (select 1 from cancelled_invoice c where c.invoice_id = i.id)
                          and not exists (select 1 from tax_note_invoice o join tax_note n on n.id = o.note_id
                                          where o.invoice_id = i.id and n.kind = 'CRN')
                        order by i.id""")
                .query(String.class)
                .list();
    }
}
