package io.tradeflow.tax;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The GST of a supply with its reasons. Amounts have two decimals; heads are rounded per rate and handed to the lines with a
 * running remainder (half up on the magnitude).
 *
 * @param placeOfSupplyCode state code, 96 outside India
 * @param interState whether IGST applies rather than CGST with SGST
 * @param nature for example "Intra-State supply", "Export under LUT without payment of tax"
 * @param endorsement text rule 46 demands on export and SEZ invoices, else null
 * @param reason section and rule the decision rests on
 * @param total taxable value and tax; without the tax under reverse charge
 * @param roundOff what brings the exact total to the whole rupee, between -0.50 and +0.50; zero outside INR
 * @param reverseCharge whether the recipient owes the tax, which then is in no total
 * @param reasons each decision with its source; empty on documents from before they were kept
 */
public record TaxComputation(
        String placeOfSupplyCode,
        String placeOfSupplyName,
        boolean interState,
        String nature,
        String endorsement,
        String reason,
        List<Line> lines,
        List<RateSummary> summary,
        BigDecimal taxableValue,
        BigDecimal cgst,
        BigDecimal sgst,
        BigDecimal igst,
        BigDecimal total,
        BigDecimal roundOff,
        BigDecimal grandTotal,
        boolean reverseCharge,
        List<Reason> reasons) {

    private static final BigDecimal LARGEST_ROUND_OFF = new BigDecimal("0.50");

    /** {@code rate} is the full rate in percent; the halves of CGST and SGST are equal. */
    public record Line(
            int lineNo,
            String hsn,
            TaxTreatment treatment,
            BigDecimal taxableValue,
            BigDecimal rate,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst) {

        public BigDecimal tax() {
            return cgst.add(sgst).add(igst);
        }
    }

    /** One row per HSN and rate. */
    public record RateSummary(
            String hsn, BigDecimal rate, BigDecimal taxableValue, BigDecimal cgst, BigDecimal sgst, BigDecimal igst) {}

    public TaxComputation {
        lines = List.copyOf(lines);
        summary = List.copyOf(summary);
        reasons = List.copyOf(reasons);
    }

    /** A computation read back, of a supply on which the supplier owes the tax. */
    public TaxComputation(
            String placeOfSupplyCode,
            String placeOfSupplyName,
            boolean interState,
            String nature,
            String endorsement,
            String reason,
            List<Line> lines,
            List<RateSummary> summary,
            BigDecimal taxableValue,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst,
            BigDecimal total,
            BigDecimal roundOff,
            BigDecimal grandTotal) {
        this(
                placeOfSupplyCode,
                placeOfSupplyName,
                interState,
                nature,
                endorsement,
                reason,
                lines,
                summary,
                taxableValue,
                cgst,
                sgst,
                igst,
                total,
                roundOff,
                grandTotal,
                false,
                List.of());
    }

    public BigDecimal tax() {
        return cgst.add(sgst).add(igst);
    }

    /**
     * The same supply with another round-off, where several documents are rounded together.
     *
     * @throws IllegalArgumentException beyond half a rupee
     */
    public TaxComputation roundedBy(BigDecimal otherRoundOff) {
        if (otherRoundOff.abs().compareTo(LARGEST_ROUND_OFF) > 0) {
            throw new IllegalArgumentException("A round-off of " + otherRoundOff + " is more than half a rupee");
        }
        return new TaxComputation(
                placeOfSupplyCode,
                placeOfSupplyName,
                interState,
                nature,
                endorsement,
                reason,
                lines,
                summary,
                taxableValue,
                cgst,
                sgst,
                igst,
                total,
                otherRoundOff,
                total.add(otherRoundOff),
                reverseCharge,
                reasons);
    }

    /** What the supplier charges: the tax, or nothing under reverse charge. */
    public BigDecimal taxCharged() {
        return reverseCharge ? BigDecimal.ZERO.setScale(2) : tax();
    }

    /** The value of the lines treated so. */
    public BigDecimal valueOf(TaxTreatment treatment) {
        return TaxTotals.sum(
                lines.stream().filter(line -> line.treatment() == treatment).toList(), Line::taxableValue);
    }

    /** What kind of supply it is; empty on documents of a nature that is no longer told apart. */
    public Optional<SupplyNature> supplyNature() {
        return SupplyNature.labelled(nature);
    }

    /** What the state's half of the tax is called at the place of supply: SGST or UTGST. */
    public String stateTaxLabel() {
        return GstState.of(placeOfSupplyCode).stateTaxLabel();
    }

    /** One row per HSN and rate of these lines, in that order. */
    public static List<RateSummary> summaryOf(List<Line> lines) {
        return TaxTotals.summary(lines);
    }
}
