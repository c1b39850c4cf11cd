package io.tradeflow.invoicing;

import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * An order is rounded to the whole rupee once. A part invoice stays exact to the paisa; the invoice that completes the order takes the
 * round-off that brings all of them together to the order's total. Rounding an invoice's total is the trade's custom and no particular
 * of CGST rule 46, so a part invoice may go without.
 */
final class OrderRoundOff {

    private static final BigDecimal HALF_RUPEE = new BigDecimal("0.50");
    private static final int CENTS = 2;

    private OrderRoundOff() {}

    /**
     * @param tax of this invoice, rounded as if it stood alone
     * @param before what earlier invoices took of each order line
     * @param invoiced grand total of the earlier invoices, zero if there are none
     */
    static TaxComputation on(
            TaxComputation tax,
            SalesOrder order,
            List<TaxInvoice.Line> lines,
            Map<Integer, ShippedGoods.Invoiced> before,
            BigDecimal invoiced) {
        if (!order.currency().equals("INR")) {
            return tax;
        }
        if (!completes(order, lines, before)) {
            return tax.roundedBy(BigDecimal.ZERO.setScale(CENTS));
        }
        return before.isEmpty()
                ? tax
                : tax.roundedBy(last(tax.total(), order.grandTotal().amount(), invoiced));
    }

    /** What is left to the order's total; where that is another (lines were closed short), to the whole rupee. */
    private static BigDecimal last(BigDecimal total, BigDecimal ofOrder, BigDecimal invoiced) {
        BigDecimal all = invoiced.add(total);
        BigDecimal left = ofOrder.subtract(all);
        BigDecimal roundOff = left.abs().compareTo(HALF_RUPEE) <= 0
                ? left
                : all.setScale(0, RoundingMode.HALF_UP).subtract(all);
        return roundOff.setScale(CENTS, RoundingMode.UNNECESSARY);
    }

    private static boolean completes(
            SalesOrder order, List<TaxInvoice.Line> lines, Map<Integer, ShippedGoods.Invoiced> before) {
        return order.lines().stream()
                .allMatch(line -> taken(line.lineNo(), lines, before).compareTo(line.toDeliver()) >= 0);
    }

    private static BigDecimal taken(
            int orderLineNo, List<TaxInvoice.Line> lines, Map<Integer, ShippedGoods.Invoiced> before) {
        return lines.stream()
                .filter(line -> line.orderLineNo() == orderLineNo)
                .map(line -> line.quantity().value())
                .reduce(
                        before.getOrDefault(orderLineNo, ShippedGoods.Invoiced.NOTHING)
                                .quantity(),
                        BigDecimal::add);
    }
}
