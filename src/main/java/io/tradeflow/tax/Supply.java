package io.tradeflow.tax;

import io.tradeflow.kernel.Address;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.SellingCompany;
import io.tradeflow.party.TaxRegistration;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A supply to be taxed. Amounts have two decimals, after discount and before tax.
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
        List<Line> lines,
        SupplyTerms terms) {

    private static final String RUPEE = "INR";
    private static final int STATE_DIGITS = 2;

    public Supply {
        lines = List.copyOf(lines);
    }

    /** A supply on ordinary terms. */
    public Supply(
            LocalDate on,
            String sellerStateCode,
            BuyerKind buyerKind,
            String buyerGstin,
            Address billTo,
            Address shipTo,
            boolean underLut,
            String currency,
            List<Line> lines) {
        this(
                on,
                sellerStateCode,
                buyerKind,
                buyerGstin,
                billTo,
                shipTo,
                underLut,
                currency,
                lines,
                SupplyTerms.ORDINARY);
    }

    /** A supply in rupees on ordinary terms. */
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

    /**
     * Goods from a branch of the company to a buyer: the state is that of the branch's GSTIN, and exports and SEZ supplies go without tax
     * while the company's letter of undertaking is valid. Before the branch has its certificate it supplies as one who is not registered.
     *
     * @param shipTo null means to the bill-to address
     */
    public static Supply of(
            LocalDate on,
            SellingCompany seller,
            Branch branch,
            Buyer buyer,
            Address billTo,
            Address shipTo,
            String currency,
            List<Line> lines) {
        return new Supply(
                on,
                GstState.of(branch.gstin().substring(0, STATE_DIGITS)).code(),
                BuyerKind.of(buyer.taxRegistration()),
                buyer.gstin(),
                billTo,
                shipTo,
                seller.undertakes(on),
                currency,
                lines,
                SupplyTerms.ORDINARY
                        .from(branch.gstin())
                        .by(branch.isCertifiedOn(on) ? Supplier.REGULAR : Supplier.UNREGISTERED));
    }

    /** How a buyer stands to GST. */
    public enum BuyerKind {
        /** Any registration with a GSTIN or UIN that is not named below, composition taxpayers and tax deductors among them. */
        REGISTERED,
        /** A unit in a special economic zone, or its developer. */
        SEZ,
        /** A registered buyer whose purchases are notified as exports, such as an export oriented unit. */
        DEEMED_EXPORT,
        UNREGISTERED,
        OVERSEAS;

        public static BuyerKind of(TaxRegistration registration) {
            return switch (registration) {
                case REGULAR, COMPOSITION -> REGISTERED;
                case SEZ -> SEZ;
                case DEEMED_EXPORT -> DEEMED_EXPORT;
                case UNREGISTERED -> UNREGISTERED;
                case OVERSEAS -> OVERSEAS;
            };
        }

        boolean isRegistered() {
            return this == REGISTERED || this == SEZ || this == DEEMED_EXPORT;
        }
    }

    /** @param given the rate fixed before, or null for that of the day */
    public record Line(int lineNo, String hsn, BigDecimal taxableValue, AppliedRate given) {

        public Line(int lineNo, String hsn, BigDecimal taxableValue) {
            this(lineNo, hsn, taxableValue, null);
        }
    }

    /** The same supply on other terms. */
    public Supply on(SupplyTerms other) {
        return new Supply(on, sellerStateCode, buyerKind, buyerGstin, billTo, shipTo, underLut, currency, lines, other);
    }

    /** The same supply of other lines. */
    public Supply carrying(List<Line> others) {
        return new Supply(
                on, sellerStateCode, buyerKind, buyerGstin, billTo, shipTo, underLut, currency, others, terms);
    }

    /** The address the goods go to. */
    Address destination() {
        return shipTo == null ? billTo : shipTo;
    }

    boolean isInRupees() {
        return RUPEE.equals(currency);
    }

    /** Whether supplier and buyer are one and the same registration. */
    boolean isWithinRegistration() {
        return buyerGstin != null && buyerGstin.equals(terms.supplierGstin());
    }

    /** Whether the buyer is another registration on the supplier's PAN. */
    boolean isBetweenBranches() {
        String from = terms.supplierGstin();
        return from != null
                && buyerGstin != null
                && !buyerGstin.equals(from)
                && pan(from).equals(pan(buyerGstin));
    }

    private static String pan(String gstin) {
        int panEnds = 12;
        return gstin.length() < panEnds ? gstin : gstin.substring(STATE_DIGITS, panEnds);
    }
}
