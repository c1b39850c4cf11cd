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
import io.tradeflow.tax.TaxCheck;
import io.tradeflow.tax.TaxComputation;
import io.tradeflow.tax.TaxDecision;
import io.tradeflow.tax.TaxFinding;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Works out all of an invoice but its number, from the shipments, their order and the parties. */
@Component
class InvoiceContents {

    private final Shipments shipments;
    private final SalesOrders orders;
    private final Parties parties;
    private final Gst gst;
    private final CustomsRates customsRates;
    private final InvoiceTermsTable terms;
    private final Clock clock;

    InvoiceContents(
            Shipments shipments,
            SalesOrders orders,
            Parties parties,
            Gst gst,
            CustomsRates customsRates,
            InvoiceTermsTable terms,
            Clock clock) {
        this.shipments = shipments;
        this.orders = orders;
        this.parties = parties;
        this.gst = gst;
        this.customsRates = customsRates;
        this.terms = terms;
        this.clock = clock;
    }

    Shipment.Kind kind(String shipmentNumber) {
        return shipments.kind(shipmentNumber);
    }

    Shipment shipment(String number) {
        return shipments.shipment(number);
    }

    /**
     * The papers that go with goods of one order: one, or a tax invoice and a bill of supply, in this order.
     *
     * @param shipments of the goods, all from one branch
     * @param before what earlier invoices of the order took of each line
     * @param invoiced grand total of those invoices
     * @throws RatesMissing when finance has to enter a rate first
     * @throws TaxRefused when finance has to mend the tax first
     * @throws Problem {@code shipment-not-packed}, and as {@link ShippedGoods#lines}
     */
    List<InvoiceContent> of(List<Shipment> shipments, Map<Integer, ShippedGoods.Invoiced> before, BigDecimal invoiced) {
        shipments.forEach(InvoiceContents::requirePacked);
        SalesOrder order = orders.order(shipments.get(0).orderNumber());
        return of(order, shipments, ShippedGoods.lines(shipments, order, before), before, invoiced);
    }

    /**
     * The papers of all of an order that is to be delivered, whatever has left of it: rule 55(5) wants them before the first lot leaves.
     *
     * @param first the first lot
     * @throws Problem as {@link #of(List, Map, BigDecimal)}
     */
    List<InvoiceContent> ofOrder(Shipment first, Map<Integer, ShippedGoods.Invoiced> before, BigDecimal invoiced) {
        requirePacked(first);
        SalesOrder order = orders.order(first.orderNumber());
        return of(order, List.of(first), ShippedGoods.whole(order, before), before, invoiced);
    }

    private List<InvoiceContent> of(
            SalesOrder order,
            List<Shipment> shipments,
            List<TaxInvoice.Line> lines,
            Map<Integer, ShippedGoods.Invoiced> before,
            BigDecimal invoiced) {
        try {
            return papers(order, shipments, lines, before, invoiced);
        } catch (Problem problem) {
            if (RatesMissing.isMeantBy(problem)) {
                throw new RatesMissing(problem);
            }
            throw TaxRefused.isMeantBy(problem) ? new TaxRefused(problem) : problem;
        }
    }

    private List<InvoiceContent> papers(
            SalesOrder order,
            List<Shipment> shipments,
            List<TaxInvoice.Line> lines,
            Map<Integer, ShippedGoods.Invoiced> before,
            BigDecimal invoiced) {
        SellingCompany seller = parties.seller();
        LocalDate today = LocalDate.now(clock);
        InvoiceSides sides = new InvoiceSides(
                today,
                seller,
                parties.branch(shipments.get(0).branchCode()),
                parties.buyer(order.buyerCode()),
                order,
                customsRate(order, seller, today),
                terms.of(order.number()));
        TaxDecision decision = TaxDecision.of(sides.supply(lines, BigDecimal.ONE));
        List<InvoiceContent> papers = new ArrayList<>();
        Map<Integer, ShippedGoods.Invoiced> taken = before;
        BigDecimal sum = invoiced;
        for (InvoiceLines.Part part : InvoiceLines.parts(sides, decision, lines, gst)) {
            InvoiceContent content = content(sides, decision, shipments, part, taken, sum);
            papers.add(content);
            taken = ShippedGoods.plus(taken, part.lines());
            sum = sum.add(content.tax().grandTotal());
        }
        return papers;
    }

    private InvoiceContent content(
            InvoiceSides sides,
            TaxDecision decision,
            List<Shipment> shipments,
            InvoiceLines.Part part,
            Map<Integer, ShippedGoods.Invoiced> before,
            BigDecimal invoiced) {
        List<TaxInvoice.Line> lines = part.lines();
        Supply supply = sides.supply(lines, BigDecimal.ONE);
        TaxComputation tax = OrderRoundOff.on(gst.compute(supply), sides.order(), lines, before, invoiced);
        TaxComputation taxInRupees = sides.customsRate() == null
                ? tax
                : gst.compute(sides.supply(lines, sides.customsRate().rate()));
        List<TaxFinding> findings = TaxCheck.of(supply, taxInRupees);
        if (!findings.isEmpty()) {
            throw TaxRefused.because(findings);
        }
        return new InvoiceContent(
                sides.on(),
                sides.seller(),
                sides.branch(),
                sides.buyer(),
                sides.order(),
                shipments,
                lines,
                sides.customsRate(),
                tax,
                taxInRupees,
                part.paper(),
                decision,
                sides.terms());
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
        List<TaxInvoice.Line> lines = ShippedGoods.lines(List.of(shipment), order, Map.of());
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
                gst.compute(new InvoiceSides(today, seller, branch, buyer, order, customsRate, terms.of(order.number()))
                        .supply(lines, rate)),
                invoiceNumber);
    }

    /** @throws Problem where the law leaves no choice, as {@link TaxDecision#of} */
    void requireDecidable(SalesOrder order, InvoiceTerms decided) {
        TaxDecision.of(new InvoiceSides(
                        LocalDate.now(clock),
                        parties.seller(),
                        parties.branch(order.branchCode()),
                        parties.buyer(order.buyerCode()),
                        order,
                        null,
                        decided)
                .supply(List.of(), BigDecimal.ONE));
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
}
