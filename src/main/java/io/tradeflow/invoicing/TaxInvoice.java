package io.tradeflow.invoicing;

import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.quotation.LineShares;
import io.tradeflow.tax.PlaceOverride;
import io.tradeflow.tax.SupplyType;
import io.tradeflow.tax.TaxComputation;
import io.tradeflow.tax.TaxPaper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An issued tax invoice or bill of supply: fixed for good.
 *
 * @param shipmentNumber the one shipment it is for; null where it is for several, see {@code shipmentNumbers}
 * @param currency of the lines, of {@code tax} and of {@code grandTotal}
 * @param exchangeRate INR for one unit of the currency, 1 for INR
 * @param tax in the invoice's currency
 * @param documentId the document as it stands: of a registered invoice the one with its registration
 * @param taxInRupees what goes to the tax office; computed in INR on the converted value, the same as {@code tax} for INR
 * @param paper TAX_INVOICE, BILL_OF_SUPPLY or INVOICE_CUM_BILL_OF_SUPPLY
 * @param supplyType as it is reported; null for consumers and where there is no tax invoice
 * @param placeOverride who chose the place of supply and why; null where the law decided
 * @param shipmentNumbers the shipments it is for, in the order of their numbers
 * @param cancelled whether it was cancelled with its registration and bills nothing any more
 * @param revision the revised invoice that lines, tax and total are those of; null where they are as the invoice was issued
 */
public record TaxInvoice(
        String number,
        String dealNumber,
        String orderNumber,
        String shipmentNumber,
        String buyerCode,
        String buyerName,
        String buyerGstin,
        String branchCode,
        String sellerGstin,
        LocalDate issuedOn,
        LocalDate dueOn,
        String currency,
        BigDecimal exchangeRate,
        TaxComputation tax,
        TaxComputation taxInRupees,
        Money grandTotal,
        List<Line> lines,
        long documentId,
        TaxPaper paper,
        SupplyType supplyType,
        PlaceOverride placeOverride,
        List<String> shipmentNumbers,
        boolean cancelled,
        Revision revision) {

    public TaxInvoice {
        lines = List.copyOf(lines);
        shipmentNumbers = List.copyOf(shipmentNumbers);
    }

    /** A tax invoice of one shipment inside India, reported where the buyer is registered. */
    TaxInvoice(
            String number,
            String dealNumber,
            String orderNumber,
            String shipmentNumber,
            String buyerCode,
            String buyerName,
            String buyerGstin,
            String branchCode,
            String sellerGstin,
            LocalDate issuedOn,
            LocalDate dueOn,
            String currency,
            BigDecimal exchangeRate,
            TaxComputation tax,
            TaxComputation taxInRupees,
            Money grandTotal,
            List<Line> lines,
            long documentId) {
        this(
                number,
                dealNumber,
                orderNumber,
                shipmentNumber,
                buyerCode,
                buyerName,
                buyerGstin,
                branchCode,
                sellerGstin,
                issuedOn,
                dueOn,
                currency,
                exchangeRate,
                tax,
                taxInRupees,
                grandTotal,
                lines,
                documentId,
                TaxPaper.TAX_INVOICE,
                buyerGstin == null ? null : SupplyType.B2B,
                null,
                List.of(shipmentNumber),
                false,
                null);
    }

    /** A revised invoice that stands in place of a bill of supply. */
    public record Revision(String number, LocalDate issuedOn) {}

    /** The number notes quote: that of the tax invoice of the supply (CGST Act s. 34). */
    public String quotedNumber() {
        return revision == null ? number : revision.number();
    }

    /** Whether the recipient owes the tax, which then is in no total. */
    public boolean reverseCharge() {
        return tax.reverseCharge();
    }

    /** Whether these shipments hold all it bills: the invoice of goods in lots is issued with the first of them. */
    public boolean isWhollyIn(List<Shipment> goods) {
        return areIn(goods, lines);
    }

    static boolean areIn(List<Shipment> goods, List<Line> lines) {
        Map<Integer, BigDecimal> there = goods.stream()
                .flatMap(shipment -> shipment.lines().stream())
                .collect(Collectors.toMap(
                        Shipment.Line::orderLineNo, line -> line.quantity().value(), BigDecimal::add));
        lines.forEach(
                line -> there.merge(line.orderLineNo(), line.quantity().value().negate(), BigDecimal::add));
        return there.values().stream().allMatch(left -> left.signum() >= 0);
    }

    /** Whether it is for this shipment, alone or among others. */
    public boolean covers(String shipment) {
        return shipmentNumbers.contains(shipment);
    }

    /**
     * What of an order line the shipments took along.
     *
     * @param batches the batches with expiry and quantity in words, null where the goods have none
     * @param unitPrice of the order
     * @param net rounded once on the order; the last invoice of an order line takes what is left of it
     * @param shares what the line bears here of the order's discount and charges
     */
    public record Line(
            int lineNo,
            int orderLineNo,
            String sku,
            String description,
            String batches,
            String hsn,
            Quantity quantity,
            Money unitPrice,
            Money net,
            LineShares shares) {

        /** The same under another number. */
        Line numbered(int number) {
            return new Line(number, orderLineNo, sku, description, batches, hsn, quantity, unitPrice, net, shares);
        }

        /** What notes have left of it: so many goods, worth so much with their share of discount and charges. */
        Line left(Quantity leftQuantity, BigDecimal leftValue) {
            return leftQuantity.value().compareTo(quantity.value()) == 0
                            && leftValue.compareTo(taxableValue().amount()) == 0
                    ? this
                    : new Line(
                            lineNo,
                            orderLineNo,
                            sku,
                            description,
                            batches,
                            hsn,
                            leftQuantity,
                            unitPrice,
                            Money.of(leftValue, net.currency().getCurrencyCode()),
                            LineShares.NONE);
        }

        public Money taxableValue() {
            return new Money(shares.taxable(net.amount()), net.currency());
        }
    }

    /** What the lines bear together of the order's discount and charges. */
    public LineShares shares() {
        return lines.stream().map(Line::shares).reduce(LineShares.NONE, LineShares::plus);
    }
}
