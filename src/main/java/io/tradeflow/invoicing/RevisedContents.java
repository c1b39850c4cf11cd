package io.tradeflow.invoicing;

import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Parties;
import io.tradeflow.tax.Gst;
import io.tradeflow.tax.Supplier;
import io.tradeflow.tax.Supply;
import io.tradeflow.tax.SupplyNature;
import io.tradeflow.tax.TaxComputation;
import io.tradeflow.tax.TaxDecision;
import io.tradeflow.tax.TaxPaper;
import io.tradeflow.tax.TaxTerm;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Works out revised invoices: the supply of the original as that of a registered person, with the rates of its day. */
@Component
class RevisedContents {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final String TITLE = "It cannot be revised";

    private final Parties parties;
    private final SalesOrders orders;
    private final Shipments shipments;
    private final Gst gst;
    private final InvoiceTermsTable terms;
    private final Clock clock;

    RevisedContents(
            Parties parties, SalesOrders orders, Shipments shipments, Gst gst, InvoiceTermsTable terms, Clock clock) {
        this.parties = parties;
        this.orders = orders;
        this.shipments = shipments;
        this.gst = gst;
        this.terms = terms;
        this.clock = clock;
    }

    /** Until when the bills of this branch may be revised; empty where it was registered all along, or has no certificate yet. */
    Optional<LocalDate> lastDay(Branch branch) {
        return Optional.ofNullable(branch.registration())
                .filter(registration -> branch.isCertifiedOn(LocalDate.now(clock)))
                .flatMap(registration -> TaxTerm.REVISED_INVOICE.lastDay(registration.certifiedOn()));
    }

    /**
     * @param notes over the original, which bore no tax
     * @throws Problem {@code not-before-certificate}, {@code revision-too-early}, {@code revision-too-late}, {@code revision-in-rupees-only}, {@code
     *     nothing-to-revise}, {@code revision-bears-no-tax}; as {@link Gst#compute(Supply)}
     */
    RevisedContent of(TaxInvoice original, List<TaxNote> notes) {
        LocalDate today = LocalDate.now(clock);
        Branch branch = parties.branch(original.branchCode());
        requireFromBefore(original, branch);
        if (!branch.isCertifiedOn(today)) {
            throw refused(
                    "revision-too-early",
                    "Branch " + branch.code() + " has no certificate of registration before "
                            + DAY.format(branch.registration().certifiedOn())
                            + ": issue revised invoices from then on");
        }
        LocalDate last = lastDay(branch).orElseThrow(() -> notFromBefore(original));
        if (today.isAfter(last)) {
            throw refused(
                    "revision-too-late",
                    "Revised invoices of branch " + branch.code() + " could be issued until " + DAY.format(last)
                            + ", one month from its certificate of registration (CGST Act s. 31(3)(a))");
        }
        SalesOrder order = orders.order(original.orderNumber());
        if (!original.currency().equals(parties.seller().currency())) {
            throw refused(
                    "revision-in-rupees-only",
                    original.number() + " is in " + original.currency()
                            + "; only bills in rupees are revised here. A supply abroad is zero-rated and"
                            + " leaves no tax to charge; where tax is due all the same, have a revised invoice issued outside and enter what is"
                            + " owed by a debit note");
        }
        LeftOfBill left = LeftOfBill.of(original, notes);
        if (left.lines().isEmpty()) {
            throw refused(
                    "nothing-to-revise",
                    "Credit notes " + String.join(", ", left.notes()) + " have taken all of " + original.number()
                            + ": no tax is left to charge");
        }
        InvoiceTerms decided = terms.of(order.number());
        Supply supply = new InvoiceSides(
                        original.issuedOn(),
                        parties.seller(),
                        branch,
                        parties.buyer(original.buyerCode()),
                        order,
                        null,
                        decided)
                .supply(left.lines(), BigDecimal.ONE);
        Supply registered = supply.on(supply.terms().by(Supplier.REGULAR));
        TaxComputation tax = gst.compute(registered);
        if (tax.tax().signum() == 0) {
            throw refused(
                    "revision-bears-no-tax",
                    "The goods of " + original.number() + " bear no tax, so its bill of supply stays as it is");
        }
        return new RevisedContent(
                original,
                left,
                new InvoiceContent(
                        today,
                        parties.seller(),
                        branch,
                        parties.buyer(original.buyerCode()),
                        order,
                        original.shipmentNumbers().stream()
                                .map(shipments::shipment)
                                .toList(),
                        left.lines(),
                        null,
                        tax,
                        tax,
                        TaxPaper.TAX_INVOICE,
                        TaxDecision.of(registered),
                        decided));
    }

    private static void requireFromBefore(TaxInvoice original, Branch branch) {
        boolean before = branch.registration() != null
                && branch.gstin().equals(original.sellerGstin())
                && !original.issuedOn().isBefore(branch.registration().effectiveFrom())
                && original.issuedOn().isBefore(branch.registration().certifiedOn())
                && original.tax().nature().equals(SupplyNature.BY_UNREGISTERED_SUPPLIER.label());
        if (!before) {
            throw notFromBefore(original);
        }
    }

    private static Problem notFromBefore(TaxInvoice original) {
        return refused(
                "not-before-certificate",
                original.number() + " is no bill without tax from between the day the registration of branch "
                        + original.branchCode()
                        + " counts from and its certificate: correct it by a credit or debit note");
    }

    static Problem refused(String slug, String why) {
        return Problem.conflict(slug, TITLE, why);
    }
}
