package io.tradeflow.document;

import java.math.BigDecimal;

/**
 * The box of totals, amounts in the document's currency with two decimals.
 *
 * @param listTotal what the lines cost at list price, null if not to be shown
 * @param discount what was taken off {@code listTotal}, positive; null or zero is not printed
 * @param goods sum of the lines before the discount on the whole and the charges; printed only where there are such
 * @param documentDiscount discount on the whole, positive; null or zero is not printed, like each of the charges
 * @param cgst with {@code sgst} and {@code igst} the heads; a head that is null or zero is not printed
 * @param tax all heads together; printed as one line where no head is given, and as zero where no tax is due
 * @param roundOff between -0.50 and +0.50; zero is not printed
 */
public record TotalsPrint(
        BigDecimal listTotal,
        BigDecimal discount,
        BigDecimal goods,
        BigDecimal documentDiscount,
        BigDecimal documentDiscountPercent,
        BigDecimal freight,
        BigDecimal packing,
        BigDecimal insurance,
        BigDecimal taxableValue,
        BigDecimal cgst,
        BigDecimal sgst,
        BigDecimal igst,
        BigDecimal tax,
        BigDecimal roundOff,
        BigDecimal grandTotal) {

    public TotalsPrint {
        listTotal = Figures.amount(listTotal);
        discount = Figures.amount(discount);
        goods = Figures.amount(goods);
        documentDiscount = Figures.amount(documentDiscount);
        documentDiscountPercent = Figures.plain(documentDiscountPercent);
        freight = Figures.amount(freight);
        packing = Figures.amount(packing);
        insurance = Figures.amount(insurance);
        taxableValue = Figures.amount(taxableValue);
        cgst = Figures.amount(cgst);
        sgst = Figures.amount(sgst);
        igst = Figures.amount(igst);
        tax = Figures.amount(tax);
        roundOff = Figures.amount(roundOff);
        grandTotal = Figures.amount(grandTotal);
    }

    /** Goods alone, without discount on the whole and without charges. */
    public TotalsPrint(
            BigDecimal listTotal,
            BigDecimal discount,
            BigDecimal taxableValue,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst,
            BigDecimal tax,
            BigDecimal roundOff,
            BigDecimal grandTotal) {
        this(
                listTotal,
                discount,
                null,
                null,
                null,
                null,
                null,
                null,
                taxableValue,
                cgst,
                sgst,
                igst,
                tax,
                roundOff,
                grandTotal);
    }
}
