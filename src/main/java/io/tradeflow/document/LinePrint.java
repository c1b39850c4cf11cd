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
        BigDecimal igst) {

    public LinePrint {
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
}
