package io.tradeflow.ewaybill;

import io.tradeflow.ewaybill.EwayDocument.Item;
import io.tradeflow.ewaybill.EwayDocument.Party;
import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.inventory.Stock;
import io.tradeflow.invoicing.ChallanPurpose;
import io.tradeflow.invoicing.DeliveryChallan;
import io.tradeflow.invoicing.DeliveryChallans;
import io.tradeflow.invoicing.InvoiceSchedules;
import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.party.TaxRegistration;
import io.tradeflow.tax.GstState;
import io.tradeflow.tax.TaxComputation;
import io.tradeflow.tax.TaxPaper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes what an e-way bill says from the tax document of a shipment: its invoice, or its delivery challan where it has none. */
@Component
class EwayDocuments {

    private static final int SUPPLY = 1;
    private static final int EXPORT = 3;
    private static final int JOB_WORK = 4;
    private static final int OTHERS = 8;
    private static final int LOTS = 9;
    private static final int EXHIBITION = 12;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    private final TaxInvoices invoices;
    private final DeliveryChallans challans;
    private final InvoiceSchedules schedules;
    private final SalesOrders orders;
    private final Parties parties;
    private final Stock stock;
    private final Ports ports;

    EwayDocuments(
            TaxInvoices invoices,
            DeliveryChallans challans,
            InvoiceSchedules schedules,
            SalesOrders orders,
            Parties parties,
            Stock stock,
            Ports ports) {
        this.invoices = invoices;
        this.challans = challans;
        this.schedules = schedules;
        this.orders = orders;
        this.parties = parties;
        this.stock = stock;
        this.ports = ports;
    }

    Optional<TaxInvoice> invoice(Shipment shipment) {
        return invoices.standingOfDeal(shipment.dealNumber()).stream()
                .filter(invoice -> invoice.covers(shipment.number()))
                .findFirst();
    }

    /** @throws Problem {@code no-tax-document} where the shipment has neither invoice nor challan yet */
    EwayDocument of(Shipment shipment) {
        return find(shipment)
                .orElseThrow(
                        () -> Problem.conflict(
                                "no-tax-document",
                                "No tax document yet",
                                "Shipment " + shipment.number()
                                        + " has neither tax invoice nor delivery challan, so there is nothing to make an e-way bill of"));
    }

    /** Empty where the shipment has neither invoice nor challan yet. */
    Optional<EwayDocument> find(Shipment shipment) {
        Optional<TaxInvoice> invoice = invoice(shipment);
        return invoice.isPresent()
                ? Optional.of(ofInvoice(shipment, invoice.get()))
                : challans.ofShipment(shipment.number()).map(challan -> ofChallan(shipment, challan));
    }

    private EwayDocument ofInvoice(Shipment shipment, TaxInvoice invoice) {
        TaxComputation tax = invoice.taxInRupees();
        List<Item> items = new ArrayList<>();
        for (int index = 0; index < invoice.lines().size(); index++) {
            TaxInvoice.Line line = invoice.lines().get(index);
            items.add(item(
                    line.sku(),
                    line.description(),
                    line.quantity().unit(),
                    line.quantity().value(),
                    tax.lines().get(index),
                    tax.interState()));
        }
        boolean bill =
                invoice.paper() == TaxPaper.BILL_OF_SUPPLY || items.stream().allMatch(Item::exempt);
        boolean export = GstState.OUTSIDE_INDIA.equals(tax.placeOfSupplyCode());
        return document(
                shipment,
                bill ? "BIL" : "INV",
                export ? EXPORT : inland(shipment, invoice),
                null,
                invoice.number(),
                invoice.issuedOn(),
                items,
                tax.taxableValue(),
                tax.cgst(),
                tax.sgst(),
                tax.igst(),
                tax.roundOff(),
                tax.grandTotal());
    }

    /** The first lot of several goes with the invoice of the whole, the others with a challan each: rule 55(5). */
    private int inland(Shipment shipment, TaxInvoice invoice) {
        boolean lot =
                schedules.purpose(shipment.number()) == ChallanPurpose.LOTS && !invoice.isWhollyIn(List.of(shipment));
        return lot ? LOTS : SUPPLY;
    }

    private EwayDocument ofChallan(Shipment shipment, DeliveryChallan challan) {
        List<Item> items = challan.lines().stream()
                .map(line -> item(
                        line.sku(),
                        line.description(),
                        line.quantity().unit(),
                        line.quantity().value(),
                        line.tax(),
                        challan.interState()))
                .toList();
        int subType = subType(challan.purpose());
        return document(
                shipment,
                "CHL",
                subType,
                subType == OTHERS ? note(challan.purpose()) : null,
                challan.number(),
                challan.issuedOn(),
                items,
                challan.taxableValue(),
                challan.cgst(),
                challan.sgst(),
                challan.igst(),
                NOTHING,
                challan.total());
    }

    private static int subType(ChallanPurpose purpose) {
        return switch (purpose) {
            case INVOICE_FOLLOWS -> SUPPLY;
            case JOB_WORK -> JOB_WORK;
            case LOTS -> LOTS;
            case EXHIBITION -> EXHIBITION;
            case REPLACEMENT, SAMPLE -> OTHERS;
        };
    }

    private static String note(ChallanPurpose purpose) {
        return purpose == ChallanPurpose.REPLACEMENT ? "Replacement" : "Sample";
    }

    private EwayDocument document(
            Shipment shipment,
            String type,
            int subType,
            String note,
            String number,
            LocalDate date,
            List<Item> items,
            BigDecimal taxableValue,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst,
            BigDecimal other,
            BigDecimal total) {
        SalesOrder order = orders.order(shipment.orderNumber());
        Buyer buyer = parties.buyer(shipment.buyerCode());
        Branch branch = parties.branch(shipment.branchCode());
        return new EwayDocument(
                type,
                subType,
                note,
                number,
                date,
                new Party(parties.seller().legalName(), branch.gstinOn(date), branch.address()),
                stock.warehouse(shipment.warehouseCode()).address(),
                new Party(buyer.legalName(), buyer.gstin(), order.billTo()),
                shipTo(shipment, order),
                buyer.taxRegistration() == TaxRegistration.SEZ,
                items,
                taxableValue,
                cgst,
                sgst,
                igst,
                other,
                total);
    }

    /** What goes abroad goes to the port first, and that far the e-way bill reaches. */
    private Address shipTo(Shipment shipment, SalesOrder order) {
        Address shipTo = order.shipTo() == null ? order.billTo() : order.shipTo();
        return shipTo.isInIndia()
                ? shipTo
                : ports.of(shipment.number(), order).map(Port::address).orElse(shipTo);
    }

    /** Where no tax is charged the rates are zero, whatever the goods would bear. */
    private static Item item(
            String sku,
            String description,
            String unit,
            BigDecimal quantity,
            TaxComputation.Line tax,
            boolean interState) {
        BigDecimal rate = tax.tax().signum() == 0 ? BigDecimal.ZERO : tax.rate();
        BigDecimal half = rate.divide(TWO);
        return new Item(
                sku,
                description,
                tax.hsn(),
                unit,
                quantity,
                tax.taxableValue(),
                interState ? BigDecimal.ZERO : half,
                interState ? BigDecimal.ZERO : half,
                interState ? rate : BigDecimal.ZERO,
                tax.tax(),
                !tax.treatment().bearsTax());
    }
}
