package io.tradeflow.document;

import java.math.BigDecimal;

/**
 * One line of goods in a quote or an invoice. Amounts have two decimals, prices up to four.
 *
 * @param note small print under the description, such as the batch; null if none
 * @param unit UQC, for example NOS
 * @param listPrice price per unit before discount, null where it is not to be shown
 * @param discountPercent null or zero where there is none
 * @param unitPrice price per unit after discount
 * @param taxableValue after discount, before tax
 * @param amount quantity at the price, where the taxable value is another; else null
 * @param running sum of the amounts down to this line, for the carry-over at the foot of a page
 * @param taxRate full GST rate in percent
 * @param cgst null where the document has no amounts of tax per line
 */
public record LinePrint(
        int lineNo,
        String sku,
        String description,
        String note,
        String hsn,
        BigDecimal quantity,
        String unit,
        BigDecimal listPrice,
        BigDecimal discountPercent,
        BigDecimal unitPrice,
        BigDecimal taxableValue,
        BigDecimal taxRate,
        BigDecimal cgst,
        BigDecimal sgst,
        BigDecimal igst,
        BigDecimal amount,
        BigDecimal running) {

    public LinePrint {
        amount = Figures.amount(amount);
        running = Figures.amount(running);
        quantity = Figures.plain(quantity);
        listPrice = Figures.price(listPrice);
        discountPercent = Figures.plain(discountPercent);
        unitPrice = Figures.price(unitPrice);
        taxableValue = Figures.amount(taxableValue);
        taxRate = Figures.plain(taxRate);
        cgst = Figures.amount(cgst);
        sgst = Figures.amount(sgst);
        igst = Figures.amount(igst);
    }

    /** A line that bears nothing of a discount on the whole or of charges; nothing is carried over. */
    public LinePrint(
            int lineNo,
            String sku,
            String description,
            String note,
            String hsn,
            BigDecimal quantity,
            String unit,
            BigDecimal listPrice,
            BigDecimal discountPercent,
            BigDecimal unitPrice,
            BigDecimal taxableValue,
            BigDecimal taxRate,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst) {
        this(
                lineNo,
                sku,
                description,
                note,
                hsn,
                quantity,
                unit,
                listPrice,
                discountPercent,
                unitPrice,
                taxableValue,
                taxRate,
                cgst,
                sgst,
                igst,
                null,
                null);
    }

    /** The same with what is carried over behind it. */
    public LinePrint carrying(BigDecimal sum) {
        return new LinePrint(
                lineNo,
                sku,
                description,
                note,
                hsn,
                quantity,
                unit,
                listPrice,
                discountPercent,
                unitPrice,
                taxableValue,
                taxRate,
                cgst,
                sgst,
                igst,
                amount,
                sum);
    }
}
