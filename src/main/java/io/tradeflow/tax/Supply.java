package io.tradeflow.tax;

import io.tradeflow.kernel.Address;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A supply of goods to be taxed. Amounts have two decimals, after discount and before tax.
 *
 * @param on the day whose rates and rules count
 * @param sellerStateCode state of the supplying branch's GSTIN
 * @param buyerKind how the buyer stands to GST
 * @param buyerGstin null if unregistered or overseas
 * @param shipTo where the goods go; null means to the bill-to address
 * @param underLut whether a letter of undertaking is valid on that day
 * @param currency ISO 4217 code of the amounts; only INR totals are rounded to the whole rupee
 */
public record Supply(
        LocalDate on,
        String sellerStateCode,
        BuyerKind buyerKind,
        String buyerGstin,
        Address billTo,
        Address shipTo,
        boolean underLut,
        String currency,
        List<Line> lines) {

    private static final String RUPEE = "INR";

    public Supply {
        lines = List.copyOf(lines);
    }

    /** A supply in rupees. */
    public Supply(
            LocalDate on,
            String sellerStateCode,
            BuyerKind buyerKind,
            String buyerGstin,
            Address billTo,
            Address shipTo,
            boolean underLut,
            List<Line> lines) {
        this(on, sellerStateCode, buyerKind, buyerGstin, billTo, shipTo, underLut, RUPEE, lines);
    }

    public enum BuyerKind {
        REGISTERED,
        SEZ,
        UNREGISTERED,
        OVERSEAS
    }

    public record Line(int lineNo, String hsn, BigDecimal taxableValue) {}

    /** The address the goods go to. */
    Address destination() {
        return shipTo == null ? billTo : shipTo;
    }

    boolean isInRupees() {
        return RUPEE.equals(currency);
    }
}
