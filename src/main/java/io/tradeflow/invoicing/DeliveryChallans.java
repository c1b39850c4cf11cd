package io.tradeflow.invoicing;

import io.tradeflow.document.DocumentKind;
import io.tradeflow.document.Documents;
import io.tradeflow.document.FrozenDocument;
import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.inventory.Stock;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Branch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Delivery challans (CGST rule 55), one per shipment, numbered without gaps by branch and financial year in a series of their own: the
 * branch's invoice series with a C before the serial, as in {@code MH-2627-C00007}, so that no challan is taken for an invoice.
 */
@Service
public class DeliveryChallans {

    private static final int ONLY_REVISION = 1;
    private static final Set<String> ISSUERS = Set.of("warehouse", "finance", "stock-planners");

    private final ChallanBook book;
    private final InvoiceBook invoices;
    private final InvoiceContents contents;
    private final DocumentSeries series;
    private final Stock stock;
    private final Documents documents;
    private final ApplicationEventPublisher events;

    DeliveryChallans(
            ChallanBook book,
            InvoiceBook invoices,
            InvoiceContents contents,
            DocumentSeries series,
            Stock stock,
            Documents documents,
            ApplicationEventPublisher events) {
        this.book = book;
        this.invoices = invoices;
        this.contents = contents;
        this.series = series;
        this.stock = stock;
        this.documents = documents;
        this.events = events;
    }

    /** Whether this actor may issue one by hand. */
    public boolean mayIssue(Actor by) {
        return by instanceof Actor.Staff person && ISSUERS.stream().anyMatch(person::isIn);
    }

    /**
     * Issues the challan of a packed shipment when a person asks for it. One per shipment: repeating gives the same one.
     *
     * @throws Problem {@code challan-only} for whom may not; {@code invoiced-already} where the shipment's invoice covers the movement; as
     *     {@link #issue(String, ChallanPurpose)}
     */
    @Transactional
    public DeliveryChallan issue(Actor by, String shipmentNumber, ChallanPurpose purpose) {
        if (!mayIssue(by)) {
            throw Problem.forbidden(
                    "challan-only", "Delivery challans are issued by the warehouse, stock planners and finance");
        }
        if (purpose == null) {
            throw Problem.invalid("invalid-challan", "purpose", "Say why the goods move without an invoice");
        }
        if (purpose != ChallanPurpose.LOTS
                && !invoices.ofShipment(shipmentNumber).isEmpty()) {
            throw Problem.conflict(
                    "invoiced-already",
                    "Invoiced already",
                    "Shipment " + shipmentNumber + " has its tax invoice; goods travel with that");
        }
        return issued(by, shipmentNumber, purpose);
    }

    /**
     * Issues the challan of a packed shipment as a step of a process. One per shipment: repeating gives the same one.
     *
     * @throws Problem {@code shipment-not-packed}, {@code tax-rate-missing}, {@code exchange-rate-missing}
     */
    @Transactional
    public DeliveryChallan issue(String shipmentNumber, ChallanPurpose purpose) {
        return issued(Actor.PROGRAM, shipmentNumber, purpose);
    }

    /** What is replaced is never billed again, and what is sold never leaves as if it were not. */
    private void requireFitting(Shipment shipment, ChallanPurpose purpose) {
        boolean replaces = contents.kind(shipment.number()) == Shipment.Kind.REPLACEMENT;
        if (replaces != (purpose == ChallanPurpose.REPLACEMENT)) {
            throw Problem.conflict(
                    "challan-purpose",
                    "Not for this shipment",
                    replaces
                            ? "Shipment " + shipment.number() + " replaces goods: its challan says so"
                            : "Shipment " + shipment.number() + " is sold: no challan of a replacement fits it");
        }
    }

    private DeliveryChallan issued(Actor by, String shipmentNumber, ChallanPurpose purpose) {
        Shipment shipment = contents.shipment(shipmentNumber);
        invoices.lockOrder(shipment.orderNumber());
        Optional<DeliveryChallan> before = book.ofShipment(shipmentNumber);
        if (before.isPresent()) {
            return before.get();
        }
        requireFitting(shipment, purpose);
        ChallanContent content = contents.challan(
                shipment, purpose, stock.warehouse(shipment.warehouseCode()), quoted(shipment, purpose));
        Branch branch = content.branch();
        long serial = series.next("CHL", branch.gstin(), branch.invoiceSeries(), content.issuedOn());
        String number = number(branch.invoiceSeries(), FinancialYear.of(content.issuedOn()), serial);
        FrozenDocument frozen = documents.freeze(
                DocumentKind.DELIVERY_CHALLAN,
                number,
                ONLY_REVISION,
                shipment.dealNumber(),
                shipment.buyerCode(),
                ChallanPaper.of(number, content));
        DeliveryChallan challan = content.challan(number, frozen.id());
        book.add(challan, branch.invoiceSeries(), serial, by.name());
        events.publishEvent(DealProgress.noted(
                challan.dealNumber(),
                "Delivery challan " + number + " issued for shipment " + shipmentNumber + ": " + purpose.label(),
                number,
                by));
        return challan;
    }

    /** The invoice the goods are on: their own, or that of the whole order where they are a lot of it; null where it follows. */
    private String quoted(Shipment shipment, ChallanPurpose purpose) {
        return Stream.concat(
                        invoices.ofShipment(shipment.number()).stream(),
                        purpose == ChallanPurpose.LOTS
                                ? invoices.ofDeal(shipment.dealNumber()).stream()
                                        .filter(invoice -> invoice.orderNumber().equals(shipment.orderNumber()))
                                : Stream.empty())
                .map(TaxInvoice::number)
                .findFirst()
                .orElse(null);
    }

    /** At most 16 characters with a series of four and five digits of serial (CGST rule 55(1)). */
    static String number(String series, FinancialYear year, long serial) {
        return new DocumentNumber("%s-%s-C%05d".formatted(series, year.code(), serial)).value();
    }

    /** The shipment's challan, empty where it has none. */
    @Transactional(readOnly = true)
    public Optional<DeliveryChallan> ofShipment(String shipmentNumber) {
        return book.ofShipment(shipmentNumber);
    }

    /** As this actor may see it. */
    @Transactional(readOnly = true)
    public Optional<DeliveryChallan> ofShipment(Actor by, String shipmentNumber) {
        return book.ofShipment(shipmentNumber)
                .filter(challan -> !(by instanceof Actor.BuyerUser buyer)
                        || buyer.buyerCode().equals(challan.buyerCode()));
    }

    @Transactional(readOnly = true)
    public List<DeliveryChallan> ofDeal(String dealNumber) {
        return book.ofDeal(dealNumber);
    }
}
