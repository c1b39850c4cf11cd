package io.tradeflow.tax;

import io.tradeflow.kernel.Address;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A supply of goods to be taxed. Amounts in the seller's currency, two decimals, after discount and before tax.
 *
 * @param on the day whose rates and rules count
 * @param sellerStateCode state of the supplying branch's GSTIN
 * @param buyerKind how the buyer stands to GST
 * @param buyerGstin null if unregistered or overseas
 * @param underLut whether a letter of undertaking is valid on that day
 */
public record Supply(
        LocalDate on,
        String sellerStateCode,
        BuyerKind buyerKind,
        String buyerGstin,
        Address billTo,
        Address shipTo,
        boolean underLut,
        List<Line> lines) {

    public enum BuyerKind {
        REGISTERED,
        SEZ,
        UNREGISTERED,
        OVERSEAS
    }

    public record Line(int lineNo, String hsn, BigDecimal taxableValue) {}
}
