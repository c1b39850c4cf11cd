package io.tradeflow.payment;

import io.tradeflow.kernel.Actor;
import java.util.List;
import org.springframework.stereotype.Service;

/** Receipts, open items and reminders. */
@Service
public class Payments {

    /** Books and applies the money; publishes {@link PaymentReceived}. @throws io.tradeflow.kernel.Problem per field */
    public Receipt record(Actor by, ReceiptDraft draft) {
        throw new UnsupportedOperationException();
    }

    /**
     * How the order stands. Locks the order's open items, so that a receipt is either seen here or comes after the caller has committed its
     * waiting.
     */
    public Settlement settlement(String orderNumber) {
        throw new UnsupportedOperationException();
    }

    /** Queues the reminder of this level for what is overdue on the order; level and order make it repeatable. */
    public void remind(String orderNumber, int level) {
        throw new UnsupportedOperationException();
    }

    public List<OpenItem> openItems() {
        throw new UnsupportedOperationException();
    }

    public List<OpenItem> ofDeal(Actor by, String dealNumber) {
        throw new UnsupportedOperationException();
    }

    public List<Receipt> receipts(Actor by, String dealNumber) {
        throw new UnsupportedOperationException();
    }
}
