package io.tradeflow.document;

import java.math.BigDecimal;

/** One row of the summary of tax: an HSN code at one rate (full GST rate in percent), amounts with two decimals. */
public record HsnPrint(
        String hsn, BigDecimal taxableValue, BigDecimal rate, BigDecimal cgst, BigDecimal sgst, BigDecimal igst) {

    public HsnPrint {
        taxableValue = Figures.amount(taxableValue);
        rate = Figures.plain(rate);
        cgst = Figures.amount(cgst);
        sgst = Figures.amount(sgst);
        igst = Figures.amount(igst);
    }
}
