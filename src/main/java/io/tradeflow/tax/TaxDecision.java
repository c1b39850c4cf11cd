package io.tradeflow.tax;

import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What is decided about a supply before any amount is looked at.
 *
 * @param supplyType as the invoice is reported; empty where the buyer is a consumer or there is no tax invoice
 * @param reverseCharge whether the recipient owes the tax
 * @param eInvoiced whether a supplier above the turnover limit registers the invoice with the IRP
 * @param reasons of each decision, the place of supply first
 */
public record TaxDecision(
        PlaceOfSupply place,
        SupplyNature nature,
        Optional<SupplyType> supplyType,
        boolean reverseCharge,
        boolean buyerRegistered,
        boolean eInvoiced,
        List<Reason> reasons) {

    public TaxDecision {
        reasons = List.copyOf(reasons);
    }

    /**
     * @throws Problem as {@link PlaceOfSupply#of}; {@code reverse-charge-without-gstin} where nobody could pay the tax
     */
    public static TaxDecision of(Supply supply) {
        boolean registered = supply.buyerKind().isRegistered();
        boolean reverse = supply.terms().reverseCharge();
        if (reverse && (!registered || supply.buyerGstin() == null)) {
            throw Problem.invalid(
                    "reverse-charge-without-gstin",
                    "buyerGstin",
                    "Under reverse charge the recipient pays the tax, so it needs a GSTIN");
        }
        PlaceOfSupply place = PlaceOfSupply.of(supply);
        SupplyNature nature = SupplyNature.of(supply, place.state());
        Optional<SupplyType> type = SupplyType.of(nature, supply.buyerKind());
        boolean eInvoiced = type.isPresent() && supply.terms().supplier() == Supplier.REGULAR;
        return new TaxDecision(
                place, nature, type, reverse, registered, eInvoiced, reasons(supply, place, nature, type));
    }

    private static List<Reason> reasons(
            Supply supply, PlaceOfSupply place, SupplyNature nature, Optional<SupplyType> type) {
        List<Reason> reasons = new ArrayList<>(List.of(place.reason(), nature.reason()));
        if (nature.heads() == Heads.CENTRAL_AND_STATE
                && !place.state().stateTaxLabel().equals("SGST")) {
            reasons.add(new Reason(
                    "union-territory-tax",
                    place.state().name() + " has no legislature, so UTGST stands in for SGST",
                    "UTGST Act s. 7(1)"));
        }
        if (supply.isBetweenBranches()) {
            reasons.add(new Reason(
                    "between-branches",
                    "registrations of one PAN are distinct persons, so a transfer of stock is taxed",
                    "CGST Act s. 25(4), Schedule I para. 2"));
        }
        if (type.equals(Optional.of(SupplyType.DEXP))) {
            reasons.add(
                    new Reason("deemed-export", "notified as a deemed export; the tax is charged", "CGST Act s. 147"));
        }
        if (supply.terms().reverseCharge()) {
            reasons.add(new Reason(
                    "reverse-charge",
                    "the recipient pays the tax; it is shown and not added",
                    nature.interState() ? "IGST Act s. 5(3)" : "CGST Act s. 9(3)"));
        }
        return reasons;
    }

    /** Whether a consumer's invoice of this value is reported on its own: inter-State and above the limit of the day. */
    public boolean isLargeToConsumer(LocalDate on, BigDecimal invoiceValue) {
        return supplyType.isEmpty()
                && nature == SupplyNature.INTER_STATE
                && TaxLimit.B2C_LARGE.isExceededBy(invoiceValue, on);
    }

    /**
     * The papers that go with a supply of lines treated so. Taxable and exempt goods for a registered buyer need one of each; an
     * unregistered buyer gets both on one paper.
     */
    public List<TaxPaper> papers(Collection<TaxTreatment> ofLines) {
        if (nature == SupplyNature.WITHIN_REGISTRATION) {
            return List.of(TaxPaper.DELIVERY_CHALLAN);
        }
        boolean exempt = !ofLines.stream().allMatch(TaxTreatment::bearsTax);
        boolean taxable = ofLines.stream().anyMatch(TaxTreatment::bearsTax);
        if (nature == SupplyNature.BY_COMPOSITION_SUPPLIER
                || nature == SupplyNature.BY_UNREGISTERED_SUPPLIER
                || !taxable) {
            return List.of(TaxPaper.BILL_OF_SUPPLY);
        }
        if (!exempt) {
            return List.of(TaxPaper.TAX_INVOICE);
        }
        return buyerRegistered
                ? List.of(TaxPaper.TAX_INVOICE, TaxPaper.BILL_OF_SUPPLY)
                : List.of(TaxPaper.INVOICE_CUM_BILL_OF_SUPPLY);
    }
}
