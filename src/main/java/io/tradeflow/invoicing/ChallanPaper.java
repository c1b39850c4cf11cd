package io.tradeflow.invoicing;

import io.tradeflow.document.DeliveryChallanPrint;
import io.tradeflow.document.LinePrint;
import io.tradeflow.document.PartyPrint;
import io.tradeflow.document.ReferencePrint;
import io.tradeflow.document.SupplyPrint;
import io.tradeflow.document.TotalsPrint;
import io.tradeflow.kernel.Money;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.party.Letterhead;
import io.tradeflow.tax.AmountInWords;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a delivery challan prints: the particulars of CGST rule 55(1). */
final class ChallanPaper {

    private static final String RUPEE = "INR";
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    private ChallanPaper() {}

    static DeliveryChallanPrint of(String number, ChallanContent content) {
        SalesOrder order = content.order();
        TaxComputation tax = content.tax();
        boolean elsewhere = order.shipTo() != null && !order.shipTo().equals(order.billTo());
        return new DeliveryChallanPrint(
                number,
                content.issuedOn(),
                content.purpose().label(),
                Letterhead.of(content.seller(), content.branch(), content.issuedOn()),
                PartyPrint.of(
                        content.warehouse().name(),
                        content.warehouse().address(),
                        content.branch().gstinOn(content.issuedOn())),
                PartyPrint.of(
                                content.buyer().legalName(),
                                order.billTo(),
                                content.buyer().gstin())
                        .reachedBy(
                                content.buyer().contactName(),
                                content.buyer().phone(),
                                content.buyer().email()),
                elsewhere ? PartyPrint.of(content.buyer().legalName(), order.shipTo(), null) : null,
                new ReferencePrint(
                        order.dealNumber(),
                        order.quoteNumber(),
                        order.number(),
                        content.shipment().number(),
                        order.poNumber(),
                        order.poDate()),
                content.purpose().isSupply()
                        ? new SupplyPrint(tax.placeOfSupplyCode(), tax.placeOfSupplyName(), tax.nature(), false, null)
                        : null,
                RUPEE,
                lines(content),
                totals(content),
                AmountInWords.of(Money.of(total(content), RUPEE)),
                content.invoiceNumber(),
                null);
    }

    private static BigDecimal total(ChallanContent content) {
        return content.challan("C", 0).total();
    }

    private static List<LinePrint> lines(ChallanContent content) {
        List<LinePrint> lines = new ArrayList<>();
        BigDecimal running = BigDecimal.ZERO;
        for (int index = 0; index < content.lines().size(); index++) {
            TaxInvoice.Line line = content.lines().get(index);
            TaxComputation.Line tax = content.taxed().get(index);
            running = running.add(tax.taxableValue());
            lines.add(new LinePrint(
                            line.lineNo(),
                            line.sku(),
                            line.description(),
                            line.batches(),
                            line.hsn(),
                            line.quantity().value(),
                            line.quantity().unit(),
                            null,
                            null,
                            content.unitPrices().get(index),
                            tax.taxableValue(),
                            tax.rate(),
                            tax.cgst(),
                            tax.sgst(),
                            tax.igst())
                    .carrying(running));
        }
        return lines;
    }

    private static TotalsPrint totals(ChallanContent content) {
        DeliveryChallan challan = content.challan("C", 0);
        return new TotalsPrint(
                null,
                null,
                challan.taxableValue(),
                NOTHING,
                null,
                NOTHING,
                NOTHING,
                NOTHING,
                challan.taxableValue(),
                challan.cgst(),
                challan.sgst(),
                challan.igst(),
                challan.total().subtract(challan.taxableValue()),
                NOTHING,
                challan.total());
    }
}
