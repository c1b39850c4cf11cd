package io.tradeflow.invoicing;

import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.inventory.Warehouse;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.SellingCompany;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All of a delivery challan but its number.
 *
 * @param tax in INR; where the movement is no supply only its values and place count, see {@link #taxed}
 * @param unitPrices in INR, in the order of the lines
 */
record ChallanContent(
        LocalDate issuedOn,
        ChallanPurpose purpose,
        SellingCompany seller,
        Branch branch,
        Warehouse warehouse,
        Buyer buyer,
        SalesOrder order,
        Shipment shipment,
        List<TaxInvoice.Line> lines,
        List<BigDecimal> unitPrices,
        TaxComputation tax,
        String invoiceNumber) {

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    /** The tax of each line: as computed for a supply, nothing otherwise. */
    List<TaxComputation.Line> taxed() {
        return purpose.isSupply()
                ? tax.lines()
                : tax.lines().stream().map(ChallanContent::untaxed).toList();
    }

    private static TaxComputation.Line untaxed(TaxComputation.Line line) {
        return new TaxComputation.Line(
                line.lineNo(),
                line.hsn(),
                line.treatment(),
                line.taxableValue(),
                BigDecimal.ZERO,
                NOTHING,
                NOTHING,
                NOTHING);
    }

    DeliveryChallan challan(String number, long documentId) {
        boolean supply = purpose.isSupply();
        List<TaxComputation.Line> taxed = taxed();
        return new DeliveryChallan(
                number,
                shipment.number(),
                shipment.dealNumber(),
                order.number(),
                order.buyerCode(),
                branch.code(),
                branch.gstin(),
                purpose,
                issuedOn,
                tax.placeOfSupplyCode(),
                tax.interState(),
                tax.taxableValue(),
                supply ? tax.cgst() : NOTHING,
                supply ? tax.sgst() : NOTHING,
                supply ? tax.igst() : NOTHING,
                IntStream.range(0, lines.size())
                        .mapToObj(index -> line(lines.get(index), taxed.get(index)))
                        .toList(),
                documentId);
    }

    private static DeliveryChallan.Line line(TaxInvoice.Line line, TaxComputation.Line tax) {
        return new DeliveryChallan.Line(
                line.lineNo(), line.orderLineNo(), line.sku(), line.description(), line.quantity(), tax);
    }
}
