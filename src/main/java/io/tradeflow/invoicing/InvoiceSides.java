package io.tradeflow.invoicing;

import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.SellingCompany;
import io.tradeflow.tax.CustomsRate;
import io.tradeflow.tax.Supply;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Who supplies to whom, when and on what terms.
 *
 * @param customsRate null for an order in INR
 */
record InvoiceSides(
        LocalDate on,
        SellingCompany seller,
        Branch branch,
        Buyer buyer,
        SalesOrder order,
        CustomsRate customsRate,
        InvoiceTerms terms) {

    /** The supply of these lines, their values multiplied by the rate. */
    Supply supply(List<TaxInvoice.Line> lines, BigDecimal exchangeRate) {
        Supply usual = Supply.of(
                on,
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
        return usual.on(terms.on(usual.terms()));
    }
}
