package io.tradeflow.invoicing;

import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.inventory.Warehouse;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.party.SellingCompany;
import io.tradeflow.tax.CustomsRate;
import io.tradeflow.tax.CustomsRates;
import io.tradeflow.tax.Gst;
import io.tradeflow.tax.Supply;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Works out all of an invoice but its number, from the shipment, its order and the parties. */
@Component
class InvoiceContents {

    private final Shipments shipments;
    private final SalesOrders orders;
    private final Parties parties;
    private final Gst gst;
    private final CustomsRates customsRates;
    private final Clock clock;

    InvoiceContents(
            Shipments shipments, SalesOrders orders, Parties parties, Gst gst, CustomsRates customsRates, Clock clock) {
        this.shipments = shipments;
        this.orders = orders;
        this.parties = parties;
        this.gst = gst;
        this.customsRates = customsRates;
        this.clock = clock;
    }

    Shipment.Kind kind(String shipmentNumber) {
        return shipments.kind(shipmentNumber);
    }

    Shipment shipment(String number) {
        return shipments.shipment(number);
    }

    /**
     * @param before what earlier invoices of the order took of each line
     * @param invoiced grand total of those invoices
     * @throws RatesMissing when finance has to enter a rate first
     * @throws Problem {@code shipment-not-packed}, and as {@link ShippedGoods#lines}
     */
    InvoiceContent of(Shipment shipment, Map<Integer, ShippedGoods.Invoiced> before, BigDecimal invoiced) {
        try {
            return computed(shipment, before, invoiced);
        } catch (Problem problem) {
            throw RatesMissing.isMeantBy(problem) ? new RatesMissing(problem) : problem;
        }
    }

    private InvoiceContent computed(
            Shipment shipment, Map<Integer, ShippedGoods.Invoiced> before, BigDecimal invoiced) {
        requirePacked(shipment);
        LocalDate today = LocalDate.now(clock);
        SalesOrder order = orders.order(shipment.orderNumber());
        Buyer buyer = parties.buyer(order.buyerCode());
        Branch branch = parties.branch(shipment.branchCode());
        SellingCompany seller = parties.seller();
        List<TaxInvoice.Line> lines = ShippedGoods.lines(shipment, order, before);
        CustomsRate customsRate = customsRate(order, seller, today);
        TaxComputation alone = gst.compute(supply(today, seller, branch, buyer, order, lines, BigDecimal.ONE));
        TaxComputation tax = OrderRoundOff.on(alone, order, lines, before, invoiced);
        TaxComputation taxInRupees = customsRate == null
                ? tax
                : gst.compute(supply(today, seller, branch, buyer, order, lines, customsRate.rate()));
        return new InvoiceContent(today, seller, branch, buyer, order, shipment, lines, customsRate, tax, taxInRupees);
    }

    /**
     * What the shipment's delivery challan says, in INR.
     *
     * @param invoiceNumber of the shipment's invoice, null if it has none
     * @throws Problem {@code shipment-not-packed}, {@code tax-rate-missing}, {@code exchange-rate-missing}
     */
    ChallanContent challan(Shipment shipment, ChallanPurpose purpose, Warehouse warehouse, String invoiceNumber) {
        requirePacked(shipment);
        LocalDate today = LocalDate.now(clock);
        SalesOrder order = orders.order(shipment.orderNumber());
        Buyer buyer = parties.buyer(order.buyerCode());
        Branch branch = parties.branch(shipment.branchCode());
        SellingCompany seller = parties.seller();
        List<TaxInvoice.Line> lines = ShippedGoods.lines(shipment, order, Map.of());
        CustomsRate customsRate = customsRate(order, seller, today);
        BigDecimal rate = customsRate == null ? BigDecimal.ONE : customsRate.rate();
        return new ChallanContent(
                today,
                purpose,
                seller,
                branch,
                warehouse,
                buyer,
                order,
                shipment,
                lines,
                lines.stream()
                        .map(line -> line.unitPrice().times(rate).amount())
                        .toList(),
                gst.compute(supply(today, seller, branch, buyer, order, lines, rate)),
                invoiceNumber);
    }

    private static void requirePacked(Shipment shipment) {
        if (shipment.status() != Shipment.Status.PACKED && shipment.status() != Shipment.Status.DISPATCHED) {
            throw Problem.conflict(
                    "shipment-not-packed",
                    "Not packed yet",
                    "Shipment " + shipment.number() + " is not packed, so it can neither be invoiced nor travel");
        }
    }

    private CustomsRate customsRate(SalesOrder order, SellingCompany seller, LocalDate today) {
        return order.currency().equals(seller.currency()) ? null : customsRates.rate(order.currency(), today);
    }

    private static Supply supply(
            LocalDate today,
            SellingCompany seller,
            Branch branch,
            Buyer buyer,
            SalesOrder order,
            List<TaxInvoice.Line> lines,
            BigDecimal exchangeRate) {
        return Supply.of(
                today,
                seller,
                branch,
                buyer,
                order.billTo(),
                order.shipTo(),
                order.currency(),
                lines.stream()
                        .map(line -> new Supply.Line(
                                line.lineNo(),
                                line.hsn(),
                                line.taxableValue().times(exchangeRate).toDocumentScale()))
                        .toList());
    }
}
