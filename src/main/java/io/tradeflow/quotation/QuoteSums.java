package io.tradeflow.quotation;

import io.tradeflow.tax.TaxComputation;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** What a wholly priced and taxed quote adds up to, in its currency with two decimals, and how it stands to GST. */
@Embeddable
record QuoteSums(
        String placeOfSupply,
        String placeOfSupplyName,
        String supplyNature,
        String endorsement,
        BigDecimal netTotal,
        BigDecimal cgst,
        BigDecimal sgst,
        BigDecimal igst,
        BigDecimal tax,
        BigDecimal roundOff,
        BigDecimal grandTotal) {

    static QuoteSums of(TaxComputation tax) {
        return new QuoteSums(
                tax.placeOfSupplyCode(),
                tax.placeOfSupplyName(),
                tax.nature(),
                tax.endorsement(),
                tax.taxableValue(),
                tax.cgst(),
                tax.sgst(),
                tax.igst(),
                tax.tax(),
                tax.roundOff(),
                tax.grandTotal());
    }
}
