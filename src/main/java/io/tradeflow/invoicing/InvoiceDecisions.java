package io.tradeflow.invoicing;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What finance decides about the invoices of an order, each time with a line in the deal's timeline. Issued invoices stay as they are. */
@Service
@Transactional
public class InvoiceDecisions {

    private static final String DECIDERS = "finance";
    private static final int LONGEST_REASON = 80;
    private static final int LONGEST_PARTICULAR = 60;

    private final InvoiceTermsTable table;
    private final InvoiceContents contents;
    private final SalesOrders orders;
    private final ApplicationEventPublisher events;

    InvoiceDecisions(
            InvoiceTermsTable table, InvoiceContents contents, SalesOrders orders, ApplicationEventPublisher events) {
        this.table = table;
        this.contents = contents;
        this.orders = orders;
        this.events = events;
    }

    public boolean mayDecide(Actor by) {
        return by instanceof Actor.Staff person && person.isIn(DECIDERS);
    }

    /** As usual where nothing was decided. */
    @Transactional(readOnly = true)
    public InvoiceTerms of(String orderNumber) {
        return table.of(orderNumber);
    }

    /**
     * Decides for the invoices still to come.
     *
     * @param wanted its {@code decidedBy} is not looked at
     * @throws Problem {@code finance-only}; not-found; {@code invoice-terms-invalid} per field; {@code reverse-charge-without-gstin}, {@code
     *     place-override-invalid} where the law leaves no choice
     */
    public InvoiceTerms decide(Actor by, InvoiceTerms wanted) {
        if (!mayDecide(by)) {
            throw Problem.forbidden("finance-only", "What an order's invoices say is decided by finance");
        }
        SalesOrder order = orders.order(wanted.orderNumber());
        InvoiceTerms terms = new InvoiceTerms(
                order.number(),
                wanted.reverseCharge(),
                wanted.reverseCharge() ? text(wanted.reverseChargeWhy()) : null,
                text(wanted.placeOfSupplyCode()),
                text(wanted.placeOfSupplyCode()) == null ? null : text(wanted.placeWhy()),
                wanted.scheduleWish(),
                text(wanted.portOfLoading()),
                text(wanted.portOfDischarge()),
                text(wanted.deliveryTerms()),
                by.name());
        check(terms);
        contents.requireDecidable(order, terms);
        table.keep(terms);
        events.publishEvent(DealProgress.internal(order.dealNumber(), inWords(terms), order.number(), by));
        return terms;
    }

    private static void check(InvoiceTerms terms) {
        List<Violation> wrong = new ArrayList<>();
        if (terms.reverseCharge()) {
            reason(wrong, "reverseChargeWhy", terms.reverseChargeWhy(), "Say why the recipient pays the tax");
        }
        if (terms.placeOfSupplyCode() != null) {
            reason(wrong, "placeWhy", terms.placeWhy(), "Say why the goods are supplied where they arrive");
        }
        particular(wrong, "portOfLoading", terms.portOfLoading());
        particular(wrong, "portOfDischarge", terms.portOfDischarge());
        particular(wrong, "deliveryTerms", terms.deliveryTerms());
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invoice-terms-invalid", "This cannot be decided so", wrong);
        }
    }

    private static void reason(List<Violation> wrong, String field, String text, String missing) {
        if (text == null) {
            wrong.add(new Violation(field, missing));
        } else if (text.length() > LONGEST_REASON) {
            wrong.add(new Violation(field, "At most " + LONGEST_REASON + " characters"));
        }
    }

    private static void particular(List<Violation> wrong, String field, String text) {
        if (text != null && text.length() > LONGEST_PARTICULAR) {
            wrong.add(new Violation(field, "At most " + LONGEST_PARTICULAR + " characters"));
        }
    }

    private static String inWords(InvoiceTerms terms) {
        List<String> words = new ArrayList<>();
        words.add(
                terms.reverseCharge()
                        ? "tax payable on reverse charge (" + terms.reverseChargeWhy() + ")"
                        : "no reverse charge");
        words.add(
                terms.placeOfSupplyCode() == null
                        ? "place of supply by law"
                        : "place of supply " + terms.placeOfSupplyCode() + " (" + terms.placeWhy() + ")");
        if (terms.scheduleWish() != null) {
            words.add("invoiced " + terms.scheduleWish().label().toLowerCase(Locale.ROOT));
        }
        return "Invoices of order " + terms.orderNumber() + ": " + String.join(", ", words);
    }

    private static String text(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
