package io.tradeflow.invoicing.process;

import io.tradeflow.invoicing.InvoiceSchedules;
import java.util.List;
import org.springframework.stereotype.Component;

/** The shipments a run issues invoices for, one of each order; models ask for them, so the class is public: expressions reach no other. */
@Component("dueInvoices")
public class DueInvoices {

    private final InvoiceSchedules schedules;

    DueInvoices(InvoiceSchedules schedules) {
        this.schedules = schedules;
    }

    public List<String> of(String run) {
        return schedules.ofRun(run);
    }
}
