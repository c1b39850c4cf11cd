package io.tradeflow.ordering;

import io.tradeflow.credit.Debt;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.quotation.LineShares;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A confirmed order: the accepted quote revision, with the changes applied since. What is allocated, shipped and invoiced is known by the rooms that do it.
 *
 * @param payment when it and its invoices are to be paid, as sold
 * @param advance part of the grand total due before fulfilment, zero if none
 * @param revision zero as confirmed, one more with every change that is applied
 * @param taxedOn the day whose rates the totals are computed with
 */
public record SalesOrder(
        String number,
        String dealNumber,
        String quoteNumber,
        int quoteRevision,
        String buyerCode,
        String buyerName,
        Status status,
        String poNumber,
        LocalDate poDate,
        LocalDate orderedOn,
        String currency,
        String segment,
        String branchCode,
        Address billTo,
        Address shipTo,
        LocalDate neededBy,
        String terms,
        PaymentTerms payment,
        List<Line> lines,
        Money netTotal,
        Money tax,
        Money grandTotal,
        Money advance,
        Extras extras,
        Delivery delivery,
        int revision,
        LocalDate taxedOn) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** An order of nothing but goods. */
    public SalesOrder(
            String number,
            String dealNumber,
            String quoteNumber,
            int quoteRevision,
            String buyerCode,
            String buyerName,
            Status status,
            String poNumber,
            LocalDate poDate,
            LocalDate orderedOn,
            String currency,
            String segment,
            String branchCode,
            Address billTo,
            Address shipTo,
            LocalDate neededBy,
            String terms,
            Percentage advancePercent,
            int creditDays,
            List<Line> lines,
            Money netTotal,
            Money tax,
            Money grandTotal,
            Money advance) {
        this(
                number,
                dealNumber,
                quoteNumber,
                quoteRevision,
                buyerCode,
                buyerName,
                status,
                poNumber,
                poDate,
                orderedOn,
                currency,
                segment,
                branchCode,
                billTo,
                shipTo,
                neededBy,
                terms,
                PaymentTerms.plain(advancePercent, creditDays),
                lines,
                netTotal,
                tax,
                grandTotal,
                advance,
                Extras.none(currency),
                Delivery.PLAIN,
                0,
                orderedOn);
    }

    /** Part of the grand total due before fulfilment. */
    public Percentage advancePercent() {
        return payment.advance();
    }

    /** Days from an invoice to its last instalment. */
    public int creditDays() {
        return payment.creditDays();
    }

    /** The discount on the whole order and the charges on top of the goods; net total and tax contain them. */
    public record Extras(Money documentDiscount, Money freight, Money packing, Money insurance) {

        static Extras none(String currency) {
            Money nothing = Money.zero(currency);
            return new Extras(nothing, nothing, nothing, nothing);
        }
    }

    public enum Status {
        CONFIRMED,
        COMPLETED,
        CANCELLED
    }

    /** The same order one revision on, with what changes; its totals are still the old ones. */
    public SalesOrder revised(
            List<Line> newLines, Extras newExtras, Address newShipTo, Delivery newDelivery, LocalDate newTaxedOn) {
        return with(
                newLines,
                newExtras,
                newShipTo,
                newDelivery,
                revision + 1,
                newTaxedOn,
                netTotal,
                tax,
                grandTotal,
                advance);
    }

    /** The same with these lines and totals; the advance is its part of the grand total. */
    SalesOrder totalling(List<Line> rated, Money net, Money newTax, Money newGrandTotal) {
        Money newAdvance = newGrandTotal.percent(payment.advance()).rounded();
        return with(rated, extras, shipTo, delivery, revision, taxedOn, net, newTax, newGrandTotal, newAdvance);
    }

    private SalesOrder with(
            List<Line> newLines,
            Extras newExtras,
            Address newShipTo,
            Delivery newDelivery,
            int newRevision,
            LocalDate newTaxedOn,
            Money newNet,
            Money newTax,
            Money newGrandTotal,
            Money newAdvance) {
        return new SalesOrder(
                number,
                dealNumber,
                quoteNumber,
                quoteRevision,
                buyerCode,
                buyerName,
                status,
                poNumber,
                poDate,
                orderedOn,
                currency,
                segment,
                branchCode,
                billTo,
                newShipTo,
                neededBy,
                terms,
                payment,
                newLines,
                newNet,
                newTax,
                newGrandTotal,
                newAdvance,
                newExtras,
                newDelivery,
                newRevision,
                newTaxedOn);
    }

    /**
     * What of the order stands: without the quantities that were given up and what these bore, its discount and charges being what its lines
     * bear. The totals are still the old ones. The order itself where nothing was given up.
     */
    public SalesOrder withoutGivenUp() {
        if (lines.stream().allMatch(line -> line.shortClosed().signum() == 0)) {
            return this;
        }
        List<Line> standing = lines.stream().map(Line::withoutGivenUp).toList();
        LineShares borne = standing.stream().map(Line::shares).reduce(LineShares.NONE, LineShares::plus);
        return with(
                standing,
                new Extras(
                        Money.of(borne.discountShare(), currency),
                        Money.of(borne.freightShare(), currency),
                        Money.of(borne.packingShare(), currency),
                        Money.of(borne.insuranceShare(), currency)),
                shipTo,
                delivery,
                revision,
                taxedOn,
                netTotal,
                tax,
                grandTotal,
                advance);
    }

    /** Who owes for it. */
    public Debt debt() {
        return new Debt(buyerCode, currency, dealNumber, number);
    }

    /** What these quantities, by line number, are worth with tax: their part of the grand total, in proportion to what the lines cost with their shares and their tax. */
    public Money worth(Map<Integer, BigDecimal> quantities) {
        BigDecimal all = lines.stream().map(Line::withTax).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0) {
            return Money.zero(currency);
        }
        BigDecimal part = lines.stream()
                .filter(line -> !line.ordered().isZero())
                .map(line -> line.withTax()
                        .multiply(quantities.getOrDefault(line.lineNo(), BigDecimal.ZERO))
                        .divide(line.ordered().value(), MathContext.DECIMAL64))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return grandTotal.times(part.divide(all, MathContext.DECIMAL64)).rounded();
    }

    /**
     * {@code shortClosed} is what will not be delivered any more; {@code requestedOn} is the day the buyer wants it, or null; {@code net} is before the shares of the order's discount and charges,
     * {@link #taxableValue()} with them.
     */
    public record Line(
            int lineNo,
            String sku,
            String description,
            String hsn,
            Quantity ordered,
            BigDecimal shortClosed,
            Money unitPrice,
            Money net,
            BigDecimal taxRate,
            String note,
            LineShares shares,
            LocalDate requestedOn,
            Agreed agreed) {

        /** Price per unit and quantity as they were first agreed; what another quantity costs follows from these. */
        public record Agreed(Money unitPrice, BigDecimal quantity) {}

        Line taxedAt(BigDecimal rate) {
            return new Line(
                    lineNo,
                    sku,
                    description,
                    hsn,
                    ordered,
                    shortClosed,
                    unitPrice,
                    net,
                    rate,
                    note,
                    shares,
                    requestedOn,
                    agreed);
        }

        /** The line with another quantity, price and day; its shares of discount and charges are worked out afterwards. */
        public Line ordering(BigDecimal quantity, Money newPrice, Money newNet, LocalDate day) {
            return new Line(
                    lineNo,
                    sku,
                    description,
                    hsn,
                    new Quantity(quantity, ordered.unit()),
                    shortClosed,
                    newPrice,
                    newNet,
                    taxRate,
                    note,
                    shares,
                    day,
                    agreed);
        }

        /** The line as it is without what was given up of it. */
        Line withoutGivenUp() {
            if (shortClosed.signum() == 0) {
                return this;
            }
            return new Line(
                    lineNo,
                    sku,
                    description,
                    hsn,
                    new Quantity(toDeliver(), ordered.unit()),
                    BigDecimal.ZERO,
                    unitPrice,
                    unitPrice.times(toDeliver()).rounded(),
                    taxRate,
                    note,
                    shares.until(toDeliver(), ordered.value()),
                    requestedOn,
                    agreed);
        }

        /** What is taxed of it, times a hundred and with its tax. */
        private BigDecimal withTax() {
            BigDecimal rate = taxRate == null ? BigDecimal.ZERO : taxRate;
            return taxableValue().amount().multiply(HUNDRED.add(rate));
        }

        public Line bearing(LineShares newShares) {
            return new Line(
                    lineNo,
                    sku,
                    description,
                    hsn,
                    ordered,
                    shortClosed,
                    unitPrice,
                    net,
                    taxRate,
                    note,
                    newShares,
                    requestedOn,
                    agreed);
        }

        /** A line that bears neither discount nor charges. */
        public Line(
                int lineNo,
                String sku,
                String description,
                String hsn,
                Quantity ordered,
                BigDecimal shortClosed,
                Money unitPrice,
                Money net,
                BigDecimal taxRate) {
            this(
                    lineNo,
                    sku,
                    description,
                    hsn,
                    ordered,
                    shortClosed,
                    unitPrice,
                    net,
                    taxRate,
                    null,
                    LineShares.NONE,
                    null,
                    new Agreed(unitPrice, ordered.value()));
        }

        public Money taxableValue() {
            return new Money(shares.taxable(net.amount()), net.currency());
        }

        /** What is to be delivered all in all. */
        public BigDecimal toDeliver() {
            return ordered.value().subtract(shortClosed);
        }
    }
}
